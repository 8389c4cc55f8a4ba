//! The harness of the whole-program tests: guests in C, the program under test, scenes to run them
//! in, and watchdogs. The tests themselves are in `tests/`.

pub mod abilities;
pub mod example;
pub mod guest;
pub mod hard;
pub mod oracle;
pub mod program;
pub mod scene;
pub mod tools;
pub mod tree;

pub use abilities::{Abilities, Need};
pub use example::Example;
pub use guest::{Guests, Variant};
pub use oracle::{Answer, Oracle, Question};
pub use scene::{Outcome, Scene, seed};
