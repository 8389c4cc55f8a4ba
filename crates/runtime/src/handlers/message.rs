//! `struct msghdr` and what it points to, of 64-bit and 32-bit ABIs, and control data of our own.

use callgate_abi::Errno;

/// `UIO_MAXIOV` of `linux/uio.h`.
pub(super) const MAX_SEGMENTS: u64 = 1024;
/// `MAX_RW_COUNT` of `linux/fs.h`: what one call moves at most, with pages of 4 KiB.
pub(super) const MAX_LENGTH: u64 = 0x7fff_f000;

fn word(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..).and_then(<[u8]>::first_chunk).map_or(0, |word| u32::from_ne_bytes(*word))
}

fn long(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..).and_then(<[u8]>::first_chunk).map_or(0, |word| u64::from_ne_bytes(*word))
}

/// `struct msghdr`, or `struct compat_msghdr` of the 32-bit ABIs (x32 too). Addresses are the target's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) name: u64,
    pub(super) name_length: i32,
    pub(super) segments: u64,
    pub(super) count: u64,
    pub(super) control: u64,
    pub(super) control_length: u64,
    pub(super) flags: u32,
}

impl Header {
    /// Bytes of the struct.
    pub(super) fn size(wide: bool) -> usize {
        if wide { 56 } else { 28 }
    }

    /// Bytes of a `struct mmsghdr`: `msg_len` comes right after the header.
    pub(super) fn stride(wide: bool) -> usize {
        if wide { 64 } else { 32 }
    }

    /// The fields of the struct in `bytes`, of [`Header::size`].
    pub(super) fn decode(bytes: &[u8], wide: bool) -> Header {
        if wide {
            Header {
                name: long(bytes, 0),
                name_length: word(bytes, 8) as i32,
                segments: long(bytes, 16),
                count: long(bytes, 24),
                control: long(bytes, 32),
                control_length: long(bytes, 40),
                flags: word(bytes, 48),
            }
        } else {
            Header {
                name: u64::from(word(bytes, 0)),
                name_length: word(bytes, 4) as i32,
                segments: u64::from(word(bytes, 8)),
                count: u64::from(word(bytes, 12)),
                control: u64::from(word(bytes, 16)),
                control_length: u64::from(word(bytes, 20)),
                flags: word(bytes, 24),
            }
        }
    }
}

/// One `struct iovec`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) address: u64,
    pub(super) length: u64,
}

/// The segments of a message, together at most [`MAX_LENGTH`] long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Segments {
    list: Vec<Segment>,
    total: u64,
}

impl Segments {
    /// Bytes of one `struct iovec`.
    pub(super) fn stride(wide: bool) -> usize {
        if wide { 16 } else { 8 }
    }

    /// The segments in `bytes`; EINVAL for a length below zero (`import_iovec`).
    pub(super) fn decode(bytes: &[u8], wide: bool) -> Result<Segments, Errno> {
        let segments = bytes.chunks_exact(Segments::stride(wide)).map(|raw| {
            let (address, length) = if wide {
                (long(raw, 0), long(raw, 8) as i64)
            } else {
                (u64::from(word(raw, 0)), i64::from(word(raw, 4) as i32))
            };
            u64::try_from(length).map(|length| Segment { address, length }).map_err(|_| Errno::EINVAL)
        });
        Ok(Segments::cut(segments.collect::<Result<_, _>>()?))
    }

    /// One stretch of memory.
    pub(super) fn one(address: u64, length: u64) -> Segments {
        Segments::cut(vec![Segment { address, length }])
    }

    fn cut(mut list: Vec<Segment>) -> Segments {
        let mut total = 0;
        for segment in &mut list {
            segment.length = segment.length.min(MAX_LENGTH - total);
            total += segment.length;
        }
        Segments { list, total }
    }

    /// Bytes of all segments.
    pub(super) fn total(&self) -> u64 {
        self.total
    }

    /// All of them, empty ones too.
    pub(super) fn all(&self) -> impl Iterator<Item = Segment> {
        self.list.iter().copied()
    }

