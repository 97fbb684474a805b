//! The experiments of the paper as files, and the runner that makes them.
