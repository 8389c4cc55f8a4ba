//! What seccomp filters do, decided exactly over all inputs.
mod answer;
mod cached;
mod condition;
mod diagram;
mod difference;
mod execute;
mod limits;
mod machine;
mod numbers;
mod prove;
mod reference;
mod region;
mod space;

pub use answer::Permission;
pub use cached::is_constant_allow;
pub use condition::{Cases, Part, Register, Test};
pub use difference::{Diff, Difference, Undecided};
pub use limits::{Limits, Reason};
pub use numbers::{Calls, Machine};
pub use prove::{Proof, prove};
pub use reference::{LaunchException, Reference, Treatment};
