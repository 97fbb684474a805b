// OpenSCAD program, written by cadseq VERSION
// Lengths in millimetres, angles in degrees
// Part: slotted

// Parameters
sketch_1_x1 = 100;
sketch_1_y1 = 60;
extrude_1_depth = 10;
sketch_2_x1 = 30;
sketch_2_x2 = 70;
sketch_2_y1 = 10;
sketch_2_y2 = 30;
extrude_2_depth = -10;
sketch_3_x1 = 30;
sketch_3_x2 = 60;
sketch_3_y1 = 40;
sketch_3_y2 = 50;
extrude_3_depth = -5;

// Corners of a full turn: arcs and circles are polygons here.
$fn = 128;

// Corners along an arc: its start, and what follows without its end.
function arc(start, center, sweep) =
    let (steps = max(1, ceil($fn * abs(sweep) / 360)))
    [for (k = [0 : steps - 1]) center + turned(start - center, sweep * k / steps)];

function turned(v, angle) =
    [v.x * cos(angle) - v.y * sin(angle), v.x * sin(angle) + v.y * cos(angle)];

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

// Sketch 2 on the end face of extrude 1
module sketch_2() translate([0, 0, extrude_1_depth]) children();

// Extrude 2 of sketch 2: cut
module extrude_2()
    sketch_2()
    translate([0, 0, extrude_2_depth])
    linear_extrude(height = abs(extrude_2_depth))
    polygon(concat(
        [[sketch_2_x1, sketch_2_y1]],
        arc([sketch_2_x2, sketch_2_y1], [70, 20], 180),
        [[sketch_2_x2, sketch_2_y2]],
        arc([sketch_2_x1, sketch_2_y2], [30, 20], 180)
    ));
module result_2() difference() { result_1(); extrude_2(); }

// Sketch 3 on the end face of extrude 1
module sketch_3() translate([0, 0, extrude_1_depth]) children();

// Extrude 3 of sketch 3: cut
module extrude_3()
    sketch_3()
    translate([0, 0, extrude_3_depth])
    linear_extrude(height = abs(extrude_3_depth))
    polygon(concat(
        [[sketch_3_x1, sketch_3_y1]],
        [[sketch_3_x2, sketch_3_y1]],
        [[sketch_3_x2, sketch_3_y2]],
        [[sketch_3_x1, sketch_3_y2]]
    ));
module result_3() difference() { result_2(); extrude_3(); }

result_3();
