//! The two looks at a picture.

use cadseq_model::{Device, Mapper, MapperConfig, Maps, WeightsError, from_safetensors};
use cadseq_render::{ColorPicture, Picture};

use super::error::SeeError;
use super::ground::Ground;
use super::objects::{Object, PixelBox, objects};
use crate::camera::{
    CameraGuess, Crop, Directions, Framing, KnownCamera, Lens, detect_lines, guess_cameras,
};
use crate::clock::Clock;

/// The weights that are part of the program.
const BUILT_IN_WEIGHTS: &[u8] = include_bytes!(concat!(
    env!("CADSEQ_WEIGHTS"),
    "/mapper/mapper.safetensors"
));

/// Pixels along each side of the whole picture at the first look, and of the part's crop at the second: the size of the crops that
/// the built-in weights learnt from last, for parts of other sizes in pixels are seen worse.
const FIRST_LOOK_SIZE: usize = 192;
const SECOND_LOOK_SIZE: usize = 192;

/// What is left free around the part at the second look, as a share of its longer side.
const MARGIN: f64 = 0.12;

/// A part whose longer side is below this share of the picture's gets a first look of its own
/// surroundings, because its mask is only a few pixels wide.
const SMALL_SHARE: f64 = 0.25;

/// How many times as wide as the part that look is.
const SURROUNDINGS: f64 = 2.5;

/// Mean certainty over an object's pixels below which it is not taken for a part.
const MIN_CERTAINTY: f64 = 0.6;

/// Length of an object's contact with a border, as a share of its longer side, from which on it counts as
/// cut off there.
const CUT_OFF_SHARE: f64 = 0.12;

/// What a caller may choose.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SeeOptions {
    /// Which object, from 0, in the order of [`Sight::objects`].
    pub object: usize,
    /// Whether a part that the border cuts off is an answer instead of an error.
    pub accept_cut_off: bool,
    /// What is known of the lens.
    pub lens: Option<Lens>,
    /// The camera, where it is known: then nothing else is looked for.
    pub camera: Option<KnownCamera>,
}

/// What is seen of a part.
#[derive(Debug, Clone, PartialEq)]
pub struct Sight {
    /// Boxes of all objects of the picture in its pixels, the largest and most central first.
    pub objects: Vec<PixelBox>,
    /// The box of the part that was looked at, in pixels of the picture.
    pub bounds: PixelBox,
    /// Mean probability over the part's pixels that they show a part.
    pub certainty: f64,
    /// Whether the ground is plain, one colour or a gradient, as renderings and screenshots have.
    pub is_ground_plain: bool,
    /// The square that was looked at.
    pub crop: Crop,
    /// Its maps; other objects are taken out of the mask.
    pub maps: Maps,
    /// Where the camera may stand, the best guess first.
    pub cameras: Vec<CameraGuess>,
    /// Where the time went.
    pub millis: SightMillis,
}

/// Where the time went, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SightMillis {
    /// The first look, which finds the part.
    pub find: f64,
    /// The second look.
    pub maps: f64,
    /// The camera.
    pub camera: f64,
}

/// Looks at pictures.
pub struct Seer {
    mapper: Mapper,
    device: Device,
}

impl Seer {
    /// With the weights that are part of the program.
    ///
    /// # Errors
    /// Never with weights that belong to this version.
    pub fn built_in() -> Result<Self, WeightsError> {
        Self::from_weights(BUILT_IN_WEIGHTS)
    }

    /// With weights of one's own training.
    ///
    /// # Errors
    /// If the bytes are not weights of this version's network.
    pub fn from_weights(bytes: &[u8]) -> Result<Self, WeightsError> {
        let device = Device::flex();
        let mapper = from_safetensors(bytes, MapperConfig::new().init(&device))?.folded();
        Ok(Self { mapper, device })
    }

    /// Looks at the part that `picture` shows.
    ///
    /// # Errors
    /// See [`SeeError`].
    pub fn see(&self, picture: &ColorPicture, options: &SeeOptions) -> Result<Sight, SeeError> {
        check(picture)?;
        let mut clock = Clock::start();
        let whole = whole(picture);
        let first = self.look(picture, whole, FIRST_LOOK_SIZE);
        let found = found(&first, whole)?;
        let ground = Ground::found(picture, &first, whole);
        let object = *found.get(options.object).ok_or(SeeError::NoSuchObject {
            found: found.len(),
            wanted: options.object + 1,
        })?;
        let object = if object.longer_side() < SMALL_SHARE * longer_side(picture) {
            self.look_around(picture, object)
        } else {
            object
        };
        let object = match &ground {
            Some(ground) => ground.connected(object, &first, whole),
            None => object,
        };
        let find = clock.lap();
        let crop = Crop::around(object.center(), object.longer_side() * (1.0 + 2.0 * MARGIN));
        let mut maps = self.look(picture, crop, SECOND_LOOK_SIZE);
        if let Some(ground) = &ground {
            ground.decide(&mut maps, crop);
        }
        let part = keep_part(&mut maps, crop, &object)?;
        let bounds = part.bounds.in_picture(crop, SECOND_LOOK_SIZE);
        if !options.accept_cut_off {
            check_borders(&maps, crop, picture, bounds.longer_side())?;
        }
        let seen = clock.lap();
        let framing = Framing {
            crop,
            width: picture.width(),
            height: picture.height(),
        };
        let cameras = match options.camera {
            Some(known) => vec![known.guess(&framing)],
            None => cameras(picture, &maps, framing, options.lens),
        };
        Ok(Sight {
            objects: found,
            bounds,
            certainty: part.certainty,
            is_ground_plain: ground.is_some(),
            crop,
            maps,
            cameras,
            millis: SightMillis {
                find,
                maps: seen,
                camera: clock.lap(),
            },
        })
    }

