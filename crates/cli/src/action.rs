//! Actions on a terminal: their words and colours.

use anstyle::{AnsiColor, Style};
use callgate_abi::{Action, Errno};

/// The colour of an action.
pub(crate) fn style(action: Action) -> Style {
    match action {
        Action::Allow => AnsiColor::Green.on_default(),
        Action::Log => AnsiColor::Cyan.on_default(),
        Action::Trace(_) | Action::UserNotif => AnsiColor::Blue.on_default(),
        Action::Errno(_) => AnsiColor::Yellow.on_default(),
        Action::Trap(_) => AnsiColor::Magenta.on_default(),
        Action::KillThread | Action::KillProcess => AnsiColor::Red.on_default().bold(),
    }
}

/// A return value in the assembly's words, and what is odd about it.
pub(crate) fn words(ret: u32) -> String {
    let action = Action::from_ret(ret);
    let word = match action {
        Action::Errno(errno) => match errno.name() {
            Some(name) => format!("errno {name}"),
            None => format!("errno {}", errno.0),
        },
        Action::Trap(0) => "trap".to_owned(),
        Action::Trap(data) => format!("trap {data}"),
        Action::Trace(0) => "trace".to_owned(),
        Action::Trace(data) => format!("trace {data}"),
        other => other.to_string(),
    };
    match action {
        Action::Errno(Errno(0)) => format!("{word} (succeeds with 0, and nothing is done)"),
        _ if action == Action::KillProcess && ret & Action::ACTION_FULL != action.to_ret() => {
            format!("{word} ({ret:#010x} is no action)")
        }
        _ if action.to_ret() != ret => format!("{word} ({ret:#010x})"),
        _ => word,
    }
}
