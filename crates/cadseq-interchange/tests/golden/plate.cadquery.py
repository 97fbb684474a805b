# CadQuery script, written by cadseq VERSION
# Lengths in millimetres, angles in degrees
# Part: plate

import cadquery as cq

# Parameters
sketch_1_x1 = 30
sketch_1_x2 = 40
sketch_1_y1 = 20
sketch_1_y2 = 30
sketch_1_radius = 5
extrude_1_depth = 8

# Sketch 1 on XY
sketch_1 = cq.Plane.named("XY")

# Extrude 1 of sketch 1: new body
extrude_1 = (
    cq.Workplane(sketch_1)
    .moveTo(-sketch_1_x2, -sketch_1_y2)
    .lineTo(sketch_1_x2, -sketch_1_y2)
    .lineTo(sketch_1_x2, sketch_1_y2)
    .lineTo(-sketch_1_x2, sketch_1_y2)
    .close()
    .moveTo(-sketch_1_x1, -sketch_1_y1)
    .circle(sketch_1_radius)
    .moveTo(sketch_1_x1, -sketch_1_y1)
    .circle(sketch_1_radius)
    .moveTo(sketch_1_x1, sketch_1_y1)
    .circle(sketch_1_radius)
    .moveTo(-sketch_1_x1, sketch_1_y1)
    .circle(sketch_1_radius)
    .extrude(extrude_1_depth)
)
result = extrude_1

if "show_object" in globals():  # inside CQ-editor
    show_object(result, name="result")
