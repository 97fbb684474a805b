//! Rotations between the frames of part, picture and crop, and which axis of a part is which.

use cadseq_render::Camera;
use glam::{DMat3, DQuat, DVec2, DVec3};

/// The rotation of the isometric camera, which is the paper's too: from (1, 1, 1), Z up.
pub fn isometric_rotation() -> DMat3 {
    Camera::paper().camera_from_world
}

/// The rotation from the crop camera's frame into the picture camera's: the smallest one that takes
/// the forward axis onto the ray through the crop's middle, which lies `offset_px` from the
/// picture's. `inverse_focal` is per pixel; 0 is a parallel projection, and no rotation.
pub fn picture_from_crop(offset_px: DVec2, inverse_focal: f64) -> DMat3 {
    let ray = (offset_px * inverse_focal).extend(1.0).normalize();
    DMat3::from_quat(DQuat::from_rotation_arc(DVec3::Z, ray))
}

/// A rotation turned by a small rotation vector (radians), which comes last: exact in the direction,
/// `2 atan(|vector| / 2)` in the angle, and without trigonometry the same on every machine.
pub(crate) fn turned(rotation: DMat3, vector: DVec3) -> DMat3 {
    let small = (vector / 2.0).extend(1.0);
    DMat3::from_quat(DQuat::from_vec4(small).normalize()) * rotation
}

/// Names the axes (columns of `camera_from_part`) by the camera that sees the part along `ray`
/// (picture camera's frame): all three point to the camera, Z is the one that points most upwards in
/// the picture, X is to the lower left and Y to the lower right of it. The second value tells for
/// each old axis its new index.
pub fn named(camera_from_part: DMat3, ray: DVec3) -> (DMat3, [usize; 3]) {
    let old = [
        camera_from_part.x_axis,
        camera_from_part.y_axis,
        camera_from_part.z_axis,
    ];
    let facing = old.map(|axis| if axis.dot(ray) > 0.0 { -axis } else { axis });
    let mut up = 0;
    for index in 1..3 {
        if facing[index].y < facing[up].y {
            up = index;
        }
    }
    let (one, other) = ((up + 1) % 3, (up + 2) % 3);
    let right_handed = facing[one].cross(facing[other]).dot(facing[up]) > 0.0;
    let (x, y) = if right_handed {
        (one, other)
    } else {
        (other, one)
    };
    let mut new_index = [0; 3];
    (new_index[x], new_index[y], new_index[up]) = (0, 1, 2);
    (
        DMat3::from_cols(facing[x], facing[y], facing[up]),
        new_index,
    )
}

/// A frame about the `axis` of a turned part (picture camera's frame) that is seen along `ray`: the
/// camera stands over the diagonal of the two other axes. The axis is the third column.
pub(super) fn about_axis(axis: DVec3, ray: DVec3) -> DMat3 {
    let to_camera = -ray;
    let axis = if axis.dot(to_camera) < 0.0 {
        -axis
    } else {
        axis
    };
    // Straight from above, the diagonal is below in the picture.
    let aside = to_camera.reject_from_normalized(axis);
    let diagonal = if aside.length() > 1e-6 {
        aside.normalize()
    } else {
        DVec3::Y.reject_from_normalized(axis).normalize()
    };
    let square = axis.cross(diagonal);
    let x = (diagonal - square).normalize();
    DMat3::from_cols(x, axis.cross(x), axis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_isometric_frame_is_named_as_the_paper_has_it() {
        let expected = isometric_rotation();
        let columns = [expected.x_axis, expected.y_axis, expected.z_axis];
        let shuffled = DMat3::from_cols(-columns[1], columns[2], -columns[0]);
        let (named, new_index) = named(shuffled, DVec3::Z);
        assert!(named.abs_diff_eq(expected, 1e-12));
        assert_eq!(new_index, [1, 2, 0]);
    }

    #[test]
    fn a_turned_part_is_seen_over_the_diagonal() {
        let isometric = isometric_rotation();
        let frame = about_axis(-isometric.z_axis, DVec3::Z);
        assert!(frame.abs_diff_eq(isometric, 1e-9), "{frame:?}");
        let from_above = about_axis(DVec3::NEG_Z, DVec3::Z);
        let (above, _) = named(from_above, DVec3::Z);
        assert!((above.determinant() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn the_crop_camera_looks_at_the_crops_middle() {
        let rotation = picture_from_crop(DVec2::new(300.0, -400.0), 1.0 / 500.0);
        let ray = DVec3::new(300.0, -400.0, 500.0).normalize();
        assert!((rotation * DVec3::Z).distance(ray) < 1e-12);
        // No turn about the viewing direction: the axis of the turn is square to it.
        let (axis, _) = DQuat::from_mat3(&rotation).to_axis_angle();
        assert!(axis.z.abs() < 1e-12);
    }

    #[test]
    fn turning_is_a_rotation() {
        let turned = turned(isometric_rotation(), DVec3::new(0.02, -0.01, 0.03));
        assert!((turned * turned.transpose()).abs_diff_eq(DMat3::IDENTITY, 1e-12));
        let angle = super::super::agreement::rotation_angle_deg(turned, isometric_rotation());
        assert!((angle - 0.037_416_6_f64.to_degrees()).abs() < 1e-3);
    }
}
