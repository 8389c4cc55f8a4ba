//! Filters made to exhaust whoever reads them: each nearly as long as the kernel takes them.

/// `BPF_LD|BPF_W|BPF_ABS` and the others, as `linux/bpf_common.h` has them.
mod code {
    pub(super) const LOAD: u16 = 0x20;
    pub(super) const LOAD_MEM: u16 = 0x60;
    pub(super) const LOAD_X_MEM: u16 = 0x61;
    pub(super) const LOAD_X: u16 = 0x01;
    pub(super) const STORE: u16 = 0x02;
    pub(super) const STORE_X: u16 = 0x03;
    pub(super) const ADD: u16 = 0x04;
    pub(super) const MULTIPLY_X: u16 = 0x2c;
    pub(super) const MULTIPLY: u16 = 0x24;
    pub(super) const AND: u16 = 0x54;
    pub(super) const SHIFT_RIGHT: u16 = 0x74;
    pub(super) const SHIFT_RIGHT_X: u16 = 0x7c;
    pub(super) const XOR: u16 = 0xa4;
    pub(super) const IF_EQUAL: u16 = 0x15;
    pub(super) const IF_EQUAL_X: u16 = 0x1d;
    pub(super) const IF_GREATER: u16 = 0x25;
    pub(super) const IF_BITS: u16 = 0x45;
    pub(super) const RETURN: u16 = 0x06;
    pub(super) const RETURN_A: u16 = 0x16;
    pub(super) const TO_X: u16 = 0x07;
    pub(super) const TO_A: u16 = 0x87;
}

const ALLOW: u32 = 0x7fff_0000;
const KILL: u32 = 0x8000_0000;
const ERRNO: u32 = 0x0005_0000;
/// The number's place in `struct seccomp_data`.
const NR: u32 = 0;

/// A filter under construction, and the numbers that it is made of: the same every time.
struct Maker {
    insns: Vec<(u16, u8, u8, u32)>,
    random: u32,
}

impl Maker {
    fn new() -> Maker {
        Maker { insns: Vec::new(), random: 1 }
    }

    fn next(&mut self) -> u32 {
        self.random = self.random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        self.random ^ self.random >> 16
    }

    fn below(&mut self, limit: u32) -> u32 {
        (self.next() >> 8) % limit
    }

    fn op(&mut self, code: u16, k: u32) {
        self.insns.push((code, 0, 0, k));
    }

    fn jump(&mut self, code: u16, k: u32, jt: u8, jf: u8) {
        self.insns.push((code, jt, jf, k));
    }

    /// Loads half a register of the call.
    fn half(&mut self) {
        let half = self.below(12);
        self.op(code::LOAD, 16 + 4 * half);
    }

    /// All halves into scratch words 0 to 11, the number into the rest.
    fn fill_scratch(&mut self) {
        for word in 0..16 {
            self.op(code::LOAD, if word < 12 { 16 + 4 * word } else { NR });
            self.op(code::STORE, word);
        }
    }

    /// Whether so many more instructions leave place for one.
    fn room(&self, left: usize) -> bool {
        self.insns.len() + left < 4096
    }

    /// `A == k` is allowed, all else killed.
    fn end(mut self, k: u32) -> Vec<u8> {
        self.jump(code::IF_EQUAL, k, 0, 1);
        self.op(code::RETURN, ALLOW);
        self.op(code::RETURN, KILL);
        self.bytes()
    }

    fn bytes(self) -> Vec<u8> {
        let bytes = |(code, jt, jf, k): (u16, u8, u8, u32)| {
            let [c0, c1] = code.to_le_bytes();
            let [k0, k1, k2, k3] = k.to_le_bytes();
            [c0, c1, jt, jf, k0, k1, k2, k3]
        };
        self.insns.into_iter().flat_map(bytes).collect()
    }
}

/// Products of the arguments, over and over.
fn products() -> Vec<u8> {
    let mut m = Maker::new();
    m.op(code::LOAD, 16);
    while m.room(6) {
        m.op(code::TO_X, 0);
        m.half();
        m.op(code::MULTIPLY_X, 0);
    }
    m.end(0x1234_5677)
}

/// Sums and exclusive ors of an argument with thousands of constants.
fn sums() -> Vec<u8> {
    let mut m = Maker::new();
    m.op(code::LOAD, 16);
    while m.room(5) {
        let (sum, other) = (m.next(), m.next());
        m.op(code::ADD, sum);
        m.op(code::XOR, other);
    }
    m.jump(code::IF_GREATER, 1234, 0, 1);
    m.op(code::RETURN, ALLOW);
    m.op(code::RETURN, KILL);
    m.bytes()
}

