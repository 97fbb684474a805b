// OpenSCAD program, written by cadseq VERSION
// Lengths in millimetres, angles in degrees
// Part: plate

// Parameters
sketch_1_x1 = 30;
sketch_1_x2 = 40;
sketch_1_y1 = 20;
sketch_1_y2 = 30;
sketch_1_radius = 5;
extrude_1_depth = 8;

// Corners of a full turn: arcs and circles are polygons here.
$fn = 128;

// Sketch 1 on XY
module sketch_1() children();

// Extrude 1 of sketch 1: new body
module extrude_1()
    sketch_1()
    linear_extrude(height = abs(extrude_1_depth))
    difference() {
        polygon(concat(
            [[-sketch_1_x2, -sketch_1_y2]],
            [[sketch_1_x2, -sketch_1_y2]],
            [[sketch_1_x2, sketch_1_y2]],
            [[-sketch_1_x2, sketch_1_y2]]
        ));
        translate([-sketch_1_x1, -sketch_1_y1]) circle(r = sketch_1_radius);
        translate([sketch_1_x1, -sketch_1_y1]) circle(r = sketch_1_radius);
        translate([sketch_1_x1, sketch_1_y1]) circle(r = sketch_1_radius);
        translate([-sketch_1_x1, sketch_1_y1]) circle(r = sketch_1_radius);
    }
module result_1() extrude_1();

result_1();
