//! Logs of events, as `why --events` reads them.

use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "log",
    about: "logs of events, line by line; what is read is written and read again",
    longest: 4096,
    run,
};

fn run(data: &[u8]) {
    for record in callgate_events::log::read(data) {
        match record {
            Ok(record) => {
                let mut bytes = Vec::new();
                let written = callgate_events::Writer::new(std::io::Cursor::new(&mut bytes)).append(&record);
                assert!(written.is_ok());
                let back: Vec<_> = callgate_events::log::read(&bytes[..]).collect();
                assert_eq!(back.len(), 1);
                assert_eq!(back[0].as_ref().ok(), Some(&record));
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
}
