//! From the network's places to shapes, in closed form: with the plane known, each place's ray meets
//! the cap in one point.

use cadseq_model::{Label, LocatorPrediction, MAP_SIZE, Place, Sequence};
use cadseq_program::Plane;
use cadseq_render::{Picture, View, Window};
use glam::{DVec2, DVec3};

use crate::contour::{longest_contour, resampled, signed_area};
use crate::edges::{EdgeField, LabelEdges, PictureEdges};
use crate::find::Scene;
use crate::fit::measure;
use crate::segmentation::{Cut, Stretches};
use crate::shape::{Profile, Shape};
use crate::wire::{EdgeKind, Mark};

/// Planes and sequences below this probability are not proposed.
const LEAST_PROBABILITY: f64 = 0.02;

/// Largest distance, as a share of the crop's side, of a loop's first corner from the line on which
/// it must lie.
const AXIS_TOLERANCE: f64 = 0.12;

/// Depths are kept within the language's range with room for the fit.
const DEPTH: std::ops::RangeInclusive<f64> = 0.1..=12.0;

/// Points on the cap's outline that can become corners.
const OUTLINE_POINTS: usize = 96;

/// Points of the outline beside the one nearest to the axis that are tried as the first corner.
const START_REACH: isize = 3;

/// Cuts of the outline that are tried for each first corner.
const CUTS: usize = 5;

/// Depths that are tried for a loop whose cap lies on the sketch plane, beside the network's.
const DEPTHS: [f64; 6] = [0.4, 1.2, 2.5, 4.5, 7.0, 9.5];

/// All shapes worth fitting for a prediction made through `window`; `edges` are those of the
/// picture, `labels` those of the network.
pub fn propose(
    prediction: &LocatorPrediction,
    scene: &Scene,
    window: Window,
    edges: &PictureEdges,
    labels: &LabelEdges,
) -> Vec<Shape> {
    let view = &scene.view;
    let planes = prediction.planes();
    let circle = f64::from(prediction.sequences[Sequence::Circle.index()]);
    let mut shapes = Vec::new();
    let cap = cap_outline(prediction, view, window, edges);
    for plane in Plane::ALL {
        if planes[plane.index()] < LEAST_PROBABILITY {
            continue;
        }
        let places = Places {
            prediction,
            view,
            window,
            plane,
        };
        if circle > LEAST_PROBABILITY {
            shapes.extend(places.circle());
        }
        if circle < 1.0 - LEAST_PROBABILITY {
            shapes.extend(places.loops());
            shapes.extend(places.cuts(&cap, labels));
        }
    }
    shapes
}

/// What the network says on its own: its places on the likeliest plane, with its sequence.
pub fn network_alone(prediction: &LocatorPrediction, view: &View, window: Window) -> Vec<Shape> {
    let planes = prediction.planes();
    let plane = Plane::ALL
        .into_iter()
        .max_by(|a, b| planes[a.index()].total_cmp(&planes[b.index()]))
        .unwrap_or(Plane::XY);
    let scores = &prediction.sequences;
    let best = (0..scores.len())
        .max_by(|&a, &b| scores[a].total_cmp(&scores[b]))
        .unwrap_or(0);
    let places = Places {
        prediction,
        view,
        window,
        plane,
    };
    match Sequence::from_index(best) {
        Sequence::Circle => places.circle().into_iter().collect(),
        Sequence::Loop(arcs) => places
            .loops()
            .into_iter()
            .map(|shape| match shape.profile {
                Profile::Loop {
                    corners, bulges, ..
                } => {
                    let straight = |curve: usize| if arcs[curve] { bulges[curve] } else { 0.0 };
                    let bulges = [0, 1, 2].map(straight);
                    Shape {
                        profile: Profile::Loop {
                            corners,
                            bulges,
                            bends: arcs,
                        },
                        ..shape
                    }
                }
                Profile::Circle { .. } => shape,
            })
            .collect(),
    }
}

