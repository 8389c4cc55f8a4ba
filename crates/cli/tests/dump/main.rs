//! `callgate dump` on programs that install filters in every way, compared with the same programs alone.
//!
//! The programs are compiled here; each run is a process of its own, as root where the tests are, and as an
//! ordinary user.

mod bench;
mod launched;
mod running;
mod terminal;
