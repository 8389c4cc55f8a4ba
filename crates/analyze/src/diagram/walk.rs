//! Where the bits of `struct seccomp_data` stand in the order of levels.
//!
//! Architecture, number, six arguments, instruction pointer; within a word the highest bit first, so
//! that comparisons with constants stay narrow. An argument's upper word comes before its lower one,
//! as little-endian machines lay them out.

use callgate_abi::{Endian, SeccompData};
use callgate_bpf::interp;

/// Levels of the architecture.
pub(crate) const ARCH: u32 = 0;
/// Levels of the number.
pub(crate) const NR: u32 = 32;
/// Levels of the arguments and the instruction pointer.
pub(crate) const REGISTERS: u32 = 64;
/// The instruction pointer among the registers: after the six arguments.
pub(crate) const IP: u32 = 6;

/// The first level of a register's 64: an argument by its number, or [`IP`].
pub(crate) const fn register(register: u32) -> u32 {
    REGISTERS + 64 * register
}

/// The first level of the word at byte 4 × `index`.
pub(crate) const fn word(index: u32) -> u32 {
    match index {
        0 => NR,
        1 => ARCH,
        _ => {
            let pair = (index - 2) / 2;
            let half = if index % 2 == 1 { 0 } else { 32 };
            register(if pair == 0 { IP } else { pair - 1 }) + half
        }
    }
}

/// The word, counted in words, and the bit of it, 0 the lowest, that a level stands for.
pub(crate) fn bit(level: u32) -> (u8, u8) {
    let index = match level / 32 {
        0 => 1,
        1 => 0,
        half => {
            let (register, low) = ((half - 2) / 2, half % 2);
            let first = if register == IP { 2 } else { 4 + 2 * register };
            first + 1 - low
        }
    };
    (index as u8, (31 - level % 32) as u8)
}

/// The call whose bits are 1 at these levels and 0 elsewhere.
pub(crate) fn call(ones: &[u32]) -> SeccompData {
    let mut words = [0u32; 16];
    for (index, value) in words.iter_mut().enumerate() {
        let first = word(index as u32);
        for level in ones.iter().filter(|level| (first..first + 32).contains(level)) {
            *value |= 1 << (31 - (level - first));
        }
    }
    let mut data = SeccompData { nr: words[0] as i32, arch: words[1], ..SeccompData::default() };
    let endian = interp::byte_order(&data);
    let long = |index: usize| {
        let (first, second) = (u64::from(words[index]), u64::from(words[index + 1]));
        match endian {
            Endian::Little => second << 32 | first,
            Endian::Big => first << 32 | second,
        }
    };
    data.instruction_pointer = long(2);
    data.args = std::array::from_fn(|arg| long(4 + 2 * arg));
    data
}

#[cfg(test)]
mod tests {
    use super::{bit, call, word};

    #[test]
    fn every_bit_has_its_level() {
        let mut levels: Vec<u32> = (0..16).flat_map(|index| word(index)..word(index) + 32).collect();
        levels.sort_unstable();
        assert_eq!(levels, (0..512).collect::<Vec<_>>());
        for level in 0..512 {
            let (index, bit) = bit(level);
            assert_eq!(word(u32::from(index)) + 31 - u32::from(bit), level);
        }
    }

    #[test]
    fn calls_of_both_byte_orders() {
        let little = [1, 32 + 31, super::register(0), super::register(1) + 63];
        let data = call(&little);
        assert_eq!((data.arch, data.nr), (0x4000_0000, 1));
        assert_eq!(data.args[..2], [1 << 63, 1]);
        let big = call(&little[1..]);
        assert_eq!(big.args[..2], [1 << 31, 1 << 32]);
    }
}
