//! A part on its table as a camera sees it, with what lies around it.

use cadseq_solid::Mesh;
use glam::{DMat3, DVec3, Vec2, Vec3};
use rand::Rng;

use crate::clutter;
use crate::surfaces::{Body, SamplePlane};
use crate::{Projection, Shot};

/// The part, the things around it and the table's frame, in camera coordinates.
pub(crate) struct Scene {
    pub part: Body,
    /// Things that are not the part.
    pub others: Vec<Body>,
    /// The table's axes (two along it, the third up), unit vectors.
    pub axes: [Vec3; 3],
    /// The point of the table below the middle of the part.
    pub rest: Vec3,
    /// Half the diagonal of the part's box.
    pub radius: f32,
    /// The middle of the part's box.
    pub middle: Vec3,
    /// The part's own axes: columns are X, Y and Z of the part.
    pub part_axes: [Vec3; 3],
    /// World to camera.
    frame: Frame,
}

/// The table's frame in the part's coordinates.
#[derive(Clone, Copy)]
pub(crate) struct Frame {
    /// Columns: two directions along the table, then up.
    pub world_from_table: DMat3,
    /// The point of the table below the part.
    pub rest: DVec3,
    /// Half the diagonal of the part's box.
    pub radius: f64,
    /// Where the camera is, in the table's frame and in radii.
    pub camera: DVec3,
}

impl Scene {
    pub(crate) fn new(part: &Mesh, shot: &Shot) -> Self {
        let camera = &shot.view.camera;
        let points = part.positions.iter().copied();
        let bounds = part.bounds();
        let middle = bounds.center();
        let up = shot.up.normalize();
        let along = up.any_orthonormal_vector();
        let world_from_table = DMat3::from_cols(along, up.cross(along), up);
        let lowest = points
            .map(|point| (point - middle).dot(up))
            .fold(f64::INFINITY, f64::min);
        let rest = middle + up * lowest;
        let radius = bounds.radius().max(1e-9);
        let axes = camera.camera_from_world * world_from_table;
        let table_from_world = world_from_table.transpose();
        let columns = |matrix: DMat3| {
            [matrix.x_axis, matrix.y_axis, matrix.z_axis].map(|column| column.as_vec3())
        };
        Self {
            part: Body::seen_by(part, camera),
            others: Vec::new(),
            axes: columns(axes),
            rest: camera.to_camera(rest).as_vec3(),
            radius: radius as f32,
            middle: camera.to_camera(middle).as_vec3(),
            part_axes: columns(camera.camera_from_world),
            frame: Frame {
                world_from_table,
                rest,
                radius,
                camera: table_from_world * (camera.position - rest) / radius,
            },
        }
    }

    /// Puts `count` things around the part: meshes of `clutter` and simple things of our own.
    pub(crate) fn add_clutter(
        &mut self,
        clutter: &[Mesh],
        count: usize,
        shot: &Shot,
        rng: &mut impl Rng,
    ) {
        let camera = &shot.view.camera;
        let turn = camera.camera_from_world * self.frame.world_from_table;
        let shift = camera.to_camera(self.frame.rest);
        for _ in 0..count {
            let thing = clutter::random_thing(clutter, &self.frame, rng);
            self.others
                .push(thing.moved(turn, self.frame.radius, shift));
        }
    }

    /// A direction of the table's frame in camera coordinates.
    pub(crate) fn direction(&self, in_table: Vec3) -> Vec3 {
        self.axes[0] * in_table.x + self.axes[1] * in_table.y + self.axes[2] * in_table.z
    }

    /// A point in the table's frame, in radii.
    pub(crate) fn to_table(&self, camera: Vec3) -> Vec3 {
        let from_rest = (camera - self.rest) / self.radius;
        Vec3::from_array(self.axes.map(|axis| axis.dot(from_rest)))
    }

    /// Where a sample's ray meets the table, in radii, and the depth there.
    pub(crate) fn on_table(
        &self,
        plane: &SamplePlane,
        column: f32,
        row: f32,
    ) -> Option<(Vec2, f32)> {
        let (from, ray) = plane.ray(column, row);
        let up = self.axes[2];
        let falls = ray.dot(up);
        if falls >= -1e-6 {
            return None;
        }
        let depth = (self.rest - from).dot(up) / falls;
        if depth <= 0.0 && plane.projection == Projection::Perspective {
            return None;
        }
        Some((self.to_table(from + ray * depth).truncate(), depth))
    }
}
