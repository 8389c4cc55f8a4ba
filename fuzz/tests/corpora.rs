//! Every input of the committed corpora, again.

use callgate_fuzz::{TARGETS, Target};
use std::path::{Path, PathBuf};

fn inputs(target: &Target) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target.name);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn replay(target: &Target) {
    let files = inputs(target);
    assert!(files.len() >= 3, "{} has a corpus", target.name);
    for file in files {
        let data = std::fs::read(&file).unwrap();
        let run = std::panic::catch_unwind(|| (target.run)(&data));
        assert!(run.is_ok(), "{} fails", file.display());
    }
}

macro_rules! targets {
    ($($name:ident),* $(,)?) => {
        $(
            #[test]
            fn $name() {
                replay(&callgate_fuzz::target(stringify!($name)).unwrap());
            }
        )*

        #[test]
        fn every_target_is_replayed() {
            let replayed = [$(stringify!($name)),*];
            let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
            assert_eq!(names, replayed);
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
            for entry in std::fs::read_dir(folder).unwrap() {
                let name = entry.unwrap().file_name().into_string().unwrap();
                assert!(replayed.contains(&name.as_str()), "corpus/{name} belongs to no target");
            }
        }
    };
}

targets!(
    texts,
    assembly,
    listing,
    policy,
    imports,
    call,
    paths,
    addresses,
    log,
    verifier,
    kernel,
    verdicts,
    differences,
    lifted,
    compiler,
);
