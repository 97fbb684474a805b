//! Which crates do no I/O, read no clock and own no random generator.
//!
//! What they need comes in as bytes, values and generators, so that they can be tested and run anywhere.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// The crates.
const PURE: [&str; 6] = [
    "cadseq-program",
    "cadseq-solid",
    "cadseq-interchange",
    "cadseq-render",
    "cadseq-metrics",
    "cadseq-model",
];

/// What their sources do not say.
const BANNED: [&str; 10] = [
    "std::fs",
    "std::net",
    "std::process",
    "std::env::",
    "Instant",
    "SystemTime",
    "println!",
    "rand::rng(",
    "thread_rng",
    "from_os_rng",
];

/// Reads the sources of the pure crates, tests beside the code included.
///
/// # Errors
/// Every line that says what is banned.
pub(crate) fn check() -> Result<()> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("crates");
    let mut faults = Vec::new();
    for name in PURE {
        read_folder(&crates.join(name).join("src"), &mut faults)?;
    }
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    Ok(())
}

fn read_folder(folder: &Path, faults: &mut Vec<String>) -> Result<()> {
    let hint = || folder.display().to_string();
    for entry in fs::read_dir(folder).with_context(hint)? {
        let path = entry.with_context(hint)?.path();
        if path.is_dir() {
            read_folder(&path, faults)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).with_context(hint)?;
            faults.extend(faults_of(&path.display().to_string(), &text));
        }
    }
    Ok(())
}

/// The lines of a source, comments aside, that say what is banned.
fn faults_of<'a>(path: &'a str, text: &'a str) -> impl Iterator<Item = String> + 'a {
    let lines = text.lines().zip(1..);
    let code = lines.filter(|(line, _)| !line.trim_start().starts_with("//"));
    code.flat_map(move |(line, number)| {
        let banned = BANNED.into_iter().filter(|word| line.contains(word));
        banned.map(move |word| {
            format!("{path}:{number}: {word} is not for this crate; let bytes, times and generators come in")
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pure_crates_are_pure() {
        check().expect("no I/O, no clock, no generator");
    }

    #[test]
    fn what_is_banned_is_found_with_its_place() {
        let text = "// std::fs in words\nuse std::fs;\nlet start = Instant::now();\n";
        let faults: Vec<String> = faults_of("a.rs", text).collect();
        assert_eq!(faults.len(), 2);
        assert!(faults[0].starts_with("a.rs:2: std::fs"), "{}", faults[0]);
        assert!(faults[1].starts_with("a.rs:3: Instant"), "{}", faults[1]);
    }
}
