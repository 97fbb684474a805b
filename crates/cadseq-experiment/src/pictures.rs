//! The pictures of programs, and what the encoder sees of them.

use cadseq_dataset::shard::PICTURE_CHORD_TOLERANCE;
use cadseq_model::{Crop, PictureInput};
use cadseq_program::Program;
use cadseq_reconstruct::find::find;
use cadseq_render::{Picture, Style, View, Window, draw};
use cadseq_solid::Prism;

/// The paper's picture of a program of a data set, in the 256 greys of a file and with the bytes of its shard;
/// `None` where it is not a prism.
pub fn paper_picture(program: &Program, size: usize) -> Option<Picture> {
    let prism = Prism::from_program(program).ok()?;
    let mesh = prism.mesh(PICTURE_CHORD_TOLERANCE);
    let mut picture = draw(&mesh, &View::paper(size), &Style::paper());
    for luma in &mut picture.luma {
        *luma = f32::from(byte(*luma)) / 255.0;
    }
    Some(picture)
}

/// What the encoder sees of a picture: its middle square, all of it in the paper's pictures, or a crop
/// around the object that is found in it. Where none is found, the crop is the middle square.
pub fn encoder_input(picture: &Picture, size: usize, crop: bool) -> PictureInput {
    if !crop {
        return PictureInput {
            size,
            luma: bytes(&middle(picture, size).1),
            crop: None,
        };
    }
    let (window, cropped) = match find(picture) {
        Ok(scene) => {
            let window = scene.window();
            (window, scene.crop(window, size))
        }
        Err(_) => middle(picture, size),
    };
    PictureInput {
        size,
        luma: bytes(&cropped),
        crop: Some(Crop {
            center: window.center.to_array(),
            half_side: window.half_height,
        }),
    }
}

fn middle(picture: &Picture, size: usize) -> (Window, Picture) {
    let view = View::paper_sized(picture.width, picture.height);
    let side = picture.height as f64;
    let left = (picture.width as f64 - side) / 2.0;
    (view.window, picture.crop(left, 0.0, side, size))
}

fn bytes(picture: &Picture) -> Vec<u8> {
    picture.luma.iter().map(|&luma| byte(luma)).collect()
}

fn byte(luma: f32) -> u8 {
    (luma.clamp(0.0, 1.0) * 255.0).round() as u8
}
