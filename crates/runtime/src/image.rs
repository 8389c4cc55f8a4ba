//! What the kernel would make of a file that is executed: whose interpreter it names.

use rustix::fs::{CWD, Mode, OFlags};
use std::ffi::OsStr;
use std::fs::File;
use std::os::fd::{AsRawFd, BorrowedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;

/// An executable file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Image {
    /// A text whose `#!` line names its interpreter.
    Script(PathBuf),
    /// An ELF program and the loader it names, if any.
    Elf(Option<PathBuf>),
    /// A shared object that starts as a program and needs no loader: it is one, and runs whatever file it is given.
    Loader,
    /// Another format, or a file that cannot be read.
    Other,
}

/// `BINPRM_BUF_SIZE`: the kernel looks no further for the end of a `#!` line.
const SCRIPT_HEAD: usize = 256;
/// No path is longer, and no table that programs have.
const MOST: u64 = 64 * 1024;

impl Image {
    /// Reads a file, found by the descriptor of any kind; `Other` where it cannot be read.
    pub(crate) fn of(file: BorrowedFd<'_>) -> Image {
        let link = format!("/proc/self/fd/{}", file.as_raw_fd());
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        let is_file = rustix::fs::fstat(file)
            .is_ok_and(|stat| rustix::fs::FileType::from_raw_mode(stat.st_mode).is_file());
        if !is_file {
            return Image::Other;
        }
        rustix::fs::openat(CWD, link, flags, Mode::empty())
            .ok()
            .and_then(|file| Image::read(&File::from(file)))
            .unwrap_or(Image::Other)
    }

    /// The interpreter that the kernel starts with it.
    pub(crate) fn interpreter(self) -> Option<PathBuf> {
        match self {
            Image::Script(path) => Some(path),
            Image::Elf(path) => path,
            Image::Loader | Image::Other => None,
        }
    }

    fn read(file: &File) -> Option<Image> {
        let mut head = [0; SCRIPT_HEAD];
        let length = file.read_at(&mut head, 0).ok()?;
        if let Some(line) = head[..length].strip_prefix(b"#!") {
            return script(line);
        }
        if head.starts_with(b"\x7fELF") { Elf::read(file, &head)?.image() } else { None }
    }
}

/// `load_script` of `fs/binfmt_script.c`: blanks around, the name up to the next blank.
fn script(line: &[u8]) -> Option<Image> {
    let line = line.split(|byte| matches!(byte, b'\n' | 0)).next()?;
    let name = line.split(|byte| matches!(byte, b' ' | b'\t')).find(|word| !word.is_empty())?;
    Some(Image::Script(path(name)))
}

fn path(name: &[u8]) -> PathBuf {
    PathBuf::from(OsStr::from_bytes(name))
}

/// A little-endian ELF file (elf(5)).
struct Elf<'f> {
    file: &'f File,
    wide: bool,
    kind: u64,
    headers: Vec<u8>,
    entry_size: usize,
}

