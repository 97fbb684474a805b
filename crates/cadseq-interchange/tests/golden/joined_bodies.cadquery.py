# CadQuery script, written by cadseq VERSION
# Lengths in millimetres, angles in degrees
# Part: joined_bodies

import cadquery as cq

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
        united = tool.union(body)
        if united.solids().size() < tool.solids().size() + body.solids().size():
            return join(bodies[:index] + bodies[index + 1:], united)
    return bodies + [tool]


# Sketch 1 on XY
sketch_1 = cq.Plane.named("XY")

# Extrude 1 of sketch 1: new body
extrude_1 = (
    cq.Workplane(sketch_1)
    .moveTo(0, 0)
    .lineTo(sketch_1_x1, 0)
    .lineTo(sketch_1_x1, sketch_1_y1)
    .lineTo(0, sketch_1_y1)
    .close()
    .extrude(extrude_1_depth)
)
bodies = [extrude_1]

# Sketch 2 on XY
sketch_2 = cq.Plane.named("XY")

# Extrude 2 of sketch 2: new body
extrude_2 = (
    cq.Workplane(sketch_2)
    .moveTo(sketch_2_x1, 0)
    .lineTo(sketch_2_x2, 0)
    .lineTo(sketch_2_x2, sketch_2_y1)
    .lineTo(sketch_2_x1, sketch_2_y1)
    .close()
    .extrude(extrude_2_depth)
)
bodies.append(extrude_2)

# Sketch 3 on XY
sketch_3 = cq.Plane.named("XY")

# Extrude 3 of sketch 3: new body
extrude_3 = (
    cq.Workplane(sketch_3)
    .moveTo(sketch_3_x1, 0)
    .lineTo(sketch_3_x2, 0)
    .lineTo(sketch_3_x2, sketch_3_y1)
    .lineTo(sketch_3_x1, sketch_3_y1)
    .close()
    .extrude(extrude_3_depth)
)
bodies.append(extrude_3)

# Sketch 4 on XY
sketch_4 = cq.Plane.named("XY")

# Extrude 4 of sketch 4: new body
extrude_4 = (
    cq.Workplane(sketch_4)
    .moveTo(sketch_4_x1, 0)
    .lineTo(sketch_4_x2, 0)
    .lineTo(sketch_4_x2, sketch_4_y1)
    .lineTo(sketch_4_x1, sketch_4_y1)
    .close()
    .extrude(extrude_4_length / 2, both=True)
)
bodies.append(extrude_4)

# Sketch 5 on a plane of its own
sketch_5 = cq.Plane.named("XY", origin=(0, 0, 10))

# Extrude 5 of sketch 5: join
extrude_5 = (
    cq.Workplane(sketch_5)
    .moveTo(sketch_5_x1, 0)
    .lineTo(sketch_5_x2, 0)
    .lineTo(sketch_5_x2, sketch_5_y1)
    .lineTo(sketch_5_x1, sketch_5_y1)
    .close()
    .extrude(extrude_5_depth)
)
bodies = join(bodies, extrude_5)

result = cq.Workplane(cq.Compound.makeCompound([body.val() for body in bodies]))
if "show_object" in globals():  # inside CQ-editor
    show_object(result, name="result")
