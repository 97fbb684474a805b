# build123d script, written by cadseq VERSION
# Lengths in millimetres, angles in degrees
# Part: shaft

from build123d import *

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
sketch_1 = Plane(origin=(0, 0, 0), x_dir=(0, 0, -1), z_dir=(1, 0, 0))

# Extrude 1 of sketch 1: new body
profile_1 = Pos(0, 0) * Circle(sketch_1_radius)
extrude_1 = extrude(sketch_1.offset(extrude_1_start) * profile_1, amount=extrude_1_end - extrude_1_start)
part = extrude_1

# Sketch 2 on the end face of extrude 1
sketch_2 = Plane(origin=(extrude_1_end, 0, 0), x_dir=(0, 1, 0), z_dir=(1, 0, 0))

# Extrude 2 of sketch 2: join
profile_2 = Pos(0, 0) * Circle(sketch_2_radius)
extrude_2 = extrude(sketch_2 * profile_2, amount=extrude_2_depth)
part += extrude_2

# Sketch 3 on a plane of its own
sketch_3 = Plane(origin=(0, 0, 20), x_dir=(1, 0, 0), z_dir=(0, 0, 1))

# Extrude 3 of sketch 3: cut
profile_3 = make_face([
    Line((sketch_3_x1, -sketch_3_y1), (sketch_3_x2, -sketch_3_y1)),
    Line((sketch_3_x2, -sketch_3_y1), (sketch_3_x2, sketch_3_y1)),
    Line((sketch_3_x2, sketch_3_y1), (sketch_3_x1, sketch_3_y1)),
    Line((sketch_3_x1, sketch_3_y1), (sketch_3_x1, -sketch_3_y1)),
])
extrude_3 = extrude(sketch_3 * profile_3, amount=extrude_3_depth)
part -= extrude_3
