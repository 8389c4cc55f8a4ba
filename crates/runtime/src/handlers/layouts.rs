//! What the kernel says of a file, in the layouts of 32-bit programs.

use callgate_abi::Errno;
use callgate_sys::stat::{STAT, STATFS};

/// What 16-bit ids show for one that does not fit (`overflowuid` of `linux/highuid.h`, by default).
const OVERFLOW_ID: u16 = 65534;
/// `MAX_NON_LFS` of `linux/fs.h`.
const MAX_NON_LFS: u64 = 0x7fff_ffff;

/// The members of x86-64's `struct stat`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stat {
    device: u64,
    inode: u64,
    links: u64,
    mode: u32,
    uid: u32,
    gid: u32,
    special: u64,
    size: u64,
    block_size: u64,
    blocks: u64,
    /// Seconds and nanoseconds of access, modification and change.
    times: [u64; 6],
}

fn long(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..).and_then(<[u8]>::first_chunk).map_or(0, |word| u64::from_ne_bytes(*word))
}

fn word(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..).and_then(<[u8]>::first_chunk).map_or(0, |word| u32::from_ne_bytes(*word))
}

/// Numbers one after the other, each cut to the width that is named.
#[derive(Default)]
struct Record(Vec<u8>);

impl Record {
    fn half(mut self, value: u64) -> Self {
        self.0.extend((value as u16).to_ne_bytes());
        self
    }

    fn word(mut self, value: u64) -> Self {
        self.0.extend((value as u32).to_ne_bytes());
        self
    }

    fn long(mut self, value: u64) -> Self {
        self.0.extend(value.to_ne_bytes());
        self
    }

    fn words(self, values: &[u64]) -> Self {
        values.iter().fold(self, |record, value| record.word(*value))
    }
}

impl Stat {
    pub(super) fn decode(bytes: &[u8; STAT]) -> Stat {
        Stat {
            device: long(bytes, 0),
            inode: long(bytes, 8),
            links: long(bytes, 16),
            mode: word(bytes, 24),
            uid: word(bytes, 28),
            gid: word(bytes, 32),
            special: long(bytes, 40),
            size: long(bytes, 48),
            block_size: long(bytes, 56),
            blocks: long(bytes, 64),
            times: [72, 80, 88, 96, 104, 112].map(|at| long(bytes, at)),
        }
    }

    /// i386's `struct stat` (`cp_compat_stat` of `fs/stat.c`): EOVERFLOW for what it has no room for.
    pub(super) fn compat(&self) -> Result<Vec<u8>, Errno> {
        let fits = |value: u64, max: u64| if value > max { Err(Errno::EOVERFLOW) } else { Ok(value) };
        let id = |id: u32| u64::from(u16::try_from(id).unwrap_or(OVERFLOW_ID));
        let record = Record::default()
            .word(self.device)
            .word(fits(self.inode, u32::MAX.into())?)
            .half(self.mode.into())
            .half(fits(self.links, u16::MAX.into())?)
            .half(id(self.uid))
            .half(id(self.gid))
            .word(self.special)
            .word(fits(self.size, MAX_NON_LFS)?)
            .word(self.block_size)
            .word(self.blocks)
            .words(&self.times)
            .words(&[0, 0]);
        Ok(record.0)
    }

    /// i386's `struct stat64` in pieces with their places: the kernel writes around its padding (`cp_stat64` of
    /// `arch/x86/kernel/sys_ia32.c`).
    pub(super) fn compat64(&self) -> [(u64, Vec<u8>); 3] {
        let ids = [self.inode, self.mode.into(), self.links, self.uid.into(), self.gid.into()];
        let rest = Record::default()
            .long(self.size)
            .word(self.block_size)
            .long(self.blocks)
            .words(&self.times)
            .long(self.inode);
        [
            (0, Record::default().long(self.device).0),
            (12, Record::default().words(&ids).long(self.special).0),
            (44, rest.0),
        ]
    }
}

/// The members of x86-64's `struct statfs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StatFs {
    kind: u64,
    block_size: u64,
    /// Blocks, free ones, free ones for users.
    blocks: [u64; 3],
    /// Files, free ones.
    files: [u64; 2],
    id: [u64; 2],
    name_max: u64,
    fragment: u64,
    flags: u64,
}

