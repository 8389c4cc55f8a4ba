//! What the examples need beside the system's programs: a server in Go, and a Rust toolchain in a home folder.

use std::ffi::OsStr;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Compiles a Go program of one file to `to`, or takes what an earlier test made of the same text.
pub fn go_program(cache: &Path, source: &Path, to: &Path) -> io::Result<()> {
    let mut hasher = DefaultHasher::new();
    fs::read(source)?.hash(&mut hasher);
    let cached = cache.join(format!("{:016x}-go", hasher.finish()));
    if !cached.exists() {
        let partial = cached.with_extension(format!("part{}", std::process::id()));
        let output = Command::new("go")
            .args(["build", "-o"])
            .args([&partial, source])
            .env("GOCACHE", cache.join("go"))
            .envs([("CGO_ENABLED", "0"), ("GOFLAGS", ""), ("GOPROXY", "off")])
            .output()
            .map_err(|error| io::Error::other(format!("no Go (tests/debian-packages): {error}")))?;
        if !output.status.success() {
            return Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
        }
        fs::rename(&partial, &cached)?;
    }
    fs::copy(&cached, to).map(drop)
}

/// Makes `home` a home folder of the user `owner` with the toolchain that runs this test in
/// `.rustup/toolchains/stable`, by hard links where that is possible.
pub fn rust_home(home: &Path, owner: u32) -> io::Result<()> {
    let toolchain = home.join(".rustup/toolchains/stable");
    let sysroot = sysroot()?;
    // Documentation and sources stay behind.
    for part in ["bin", "lib"] {
        link_folder(&sysroot.join(part), &toolchain.join(part))?;
    }
    fs::create_dir_all(home.join(".cargo/bin"))?;
    for folder in ["", ".cargo", ".cargo/bin"] {
        std::os::unix::fs::chown(home.join(folder), Some(owner), Some(owner))?;
    }
    Ok(())
}

fn sysroot() -> io::Result<PathBuf> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).args(["--print", "sysroot"]).output()?;
    Ok(PathBuf::from(OsStr::from_bytes(output.stdout.trim_ascii_end())))
}

fn link_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            link_folder(&path, &target)?;
        } else if fs::hard_link(&path, &target).is_err() {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}
