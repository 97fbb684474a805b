//! `cadseq.Seer`.

use std::path::PathBuf;

use cadseq_model::{EdgeClass, Maps};
use cadseq_reconstruct::camera::{CameraGuess, KnownCamera, Lens};
use cadseq_reconstruct::seeing::{PixelBox, SeeOptions, Seer as Inner, Sight};
use cadseq_render::{ColorPicture, Projection, decode_photo};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::array::array;
use crate::error::Error;
use crate::import::Source;
use crate::picture::color_from_array;
use crate::reconstruct::{bytes_of, is_file};
use crate::threads::with_threads;
use crate::value::Fields;

/// Says what pictures of any part show; it loads the network once and may be used by many threads.
///
/// `weights` is the path of own weights (safetensors); those of the library are built in.
#[pyclass(module = "cadseq", frozen)]
pub(crate) struct Seer(Inner);

#[pymethods]
impl Seer {
    #[new]
    #[pyo3(signature = (weights=None))]
    fn new(py: Python<'_>, weights: Option<PathBuf>) -> Result<Self, Error> {
        py.detach(|| {
            Ok(Self(match weights {
                None => Inner::built_in()?,
                Some(path) => Inner::from_weights(&bytes_of(path)?)?,
            }))
        })
    }

    /// What a picture of one part shows: its maps as arrays, and where the camera may have stood.
    ///
    /// The picture is a path, the bytes of a file, or an array (height, width) or (height, width, 3) of
    /// uint8 (0 to 255) or floats (0 to 1), 0 black. `object` counts from 0, the largest and most central
    /// first; `vertical_fov_deg` is the lens, where it is known better than from EXIF; `camera` is "paper"
    /// or "isometric", where it is known. Raises SeeError where there is no part or the border cuts it off.
    #[pyo3(signature = (picture, *, object=0, vertical_fov_deg=None, camera=None, accept_cut_off=false))]
    fn see<'py>(
        &self,
        py: Python<'py>,
        picture: &Bound<'py, PyAny>,
        object: usize,
        vertical_fov_deg: Option<f64>,
        camera: Option<&str>,
        accept_cut_off: bool,
    ) -> Result<Bound<'py, PyAny>, Error> {
        let (picture, exif) = photo_of(picture)?;
        let options = SeeOptions {
            object,
            accept_cut_off,
            lens: stated_lens(vertical_fov_deg, &picture)?.or(exif),
            camera: known_camera(camera)?,
        };
        let sight = py.detach(|| with_threads(|| self.0.see(&picture, &options)))??;
        Ok(to_python(py, &sight)?)
    }
}

/// The lens that an argument states.
pub(crate) fn stated_lens(
    vertical_fov_deg: Option<f64>,
    picture: &ColorPicture,
) -> Result<Option<Lens>, Error> {
    let [low, high] = Lens::FOV_DEG;
    match vertical_fov_deg {
        None => Ok(None),
        Some(fov) if fov > low && fov < high => Ok(Some(Lens::stated(fov, picture.height()))),
        Some(fov) => {
            let fault = format!("vertical_fov_deg = {fov} is out of range; give {low} to {high}");
            Err(Error::Argument(fault))
        }
    }
}

/// The camera that an argument names.
pub(crate) fn known_camera(name: Option<&str>) -> Result<Option<KnownCamera>, Error> {
    let Some(name) = name else {
        return Ok(None);
    };
    let fault = || format!("camera = {name:?} is not known; give \"paper\" or \"isometric\"");
    let known = KnownCamera::named(name).ok_or_else(|| Error::Argument(fault()))?;
    Ok(Some(known))
}

/// The picture of a path, of the bytes of a file, or of an array, with the lens of its EXIF data.
pub(crate) fn photo_of(object: &Bound<'_, PyAny>) -> Result<(ColorPicture, Option<Lens>), Error> {
    if !is_file(object)? {
        return Ok((color_from_array(object)?, None));
    }
    let source: Source = object.extract()?;
    object.py().detach(|| {
        let photo = decode_photo(&source.into_bytes()?.0)?;
        let lens = Lens::of_photo(&photo);
        Ok((photo.picture, lens))
    })
}

fn to_python<'py>(py: Python<'py>, sight: &Sight) -> PyResult<Bound<'py, PyAny>> {
    let corners = |b: &PixelBox| (b.left, b.top, b.right, b.bottom);
    let cameras = sight.cameras.iter().map(|guess| to_guess(py, guess));
    Fields::new(py)
        .with(
            "objects",
            sight.objects.iter().map(corners).collect::<Vec<_>>(),
        )?
        .with("box", corners(&sight.bounds))?
        .with("certainty", sight.certainty)?
        .with("crop", (sight.crop.left, sight.crop.top, sight.crop.side))?
        .with("maps", to_maps(py, &sight.maps)?)?
        .with("cameras", cameras.collect::<PyResult<Vec<_>>>()?)?
        .make("Sight")
}

fn to_maps<'py>(py: Python<'py>, maps: &Maps) -> PyResult<Bound<'py, PyAny>> {
    let plane = |values: &[f32]| array(py, values.iter().copied(), &[maps.size, maps.size]);
    let pair = |values: &[Vec<f32>; 2]| {
        let values = values.iter().flatten().copied();
        array(py, values, &[2, maps.size, maps.size])
    };
    let normals = maps.normals.iter().flatten().copied();
    let edges = PyDict::new(py);
    for class in EdgeClass::ALL {
        edges.set_item(class.name(), plane(&maps.edges[class.index()])?)?;
    }
    Fields::new(py)
        .with("mask", plane(&maps.mask)?)?
        .with("normals", array(py, normals, &[maps.size, maps.size, 3])?)?
        .with("normal_doubts_deg", plane(&maps.normal_doubts_deg)?)?
        .with("depths", plane(&maps.depths)?)?
        .with("depth_doubts", plane(&maps.depth_doubts)?)?
        .with("exits", pair(&maps.exits)?)?
        .with("exit_doubts", pair(&maps.exit_doubts)?)?
        .with("edges", edges)?
        .make("Maps")
}

fn to_guess<'py>(py: Python<'py>, guess: &CameraGuess) -> PyResult<Bound<'py, PyAny>> {
    let rows = guess.camera_from_part.transpose().to_cols_array();
    let is_perspective = guess.projection == Projection::Perspective;
    Fields::new(py)
        .with("model", guess.model.name())?
        .with("is_perspective", is_perspective)?
        .with("camera_from_part", array(py, rows, &[3, 3])?)?
        .with("vertical_fov_deg", guess.vertical_fov_deg)?
        .with("sigma_rotation_deg", guess.sigma_rotation_deg)?
        .with("sigma_log_focal", guess.sigma_log_focal)?
        .with("free_axis", guess.free_axis)?
        .with("cost", guess.cost)?
        .make("CameraGuess")
}
