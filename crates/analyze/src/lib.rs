//! What seccomp filters do, decided exactly over all inputs: verdicts, differences, proofs, and policies
//! read back from filters.
//!
//! A [`Space`] holds filters, stacks and policies as decision diagrams over the 512 bits of
//! `struct seccomp_data`; two of them agree exactly when their diagrams are one. [`Space::diff`] lists
//! where they differ, each region with a call that does; [`prove()`] compares a filter with a policy,
//! sharing no code with the compiler; [`Space::explain`] says in words what calls get. What takes too
//! much time or memory is [`Verdict::Unknown`], with the reason, and never a guess.
//!
//! | file | what it does |
//! |---|---|
//! | `diagram/` | the diagrams: nodes, operations, words of bits, regions |
//! | `machine.rs`, `execute.rs`, `followed.rs`, `inputs.rs` | from instructions to a diagram, and who gets where |
//! | `reference.rs` | from a policy to a diagram |
//! | `region.rs`, `numbers.rs` | a diagram by ABI and number |
//! | `condition.rs`, `words.rs` | a condition as comparisons, and in words |
//! | `lint/` | the rules of `callgate lint`, one a file, and what they stand on |
//! | `difference.rs`, `prove.rs`, `explain.rs`, `lift.rs`, `cached.rs`, `decided.rs` | what is asked of it |
mod answer;
mod cached;
mod condition;
mod decided;
mod diagram;
mod difference;
mod execute;
mod explain;
mod followed;
mod inputs;
mod lift;
mod limits;
pub mod lint;
mod machine;
mod numbers;
mod prove;
mod reference;
mod region;
mod space;
mod words;

pub use answer::Permission;
pub use cached::{has_bitmap, is_constant_allow};
pub use condition::{Cases, Part, Register, Test};
pub use decided::{Decided, OfArches, Step};
pub use difference::{Diff, Difference, Undecided};
pub use explain::{Group, Outcome};
pub use lift::Lifted;
pub use limits::{Limits, Reason};
pub use numbers::{Calls, Machine};
pub use prove::{Proof, prove};
pub use reference::{LaunchException, Reference, Treatment};
pub use space::{Deciders, Space, Verdict, Verdicts};
pub use words::Naming;
