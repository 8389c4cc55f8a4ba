//! Bytes as choices. When they are used up all choices are the first, so that inputs can be cut short.

/// Reads an input.
pub(crate) struct Choices<'a>(&'a [u8]);

impl<'a> Choices<'a> {
    pub(crate) fn new(data: &'a [u8]) -> Choices<'a> {
        Choices(data)
    }

    /// Whether there are more.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    pub(crate) fn bool(&mut self) -> bool {
        self.byte() & 1 == 1
    }

    pub(crate) fn u32(&mut self) -> u32 {
        u32::from_le_bytes([self.byte(), self.byte(), self.byte(), self.byte()])
    }

    /// Below a limit of at most 256.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        usize::from(self.byte()) % limit.max(1)
    }

    pub(crate) fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// A word on which carries and signs turn, or any.
    pub(crate) fn word(&mut self) -> u32 {
        match self.byte() {
            choice @ 0..128 => {
                const EDGES: [u32; 16] = [
                    0,
                    1,
                    2,
                    3,
                    4,
                    31,
                    32,
                    33,
                    64,
                    0x7fff_ffff,
                    0x8000_0000,
                    0xffff_fffe,
                    0xffff_ffff,
                    0xc000_003e,
                    0x4000_0003,
                    0x4000_0000,
                ];
                EDGES[usize::from(choice) % EDGES.len()]
            }
            choice @ 128..192 => u32::from(choice - 128),
            192..224 => u32::from(self.byte()),
            _ => self.u32(),
        }
    }
}
