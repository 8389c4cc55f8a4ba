//! Types of other crates in JSON: by their names.

/// `fs.read` … `net.send`, or null.
pub(crate) mod operation {
    use callgate_policy::Operation;
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::{Serialize, Serializer};

    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde's `with` passes the field by reference"
    )]
    pub(crate) fn serialize<S: Serializer>(op: &Option<Operation>, serializer: S) -> Result<S::Ok, S::Error> {
        op.map(Operation::name).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Operation>, D::Error> {
        let Some(name) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
        match Operation::from_name(&name) {
            Some(op) => Ok(Some(op)),
            None => Err(D::Error::custom(format!("`{name}` is no operation"))),
        }
    }
}

/// `EACCES`, or `errno 512` for a number without a name, or null.
pub(crate) mod errno {
    use callgate_abi::Errno;
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::{Serialize, Serializer};

    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde's `with` passes the field by reference"
    )]
    pub(crate) fn serialize<S: Serializer>(errno: &Option<Errno>, serializer: S) -> Result<S::Ok, S::Error> {
        errno.map(|e| e.to_string()).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Errno>, D::Error> {
        let Some(name) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
        let number = || name.strip_prefix("errno ")?.parse().ok().map(Errno);
        match Errno::from_name(&name).or_else(number) {
            Some(errno) => Ok(Some(errno)),
            None => Err(D::Error::custom(format!("`{name}` is no errno"))),
        }
    }
}

/// An address as `0x…`: JSON's numbers lose the low bits of large ones.
pub(crate) mod hex {
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::Serializer;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's `with` passes the field by reference")]
    pub(crate) fn serialize<S: Serializer>(address: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{address:#x}"))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.strip_prefix("0x")
            .and_then(|digits| u64::from_str_radix(digits, 16).ok())
            .ok_or_else(|| D::Error::custom(format!("`{text}` is no address in hexadecimal")))
    }
}
