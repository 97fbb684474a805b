//! Where the embedded files lie: in the repository, or, in a package of this crate, in `embedded`, where `cargo xtask
//! package` puts them. Files that appear in these folders are noticed, not only those that change.

use std::env;
use std::path::PathBuf;

/// Each folder of the repository with the variable that says where it is.
const FOLDERS: [(&str, &str); 2] = [
    ("CADSEQ_PAGE", "web/dist"),
    ("CADSEQ_EXAMPLES", "examples/pictures"),
];

fn main() {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    for (variable, name) in FOLDERS {
        let folders = [
            here.join("../..").join(name),
            here.join("embedded").join(name),
        ];
        let folder = folders.iter().find(|folder| folder.is_dir());
        let folder = folder.expect("the files lie in the repository").display();
        println!("cargo:rerun-if-changed={folder}");
        println!("cargo:rustc-env={variable}={folder}");
    }
}
