//! What can be wrong with a path or name pattern.

use std::ops::Range;

/// Why a text is no pattern. Offsets count bytes of the expanded text (variables replaced, nothing
/// escaped); [`PatternError::span`] is what to underline.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PatternError {
    /// Nothing was written.
    #[error("the pattern is empty; write a path such as `/srv`, or `**` for every path")]
    Empty,
    /// It does not say from where the path starts.
    #[error("the pattern begins with neither `/` nor `**/`; write `/…`, or `**/…` for anywhere")]
    Relative,
    /// `**` shares its component with something else.
    #[error(
        "`**` must be a whole component (`a/**/b`): it stands for any number of folders; inside a name write `*`"
    )]
    DeepNotWhole {
        /// Where the stars are.
        span: Range<usize>,
    },
    /// Two slashes with nothing between them.
    #[error("there is an empty component between two slashes, which no path has; remove one slash")]
    EmptyComponent {
        /// The second slash.
        offset: usize,
    },
    /// A `.` component.
    #[error("a `.` component never occurs in a resolved path; leave it out")]
    DotComponent {
        /// Where the component is.
        span: Range<usize>,
    },
    /// A `..` component.
    #[error("a `..` component never occurs in a resolved path; write the folder that is meant")]
    DotDotComponent {
        /// Where the component is.
        span: Range<usize>,
    },
    /// A `[` without its `]` in the same component.
    #[error(
        "`[` opens a character class that is not closed in this component; close it with `]`, or write `\\[` for the character"
    )]
    UnclosedClass {
        /// The bracket.
        offset: usize,
    },
    /// `[z-a]`.
    #[error("the range is backwards and matches nothing; write the lower end first")]
    ReversedRange {
        /// The range.
        span: Range<usize>,
    },
    /// `[[:alpha:]]` and its kin.
    #[error("named classes such as `[:alpha:]` are not part of the language; write ranges: `[a-zA-Z]`")]
    NamedClass {
        /// The inner bracket.
        offset: usize,
    },
    /// A class with a character of several bytes.
    #[error(
        "matching is on bytes, and a character class matches one; this character has several: write it outside the brackets, or use `*`"
    )]
    WideClass {
        /// The byte.
        offset: usize,
    },
    /// A class that allows no byte at all.
    #[error("the character class matches no byte, so the pattern matches nothing")]
    EmptyClass {
        /// The class.
        span: Range<usize>,
    },
    /// A backslash at the end, before a slash or before a variable.
    #[error("the `\\` escapes nothing here; write `\\\\` for a backslash")]
    DanglingEscape {
        /// The backslash.
        offset: usize,
    },
    /// A NUL byte, which no path holds.
    #[error("the pattern holds a NUL byte, which no path can")]
    Nul {
        /// The byte.
        offset: usize,
    },
    /// Longer than a path can be (4096 bytes), or more than 1000 bytes of pattern after the first wildcard.
    #[error("the pattern is too long ({length} bytes where {limit} are allowed)")]
    TooLong {
        /// Its length.
        length: usize,
        /// The limit that it exceeds.
        limit: usize,
    },
    /// A variable that is a list of addresses stands in a path.
    #[error("this variable is a list of network addresses, not a path")]
    AddressesInPath {
        /// Where it stands.
        offset: usize,
    },
}

impl PatternError {
    /// The bytes to underline, in the expanded text; `None` when it is the whole pattern.
    pub fn span(&self) -> Option<Range<usize>> {
        match self {
            PatternError::Empty | PatternError::Relative | PatternError::TooLong { .. } => None,
            PatternError::DeepNotWhole { span }
            | PatternError::DotComponent { span }
            | PatternError::DotDotComponent { span }
            | PatternError::ReversedRange { span }
            | PatternError::EmptyClass { span } => Some(span.clone()),
            PatternError::EmptyComponent { offset }
            | PatternError::UnclosedClass { offset }
            | PatternError::NamedClass { offset }
            | PatternError::WideClass { offset }
            | PatternError::DanglingEscape { offset }
            | PatternError::Nul { offset }
            | PatternError::AddressesInPath { offset } => Some(*offset..*offset + 1),
        }
    }

    /// The first byte of [`PatternError::span`], 0 when it is the whole pattern.
    pub fn offset(&self) -> usize {
        self.span().map_or(0, |span| span.start)
    }

    /// The same mistake, `by` bytes further on.
    pub(super) fn shifted(mut self, by: usize) -> PatternError {
        match &mut self {
            PatternError::Empty | PatternError::Relative | PatternError::TooLong { .. } => {}
            PatternError::DeepNotWhole { span }
            | PatternError::DotComponent { span }
            | PatternError::DotDotComponent { span }
            | PatternError::ReversedRange { span }
            | PatternError::EmptyClass { span } => *span = span.start + by..span.end + by,
            PatternError::EmptyComponent { offset }
            | PatternError::UnclosedClass { offset }
            | PatternError::NamedClass { offset }
            | PatternError::WideClass { offset }
            | PatternError::DanglingEscape { offset }
            | PatternError::Nul { offset }
            | PatternError::AddressesInPath { offset } => *offset += by,
        }
        self
    }
}