/// Shifts of arguments by each other.
fn shifts() -> Vec<u8> {
    let mut m = Maker::new();
    m.op(code::LOAD, 24);
    m.op(code::TO_X, 0);
    while m.room(8) {
        m.half();
        m.op(code::SHIFT_RIGHT_X, 0);
        m.op(code::AND, 31);
        m.op(code::TO_X, 0);
    }
    m.op(code::TO_A, 0);
    m.end(5)
}

/// A thousand answers, each for other bits of another argument.
fn masks() -> Vec<u8> {
    let mut m = Maker::new();
    while m.room(5) {
        m.half();
        let mask = m.next();
        m.op(code::AND, mask);
        m.jump(code::IF_EQUAL, 0, 0, 1);
        let answer = [KILL, ERRNO | 1, ALLOW][m.below(3) as usize];
        m.op(code::RETURN, answer);
    }
    m.op(code::RETURN, ALLOW);
    m.bytes()
}

/// One bit after the other decides whether a sum grows: as many sums as there are ways.
fn ways() -> Vec<u8> {
    let mut m = Maker::new();
    m.op(code::LOAD_X, 0);
    while m.room(9) {
        m.half();
        let (bit, sum) = (1 << m.below(32), m.next() | 1);
        m.jump(code::IF_BITS, bit, 0, 3);
        m.op(code::TO_A, 0);
        m.op(code::ADD, sum);
        m.op(code::TO_X, 0);
    }
    m.op(code::TO_A, 0);
    m.end(77)
}

/// Jumps of every length over tests of all arguments.
fn jumps() -> Vec<u8> {
    let mut m = Maker::new();
    while m.room(260) {
        m.half();
        let (code, bound) = ([code::IF_EQUAL, code::IF_GREATER][m.below(2) as usize], m.next());
        let over = 1 + m.below(200) as u8;
        m.jump(code, bound, over, 0);
        let sum = m.next();
        m.op(code::ADD, sum);
        m.op(code::TO_X, 0);
    }
    for answer in [ALLOW, KILL] {
        for _ in 0..128 {
            m.op(code::RETURN, answer);
        }
    }
    m.bytes()
}

/// Scratch words change places, and two of them are compared.
fn shuffles() -> Vec<u8> {
    let mut m = Maker::new();
    m.fill_scratch();
    while m.room(9) {
        let (left, right) = (m.below(16), m.below(16));
        m.op(code::LOAD_MEM, left);
        m.op(code::LOAD_X_MEM, right);
        m.op(code::STORE, right);
        m.op(code::STORE_X, left);
    }
    m.op(code::LOAD_MEM, 3);
    m.op(code::LOAD_X_MEM, 4);
    m.jump(code::IF_EQUAL_X, 0, 0, 1);
    m.op(code::RETURN, ALLOW);
    m.op(code::RETURN, KILL);
    m.bytes()
}

/// The same, but whether they change places is for the arguments to say.
fn conditional_shuffles() -> Vec<u8> {
    let mut m = Maker::new();
    m.fill_scratch();
    while m.room(10) {
        m.half();
        let (bit, left, right) = (1 << m.below(32), m.below(16), m.below(16));
        m.jump(code::IF_BITS, bit, 0, 4);
        m.op(code::LOAD_MEM, left);
        m.op(code::LOAD_X_MEM, right);
        m.op(code::STORE, right);
        m.op(code::STORE_X, left);
    }
    m.op(code::LOAD_MEM, 3);
    m.end(7)
}

/// Numbers are hashed, and each hash has another answer.
fn hashes() -> Vec<u8> {
    let mut m = Maker::new();
    m.op(code::LOAD, NR);
    m.op(code::MULTIPLY, 2_654_435_761);
    m.op(code::SHIFT_RIGHT, 20);
    while m.room(3) {
        let (hash, errno) = (m.below(4096), 1 + m.below(4000));
        m.jump(code::IF_EQUAL, hash, 0, 1);
        m.op(code::RETURN, ERRNO | errno);
    }
    m.op(code::RETURN, ALLOW);
    m.bytes()
}

/// The answer itself is computed from an argument.
fn answers() -> Vec<u8> {
    let mut m = Maker::new();
    m.op(code::LOAD, 16);
    while m.room(3) {
        let sum = m.next();
        m.op(code::ADD, sum);
    }
    m.op(code::RETURN_A, 0);
    m.bytes()
}

/// All of them: what they do, and their bytes as a little-endian machine takes them.
pub fn filters() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("products", products()),
        ("sums", sums()),
        ("shifts", shifts()),
        ("masks", masks()),
        ("ways", ways()),
        ("jumps", jumps()),
        ("shuffles", shuffles()),
        ("conditional-shuffles", conditional_shuffles()),
        ("hashes", hashes()),
        ("answers", answers()),
    ]
}
