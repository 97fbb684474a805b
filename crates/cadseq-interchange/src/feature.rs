//! What Fusion 360's API, and after it the Gallery, DeepCAD and Text2CAD, call the ways in which a body meets others.

use cadseq_program::BooleanOperation;

/// A body in a component of its own, which the language does not tell from any new body.
const NEW_COMPONENT: &str = "NewComponentFeatureOperation";

/// Its name among the API's `FeatureOperations`.
pub const fn name(boolean: BooleanOperation) -> &'static str {
    match boolean {
        BooleanOperation::Join => "JoinFeatureOperation",
        BooleanOperation::Cut => "CutFeatureOperation",
        BooleanOperation::Intersect => "IntersectFeatureOperation",
        BooleanOperation::New => "NewBodyFeatureOperation",
    }
}

/// The one with this name.
pub fn from_name(wanted: &str) -> Option<BooleanOperation> {
    if wanted == NEW_COMPONENT {
        return Some(BooleanOperation::New);
    }
    let mut all = BooleanOperation::ALL.into_iter();
    all.find(|&boolean| name(boolean) == wanted)
}
