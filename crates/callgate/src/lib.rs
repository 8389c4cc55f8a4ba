//! Lock this program down, or run another under a policy.
//!
//! A [`Policy`] is a TOML text (or a preset) that says what a program may do at its system-call boundary.
//!
//! Lock the calling thread down, or the whole process:
//!
//! ```
//! use callgate::{Policy, Threads};
//!
//! std::thread::spawn(|| -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
//!     let policy = Policy::from_toml(
//!         r#"
//!         callgate = 1
//!         [syscalls]
//!         default = "allow"
//!         errno.EPERM = ["socket(domain == AF_INET)"]
//!         "#,
//!     )?;
//!     policy.lock_down_self(Threads::This)?;
//!     assert!(std::net::TcpListener::bind("127.0.0.1:0").is_err());
//!     Ok(())
//! })
//! .join()
//! .expect("the thread ends")?;
//! # Ok::<(), Box<dyn std::error::Error + Send + Sync>>(())
//! ```
//!
//! Run another program under a policy, and hear what it was refused:
//!
//! ```
//! use callgate::{Command, Policy};
//!
//! let policy = Policy::from_toml(
//!     r#"
//!     callgate = 1
//!     default = "allow"
//!     [fs]
//!     deny.read = ["/etc/hostname"]
//!     "#,
//! )?;
//! let (sender, refusals) = std::sync::mpsc::channel();
//! let outcome = Command::new("/bin/cat")
//!     .arg("/etc/hostname")
//!     .stderr(std::fs::File::create("/dev/null")?)
//!     .policy(policy)
//!     .events(move |event| {
//!         if let callgate::events::Event::Call(call) = event {
//!             let _ = sender.send(call);
//!         }
//!     })
//!     .spawn()?
//!     .wait()?;
//! assert_eq!(outcome.ending, callgate::Ending::Exited(1));
//! assert_eq!(refusals.recv()?.errno, Some(callgate::Errno::EACCES));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Answer a program's calls yourself with a [`Handler`]: see [`Command::handler`].
mod command;
mod lock;
pub mod optimize;
mod policy;
mod prepare;
mod suggest;

pub use callgate_abi::{Abi, Action, Errno, SeccompData, Sysno};
pub use callgate_events as events;
pub use callgate_runtime::{Answer, Call, Handler, Outcome, Sink, Stop, Target, anchors};
pub use callgate_sys::listener::ContinueReason;
pub use callgate_sys::wait::Ending;
pub use command::{Child, Command, SpawnError};
pub use lock::{LockError, Threads};
pub use policy::{Policy, PolicyError};
pub use prepare::{PrepareError, Prepared, abilities, abilities_of, filter, plan_for, prepare};
pub use suggest::{Places, Suggestion, Surroundings};
