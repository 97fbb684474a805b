// OpenSCAD program, written by cadseq VERSION
// Lengths in millimetres, angles in degrees
// Part: shaft

// Parameters
sketch_1_radius = 20;
extrude_1_start = -20;
extrude_1_end = 30;
sketch_2_radius = 15;
extrude_2_depth = 40;
sketch_3_x1 = 40;
sketch_3_x2 = 60;
sketch_3_y1 = 5;
extrude_3_depth = -10;

// Corners of a full turn: arcs and circles are polygons here.
$fn = 128;

// Sketch 1 on YZ
module sketch_1() multmatrix([
    [0, 0, 1, 0],
    [0, 1, 0, 0],
    [-1, 0, 0, 0]
]) children();

// Extrude 1 of sketch 1: new body
module extrude_1()
    sketch_1()
    translate([0, 0, min(extrude_1_start, extrude_1_end)])
    linear_extrude(height = abs(extrude_1_end - extrude_1_start))
    translate([0, 0]) circle(r = sketch_1_radius);
module result_1() extrude_1();

// Sketch 2 on the end face of extrude 1
module sketch_2() multmatrix([
    [0, 0, 1, extrude_1_end],
    [1, 0, 0, 0],
    [0, 1, 0, 0]
]) children();

// Extrude 2 of sketch 2: join
module extrude_2()
    sketch_2()
    linear_extrude(height = abs(extrude_2_depth))
    translate([0, 0]) circle(r = sketch_2_radius);
module result_2() union() { result_1(); extrude_2(); }

// Sketch 3 on a plane of its own
module sketch_3() translate([0, 0, 20]) children();

// Extrude 3 of sketch 3: cut
module extrude_3()
    sketch_3()
    translate([0, 0, extrude_3_depth])
    linear_extrude(height = abs(extrude_3_depth))
    polygon(concat(
        [[sketch_3_x1, -sketch_3_y1]],
        [[sketch_3_x2, -sketch_3_y1]],
        [[sketch_3_x2, sketch_3_y1]],
        [[sketch_3_x1, sketch_3_y1]]
    ));
module result_3() difference() { result_2(); extrude_3(); }

result_3();
