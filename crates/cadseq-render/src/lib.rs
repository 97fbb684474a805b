//! Pictures of solids.
//!
//! [`View`] says from where and through which window ([`Standpoint`] has the usual ones), [`rasterize()`] finds the visible face of every
//! sample, a [`Style`] turns that into a [`Picture`]; [`degrade()`] makes it look like somebody
//! else's. The same input gives the same bytes on every machine.
//!
//! A [`Shot`] is a coloured picture of any kind from anywhere, drawn at random: [`shoot()`] paints it and says what each
//! sample sees, as a [`SurfaceBuffer`].
//!
//! Three coordinate spaces, all right for pictures (x right, y down):
//! *view-plane* coordinates are `x / z` in the camera's frame, so the paper's picture spans
//! `-tan(30 deg) .. tan(30 deg)`; *pixel* coordinates have pixel centres at `.5`; *sample*
//! coordinates are pixels times the supersampling.

pub mod camera;
mod clutter;
pub mod codec;
pub mod color;
pub mod degrade;
pub mod looks;
mod overlay;
pub mod picture;
pub mod raster;
mod scene;
mod shoot;
mod shot;
mod standpoint;
pub mod style;
pub mod surfaces;

pub use camera::{Camera, Projection, View, Window};
pub use codec::{
    CodecError, Lens, LensNote, MAX_PIXELS, Photo, decode_photo, decode_picture, encode_png,
    encode_png_rgb, encode_png_rgba,
};
pub use color::ColorPicture;
pub use degrade::{Degradation, degrade};
pub use looks::{Look, LookKind};
pub use overlay::{OVERLAY_CHORD_TOLERANCE, line_drawing, overlay};
pub use picture::Picture;
pub use raster::{NO_FACE, SampleBuffer, rasterize};
pub use shoot::shoot;
pub use shot::Shot;
pub use standpoint::Standpoint;
pub use style::{EdgeLines, Style, StyleName, draw};
pub use surfaces::{Exits, NO_SURFACE, SurfaceBuffer, exits, surfaces};
