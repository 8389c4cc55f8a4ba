//! Records as lines of JSON.

use crate::Record;
use std::io::{self, BufRead, Write};
use thiserror::Error;

/// Appends records, each as one line in one write.
///
/// The first failure (a full disk, a closed pipe) is returned and ends the log: a hole in the middle
/// would be worse than an end that can be seen. Later records are counted as lost.
#[derive(Debug)]
pub struct Writer<W: Write> {
    out: W,
    line: Vec<u8>,
    failed: bool,
    lost: u64,
}

/// The log could not be continued.
#[derive(Debug, Error)]
#[error("the event log ends early: {0}")]
pub struct WriteError(#[source] pub io::Error);

impl<W: Write> Writer<W> {
    /// Writes to `out`, which should not buffer: a log is most wanted when something died.
    pub fn new(out: W) -> Writer<W> {
        Writer { out, line: Vec::new(), failed: false, lost: 0 }
    }

    /// Appends one line and returns its length in bytes. An error is returned once; after it every
    /// call writes nothing and returns 0.
    pub fn append(&mut self, record: &Record) -> Result<u64, WriteError> {
        if self.failed {
            self.lost += 1;
            return Ok(0);
        }
        self.line.clear();
        let written = serde_json::to_writer(&mut self.line, record).map_err(io::Error::from).and_then(|()| {
            self.line.push(b'\n');
            self.out.write_all(&self.line)
        });
        match written {
            Ok(()) => Ok(self.line.len() as u64),
            Err(error) => {
                self.failed = true;
                self.lost = 1;
                Err(WriteError(error))
            }
        }
    }

    /// Records that were not written, the one that failed included.
    pub fn lost(&self) -> u64 {
        self.lost
    }

    /// What was written to.
    pub fn into_inner(self) -> W {
        self.out
    }
}

/// A log could not be read.
#[derive(Debug, Error)]
pub enum ReadError {
    /// The file could not be read.
    #[error("line {line} could not be read: {source}")]
    Io {
        /// Line, from 1.
        line: u64,
        /// Why.
        source: io::Error,
    },
    /// A line is no record.
    #[error("line {line} is no event of callgate: {reason}")]
    Malformed {
        /// Line, from 1.
        line: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// A line is of a newer callgate.
    #[error("line {line} has version {version} of the event schema; this callgate reads version {supported}", supported = crate::VERSION)]
    Version {
        /// Line, from 1.
        line: u64,
        /// Its `v`.
        version: u64,
    },
}

/// Reads records. A last line that is cut off (the disk was full, the run was killed) is no error:
/// the records before it are still true.
pub fn read(input: impl BufRead) -> impl Iterator<Item = Result<Record, ReadError>> {
    let mut input = input;
    let mut number = 0;
    let mut line = Vec::new();
    std::iter::from_fn(move || {
        loop {
            line.clear();
            number += 1;
            match input.read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(_) => {}
                Err(source) => return Some(Err(ReadError::Io { line: number, source })),
            }
            if line.trim_ascii().is_empty() {
                continue;
            }
            return match serde_json::from_slice::<Record>(&line) {
                Ok(record) => Some(Ok(record)),
                Err(error) if error.is_eof() && line.last() != Some(&b'\n') => None,
                Err(error) => Some(Err(malformed(number, &line, &error))),
            };
        }
    })
}

fn malformed(line: u64, text: &[u8], error: &serde_json::Error) -> ReadError {
    let version = serde_json::from_slice::<serde_json::Value>(text)
        .ok()
        .and_then(|value| value.get("v")?.as_u64())
        .filter(|v| *v > u64::from(crate::VERSION));
    match version {
        Some(version) => ReadError::Version { line, version },
        None => ReadError::Malformed { line, reason: error.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::samples;

    /// Accepts so many bytes, then is full.
    struct Full(usize, Vec<u8>);

    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let n = bytes.len().min(self.0);
            if n == 0 {
                return Err(io::Error::from(io::ErrorKind::StorageFull));
            }
            self.0 -= n;
            self.1.extend_from_slice(&bytes[..n]);
            Ok(n)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let records = samples();
        let mut writer = Writer::new(Vec::new());
        for record in &records {
            writer.append(record).unwrap();
        }
        let bytes = writer.into_inner();
        let back: Result<Vec<_>, _> = read(&bytes[..]).collect();
        assert_eq!(back.unwrap(), records);
    }

    #[test]
    fn a_full_disk_is_told_once_and_the_rest_is_readable() {
        let records = samples();
        let first = serde_json::to_vec(&records[0]).unwrap().len() + 1;
        let mut writer = Writer::new(Full(first + 10, Vec::new()));
        let errors = records.iter().filter(|r| writer.append(r).is_err()).count();
        assert_eq!(errors, 1);
        assert_eq!(writer.lost(), records.len() as u64 - 1);
        let bytes = writer.into_inner().1;
        let back: Result<Vec<_>, _> = read(&bytes[..]).collect();
        assert_eq!(back.unwrap(), records[..1]);
    }

    #[test]
    fn bad_lines_are_named() {
        let error = |text: &str| read(text.as_bytes()).find_map(Result::err).unwrap().to_string();
        assert!(error("\n{\"a\":1}\n").starts_with("line 2 is no event of callgate"));
        assert!(error("{\"v\":2}\n").contains("version 2"));
        assert!(error("{\"v\":1,\"seq\":\n").starts_with("line 1 is no event"));
    }
}
