# CadQuery script, written by cadseq VERSION
# Lengths in millimetres, angles in degrees
# Part: slotted

import cadquery as cq

# Parameters
sketch_1_x1 = 100
sketch_1_y1 = 60
extrude_1_depth = 10
sketch_2_x1 = 30
sketch_2_x2 = 70
sketch_2_y1 = 10
sketch_2_y2 = 30
extrude_2_depth = -10
sketch_3_x1 = 30
sketch_3_x2 = 60
sketch_3_y1 = 40
sketch_3_y2 = 50
extrude_3_depth = -5

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
result = extrude_1

# Sketch 2 on the end face of extrude 1
sketch_2 = cq.Plane.named("XY", origin=(0, 0, extrude_1_depth))

# Extrude 2 of sketch 2: cut
extrude_2 = (
    cq.Workplane(sketch_2)
    .moveTo(sketch_2_x1, sketch_2_y1)
    .lineTo(sketch_2_x2, sketch_2_y1)
    .threePointArc((80, 20), (sketch_2_x2, sketch_2_y2))
    .lineTo(sketch_2_x1, sketch_2_y2)
    .threePointArc((20, 20), (sketch_2_x1, sketch_2_y1))
    .close()
    .extrude(extrude_2_depth)
)
result = result.cut(extrude_2)

# Sketch 3 on the end face of extrude 1
sketch_3 = cq.Plane.named("XY", origin=(0, 0, extrude_1_depth))

# Extrude 3 of sketch 3: cut
extrude_3 = (
    cq.Workplane(sketch_3)
    .moveTo(sketch_3_x1, sketch_3_y1)
    .lineTo(sketch_3_x2, sketch_3_y1)
    .lineTo(sketch_3_x2, sketch_3_y2)
    .lineTo(sketch_3_x1, sketch_3_y2)
    .close()
    .extrude(extrude_3_depth)
)
result = result.cut(extrude_3)

if "show_object" in globals():  # inside CQ-editor
    show_object(result, name="result")
