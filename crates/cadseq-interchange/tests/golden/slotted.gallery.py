# Fusion 360 Gym script, written by cadseq VERSION
# Lengths in centimetres, angles in degrees
# Part: slotted

from fusion360gym_client import Fusion360GymClient

# Parameters
sketch_1_x1 = 10
sketch_1_y1 = 6
extrude_1_depth = 1
sketch_2_x1 = 3
sketch_2_x2 = 7
sketch_2_y1 = 1
sketch_2_y2 = 3
extrude_2_depth = -1
sketch_3_x1 = 3
sketch_3_x2 = 6
sketch_3_y1 = 4
sketch_3_y2 = 5
extrude_3_depth = -0.5


def ask(response):
    """The data of an answer of the Gym, if any; a refused command ends the script."""
    if response is None:
        raise RuntimeError("the client refused the command")
    answer = response.json()
    if response.status_code != 200:
        raise RuntimeError(answer["message"])
    return answer.get("data")


def point(x, y):
    """A point of a sketch on an origin plane."""
    return {"x": x, "y": y}


def longest(profiles):
    """The profile with the longest boundary: the others lie in its holes."""
    return max(profiles, key=lambda name: profiles[name]["properties"]["perimeter"])


def placed(origin, x_axis, y_axis):
    """The function that takes coordinates (x, y) along these axes to points of the world."""
    def point(x, y):
        world = [o + x * a + y * b for o, a, b in zip(origin, x_axis, y_axis)]
        return dict(zip("xyz", world))
    return point


client = Fusion360GymClient("http://127.0.0.1:8080")
ask(client.clear())

# Sketch 1 on XY
# Extrude 1 of sketch 1: new body
sketch = ask(client.add_sketch("XY"))["sketch_name"]
answer = ask(client.add_line(sketch, point(0, 0), point(sketch_1_x1, 0)))
answer = ask(client.add_line(sketch, point(sketch_1_x1, 0), point(sketch_1_x1, sketch_1_y1)))
answer = ask(client.add_line(sketch, point(sketch_1_x1, sketch_1_y1), point(0, sketch_1_y1)))
answer = ask(client.add_line(sketch, point(0, sketch_1_y1), point(0, 0)))
profile = longest(answer["profiles"])
ask(client.add_extrude(sketch, profile, extrude_1_depth, "NewBodyFeatureOperation"))

# Sketch 2 on the end face of extrude 1
point_2 = placed((0, 0, extrude_1_depth), (1, 0, 0), (0, 1, 0))
# Extrude 2 of sketch 2: cut
sketch = ask(client.add_sketch({"x": 3.75, "y": 3, "z": 1}))["sketch_name"]
answer = ask(client.add_line(sketch, point_2(sketch_2_x1, sketch_2_y1), point_2(sketch_2_x2, sketch_2_y1), transform="world"))
answer = ask(client.add_arc(sketch, point_2(sketch_2_x2, sketch_2_y1), point_2(7, 2), 180, transform="world"))
answer = ask(client.add_line(sketch, point_2(sketch_2_x2, sketch_2_y2), point_2(sketch_2_x1, sketch_2_y2), transform="world"))
answer = ask(client.add_arc(sketch, point_2(sketch_2_x1, sketch_2_y2), point_2(3, 2), 180, transform="world"))
profile = longest(answer["profiles"])
ask(client.add_extrude(sketch, profile, extrude_2_depth, "CutFeatureOperation"))

# Sketch 3 on the end face of extrude 1
point_3 = placed((0, 0, extrude_1_depth), (1, 0, 0), (0, 1, 0))
# Extrude 3 of sketch 3: cut
sketch = ask(client.add_sketch({"x": 3.75, "y": 3.375, "z": 1}))["sketch_name"]
answer = ask(client.add_line(sketch, point_3(sketch_3_x1, sketch_3_y1), point_3(sketch_3_x2, sketch_3_y1), transform="world"))
answer = ask(client.add_line(sketch, point_3(sketch_3_x2, sketch_3_y1), point_3(sketch_3_x2, sketch_3_y2), transform="world"))
answer = ask(client.add_line(sketch, point_3(sketch_3_x2, sketch_3_y2), point_3(sketch_3_x1, sketch_3_y2), transform="world"))
answer = ask(client.add_line(sketch, point_3(sketch_3_x1, sketch_3_y2), point_3(sketch_3_x1, sketch_3_y1), transform="world"))
profile = longest(answer["profiles"])
ask(client.add_extrude(sketch, profile, extrude_3_depth, "CutFeatureOperation"))
