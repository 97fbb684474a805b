//! Any bytes as a picture file: decoded with sane sizes and values, or refused in one line.

#![no_main]

use cadseq_render::{decode_photo, decode_picture};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match decode_photo(bytes) {
        Ok(photo) => {
            let (width, height) = (photo.picture.width(), photo.picture.height());
            assert!(width > 0 && height > 0);
            for plane in &photo.picture.planes {
                assert_eq!(plane.luma.len(), width * height);
                assert!(plane.luma.iter().all(|value| (0.0..=1.0).contains(value)));
            }
            if let Some(lens) = photo.lens {
                assert!((4.9..2001.0).contains(&lens.equivalent_mm()));
            }
            let grey = decode_picture(bytes).expect("the same bytes");
            assert_eq!((grey.width, grey.height), (width, height));
        }
        Err(error) => {
            let message = error.to_string();
            assert!(!message.contains('\n') && message.len() < 1000, "{message}");
        }
    }
});
