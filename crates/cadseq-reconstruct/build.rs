//! Where the built-in weights lie: in the repository's `weights`, or, in a package of this crate, in `embedded/weights`,
//! where `cargo xtask package` puts them.

use std::env;
use std::path::PathBuf;

fn main() {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let folders = [here.join("../../weights"), here.join("embedded/weights")];
    let folder = folders.iter().find(|folder| folder.is_dir());
    let folder = folder
        .expect("the weights lie in weights/ of the repository")
        .display();
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-env=CADSEQ_WEIGHTS={folder}");
}