    /// The maps of a square of the picture.
    pub fn look(&self, picture: &ColorPicture, crop: Crop, size: usize) -> Maps {
        let pixels = picture.crop(crop.left, crop.top, crop.side, size);
        let planes = pixels.planes.into_iter().flat_map(|plane| plane.luma);
        self.mapper.predict(planes.collect(), size, &self.device)
    }

    /// The box of a small object, from a closer look at its surroundings; the same box where that
    /// shows nothing.
    fn look_around(&self, picture: &ColorPicture, object: PixelBox) -> PixelBox {
        let crop = Crop::around(object.center(), object.longer_side() * SURROUNDINGS);
        let maps = self.look(picture, crop, FIRST_LOOK_SIZE);
        let found = objects(&maps.mask, FIRST_LOOK_SIZE);
        let found = found
            .first()
            .map(|o| o.bounds.in_picture(crop, FIRST_LOOK_SIZE));
        found.unwrap_or(object)
    }
}

/// Boxes of the objects that a look at the whole picture shows, in pixels of the picture.
fn found(maps: &Maps, whole: Crop) -> Result<Vec<PixelBox>, SeeError> {
    let mut found = objects(&maps.mask, maps.size);
    found.retain(|object| object.certainty >= MIN_CERTAINTY);
    if found.is_empty() {
        let most = maps.mask.iter().copied().fold(0.0, f32::max);
        return Err(SeeError::NoPart {
            percent: f64::from(most) * 100.0,
        });
    }
    let boxes = found.iter().map(|o| o.bounds.in_picture(whole, maps.size));
    Ok(boxes.collect())
}

/// The smallest square around all of a picture.
fn whole(picture: &ColorPicture) -> Crop {
    let middle = [picture.width(), picture.height()].map(|side| side as f64 / 2.0);
    Crop::around(middle, longer_side(picture))
}

/// The camera, from the maps and the picture's own straight lines.
fn cameras(
    picture: &ColorPicture,
    maps: &Maps,
    framing: Framing,
    lens: Option<Lens>,
) -> Vec<CameraGuess> {
    let lines = detect_lines(&picture.to_grey(), maps, &framing);
    guess_cameras(&Directions::of(maps), &lines, framing, lens)
}

fn longer_side(picture: &ColorPicture) -> f64 {
    picture.width().max(picture.height()) as f64
}

fn check(picture: &ColorPicture) -> Result<(), SeeError> {
    let (width, height) = (picture.width(), picture.height());
    if width.min(height) < 32 {
        return Err(SeeError::TooSmall { width, height });
    }
    let range = |plane: &Picture| {
        let all = plane.luma.iter().copied();
        all.fold((1.0_f32, 0.0_f32), |(low, high), v| {
            (low.min(v), high.max(v))
        })
    };
    let ranges = picture.planes.each_ref().map(range);
    if ranges.iter().all(|(low, high)| high - low < 0.01) {
        let shade = match ranges[1].1 {
            ..0.1 => "black",
            0.9.. => "white",
            _ => "grey",
        };
        return Err(SeeError::Plain { shade });
    }
    Ok(())
}

/// Takes everything out of the mask that is not the object that was found first, or a body of the same
/// part: what lies inside its box.
fn keep_part(maps: &mut Maps, crop: Crop, object: &PixelBox) -> Result<Object, SeeError> {
    let size = maps.size;
    let mut found = objects(&maps.mask, size);
    let inside = |candidate: &Object| {
        let [x, y] = candidate.bounds.in_picture(crop, size).center();
        x > object.left && x < object.right && y > object.top && y < object.bottom
    };
    found.retain(inside);
    let most = maps.mask.iter().copied().fold(0.0, f32::max);
    let mut found = found.into_iter();
    let Some(mut part) = found.next().filter(|part| part.certainty >= MIN_CERTAINTY) else {
        return Err(SeeError::NoPart {
            percent: f64::from(most) * 100.0,
        });
    };
    for body in found {
        part.absorb(body);
    }
    let mut kept = vec![false; size * size];
    for &pixel in &part.pixels {
        kept[pixel] = true;
    }
    for (pixel, value) in maps.mask.iter_mut().enumerate() {
        if !kept[pixel] {
            *value = value.min(0.5);
        }
    }
    Ok(part)
}

/// Refuses a part that touches the picture's border along a good part of its length.
fn check_borders(
    maps: &Maps,
    crop: Crop,
    picture: &ColorPicture,
    longer_side: f64,
) -> Result<(), SeeError> {
    let scale = crop.side / maps.size as f64;
    let (width, height) = (picture.width() as f64, picture.height() as f64);
    let mut contact = [0_usize; 4];
    for pixel in (0..maps.mask.len()).filter(|&pixel| maps.mask[pixel] > 0.5) {
        let x = crop.left + ((pixel % maps.size) as f64 + 0.5) * scale;
        let y = crop.top + ((pixel / maps.size) as f64 + 0.5) * scale;
        let near = [x, width - x, y, height - y].map(|distance| (0.0..scale).contains(&distance));
        for (contact, near) in contact.iter_mut().zip(near) {
            *contact += usize::from(near);
        }
    }
    let names = ["left", "right", "upper", "lower"];
    let worst = (0..4).max_by_key(|&side| contact[side]).unwrap_or(0);
    if contact[worst] as f64 * scale > CUT_OFF_SHARE * longer_side {
        return Err(SeeError::CutOff { side: names[worst] });
    }
    Ok(())
}
