# CadQuery script, written by cadseq VERSION
# Lengths in millimetres, angles in degrees
# Part: shaft

import cadquery as cq

# Parameters
sketch_1_radius = 20
extrude_1_start = -20
extrude_1_end = 30
sketch_2_radius = 15
extrude_2_depth = 40
sketch_3_x1 = 40
sketch_3_x2 = 60
sketch_3_y1 = 5
extrude_3_depth = -10

# Sketch 1 on YZ
sketch_1 = cq.Plane(origin=(0, 0, 0), xDir=(0, 0, -1), normal=(1, 0, 0))

# Extrude 1 of sketch 1: new body
extrude_1 = (
    cq.Workplane(sketch_1)
    .workplane(offset=extrude_1_start)
    .moveTo(0, 0)
    .circle(sketch_1_radius)
    .extrude(extrude_1_end - extrude_1_start)
)
result = extrude_1

# Sketch 2 on the end face of extrude 1
sketch_2 = cq.Plane.named("YZ", origin=(extrude_1_end, 0, 0))

# Extrude 2 of sketch 2: join
extrude_2 = (
    cq.Workplane(sketch_2)
    .moveTo(0, 0)
    .circle(sketch_2_radius)
    .extrude(extrude_2_depth)
)
result = result.union(extrude_2)

# Sketch 3 on a plane of its own
sketch_3 = cq.Plane.named("XY", origin=(0, 0, 20))

# Extrude 3 of sketch 3: cut
extrude_3 = (
    cq.Workplane(sketch_3)
    .moveTo(sketch_3_x1, -sketch_3_y1)
    .lineTo(sketch_3_x2, -sketch_3_y1)
    .lineTo(sketch_3_x2, sketch_3_y1)
    .lineTo(sketch_3_x1, sketch_3_y1)
    .close()
    .extrude(extrude_3_depth)
)
result = result.cut(extrude_3)

if "show_object" in globals():  # inside CQ-editor
    show_object(result, name="result")
