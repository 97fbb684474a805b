//! Where samples lie on the view plane, and what is linear over them.

use glam::{DVec2, DVec3, Vec2, Vec3};

use crate::{Projection, View};

/// The samples of a view, and *closeness*: a measure of depth that is linear over the picture on
/// any plane and grows towards the camera (`1 / z` in perspective, `-z` in parallel projections).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct SamplePlane {
    /// View-plane point of sample (0, 0).
    pub origin: Vec2,
    /// View-plane units from one sample to the next.
    pub step: f32,
    /// How points get to the view plane.
    pub projection: Projection,
    origin_exact: DVec2,
    step_exact: f64,
}

impl SamplePlane {
    pub(crate) fn of_view(view: &View, supersampling: usize) -> Self {
        let step = view.units_per_pixel() / supersampling as f64;
        let origin = view.view_plane_from_pixel(DVec2::ZERO) + step / 2.0;
        Self {
            origin: origin.as_vec2(),
            step: step as f32,
            projection: view.camera.projection,
            origin_exact: origin,
            step_exact: step,
        }
    }

    /// Samples of a parallel projection, `step` apart from `origin` on.
    pub(crate) fn parallel(origin: DVec2, step: f64) -> Self {
        Self {
            origin: origin.as_vec2(),
            step: step as f32,
            projection: Projection::Orthographic,
            origin_exact: origin,
            step_exact: step,
        }
    }

    /// Sample position (sample centres at whole numbers) and closeness of a point in camera
    /// coordinates, in front of the camera.
    pub(crate) fn project(&self, camera: DVec3) -> Vec3 {
        let (on_plane, closeness) = match self.projection {
            Projection::Perspective => (camera.truncate() / camera.z, 1.0 / camera.z),
            Projection::Orthographic => (camera.truncate(), -camera.z),
        };
        ((on_plane - self.origin_exact) / self.step_exact)
            .extend(closeness)
            .as_vec3()
    }

    pub(crate) fn depth_of(&self, closeness: f32) -> f32 {
        match self.projection {
            Projection::Perspective => 1.0 / closeness,
            Projection::Orthographic => -closeness,
        }
    }

    /// The point at `depth` seen at a sample position, in camera coordinates.
    pub(crate) fn point(&self, column: f32, row: f32, depth: f32) -> Vec3 {
        let on_plane = self.origin + Vec2::new(column, row) * self.step;
        match self.projection {
            Projection::Perspective => (on_plane * depth).extend(depth),
            Projection::Orthographic => on_plane.extend(depth),
        }
    }

    /// Start and direction (not normalized; 1 along the viewing direction) of a sample's ray.
    pub(crate) fn ray(&self, column: f32, row: f32) -> (Vec3, Vec3) {
        let on_plane = self.origin + Vec2::new(column, row) * self.step;
        match self.projection {
            Projection::Perspective => (Vec3::ZERO, on_plane.extend(1.0)),
            Projection::Orthographic => (on_plane.extend(0.0), Vec3::Z),
        }
    }

    /// Distance between neighbouring samples at a depth, in model units.
    pub(crate) fn sample_size(&self, depth: f32) -> f32 {
        match self.projection {
            Projection::Perspective => self.step * depth,
            Projection::Orthographic => self.step,
        }
    }

    /// Change of closeness from one sample to the next on a surface that is steep by 45 degrees.
    pub(crate) fn closeness_unit(&self, closeness: f32) -> f32 {
        match self.projection {
            Projection::Perspective => self.step * closeness,
            Projection::Orthographic => self.step,
        }
    }

    /// Change of closeness per sample, right and down, on the plane through `point` (camera
    /// coordinates) with this normal.
    pub(crate) fn closeness_gradient(&self, point: Vec3, normal: Vec3) -> Vec2 {
        let divisor = match self.projection {
            Projection::Perspective => normal.dot(point),
            Projection::Orthographic => normal.z,
        };
        let divisor = if divisor.abs() < 1e-9 { -1e-9 } else { divisor };
        normal.truncate() * (self.step / divisor)
    }
}
