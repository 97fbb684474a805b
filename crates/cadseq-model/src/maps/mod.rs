//! What is seen in a picture, pixel by pixel, without any choice of an object's frame.
//!
//! The *maps* of a square crop say where the part is, how its surface is turned, how deep it lies and
//! where its edges are. Two equal pictures have equal maps: nothing in them depends on where the
//! part's origin or axes are, on its size, or on the lens.

mod accuracy;

pub use accuracy::{EdgeAccuracy, MapAccuracy, mask_iou};

/// Kinds of edges that maps tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EdgeClass {
    /// The part's border against whatever is not the part, on the part.
    Outline,
    /// The near side of a depth step inside the part: the border of what hides something.
    StepNear,
    /// The far side of a depth step inside the part.
    StepFar,
    /// A crease where the solid's inside angle is below 180 degrees, as at the edges of a box.
    Convex,
    /// A crease where the solid's inside angle is above 180 degrees, as at the foot of a boss.
    Concave,
    /// An edge, of any of the other kinds, of a concave cylinder: the rim of a hole.
    Rim,
}

impl EdgeClass {
    /// How many there are.
    pub const COUNT: usize = 6;

    /// All of them, by index.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Outline,
        Self::StepNear,
        Self::StepFar,
        Self::Convex,
        Self::Concave,
        Self::Rim,
    ];

    /// Its place among the maps.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outline => "outline",
            Self::StepNear => "step-near",
            Self::StepFar => "step-far",
            Self::Convex => "convex",
            Self::Concave => "concave",
            Self::Rim => "rim",
        }
    }
}

/// The maps of a square crop of `size` x `size` pixels, row by row from the top left.
#[derive(Debug, Clone, PartialEq)]
pub struct Maps {
    /// Pixels along each side.
    pub size: usize,
    /// Share of each pixel that shows the part, or its probability.
    pub mask: Vec<f32>,
    /// Outward unit normals (right, down, away) in the frame of a camera that looks at the crop's
    /// middle; what faces the camera has a negative third coordinate. Zero where a true map has no part.
    pub normals: Vec<[f32; 3]>,
    /// Expected angle between the normal and the true one, in degrees; 0 in true maps.
    pub normal_doubts_deg: Vec<f32>,
    /// Depth along the crop's middle direction, less its mean over the part, in units of half the
    /// crop's width at that mean depth.
    pub depths: Vec<f32>,
    /// Expected error of the depth, in its units; 0 in true maps.
    pub depth_doubts: Vec<f32>,
    /// How far behind the visible surface the ray through a pixel first leaves the part, and leaves it for good: along
    /// the crop's middle direction, in the units of the depths. Nothing of it is seen; it is what is to be expected.
    pub exits: [Vec<f32>; 2],
    /// Expected errors of the logarithms of the exits; 0 in true maps.
    pub exit_doubts: [Vec<f32>; 2],
    /// For each [`EdgeClass`] by index, whether an edge passes through the pixel: 0 or 1, or a score, whose 0.5 is a
    /// probability of one in five.
    pub edges: [Vec<f32>; EdgeClass::COUNT],
}

impl Maps {
    /// Maps of a crop that shows nothing.
    pub fn blank(size: usize) -> Self {
        let zeros = || vec![0.0; size * size];
        Self {
            size,
            mask: zeros(),
            normals: vec![[0.0; 3]; size * size],
            normal_doubts_deg: zeros(),
            depths: zeros(),
            depth_doubts: zeros(),
            exits: std::array::from_fn(|_| zeros()),
            exit_doubts: std::array::from_fn(|_| zeros()),
            edges: std::array::from_fn(|_| zeros()),
        }
    }

    /// At half the size: means of four pixels, of edges the largest value; an odd last row and column are left out.
    pub fn halved(&self) -> Self {
        let size = self.size / 2;
        let four = |pixel: usize| {
            let first = 2 * (pixel / size) * self.size + 2 * (pixel % size);
            [first, first + 1, first + self.size, first + self.size + 1]
        };
        let means = |of: &[f32]| -> Vec<f32> {
            let mean = |pixel| four(pixel).map(|at| of[at]).iter().sum::<f32>() / 4.0;
            (0..size * size).map(mean).collect()
        };
        let normal = |pixel: usize| {
            let four = four(pixel).map(|at| self.normals[at]);
            let sum = [0, 1, 2].map(|axis| four.iter().map(|normal| normal[axis]).sum::<f32>());
            let length = libm::sqrtf(sum.iter().map(|s| s * s).sum());
            sum.map(|s| s / length.max(1e-6))
        };
        Self {
            size,
            mask: means(&self.mask),
            normals: (0..size * size).map(normal).collect(),
            normal_doubts_deg: means(&self.normal_doubts_deg),
            depths: means(&self.depths),
            depth_doubts: means(&self.depth_doubts),
            exits: [0, 1].map(|which| means(&self.exits[which])),
            exit_doubts: [0, 1].map(|which| means(&self.exit_doubts[which])),
            edges: std::array::from_fn(|class| {
                let most = |pixel| four(pixel).map(|at| self.edges[class][at]);
                let most = |pixel| most(pixel).into_iter().fold(0.0, f32::max);
                (0..size * size).map(most).collect()
            }),
        }
    }
}