impl Elf<'_> {
    const SHARED_OBJECT: u64 = 3;
    const PT_DYNAMIC: u64 = 2;
    const PT_INTERP: u64 = 3;
    const DT_FLAGS_1: u64 = 0x6fff_fffb;
    /// A program that may lie anywhere, not a library.
    const DF_1_PIE: u64 = 0x0800_0000;

    fn read<'f>(file: &'f File, head: &[u8]) -> Option<Elf<'f>> {
        let wide = *head.get(4)? == 2;
        let (table, size, count) = if wide { (0x20, 0x36, 0x38) } else { (0x1c, 0x2a, 0x2c) };
        let table = number(head, table, if wide { 8 } else { 4 })?;
        let (size, count) = (number(head, size, 2)?, number(head, count, 2)?);
        let headers = bytes_at(file, table, size * count)?;
        Some(Elf { file, wide, kind: number(head, 0x10, 2)?, headers, entry_size: size as usize })
    }

    fn image(&self) -> Option<Image> {
        if let Some((offset, size)) = self.segment(Elf::PT_INTERP) {
            let name = bytes_at(self.file, offset, size)?;
            let name = name.split(|byte| *byte == 0).next()?;
            return Some(Image::Elf(Some(path(name))));
        }
        let loader = self.kind == Elf::SHARED_OBJECT && !self.is_program();
        Some(if loader { Image::Loader } else { Image::Elf(None) })
    }

    /// Offset and size in the file of the first segment of a type.
    fn segment(&self, kind: u64) -> Option<(u64, u64)> {
        let header = self
            .headers
            .chunks_exact(self.entry_size.max(1))
            .find(|header| number(header, 0, 4) == Some(kind))?;
        if self.wide {
            Some((number(header, 0x08, 8)?, number(header, 0x20, 8)?))
        } else {
            Some((number(header, 0x04, 4)?, number(header, 0x10, 4)?))
        }
    }

    /// Whether its dynamic section says so.
    fn is_program(&self) -> bool {
        let Some((offset, size)) = self.segment(Elf::PT_DYNAMIC) else { return true };
        let Some(section) = bytes_at(self.file, offset, size) else { return false };
        let word = if self.wide { 8 } else { 4 };
        section.chunks_exact(2 * word).any(|entry| {
            number(entry, 0, word) == Some(Elf::DT_FLAGS_1)
                && number(entry, word, word).is_some_and(|flags| flags & Elf::DF_1_PIE != 0)
        })
    }
}

fn number(bytes: &[u8], at: usize, size: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(size)?)?;
    Some(bytes.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte)))
}

fn bytes_at(file: &File, offset: u64, size: u64) -> Option<Vec<u8>> {
    let mut bytes = vec![0; usize::try_from(size).ok().filter(|_| size <= MOST)?];
    file.read_exact_at(&mut bytes, offset).ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::Image;
    use std::fs::File;
    use std::os::fd::AsFd;
    use std::path::{Path, PathBuf};

    fn image(path: impl AsRef<Path>) -> Image {
        Image::of(File::open(path).unwrap().as_fd())
    }

    #[test]
    fn a_program_names_its_loader() {
        let Image::Elf(Some(loader)) = image("/proc/self/exe") else {
            panic!("this test is a dynamic program")
        };
        assert_eq!(image(&loader), Image::Loader, "{}", loader.display());
    }

    #[test]
    fn scripts_name_their_interpreters() {
        let folder = tempfile::tempdir().unwrap();
        let script = folder.path().join("script");
        let long = format!("#!/{}\n", "x".repeat(300));
        for (text, interpreter) in [
            ("#!/bin/sh\n", Some("/bin/sh")),
            ("#! \t/usr/bin/env python3 -u\nx", Some("/usr/bin/env")),
            ("#!sh", Some("sh")),
            ("#!\n/bin/sh", None),
            ("# !/bin/sh", None),
            ("", None),
        ] {
            std::fs::write(&script, text).unwrap();
            let expected = interpreter.map(PathBuf::from);
            assert_eq!(image(&script).interpreter(), expected, "{text:?}");
        }
        std::fs::write(&script, long).unwrap();
        assert!(image(&script).interpreter().is_some(), "as much of it as the kernel would look at");
    }

    #[test]
    fn other_files_are_none_of_these() {
        assert_eq!(image("/dev/null"), Image::Other);
        assert_eq!(image("/etc/hostname"), Image::Other);
        let folder = tempfile::tempdir().unwrap();
        for damaged in [&b"\x7fELF"[..], b"\x7fELF\x02\x01\x01", &[b"\x7fELF\x02", &[0xff; 250][..]].concat()]
        {
            let path = folder.path().join("damaged");
            std::fs::write(&path, damaged).unwrap();
            assert!(matches!(image(&path), Image::Other | Image::Elf(None)), "the kernel refuses it");
        }
    }
}
