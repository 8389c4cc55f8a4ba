//! Redirects.

use super::Lowering;
use super::objects::normal;
use crate::diagnostic::quoted;
use crate::load::findings::Word;
use crate::load::part::Entry;
use crate::model::{FsRedirect, NetRedirect};
use crate::object::Operation;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

impl Lowering<'_> {
    pub(super) fn fs_redirect(&mut self, entry: &Entry, from: &Word, to: &Word) {
        let pattern = self.path_pattern(from);
        let base = self.base(to).map(std::path::Path::to_path_buf);
        let target =
            self.variables.path(to, base.as_deref(), self.findings).and_then(|expanded| expanded.bytes());
        let (Some(from_pattern), Some(target)) = (pattern, target) else { return };
        if target.starts_with(b"**") || target.contains(&b'\0') {
            self.findings
                .error(&to.spot, format!("{} is no single path", quoted(&to.text)))
                .expected("expected one file or folder, without wildcards");
            return;
        }
        let target = normal(&target);
        let origin = self.origin(entry, &from.text);
        let to = PathBuf::from(OsStr::from_bytes(&target));
        self.policy.fs_redirects.push(FsRedirect { origin, from: from_pattern, to });
    }

    pub(super) fn net_redirect(&mut self, entry: &Entry, operation: Operation, from: &Word, to: &Word) {
        let from_pattern = self.address_pattern(from);
        let target = self.address_pattern(to);
        let (Some(from_pattern), Some(target)) = (from_pattern, target) else { return };
        let single = match target.spelled().as_slice() {
            [one] if target.unix_path().is_some() || target.is_abstract() => Some(one.clone()),
            [one]
                if target.ports().is_some_and(|ports| ports.start() == ports.end())
                    && !one.contains(&b'/') =>
            {
                (!target.is_every_host()).then(|| one.clone())
            }
            _ => None,
        };
        let Some(single) = single else {
            self.findings
                .error(&to.spot, format!("{} is no single address", quoted(&to.text)))
                .expected("expected one address with one port, such as `tcp:127.0.0.1:8080`");
            return;
        };
        let origin = self.origin(entry, &from.text);
        let to = String::from_utf8_lossy(&single).into_owned();
        self.policy.net_redirects.push(NetRedirect { origin, operation, from: from_pattern, to });
    }
}
