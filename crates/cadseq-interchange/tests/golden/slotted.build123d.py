# build123d script, written by cadseq VERSION
# Lengths in millimetres, angles in degrees
# Part: slotted

from build123d import *

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
sketch_1 = Plane.XY

# Extrude 1 of sketch 1: new body
profile_1 = make_face([
    Line((0, 0), (sketch_1_x1, 0)),
    Line((sketch_1_x1, 0), (sketch_1_x1, sketch_1_y1)),
    Line((sketch_1_x1, sketch_1_y1), (0, sketch_1_y1)),
    Line((0, sketch_1_y1), (0, 0)),
])
extrude_1 = extrude(sketch_1 * profile_1, amount=extrude_1_depth)
part = extrude_1

# Sketch 2 on the end face of extrude 1
sketch_2 = Plane(origin=(0, 0, extrude_1_depth), x_dir=(1, 0, 0), z_dir=(0, 0, 1))

# Extrude 2 of sketch 2: cut
profile_2 = make_face([
    Line((sketch_2_x1, sketch_2_y1), (sketch_2_x2, sketch_2_y1)),
    ThreePointArc((sketch_2_x2, sketch_2_y1), (80, 20), (sketch_2_x2, sketch_2_y2)),
    Line((sketch_2_x2, sketch_2_y2), (sketch_2_x1, sketch_2_y2)),
    ThreePointArc((sketch_2_x1, sketch_2_y2), (20, 20), (sketch_2_x1, sketch_2_y1)),
])
extrude_2 = extrude(sketch_2 * profile_2, amount=extrude_2_depth)
part -= extrude_2

# Sketch 3 on the end face of extrude 1
sketch_3 = Plane(origin=(0, 0, extrude_1_depth), x_dir=(1, 0, 0), z_dir=(0, 0, 1))

# Extrude 3 of sketch 3: cut
profile_3 = make_face([
    Line((sketch_3_x1, sketch_3_y1), (sketch_3_x2, sketch_3_y1)),
    Line((sketch_3_x2, sketch_3_y1), (sketch_3_x2, sketch_3_y2)),
    Line((sketch_3_x2, sketch_3_y2), (sketch_3_x1, sketch_3_y2)),
    Line((sketch_3_x1, sketch_3_y2), (sketch_3_x1, sketch_3_y1)),
])
extrude_3 = extrude(sketch_3 * profile_3, amount=extrude_3_depth)
part -= extrude_3