/// The outline of the cap in view-plane coordinates: as the network's labels have it, drawn to the
/// picture's edges where those are near.
fn cap_outline(
    prediction: &LocatorPrediction,
    view: &View,
    window: Window,
    edges: &PictureEdges,
) -> Vec<DVec2> {
    let contour = longest_contour(&cap_probability(prediction), 0.5);
    if contour.len() < 8 {
        return Vec::new();
    }
    let cell = 2.0 * window.half_height / MAP_SIZE as f64;
    let pixels: Vec<DVec2> = resampled(&contour, OUTLINE_POINTS)
        .iter()
        .map(|&point| view.pixel_from_view_plane(window.low() + point * cell))
        .collect();
    drawn_to_edges(&pixels, cell / view.units_per_pixel(), edges)
        .into_iter()
        .map(|pixel| view.view_plane_from_pixel(pixel))
        .collect()
}

/// Moves the points of a closed line along its normals to the edges within a cell or so; a point
/// whose neighbours move otherwise moves with them.
fn drawn_to_edges(points: &[DVec2], cell_px: f64, edges: &PictureEdges) -> Vec<DVec2> {
    let count = points.len();
    let clockwise = signed_area(points).signum();
    let reach = (1.3 * cell_px).max(2.0);
    let moves: Vec<(DVec2, f64)> = (0..count)
        .map(|index| {
            let along = points[(index + 2) % count] - points[(index + count - 2) % count];
            let inward = (along.perp() * clockwise).normalize_or(DVec2::X);
            let mark = Mark {
                curve: 0,
                t: 0.0,
                fall: 0.0,
                kind: EdgeKind::CapOverSide,
                pixel: points[index],
                inward,
            };
            (
                inward,
                edges.find(&mark, reach).map_or(0.0, |found| found.offset),
            )
        })
        .collect();
    (0..count)
        .map(|index| {
            let mut near: Vec<f64> = (0..5)
                .map(|step| moves[(index + count + step - 2) % count].1)
                .collect();
            near.sort_by(f64::total_cmp);
            let (inward, own) = moves[index];
            let offset = if (own - near[2]).abs() > 0.5 * cell_px {
                near[2]
            } else {
                own
            };
            points[index] + inward * offset
        })
        .collect()
}

/// The probability of every cell to show the cap, whatever its plane.
pub fn cap_probability(prediction: &LocatorPrediction) -> Picture {
    let mut cap = Picture::filled(MAP_SIZE, MAP_SIZE, 0.0);
    for plane in Plane::ALL {
        for (value, p) in cap.luma.iter_mut().zip(prediction.label(Label::Cap(plane))) {
            *value += p;
        }
    }
    cap
}

/// The network's places under the hypothesis of a plane.
struct Places<'a> {
    prediction: &'a LocatorPrediction,
    view: &'a View,
    window: Window,
    plane: Plane,
}