    /// The stretches that hold the `length` bytes from `offset` on.
    pub(super) fn range(&self, offset: u64, length: u64) -> impl Iterator<Item = Segment> {
        let end = offset.saturating_add(length);
        let mut at = 0;
        self.list.iter().filter_map(move |segment| {
            let start = at;
            at += segment.length;
            let (from, to) = (start.max(offset), at.min(end));
            (from < to)
                .then(|| Segment { address: segment.address.wrapping_add(from - start), length: to - from })
        })
    }
}

/// One `struct cmsghdr` with its data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ancillary {
    pub(super) level: i32,
    pub(super) kind: i32,
    pub(super) data: Vec<u8>,
}

/// Reads control data as the kernel walks it; EINVAL for a length that does not fit (`CMSG_OK`), and on
/// 32-bit ABIs for a rest that is none (`cmsghdr_from_user_compat_to_kern`).
pub(super) fn decode_control(bytes: &[u8], wide: bool) -> Result<Vec<Ancillary>, Errno> {
    let (header, align) = if wide { (16, 8) } else { (12, 4) };
    let mut all = Vec::new();
    let mut rest = bytes;
    while rest.len() >= header {
        let length = if wide { long(rest, 0) } else { u64::from(word(rest, 0)) };
        let length = usize::try_from(length).map_err(|_| Errno::EINVAL)?;
        if length < header || length > rest.len() {
            return Err(Errno::EINVAL);
        }
        all.push(Ancillary {
            level: word(rest, header - 8) as i32,
            kind: word(rest, header - 4) as i32,
            data: rest[header..length].to_vec(),
        });
        rest = rest.get(length.next_multiple_of(align)..).unwrap_or_default();
    }
    // What is left is too short for a header: the compat conversion wants one nevertheless.
    if !wide && !rest.is_empty() {
        return Err(Errno::EINVAL);
    }
    Ok(all)
}

