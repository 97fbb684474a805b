// OpenSCAD program, written by cadseq VERSION
// Lengths in millimetres, angles in degrees
// Part: joined_bodies

// Parameters
sketch_1_x1 = 20;
sketch_1_y1 = 20;
extrude_1_depth = 20;
sketch_2_x1 = 60;
sketch_2_x2 = 80;
sketch_2_y1 = 20;
extrude_2_depth = 20;
sketch_3_x1 = 100;
sketch_3_x2 = 120;
sketch_3_y1 = 20;
extrude_3_depth = 20;
sketch_4_x1 = 110;
sketch_4_x2 = 130;
sketch_4_y1 = 20;
extrude_4_length = 20;
sketch_5_x1 = 20;
sketch_5_x2 = 60;
sketch_5_y1 = 10;
extrude_5_depth = 10;

// Corners of a full turn: arcs and circles are polygons here.
$fn = 128;

// Sketch 1 on XY
module sketch_1() children();

// Extrude 1 of sketch 1: new body
module extrude_1()
    sketch_1()
    linear_extrude(height = abs(extrude_1_depth))
    polygon(concat(
        [[0, 0]],
        [[sketch_1_x1, 0]],
        [[sketch_1_x1, sketch_1_y1]],
        [[0, sketch_1_y1]]
    ));
module result_1() extrude_1();

// Sketch 2 on XY
module sketch_2() children();

// Extrude 2 of sketch 2: new body
module extrude_2()
    sketch_2()
    linear_extrude(height = abs(extrude_2_depth))
    polygon(concat(
        [[sketch_2_x1, 0]],
        [[sketch_2_x2, 0]],
        [[sketch_2_x2, sketch_2_y1]],
        [[sketch_2_x1, sketch_2_y1]]
    ));
module result_2() union() { result_1(); extrude_2(); }

// Sketch 3 on XY
module sketch_3() children();

// Extrude 3 of sketch 3: new body
module extrude_3()
    sketch_3()
    linear_extrude(height = abs(extrude_3_depth))
    polygon(concat(
        [[sketch_3_x1, 0]],
        [[sketch_3_x2, 0]],
        [[sketch_3_x2, sketch_3_y1]],
        [[sketch_3_x1, sketch_3_y1]]
    ));
module result_3() union() { result_2(); extrude_3(); }

// Sketch 4 on XY
module sketch_4() children();

// Extrude 4 of sketch 4: new body
module extrude_4()
    sketch_4()
    translate([0, 0, -abs(extrude_4_length) / 2])
    linear_extrude(height = abs(extrude_4_length))
    polygon(concat(
        [[sketch_4_x1, 0]],
        [[sketch_4_x2, 0]],
        [[sketch_4_x2, sketch_4_y1]],
        [[sketch_4_x1, sketch_4_y1]]
    ));
module result_4() union() { result_3(); extrude_4(); }

// Sketch 5 on a plane of its own
module sketch_5() translate([0, 0, 10]) children();

// Extrude 5 of sketch 5: join
module extrude_5()
    sketch_5()
    linear_extrude(height = abs(extrude_5_depth))
    polygon(concat(
        [[sketch_5_x1, 0]],
        [[sketch_5_x2, 0]],
        [[sketch_5_x2, sketch_5_y1]],
        [[sketch_5_x1, sketch_5_y1]]
    ));
module result_5() union() { result_4(); extrude_5(); }

result_5();
