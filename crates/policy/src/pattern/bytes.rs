//! Sets of bytes, and the partition of all bytes that a group of sets cannot tell apart.

/// A set of byte values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct ByteSet([u64; 4]);

impl ByteSet {
    /// Every byte.
    pub(super) const ALL: ByteSet = ByteSet([u64::MAX; 4]);

    /// Every byte a path component can hold, as far as a pattern is concerned: all but the separator.
    pub(super) const NAME: ByteSet = {
        let mut words = [u64::MAX; 4];
        words[(b'/' >> 6) as usize] &= !(1 << (b'/' & 63));
        ByteSet(words)
    };

    pub(super) fn insert(&mut self, byte: u8) {
        self.0[usize::from(byte >> 6)] |= 1 << (byte & 63);
    }

    pub(super) fn remove(&mut self, byte: u8) {
        self.0[usize::from(byte >> 6)] &= !(1 << (byte & 63));
    }

    pub(super) fn contains(self, byte: u8) -> bool {
        self.0[usize::from(byte >> 6)] & (1 << (byte & 63)) != 0
    }

    pub(super) fn complement(self) -> ByteSet {
        ByteSet(self.0.map(|word| !word))
    }

    pub(super) fn len(self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// The members, ascending.
    fn members(self) -> impl Iterator<Item = u8> {
        (0u8..4).zip(self.0).flat_map(|(index, mut word)| {
            std::iter::from_fn(move || {
                let bit = (word != 0).then(|| word.trailing_zeros() as u8)?;
                word &= word - 1;
                Some(index << 6 | bit)
            })
        })
    }

    /// The member of a set of one.
    pub(super) fn single(self) -> Option<u8> {
        self.members().next().filter(|_| self.len() == 1)
    }
}

/// The bytes cut into classes that no set of a group distinguishes, so that tables and searches are
/// as wide as the patterns are subtle, not 256 wide.
#[derive(Debug, Clone)]
pub(super) struct Alphabet {
    class_of: Box<[u8; 256]>,
    /// One byte of each class: the one a person would rather read.
    representatives: Vec<u8>,
}

impl Alphabet {
    /// The coarsest partition that respects every set given.
    pub(super) fn new(sets: impl IntoIterator<Item = ByteSet>) -> Alphabet {
        let mut class_of = Box::new([0u8; 256]);
        let mut sizes = vec![256u16];
        for set in sets {
            // A set and its complement tell the same bytes apart: most are one byte, or all but one.
            let set = if set.len() > 128 { set.complement() } else { set };
            let mut inside = [0u16; 256];
            for byte in set.members() {
                inside[usize::from(class_of[usize::from(byte)])] += 1;
            }
            // At most one new class for each old one; 256 classes at the very most, so ids fit a byte.
            let mut split = [None; 256];
            for byte in set.members() {
                let old = usize::from(class_of[usize::from(byte)]);
                if split[old].is_none() && inside[old] < sizes[old] {
                    split[old] = Some(sizes.len() as u8);
                    sizes[old] -= inside[old];
                    sizes.push(inside[old]);
                }
                class_of[usize::from(byte)] = split[old].unwrap_or(old as u8);
            }
        }
        let mut representatives = vec![0u8; sizes.len()];
        let mut best = vec![u16::MAX; sizes.len()];
        for byte in 0..=u8::MAX {
            let class = usize::from(class_of[usize::from(byte)]);
            if preference(byte) < best[class] {
                best[class] = preference(byte);
                representatives[class] = byte;
            }
        }
        Alphabet { class_of, representatives }
    }

    pub(super) fn class(&self, byte: u8) -> usize {
        usize::from(self.class_of[usize::from(byte)])
    }

    /// How many classes there are.
    pub(super) fn len(&self) -> usize {
        self.representatives.len()
    }

    /// A byte of each class, by class.
    pub(super) fn representatives(&self) -> &[u8] {
        &self.representatives
    }

    /// A byte of each class, the most readable first.
    pub(super) fn readable_first(&self) -> Vec<u8> {
        let mut bytes = self.representatives.clone();
        bytes.sort_by_key(|&byte| preference(byte));
        bytes
    }
}

/// Rank of a byte in an example meant for a reader: letters, digits, what file names hold, the
/// separator, other printable characters, and only then bytes that must be escaped.
fn preference(byte: u8) -> u16 {
    let kind = match byte {
        b'a'..=b'z' => 0,
        b'0'..=b'9' => 1,
        b'A'..=b'Z' => 2,
        b'_' => 3,
        b'-' => 4,
        b'.' => 5,
        b'/' => 6,
        0x21..=0x7e => 7,
        b' ' => 8,
        0x80..=0xff => 9,
        _ => 10,
    };
    kind << 8 | u16::from(byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(bytes: &[u8]) -> ByteSet {
        let mut set = ByteSet::default();
        for &byte in bytes {
            set.insert(byte);
        }
        set
    }

    #[test]
    fn classes_are_what_the_sets_tell_apart() {
        let alphabet = Alphabet::new([set(b"abc"), set(b"cd"), ByteSet::NAME, ByteSet::ALL]);
        let class = |byte| alphabet.class(byte);
        assert_eq!(alphabet.len(), 5);
        assert_eq!(class(b'a'), class(b'b'));
        assert_ne!(class(b'a'), class(b'c'));
        assert_ne!(class(b'c'), class(b'd'));
        assert_ne!(class(b'/'), class(b'x'));
        assert_eq!(class(b'x'), class(0xff));
        assert_eq!(alphabet.readable_first(), b"acde/");
    }

    #[test]
    fn every_byte_may_be_its_own_class() {
        let alphabet = Alphabet::new((0..=u8::MAX).map(|byte| set(&[byte])));
        assert_eq!(alphabet.len(), 256);
    }

    #[test]
    fn a_set_of_one() {
        assert_eq!(set(b"x").single(), Some(b'x'));
        assert_eq!(set(b"xy").single(), None);
        assert_eq!(set(b"").single(), None);
    }
}
