//! Pictures of solids: where points go, what samples see, which bytes come out.

mod camera;
mod codec;
mod coverage;
mod degrade;
mod equivalence;
mod golden;
mod oracle;
mod parts;
mod picture;
mod reference;
mod shapes;
mod shots;
mod surfaces;
