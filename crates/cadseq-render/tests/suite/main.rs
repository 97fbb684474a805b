//! Pictures of solids: where points go, what samples see, which bytes come out.

mod camera;
mod codec;
mod coverage;
mod degrade;
mod equivalence;
mod golden;
mod heic;
mod lens;
mod oracle;
mod parts;
mod photo;
mod picture;
mod reference;
mod refused;
mod shapes;
