//! Files that appear in the folders of embedded files are noticed, not only those that change.

fn main() {
    for folder in ["../../web/dist", "../../examples/pictures"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