impl Places<'_> {
    /// Position of a place in view-plane coordinates.
    fn view_plane(&self, place: Place) -> DVec2 {
        let (fraction, _) = self.prediction.position(place);
        self.window.low() + DVec2::from_array(fraction) * 2.0 * self.window.half_height
    }

    /// Where the ray of a view-plane point meets the plane at `height`.
    fn on_plane(&self, point: DVec2, height: f64) -> Option<DVec2> {
        let ray = self.view.camera.ray(point);
        let (eye, eye_height) = self.plane.to_sketch(self.view.camera.position);
        let (direction, fall) = self.plane.to_sketch(ray);
        let along = (height - eye_height) / fall;
        (along > 0.0 && along.is_finite()).then(|| eye + direction * along)
    }

    /// The height on the normal through `foot` that is nearest to the ray of a view-plane point.
    fn height_over(&self, foot: DVec2, point: DVec2) -> f64 {
        let axis = self.plane.normal();
        let origin: DVec3 = self.plane.to_world(foot, 0.0);
        let ray = self.view.camera.ray(point).normalize();
        let between = origin - self.view.camera.position;
        let cosine = axis.dot(ray);
        (cosine * ray.dot(between) - axis.dot(between)) / (1.0 - cosine * cosine)
    }

    /// The circle on the sketch plane that an upright cylinder's cap lies on: of the two cylinders
    /// that give one picture, the one that goes down.
    fn circle(&self) -> Option<Shape> {
        let center = self.on_plane(self.view_plane(Place::Corner(0)), 0.0)?;
        let rim = [
            Place::Corner(1),
            Place::Corner(2),
            Place::Middle(0),
            Place::Middle(1),
            Place::Middle(2),
        ];
        let mut radii = rim
            .iter()
            .map(|&place| {
                self.on_plane(self.view_plane(place), 0.0)
                    .map(|p| p.distance(center))
            })
            .collect::<Option<Vec<_>>>()?;
        radii.sort_by(f64::total_cmp);
        let depth = self.height_over(center, self.view_plane(Place::Far));
        Some(Shape {
            plane: self.plane,
            profile: Profile::Circle {
                center,
                radius: radii[2].max(0.05),
            },
            depth: -(-depth).clamp(*DEPTH.start(), 20.0),
        })
    }

    /// Loops that start at each corner that can be the first, upwards and downwards.
    fn loops(&self) -> Vec<Shape> {
        let mut shapes = Vec::new();
        for first in 0..3 {
            let corner = |step: usize| self.view_plane(Place::Corner((first + step) % 3));
            let middle = |step: usize| self.view_plane(Place::Middle((first + step) % 3));
            let start = corner(0);
            let height = self.height_over(DVec2::ZERO, start);
            let tolerance = self.axis_tolerance();
            for up in [true, false] {
                let cap = if up {
                    height.clamp(0.0, *DEPTH.end())
                } else {
                    0.0
                };
                let axis = self.view.camera.project(self.plane.normal() * cap);
                if axis.is_none_or(|axis| axis.distance(start) > tolerance) {
                    continue;
                }
                let depth = if up {
                    cap.max(*DEPTH.start())
                } else {
                    let far = self.height_over(DVec2::ZERO, self.view_plane(Place::Far));
                    -(-far).clamp(*DEPTH.start(), *DEPTH.end())
                };
                shapes.extend(self.loop_at(cap, depth, corner, middle));
            }
        }
        shapes
    }

    /// Loops cut out of the cap's outline, upwards and downwards.
    fn cuts(&self, outline: &[DVec2], labels: &LabelEdges) -> Vec<Shape> {
        let points: Option<Vec<DVec2>> = outline
            .iter()
            .map(|&point| self.on_plane(point, 0.0))
            .collect();
        let Some(mut points) = points.filter(|points| points.len() == OUTLINE_POINTS) else {
            return Vec::new();
        };
        let mut outline = outline.to_vec();
        if signed_area(&points) < 0.0 {
            points.reverse();
            outline.reverse();
        }
        let stretches = Stretches::new(points);
        let mut shapes = Vec::new();
        for start in self.starts(&outline) {
            for cut in stretches.best_cuts(near(start), CUTS) {
                shapes.extend(self.shapes_of_cut(&cut, outline[cut.first], labels));
            }
        }
        shapes
    }

    /// The shapes whose cap is cut like this, upwards and downwards; `first` is the first corner in
    /// view-plane coordinates.
    fn shapes_of_cut(&self, cut: &Cut, first: DVec2, labels: &LabelEdges) -> Vec<Shape> {
        let mut shapes = Vec::new();
        // Lifting the cap scales it about the camera.
        let height = self
            .height_over(DVec2::ZERO, first)
            .clamp(0.0, *DEPTH.end());
        let (eye, eye_height) = self.plane.to_sketch(self.view.camera.position);
        let lifted = |point: DVec2| eye + (point - eye) * (1.0 - height / eye_height);
        if height > *DEPTH.start() {
            let origin = lifted(cut.corners[0]);
            let corners = [1, 2].map(|corner| lifted(cut.corners[corner]) - origin);
            shapes.push(self.cut_shape(corners, cut.bulges, height));
        }
        let origin = self.view.camera.project(DVec3::ZERO).unwrap_or(DVec2::ZERO);
        if origin.distance(first) < self.axis_tolerance() {
            let corners = [1, 2].map(|corner| cut.corners[corner] - cut.corners[0]);
            let residual =
                |shape: &Shape| measure(shape, self.view, labels, 6.0 * labels.cell()).residual_px;
            let down = DEPTHS
                .map(|depth| self.cut_shape(corners, cut.bulges, -depth))
                .map(|shape| (residual(&shape), shape));
            shapes.extend(
                down.into_iter()
                    .min_by(|a, b| a.0.total_cmp(&b.0))
                    .map(|best| best.1),
            );
        }
        shapes
    }

    fn cut_shape(&self, corners: [DVec2; 2], bulges: [f64; 3], depth: f64) -> Shape {
        let bulges = bulges.map(|bulge| bulge.clamp(-1.0, 1.0));
        let profile = Profile::Loop {
            corners,
            bulges,
            bends: [true; 3],
        };
        Shape {
            plane: self.plane,
            profile,
            depth,
        }
    }

    fn axis_tolerance(&self) -> f64 {
        AXIS_TOLERANCE * 2.0 * self.window.half_height
    }

    /// Points of the outline nearest to the normal through the origin, on which the first corner of
    /// the cap must lie: all that are nearer than their neighbours.
    fn starts(&self, outline: &[DVec2]) -> Vec<usize> {
        let distance = |index: usize| {
            let height = self
                .height_over(DVec2::ZERO, outline[index])
                .clamp(0.0, *DEPTH.end());
            let axis = self.view.camera.project(self.plane.normal() * height);
            axis.map_or(f64::INFINITY, |axis| axis.distance(outline[index]))
        };
        let distances: Vec<f64> = (0..outline.len()).map(distance).collect();
        let count = outline.len();
        (0..count)
            .filter(|&index| {
                distances[index] < self.axis_tolerance()
                    && distances[index] <= distances[(index + 1) % count]
                    && distances[index] < distances[(index + count - 1) % count]
            })
            .collect()
    }

    fn loop_at(
        &self,
        cap: f64,
        depth: f64,
        corner: impl Fn(usize) -> DVec2,
        middle: impl Fn(usize) -> DVec2,
    ) -> Option<Shape> {
        let corners = [
            self.on_plane(corner(1), cap)?,
            self.on_plane(corner(2), cap)?,
        ];
        let all = [DVec2::ZERO, corners[0], corners[1], DVec2::ZERO];
        let mut bulges = [0.0; 3];
        for (curve, bulge) in bulges.iter_mut().enumerate() {
            let chord = all[curve + 1] - all[curve];
            let height = self.on_plane(middle(curve), cap)? - all[curve].midpoint(all[curve + 1]);
            // A positive bulge lies to the right of its chord.
            let sagitta = -chord.perp().dot(height) / chord.length().max(0.05);
            *bulge = (2.0 * sagitta / chord.length().max(0.05)).clamp(-0.95, 0.95);
        }
        Some(Shape {
            plane: self.plane,
            profile: Profile::Loop {
                corners,
                bulges,
                bends: [true; 3],
            },
            depth,
        })
    }
}

/// The outline's points around `start`.
fn near(start: usize) -> impl Iterator<Item = usize> {
    (-START_REACH..=START_REACH)
        .map(move |step| (start as isize + step).rem_euclid(OUTLINE_POINTS as isize) as usize)
}
