//! Conditions over argument registers.

/// What must be true of the arguments for a rule to match.
///
/// Every comparison is either true or false of a call, so that [`Condition::negated`] needs no third
/// kind of node.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Condition {
    /// One comparison.
    Is(Comparison),
    /// All of these hold; none at all: always.
    All(Vec<Condition>),
    /// At least one of these holds; none at all: never.
    Any(Vec<Condition>),
}

impl Condition {
    /// Holds of every call.
    pub const ALWAYS: Condition = Condition::All(Vec::new());
    /// Holds of none.
    pub const NEVER: Condition = Condition::Any(Vec::new());

    /// Whether nothing is asked of the arguments.
    pub fn is_always(&self) -> bool {
        matches!(self, Condition::All(parts) if parts.is_empty())
    }

    /// Whether it says itself that it cannot hold; comparisons that exclude each other are not looked at.
    pub fn is_never(&self) -> bool {
        matches!(self, Condition::Any(parts) if parts.is_empty())
    }

    /// All of these hold.
    pub fn all(parts: impl IntoIterator<Item = Condition>) -> Condition {
        let mut kept = Vec::new();
        for part in parts {
            match part {
                Condition::All(inner) => kept.extend(inner),
                never if never.is_never() => return never,
                other => kept.push(other),
            }
        }
        if kept.len() == 1 { kept.remove(0) } else { Condition::All(kept) }
    }

    /// At least one of these holds.
    pub fn any(parts: impl IntoIterator<Item = Condition>) -> Condition {
        let mut kept = Vec::new();
        for part in parts {
            match part {
                Condition::Any(inner) => kept.extend(inner),
                always if always.is_always() => return always,
                other => kept.push(other),
            }
        }
        if kept.len() == 1 { kept.remove(0) } else { Condition::Any(kept) }
    }

    /// Holds exactly where this one does not.
    #[must_use]
    pub fn negated(&self) -> Condition {
        match self {
            Condition::Is(comparison) => Condition::Is(comparison.negated()),
            Condition::All(parts) => Condition::Any(parts.iter().map(Condition::negated).collect()),
            Condition::Any(parts) => Condition::All(parts.iter().map(Condition::negated).collect()),
        }
    }

    /// Whether the registers satisfy it.
    pub fn holds(&self, args: &[u64; 6]) -> bool {
        match self {
            Condition::Is(comparison) => comparison.holds(args),
            Condition::All(parts) => parts.iter().all(|part| part.holds(args)),
            Condition::Any(parts) => parts.iter().any(|part| part.holds(args)),
        }
    }

    /// Every comparison in it, in the order written.
    pub fn comparisons(&self) -> Vec<&Comparison> {
        fn collect<'c>(condition: &'c Condition, found: &mut Vec<&'c Comparison>) {
            match condition {
                Condition::Is(comparison) => found.push(comparison),
                Condition::All(parts) | Condition::Any(parts) => {
                    for part in parts {
                        collect(part, found);
                    }
                }
            }
        }
        let mut found = Vec::new();
        collect(self, &mut found);
        found
    }
}

impl From<Comparison> for Condition {
    fn from(comparison: Comparison) -> Condition {
        Condition::Is(comparison)
    }
}

/// All of them hold.
impl From<Vec<Comparison>> for Condition {
    fn from(comparisons: Vec<Comparison>) -> Condition {
        Condition::all(comparisons.into_iter().map(Condition::Is))
    }
}

/// One comparison of an argument register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Comparison {
    /// Register, 0 to 5.
    pub arg: u8,
    /// How many low bits are looked at: 32, or 64.
    pub width: Width,
    /// Whether `<`, `<=`, `>`, `>=` compare as signed numbers of that width.
    pub signed: bool,
    /// AND-ed to the argument first.
    pub mask: Option<u64>,
    /// The comparison.
    pub op: Compare,
    /// The datum, cut to the width (a signed −1 of width 32 is 0xffff_ffff).
    pub value: u64,
}

/// Width of a comparison, from the argument's C type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Width {
    /// The low 32 bits: `int`, `unsigned`, `mode_t`; and everything on a 32-bit ABI.
    W32,
    /// All 64: pointers, `long`, `size_t` on a 64-bit ABI.
    W64,
}

/// A comparison operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Compare {
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl Compare {
    /// All of them.
    pub const ALL: [Compare; 6] =
        [Compare::Eq, Compare::Ne, Compare::Lt, Compare::Le, Compare::Gt, Compare::Ge];

    /// C's sign of it.
    pub fn sign(self) -> &'static str {
        match self {
            Compare::Eq => "==",
            Compare::Ne => "!=",
            Compare::Lt => "<",
            Compare::Le => "<=",
            Compare::Gt => ">",
            Compare::Ge => ">=",
        }
    }
}

impl Comparison {
    /// Whether the registers satisfy it.
    pub fn holds(&self, args: &[u64; 6]) -> bool {
        let Some(register) = args.get(usize::from(self.arg)) else { return false };
        let ones = match self.width {
            Width::W32 => u64::from(u32::MAX),
            Width::W64 => u64::MAX,
        };
        let found = register & ones & self.mask.unwrap_or(u64::MAX);
        let value = self.value & ones;
        // Turning the sign bit over makes signed order unsigned order.
        let flip = if self.signed { (ones >> 1) + 1 } else { 0 };
        let (left, right) = (found ^ flip, value ^ flip);
        match self.op {
            Compare::Eq => found == value,
            Compare::Ne => found != value,
            Compare::Lt => left < right,
            Compare::Le => left <= right,
            Compare::Gt => left > right,
            Compare::Ge => left >= right,
        }
    }

    /// The comparison that holds exactly where this one does not.
    #[must_use]
    pub fn negated(&self) -> Comparison {
        let op = match self.op {
            Compare::Eq => Compare::Ne,
            Compare::Ne => Compare::Eq,
            Compare::Lt => Compare::Ge,
            Compare::Le => Compare::Gt,
            Compare::Gt => Compare::Le,
            Compare::Ge => Compare::Lt,
        };
        Comparison { op, ..*self }
    }
}
