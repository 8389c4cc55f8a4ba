//! A bug must end as one sentence and exit code 125, never as a trace.

use crate::{exit, terminal};
use callgate_events::bytes::printable;

/// Makes every panic, of any thread, end the program. The filter fails closed: what a supervised
/// program still calls afterwards gets ENOSYS.
pub(crate) fn install() {
    std::panic::set_hook(Box::new(|info| {
        let message = info.payload_as_str().unwrap_or("no message");
        let place = info.location().map_or_else(String::new, |l| format!(" at {}:{}", l.file(), l.line()));
        terminal::say(&format!(
            "callgate: this is a bug in callgate, please report it: {}{place}\n",
            printable(message)
        ));
        std::process::exit(i32::from(exit::FAILED));
    }));
}
