/** Programs whose sketches have relations. */

/** A plate about the y axis, with two holes beside one in its middle. */
export const CENTRED = `add_sketch(XY)
add_line(-3, 0, 3, 0)
add_line(3, 0, 3, 4)
add_line(3, 4, -3, 4)
add_line(-3, 4, -3, 0)
add_circle(-2, 2, 0.5)
add_circle(2, 2, 0.5)
add_circle(0, 2, 0.8)
add_extrude(0, 1)
`;

/** A slot of two lines and two half circles. */
export const SLOT = `add_sketch(XY)
add_line(0, -1, 5, -1)
add_arc(5, -1, 5, 0, 180)
add_line(5, 1, 0, 1)
add_arc(0, 1, 0, 0, 180)
add_extrude(0, 1)
`;
