# build123d script, written by cadseq VERSION
# Lengths in millimetres, angles in degrees
# Part: joined_bodies

from build123d import *

# Parameters
sketch_1_x1 = 20
sketch_1_y1 = 20
extrude_1_depth = 20
sketch_2_x1 = 60
sketch_2_x2 = 80
sketch_2_y1 = 20
extrude_2_depth = 20
sketch_3_x1 = 100
sketch_3_x2 = 120
sketch_3_y1 = 20
extrude_3_depth = 20
sketch_4_x1 = 110
sketch_4_x2 = 130
sketch_4_y1 = 20
extrude_4_length = 20
sketch_5_x1 = 20
sketch_5_x2 = 60
sketch_5_y1 = 10
extrude_5_depth = 10


def join(bodies, tool):
    """Unites the tool with the bodies that share a face or space with it, or with one of these."""
    for index, body in enumerate(bodies):
        united = tool + body
        if len(united.solids()) < len(tool.solids()) + len(body.solids()):
            return join(bodies[:index] + bodies[index + 1:], united)
    return bodies + [tool]


# Sketch 1 on XY
sketch_1 = Plane.XY

# Extrude 1 of sketch 1: new body
profile_1 = make_face([
    Line((0, 0), (sketch_1_x1, 0)),
    Line((sketch_1_x1, 0), (sketch_1_x1, sketch_1_y1)),
    Line((sketch_1_x1, sketch_1_y1), (0, sketch_1_y1)),
    Line((0, sketch_1_y1), (0, 0)),
])
extrude_1 = extrude(sketch_1 * profile_1, amount=extrude_1_depth)
bodies = [extrude_1]

# Sketch 2 on XY
sketch_2 = Plane.XY

# Extrude 2 of sketch 2: new body
profile_2 = make_face([
    Line((sketch_2_x1, 0), (sketch_2_x2, 0)),
    Line((sketch_2_x2, 0), (sketch_2_x2, sketch_2_y1)),
    Line((sketch_2_x2, sketch_2_y1), (sketch_2_x1, sketch_2_y1)),
    Line((sketch_2_x1, sketch_2_y1), (sketch_2_x1, 0)),
])
extrude_2 = extrude(sketch_2 * profile_2, amount=extrude_2_depth)
bodies.append(extrude_2)

# Sketch 3 on XY
sketch_3 = Plane.XY

# Extrude 3 of sketch 3: new body
profile_3 = make_face([
    Line((sketch_3_x1, 0), (sketch_3_x2, 0)),
    Line((sketch_3_x2, 0), (sketch_3_x2, sketch_3_y1)),
    Line((sketch_3_x2, sketch_3_y1), (sketch_3_x1, sketch_3_y1)),
    Line((sketch_3_x1, sketch_3_y1), (sketch_3_x1, 0)),
])
extrude_3 = extrude(sketch_3 * profile_3, amount=extrude_3_depth)
bodies.append(extrude_3)

# Sketch 4 on XY
sketch_4 = Plane.XY

# Extrude 4 of sketch 4: new body
profile_4 = make_face([
    Line((sketch_4_x1, 0), (sketch_4_x2, 0)),
    Line((sketch_4_x2, 0), (sketch_4_x2, sketch_4_y1)),
    Line((sketch_4_x2, sketch_4_y1), (sketch_4_x1, sketch_4_y1)),
    Line((sketch_4_x1, sketch_4_y1), (sketch_4_x1, 0)),
])
extrude_4 = extrude(sketch_4 * profile_4, amount=extrude_4_length / 2, both=True)
bodies.append(extrude_4)

# Sketch 5 on a plane of its own
sketch_5 = Plane(origin=(0, 0, 10), x_dir=(1, 0, 0), z_dir=(0, 0, 1))

# Extrude 5 of sketch 5: join
profile_5 = make_face([
    Line((sketch_5_x1, 0), (sketch_5_x2, 0)),
    Line((sketch_5_x2, 0), (sketch_5_x2, sketch_5_y1)),
    Line((sketch_5_x2, sketch_5_y1), (sketch_5_x1, sketch_5_y1)),
    Line((sketch_5_x1, sketch_5_y1), (sketch_5_x1, 0)),
])
extrude_5 = extrude(sketch_5 * profile_5, amount=extrude_5_depth)
bodies = join(bodies, extrude_5)

part = Compound(bodies)
