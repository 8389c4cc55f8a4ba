//! The tables behind diagrams: which nodes exist, and which results are known.

use super::{Node, Ref};
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// What is known of diagrams.
pub(crate) type Known<V> = HashMap<Ref, V, Mixed>;
/// Diagrams that were seen.
pub(crate) type Seen = HashSet<Ref, Mixed>;
/// For keys of a few words, which nobody chooses to collide.
pub(crate) type Mixed = BuildHasherDefault<Mix>;

/// Multiplies and folds each word in.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u32(&mut self, word: u32) {
        self.write_u64(u64::from(word));
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_isize(&mut self, word: isize) {
        self.write_u64(word as u64);
    }

    fn write_usize(&mut self, word: usize) {
        self.write_u64(word as u64);
    }
}

/// Finds a node's number. Open addressing; 0 is an empty place.
#[derive(Debug, Default)]
pub(super) struct Unique {
    places: Vec<u32>,
    used: usize,
}

fn hash(a: u32, b: u32, c: u32) -> usize {
    let mut h = (u64::from(a) << 32 | u64::from(b)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    h ^= u64::from(c).wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
    h ^= h >> 29;
    (h.wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 20) as usize
}

fn hash_of(node: Node) -> usize {
    hash(node.level, node.low.0, node.high.0)
}

impl Unique {
    pub(super) fn find(&self, node: Node, nodes: &[Node]) -> Option<u32> {
        if self.places.is_empty() {
            return None;
        }
        let mask = self.places.len() - 1;
        let mut place = hash_of(node) & mask;
        loop {
            match self.places[place] {
                0 => return None,
                number if nodes[number as usize - 1] == node => return Some(number - 1),
                _ => place = (place + 1) & mask,
            }
        }
    }

    /// Adds a node that is not there.
    pub(super) fn insert(&mut self, number: u32, nodes: &[Node]) {
        if (self.used + 1) * 3 > self.places.len() * 2 {
            self.places = vec![0; (self.places.len() * 2).max(1 << 10)];
            self.fill(&nodes[..number as usize]);
        }
        self.put(number, nodes[number as usize]);
    }

    /// Takes the last of the nodes out. Whoever was put in before it did not find its place taken, so the
    /// place is simply empty again.
    pub(super) fn remove_last(&mut self, nodes: &[Node]) {
        let (mask, number) = (self.places.len() - 1, nodes.len() as u32);
        let mut place = hash_of(nodes[nodes.len() - 1]) & mask;
        while self.places[place] != number {
            place = (place + 1) & mask;
        }
        self.places[place] = 0;
        self.used -= 1;
    }

    fn fill(&mut self, nodes: &[Node]) {
        self.used = 0;
        for (number, node) in nodes.iter().enumerate() {
            self.put(number as u32, *node);
        }
    }

    fn put(&mut self, number: u32, node: Node) {
        let mask = self.places.len() - 1;
        let mut place = hash_of(node) & mask;
        while self.places[place] != 0 {
            place = (place + 1) & mask;
        }
        self.places[place] = number + 1;
        self.used += 1;
    }
}

/// Results by their operands. A new one takes the place of an old one: losing it costs time only.
#[derive(Debug, Default)]
pub(super) struct Cache {
    lines: Vec<[u32; 4]>,
}

/// No operand: three equal operands are never looked up.
const EMPTY: [u32; 4] = [u32::MAX; 4];
const SMALLEST: usize = 1 << 11;
const LARGEST: usize = 1 << 18;

impl Cache {
    pub(super) fn get(&self, key: [u32; 3]) -> Option<u32> {
        let line = self.lines.get(hash(key[0], key[1], key[2]) & self.lines.len().wrapping_sub(1))?;
        (line[..3] == key).then_some(line[3])
    }

    pub(super) fn put(&mut self, key: [u32; 3], result: u32, nodes: usize) {
        if self.lines.len() < LARGEST && self.lines.len() < nodes * 2 || self.lines.is_empty() {
            let size = (nodes * 2).next_power_of_two().clamp(SMALLEST, LARGEST);
            let old = std::mem::replace(&mut self.lines, vec![EMPTY; size]);
            for line in old.into_iter().filter(|line| *line != EMPTY) {
                self.store(line);
            }
        }
        self.store([key[0], key[1], key[2], result]);
    }

    fn store(&mut self, line: [u32; 4]) {
        let place = hash(line[0], line[1], line[2]) & (self.lines.len() - 1);
        self.lines[place] = line;
    }

    pub(super) fn clear(&mut self) {
        self.lines.fill(EMPTY);
    }
}
