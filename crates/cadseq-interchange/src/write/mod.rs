//! Programs, and the solids that they make, as files of other tools: one module a format.

pub mod json;