impl StatFs {
    pub(super) fn decode(bytes: &[u8; STATFS]) -> StatFs {
        StatFs {
            kind: long(bytes, 0),
            block_size: long(bytes, 8),
            blocks: [16, 24, 32].map(|at| long(bytes, at)),
            files: [40, 48].map(|at| long(bytes, at)),
            id: [56, 60].map(|at| word(bytes, at).into()),
            name_max: long(bytes, 64),
            fragment: long(bytes, 72),
            flags: long(bytes, 80),
        }
    }

    /// i386's `struct statfs` (`put_compat_statfs` of `fs/statfs.c`).
    pub(super) fn compat(&self) -> Result<Vec<u8>, Errno> {
        let fits = |value: &u64| *value <= u32::MAX.into();
        // No number of files at all is −1.
        let files_fit = self.files.iter().all(|files| fits(files) || *files == u64::MAX);
        let sizes_fit = [self.block_size, self.fragment].iter().chain(&self.blocks).all(fits);
        if !files_fit || !sizes_fit {
            return Err(Errno::EOVERFLOW);
        }
        let record = Record::default()
            .words(&[self.kind, self.block_size])
            .words(&self.blocks)
            .words(&self.files)
            .words(&self.id)
            .words(&[self.name_max, self.fragment, self.flags])
            .words(&[0; 4]);
        Ok(record.0)
    }

    /// i386's `struct statfs64` (`put_compat_statfs64`).
    pub(super) fn compat64(&self) -> Result<Vec<u8>, Errno> {
        if self.block_size | self.fragment > u32::MAX.into() {
            return Err(Errno::EOVERFLOW);
        }
        let mut record = Record::default().words(&[self.kind, self.block_size]);
        for value in self.blocks.iter().chain(&self.files) {
            record = record.long(*value);
        }
        let record = record.words(&self.id).words(&[self.name_max, self.fragment, self.flags]).words(&[0; 4]);
        Ok(record.0)
    }

    /// Bytes of `struct statfs64`.
    pub(super) const COMPAT64: u64 = 84;
}

#[cfg(test)]
mod tests {
    use super::{OVERFLOW_ID, Stat, StatFs};
    use callgate_abi::Errno;

    const STAT: Stat = Stat {
        device: 0x801,
        inode: 7,
        links: 2,
        mode: 0o100_644,
        uid: 1000,
        gid: 70_000,
        special: 0x502,
        size: 5000,
        block_size: 4096,
        blocks: 16,
        times: [1, 2, 3, 4, 5, 6],
    };

    #[test]
    fn sizes_are_the_kernels() {
        assert_eq!(STAT.compat().unwrap().len(), 64);
        let pieces = STAT.compat64();
        let ends = pieces.map(|(at, bytes)| at + bytes.len() as u64);
        assert_eq!(ends, [8, 40, 96]);
    }

    #[test]
    fn what_does_not_fit() {
        let bytes = STAT.compat().unwrap();
        assert_eq!(u16::from_ne_bytes([bytes[14], bytes[15]]), OVERFLOW_ID);
        for stat in
            [Stat { inode: 1 << 32, ..STAT }, Stat { links: 1 << 16, ..STAT }, Stat { size: 1 << 31, ..STAT }]
        {
            assert_eq!(stat.compat(), Err(Errno::EOVERFLOW));
        }
    }

    #[test]
    fn file_systems() {
        let small = StatFs {
            kind: 0xef53,
            block_size: 4096,
            blocks: [9, 8, 7],
            files: [6, u64::MAX],
            id: [1, 2],
            name_max: 255,
            fragment: 4096,
            flags: 0x1020,
        };
        assert_eq!(small.compat().unwrap().len(), 64);
        assert_eq!(small.compat64().unwrap().len() as u64, StatFs::COMPAT64);
        let large = StatFs { blocks: [1 << 32, 0, 0], ..small };
        assert_eq!(large.compat(), Err(Errno::EOVERFLOW));
        assert!(large.compat64().is_ok());
        assert_eq!(StatFs { files: [1 << 33, 0], ..small }.compat(), Err(Errno::EOVERFLOW));
        assert_eq!(StatFs { block_size: 1 << 32, ..small }.compat64(), Err(Errno::EOVERFLOW));
    }
}
