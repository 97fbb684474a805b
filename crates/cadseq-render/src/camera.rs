//! The pinhole camera and the window of its view plane that a picture shows.

use glam::{DMat3, DVec2, DVec3};

/// Half the vertical field of view of the paper's camera, in degrees.
const PAPER_HALF_FOV_DEG: f64 = 30.0;

/// How points in front of a camera reach its view plane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Projection {
    /// Through the centre of projection: view-plane coordinates are `x / z`.
    #[default]
    Perspective,
    /// Along the viewing direction: view-plane coordinates are `x`, in model units.
    Orthographic,
}

/// A camera in the world (model units).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// Centre of projection; of an orthographic camera, any point that sees the middle of its view
    /// plane, in front of which everything is seen.
    pub position: DVec3,
    /// Rows: picture right, picture down, viewing direction; a rotation.
    pub camera_from_world: DMat3,
    /// Perspective or orthographic.
    pub projection: Projection,
}

impl Camera {
    /// A perspective camera at `position` that looks at `target` with world `up` upwards in the picture,
    /// then turned by `roll_rad` about the viewing direction.
    pub fn look_at(position: DVec3, target: DVec3, up: DVec3, roll_rad: f64) -> Self {
        let forward = (target - position).normalize();
        let right = forward.cross(up).normalize();
        let down = forward.cross(right);
        let (sine, cosine) = (libm::sin(roll_rad), libm::cos(roll_rad));
        let rolled_right = right * cosine + down * sine;
        let rolled_down = down * cosine - right * sine;
        Self {
            position,
            camera_from_world: DMat3::from_cols(rolled_right, rolled_down, forward).transpose(),
            projection: Projection::Perspective,
        }
    }

    /// The paper's camera: at (20, 20, 20), looking at the origin, Z up.
    pub fn paper() -> Self {
        Self::look_at(DVec3::splat(20.0), DVec3::ZERO, DVec3::Z, 0.0)
    }

    /// Camera coordinates (right, down, depth) of a world point.
    pub fn to_camera(&self, world: DVec3) -> DVec3 {
        self.camera_from_world * (world - self.position)
    }

    /// View-plane coordinates of a world point; `None` behind the camera.
    pub fn project(&self, world: DVec3) -> Option<DVec2> {
        let camera = self.to_camera(world);
        (camera.z > 1e-9).then(|| self.to_view_plane(camera))
    }

    /// View-plane coordinates of a point in camera coordinates, in front of the camera.
    pub fn to_view_plane(&self, camera: DVec3) -> DVec2 {
        match self.projection {
            Projection::Perspective => camera.truncate() / camera.z,
            Projection::Orthographic => camera.truncate(),
        }
    }

    /// World direction (not normalized) of the ray through a view-plane point.
    pub fn ray(&self, view_plane: DVec2) -> DVec3 {
        let direction = match self.projection {
            Projection::Perspective => view_plane.extend(1.0),
            Projection::Orthographic => DVec3::Z,
        };
        self.camera_from_world.transpose() * direction
    }
}

/// A rectangle of the view plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Its middle, in view-plane coordinates.
    pub center: DVec2,
    /// Half its height, in view-plane units.
    pub half_height: f64,
}

impl Window {
    /// The square window around the box `low..high` (view-plane coordinates) that leaves `margin`
    /// of the box's longer side free on each side.
    pub fn around(low: DVec2, high: DVec2, margin: f64) -> Self {
        let longer = (high - low).max_element().max(1e-3);
        Self {
            center: low.midpoint(high),
            half_height: longer * (0.5 + margin),
        }
    }

    /// The window's left upper corner, if it is a square.
    pub fn low(&self) -> DVec2 {
        self.center - self.half_height
    }
}

/// A camera with the window it is seen through and the picture's size in pixels; pixels are square.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// The camera.
    pub camera: Camera,
    /// What part of its view plane the picture shows.
    pub window: Window,
    /// Picture width in pixels.
    pub width: usize,
    /// Picture height in pixels.
    pub height: usize,
}

impl View {
    /// The paper's view: its camera, 60 degrees of vertical field of view, `size` x `size` pixels.
    pub fn paper(size: usize) -> Self {
        Self::paper_sized(size, size)
    }

    /// The paper's camera and vertical field of view in a picture of any shape.
    pub fn paper_sized(width: usize, height: usize) -> Self {
        let half_height = libm::tan(PAPER_HALF_FOV_DEG.to_radians());
        let window = Window {
            center: DVec2::ZERO,
            half_height,
        };
        Self {
            camera: Camera::paper(),
            window,
            width,
            height,
        }
    }

    /// View-plane units per pixel.
    pub fn units_per_pixel(&self) -> f64 {
        2.0 * self.window.half_height / self.height as f64
    }

    /// View-plane point of a pixel position.
    pub fn view_plane_from_pixel(&self, pixel: DVec2) -> DVec2 {
        let middle = DVec2::new(self.width as f64, self.height as f64) / 2.0;
        self.window.center + (pixel - middle) * self.units_per_pixel()
    }

    /// Pixel position of a view-plane point.
    pub fn pixel_from_view_plane(&self, view_plane: DVec2) -> DVec2 {
        let middle = DVec2::new(self.width as f64, self.height as f64) / 2.0;
        middle + (view_plane - self.window.center) / self.units_per_pixel()
    }

    /// Pixel position of a world point; `None` behind the camera.
    pub fn project(&self, world: DVec3) -> Option<DVec2> {
        self.camera
            .project(world)
            .map(|point| self.pixel_from_view_plane(point))
    }

    /// The smallest box of view-plane coordinates that holds what the picture shows of `points`
    /// (world); `None` if it shows none of them.
    pub fn bounds(&self, points: &[DVec3]) -> Option<(DVec2, DVec2)> {
        let half = DVec2::new(self.width as f64, self.height as f64) * self.units_per_pixel() / 2.0;
        let (frame_low, frame_high) = (self.window.center - half, self.window.center + half);
        let mut projected = points
            .iter()
            .filter_map(|&point| self.camera.project(point));
        let first = projected.next()?;
        let (low, high) =
            projected.fold((first, first), |(low, high), p| (low.min(p), high.max(p)));
        let (low, high) = (low.max(frame_low), high.min(frame_high));
        low.cmplt(high).all().then_some((low, high))
    }

    /// The view of the same camera through `window`, in a square picture.
    pub fn through(&self, window: Window, size: usize) -> Self {
        Self {
            camera: self.camera,
            window,
            width: size,
            height: size,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_camera_sees_the_origin_in_the_middle() {
        let view = View::paper(512);
        let middle = view.project(DVec3::ZERO).expect("in front");
        assert!(middle.distance(DVec2::splat(256.0)) < 1e-9);
        let up = view.project(DVec3::Z).expect("in front");
        assert!(up.y < 256.0 && (up.x - 256.0).abs() < 1e-9);
        // Seen from (1, 1, 1), +X points down left and +Y down right.
        let x = view.project(DVec3::X).expect("in front");
        let y = view.project(DVec3::Y).expect("in front");
        assert!(x.x < 256.0 && x.y > 256.0 && y.x > 256.0 && y.y > 256.0);
    }

    #[test]
    fn rays_undo_projection() {
        let view = View::paper(512);
        let world = DVec3::new(3.0, -2.0, 5.0);
        let pixel = view.project(world).expect("in front");
        let ray = view.camera.ray(view.view_plane_from_pixel(pixel));
        let along = (world - view.camera.position).dot(ray) / ray.length_squared();
        assert!((view.camera.position + ray * along).distance(world) < 1e-9);
    }
}
