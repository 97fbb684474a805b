//! What two sets share that touch, and what one set holds.

use glam::DVec3;

use super::expression::Expression;
use super::scene::Scene;
use super::solid::made;
use crate::SetOperation::Intersect;
use crate::construction::Construction;
use crate::kernel::DIRECTIONS;
use crate::outline::DEFAULT_TOLERANCE;

/// How far one set is pushed at most, in model units: well above the distance below which points are one.
const PUSH: f64 = 10.0 * DEFAULT_TOLERANCE;

/// The second push is this part of the first.
const LESS: f64 = 0.25;

/// By how much the shared volume grows from the smaller push to the larger one, at most, where it
/// grows with the push itself: between 4, its growth, and 8, that with the power of 3/2.
const GROWTH_OF_A_FACE: f64 = 5.7;

/// Whether two sets share space or a piece of a face, not only lines and points; `None` where their
/// axes have no common coordinates.
///
/// Where one is pushed into the other, the volume that they share grows with the push if they touch in
/// a face. If they touch in a line it grows at least with its power of 3/2: a cylinder that grazes a wall.
pub(crate) fn share_a_face(body: &Construction, tool: &Construction) -> Option<bool> {
    for direction in DIRECTIONS {
        let [less, more] = [LESS * PUSH, PUSH].map(|push| shared(body, tool, push * direction));
        let (less, more) = (less?, more?);
        if more > 0.0 && more < GROWTH_OF_A_FACE * less {
            return Some(true);
        }
    }
    Some(false)
}

/// Stacks of a set up to which its volume is asked for: quadrature takes longer with each.
const MAX_STACKS: usize = 16;

/// The volume of a set; `None` where its axes have no common coordinates, and for one of many stacks.
pub(crate) fn volume_of(set: &Construction) -> Option<f64> {
    let mut sources = Vec::new();
    let all = made(set, &mut sources)?;
    if sources.len() > MAX_STACKS {
        return None;
    }
    Some(Scene::new(&sources, all)?.volume().value)
}

/// The volume that the body shares with the moved tool.
fn shared(body: &Construction, tool: &Construction, by: DVec3) -> Option<f64> {
    let tool = tool.moved(by);
    let mut sources = Vec::new();
    let [body, tool] = [body, &tool].map(|set| made(set, &mut sources));
    let both = Expression::boolean(Intersect, body?, tool?);
    Some(Scene::new(&sources, both)?.volume().value)
}
