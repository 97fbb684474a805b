# build123d script, written by cadseq VERSION
# Lengths in millimetres, angles in degrees
# Part: plate

from build123d import *

# Parameters
sketch_1_x1 = 30
sketch_1_x2 = 40
sketch_1_y1 = 20
sketch_1_y2 = 30
sketch_1_radius = 5
extrude_1_depth = 8

# Sketch 1 on XY
sketch_1 = Plane.XY

# Extrude 1 of sketch 1: new body
profile_1 = make_face([
    Line((-sketch_1_x2, -sketch_1_y2), (sketch_1_x2, -sketch_1_y2)),
    Line((sketch_1_x2, -sketch_1_y2), (sketch_1_x2, sketch_1_y2)),
    Line((sketch_1_x2, sketch_1_y2), (-sketch_1_x2, sketch_1_y2)),
    Line((-sketch_1_x2, sketch_1_y2), (-sketch_1_x2, -sketch_1_y2)),
])
profile_1 -= Pos(-sketch_1_x1, -sketch_1_y1) * Circle(sketch_1_radius)
profile_1 -= Pos(sketch_1_x1, -sketch_1_y1) * Circle(sketch_1_radius)
profile_1 -= Pos(sketch_1_x1, sketch_1_y1) * Circle(sketch_1_radius)
profile_1 -= Pos(-sketch_1_x1, sketch_1_y1) * Circle(sketch_1_radius)
extrude_1 = extrude(sketch_1 * profile_1, amount=extrude_1_depth)
part = extrude_1
