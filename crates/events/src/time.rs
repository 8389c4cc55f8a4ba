//! When something happened.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};
use std::fmt;

/// A moment in milliseconds since 1970-01-01T00:00:00Z, written as RFC 3339 in UTC with three
/// decimals: `2026-01-01T00:00:00.000Z`. From the realtime clock: it can jump; order is by `seq`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Time {
    /// Milliseconds since the epoch.
    pub unix_ms: i64,
}

impl Time {
    /// The moment of the call.
    pub fn now() -> Time {
        Time { unix_ms: jiff::Timestamp::now().as_millisecond() }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Out of range only beyond the year 9999.
        let stamp = jiff::Timestamp::from_millisecond(self.unix_ms).unwrap_or(jiff::Timestamp::MAX);
        write!(f, "{stamp:.3}")
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Time, D::Error> {
        let text = String::deserialize(deserializer)?;
        let stamp: jiff::Timestamp = text.parse().map_err(D::Error::custom)?;
        Ok(Time { unix_ms: stamp.as_millisecond() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_schema_writes_it() {
        let time = Time { unix_ms: 1_767_225_600_000 };
        assert_eq!(time.to_string(), "2026-01-01T00:00:00.000Z");
        assert_eq!(Time { unix_ms: 1_767_225_600_007 }.to_string(), "2026-01-01T00:00:00.007Z");
        let json = serde_json::to_string(&time).unwrap();
        assert_eq!(serde_json::from_str::<Time>(&json).unwrap(), time);
    }
}