/// Writes control data in this process's own layout (`CMSG_SPACE` each).
pub(super) fn encode_control<'a>(all: impl IntoIterator<Item = &'a Ancillary>) -> Vec<u8> {
    const WORD: usize = size_of::<usize>();
    let mut bytes = Vec::new();
    for one in all {
        bytes.extend((WORD + 8 + one.data.len()).to_ne_bytes());
        bytes.extend(one.level.to_ne_bytes());
        bytes.extend(one.kind.to_ne_bytes());
        bytes.extend(&one.data);
        bytes.resize(bytes.len().next_multiple_of(WORD), 0);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::{Ancillary, Header, MAX_LENGTH, Segment, Segments, decode_control, encode_control};
    use callgate_abi::Errno;

    fn bytes64(words: &[u64]) -> Vec<u8> {
        words.iter().flat_map(|word| word.to_ne_bytes()).collect()
    }

    fn bytes32(words: &[u32]) -> Vec<u8> {
        words.iter().flat_map(|word| word.to_ne_bytes()).collect()
    }

    /// Two ints in one register-sized word, in memory order.
    fn two(first: u32, second: u32) -> u64 {
        let mut bytes = [0; 8];
        bytes[..4].copy_from_slice(&first.to_ne_bytes());
        bytes[4..].copy_from_slice(&second.to_ne_bytes());
        u64::from_ne_bytes(bytes)
    }

    #[test]
    fn headers() {
        let wide = bytes64(&[0x7f00_0000_1000, two(16, 0xdead), 0x2000, 3, 0x3000, 40, two(0x4000, 0xdead)]);
        assert_eq!(wide.len(), Header::size(true));
        let header = Header::decode(&wide, true);
        assert_eq!((header.name, header.name_length), (0x7f00_0000_1000, 16));
        assert_eq!((header.segments, header.count), (0x2000, 3));
        assert_eq!((header.control, header.control_length, header.flags), (0x3000, 40, 0x4000));
        let narrow = bytes32(&[0xffff_1000, u32::MAX, 0x2000, 3, 0x3000, 40, 0x4000]);
        assert_eq!(narrow.len(), Header::size(false));
        let header = Header::decode(&narrow, false);
        assert_eq!((header.name, header.name_length), (0xffff_1000, -1));
        assert_eq!((header.segments, header.count), (0x2000, 3));
        assert_eq!((header.control, header.control_length, header.flags), (0x3000, 40, 0x4000));
    }

    #[test]
    fn segments_are_cut_and_ranged() {
        let wide = Segments::decode(&bytes64(&[100, 10, 200, 0, 300, 5]), true).unwrap();
        assert_eq!(wide.total(), 15);
        let range = |offset, length| {
            wide.range(offset, length).map(|part| (part.address, part.length)).collect::<Vec<_>>()
        };
        assert_eq!(range(0, 100), [(100, 10), (300, 5)]);
        assert_eq!(range(0, 10), [(100, 10)]);
        assert_eq!(range(4, 8), [(104, 6), (300, 2)]);
        assert_eq!(range(12, 1), [(302, 1)]);
        assert_eq!(range(15, 1), []);
        let narrow = Segments::decode(&bytes32(&[100, 10, 300, 5]), false).unwrap();
        assert_eq!(narrow.range(4, 8).collect::<Vec<_>>(), wide.range(4, 8).collect::<Vec<_>>());
        let long = Segments::decode(&bytes64(&[1, MAX_LENGTH - 1, 2, 5, 3, 5]), true).unwrap();
        assert_eq!(long.total(), MAX_LENGTH);
        assert_eq!(long.range(MAX_LENGTH - 1, 9).collect::<Vec<_>>(), [Segment { address: 2, length: 1 }]);
    }

    #[test]
    fn lengths_below_zero() {
        assert_eq!(Segments::decode(&bytes64(&[0, 1 << 63]), true), Err(Errno::EINVAL));
        assert_eq!(Segments::decode(&bytes32(&[0, 1 << 31]), false), Err(Errno::EINVAL));
        assert_eq!(Segments::one(0, u64::MAX).total(), MAX_LENGTH);
    }

    #[test]
    fn control_data_of_both_widths() {
        let rights = Ancillary { level: 1, kind: 1, data: 7_i32.to_ne_bytes().to_vec() };
        let segment = Ancillary { level: 17, kind: 103, data: 1200_u16.to_ne_bytes().to_vec() };
        let expected = [rights, segment];
        let mut wide = bytes64(&[20, two(1, 1), two(7, 0xdead), 18, two(17, 103)]);
        wide.extend(1200_u16.to_ne_bytes());
        assert_eq!(decode_control(&wide, true).unwrap(), expected, "the last one's padding may lack");
        let mut narrow = bytes32(&[16, 1, 1, 7, 14, 17, 103]);
        narrow.extend(1200_u16.to_ne_bytes());
        assert_eq!(decode_control(&narrow, false).unwrap(), expected);
        let own = encode_control(&expected);
        assert_eq!(decode_control(&own, size_of::<usize>() == 8).unwrap(), expected);
    }

    #[test]
    fn control_data_that_does_not_fit() {
        for length in [0, 15, 25, u64::MAX, 1 << 63] {
            assert_eq!(decode_control(&bytes64(&[length, 0, 0]), true), Err(Errno::EINVAL), "{length}");
        }
        assert_eq!(decode_control(&bytes32(&[11, 0, 0]), false), Err(Errno::EINVAL));
        // Too short for a header: nothing, natively; the compat conversion wants one.
        assert_eq!(decode_control(&[1; 15], true), Ok(Vec::new()));
        assert_eq!(decode_control(&[1; 11], false), Err(Errno::EINVAL));
        assert_eq!(decode_control(&[], false), Ok(Vec::new()));
        let one = bytes32(&[16, 1, 1, 7]);
        assert_eq!(decode_control(&one, false).map(|all| all.len()), Ok(1));
        assert_eq!(decode_control(&[&one[..], &[0]].concat(), false), Err(Errno::EINVAL));
    }
}
