//! Comparison with pictures and texts in `tests/ref`.
//!
//! Where something looks different, what was found is kept beside the other files of this build, a
//! picture with a second one that shows what was expected, what was found and the difference.

use std::fs;
use std::path::{Path, PathBuf};

use cadseq_render::{Picture, decode_picture, encode_png};

/// Set to anything, it makes tests write the references instead of comparing with them.
const UPDATE: &str = "CADSEQ_UPDATE_REFERENCES";

/// A file among the references.
pub(crate) fn reference(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/ref")
        .join(name)
}

/// What is wrong with a picture, pixel by pixel; `None` where it is the reference.
pub(crate) fn picture_fault(name: &str, found: &Picture) -> Option<String> {
    let path = reference(name);
    if updates(&path, &encode_png(found)) {
        return None;
    }
    let Some(expected) = fs::read(&path)
        .ok()
        .map(|bytes| decode_picture(&bytes).expect("a picture"))
    else {
        let kept = keep(name, &encode_png(found));
        return Some(fault(&path, "is missing", &kept));
    };
    if levels(&expected) == levels(found) {
        return None;
    }
    let kept = keep(name, &encode_png(found));
    if (expected.width, expected.height) != (found.width, found.height) {
        return Some(fault(&path, "has another size", &kept));
    }
    let comparison = keep(
        &name.replace(".png", "-difference.png"),
        &encode_png(&side_by_side(&expected, found)),
    );
    let looks = format!("looks different, see {}", comparison.display());
    Some(fault(&path, &looks, &kept))
}

/// What is wrong with a text; `None` where it is the reference.
pub(crate) fn text_fault(name: &str, found: &str) -> Option<String> {
    let path = reference(name);
    if updates(&path, found.as_bytes()) {
        return None;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if expected == found {
        return None;
    }
    let what = format!("says\n{expected}but this was found:\n{found}It");
    Some(fault(&path, &what, &keep(name, found.as_bytes())))
}

fn updates(path: &Path, bytes: &[u8]) -> bool {
    let wanted = std::env::var_os(UPDATE).is_some();
    if wanted {
        fs::create_dir_all(path.parent().expect("a file's path")).expect("a folder");
        fs::write(path, bytes).expect("the reference is written");
    }
    wanted
}

fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name.replace('/', "-"));
    fs::write(&kept, bytes).expect("what was found is kept");
    kept
}

fn fault(path: &Path, what: &str, kept: &Path) -> String {
    format!(
        "{} {what}; the new one is {}. If it is right: \
         {UPDATE}=1 cargo test --release -p cadseq-render --test suite",
        path.display(),
        kept.display()
    )
}

fn levels(picture: &Picture) -> Vec<u8> {
    let level = |value: &f32| (value * 255.0 + 0.5) as u8;
    picture.luma.iter().map(level).collect()
}

/// Expected, found, and where they differ (dark), in one picture.
fn side_by_side(expected: &Picture, found: &Picture) -> Picture {
    let (width, height) = (found.width, found.height);
    let mut all = Picture::filled(3 * width, height, 1.0);
    for y in 0..height {
        for x in 0..width {
            let (before, now) = (expected.at(x, y), found.at(x, y));
            let row = y * all.width;
            all.luma[row + x] = before;
            all.luma[row + width + x] = now;
            all.luma[row + 2 * width + x] = 1.0 - (before - now).abs();
        }
    }
    all
}

#[test]
fn comparison_shows_both_pictures_and_the_difference() {
    let (mut expected, found) = (Picture::filled(2, 1, 0.5), Picture::filled(2, 1, 0.5));
    expected.luma[1] = 0.75;
    let all = side_by_side(&expected, &found);
    assert_eq!(all.luma, [0.5, 0.75, 0.5, 0.5, 1.0, 0.75]);
}
