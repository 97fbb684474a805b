# Fusion 360 Gym script, written by cadseq VERSION
# Lengths in centimetres, angles in degrees
# Part: plate

from fusion360gym_client import Fusion360GymClient

# Parameters
sketch_1_x1 = 3
sketch_1_x2 = 4
sketch_1_y1 = 2
sketch_1_y2 = 3
sketch_1_radius = 0.5
extrude_1_depth = 0.8


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


client = Fusion360GymClient("http://127.0.0.1:8080")
ask(client.clear())

# Sketch 1 on XY
# Extrude 1 of sketch 1: new body
sketch = ask(client.add_sketch("XY"))["sketch_name"]
answer = ask(client.add_line(sketch, point(-sketch_1_x2, -sketch_1_y2), point(sketch_1_x2, -sketch_1_y2)))
answer = ask(client.add_line(sketch, point(sketch_1_x2, -sketch_1_y2), point(sketch_1_x2, sketch_1_y2)))
answer = ask(client.add_line(sketch, point(sketch_1_x2, sketch_1_y2), point(-sketch_1_x2, sketch_1_y2)))
answer = ask(client.add_line(sketch, point(-sketch_1_x2, sketch_1_y2), point(-sketch_1_x2, -sketch_1_y2)))
answer = ask(client.add_circle(sketch, point(-sketch_1_x1, -sketch_1_y1), sketch_1_radius))
answer = ask(client.add_circle(sketch, point(sketch_1_x1, -sketch_1_y1), sketch_1_radius))
answer = ask(client.add_circle(sketch, point(sketch_1_x1, sketch_1_y1), sketch_1_radius))
answer = ask(client.add_circle(sketch, point(-sketch_1_x1, sketch_1_y1), sketch_1_radius))
profile = longest(answer["profiles"])
ask(client.add_extrude(sketch, profile, extrude_1_depth, "NewBodyFeatureOperation"))
