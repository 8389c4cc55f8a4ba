//! Where dumped filters go: to standard output as they come, or to files.

use crate::cmd::asm::{Format as Written, write_file, written};
use crate::cmd::disasm;
use crate::cmd::dump::Format;
use crate::cmd::dump::together::Together;
use crate::cmd::dump::words::{facts, heading};
use crate::failure::Failure;
use crate::installs::{Filter, Install, Read, Request};
use crate::terminal::{self, BOLD, Out};
use callgate_abi::Abi;
use callgate_bpf::text::{asm::Style, write};
use callgate_bpf::{Insn, Program};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;

/// Where the filters go.
pub(super) struct Sink<'a> {
    pub(super) format: Format,
    pub(super) output: Option<&'a Path>,
    /// What is for the file.
    text: Vec<u8>,
    json: Vec<Value>,
    /// What filters come to together.
    stacks: Vec<Value>,
    /// How many raw filters were written.
    raw: usize,
}

impl Sink<'_> {
    /// To a file, or else to standard output.
    pub(super) fn new(format: Format, output: Option<&Path>) -> Sink<'_> {
        Sink { format, output, text: Vec::new(), json: Vec::new(), stacks: Vec::new(), raw: 0 }
    }

    /// A filter, with what is known of it.
    pub(super) fn filter(
        &mut self,
        insns: &[Insn],
        abi: Abi,
        heading: &[String],
        facts: Value,
        out: &mut Out,
    ) -> Result<(), Failure> {
        match (self.format, self.output) {
            (Format::Json, _) => {
                let mut facts = facts;
                facts["abi"] = json!(abi.name());
                facts["len"] = json!(insns.len());
                facts["raw"] = json!(write::hex(insns, abi.endian()).replace('\n', ""));
                facts["refused"] = json!(Program::new(insns.to_vec()).err().map(|error| error.to_string()));
                self.json.push(facts);
            }
            (Format::Raw, Some(path)) => {
                let bytes = written(insns, abi, Written::Raw);
                let path = match self.raw {
                    0 => path.to_owned(),
                    n => {
                        let mut name = path.as_os_str().to_owned();
                        name.push(format!(".{n}"));
                        name.into()
                    }
                };
                self.raw += 1;
                write_file(&path, &bytes)?;
            }
            (Format::Raw, None) => out.raw(&written(insns, abi, Written::Raw))?,
            (Format::Hex, _) => {
                self.text(&with_heading("; ", heading, &written(insns, abi, Written::Hex)), out)?;
            }
            (Format::C, _) => {
                let array = String::from_utf8_lossy(&written(insns, abi, Written::C)).into_owned();
                self.raw += 1;
                let array = match self.raw {
                    1 => array,
                    n => array.replacen("filter[]", &format!("filter_{n}[]"), 1),
                };
                self.text(&with_heading("// ", heading, array.as_bytes()), out)?;
            }
            (Format::Disasm, Some(_)) => {
                self.text(&with_heading("; ", heading, &written(insns, abi, Written::Asm)), out)?;
            }
            (Format::Disasm, None) => {
                say_heading(heading, out)?;
                let error = Program::new(insns.to_vec()).err();
                disasm::print(insns, abi, Style::Named, error.as_ref(), out)?;
                writeln!(out)?;
                out.flush()?;
            }
        }
        Ok(())
    }

    /// What is no filter: strict mode, and what could not be read.
    pub(super) fn other(&mut self, heading: &[String], facts: Value, out: &mut Out) -> Result<(), Failure> {
        match (self.format, self.output) {
            (Format::Json, _) => self.json.push(facts),
            (Format::Raw | Format::Hex, _) => {
                for line in heading {
                    terminal::say(&format!("callgate: {line}\n"));
                }
            }
            (Format::C, _) => self.text(&with_heading("// ", heading, b""), out)?,
            (Format::Disasm, Some(_)) => self.text(&with_heading("; ", heading, b""), out)?,
            (Format::Disasm, None) => {
                say_heading(heading, out)?;
                writeln!(out)?;
                out.flush()?;
            }
        }
        Ok(())
    }

    /// What filters come to together: the first installed first. Formats for single filters have no place for it.
    pub(super) fn together(
        &mut self,
        heading: &str,
        filters: &[&[Insn]],
        mut facts: Value,
        out: &mut Out,
    ) -> Result<(), Failure> {
        match (self.format, self.output) {
            (Format::Json, _) => {
                let together = Together::of(filters).facts;
                if let (Some(facts), Some(more)) = (facts.as_object_mut(), together.as_object()) {
                    facts.extend(more.clone());
                }
                self.stacks.push(facts);
            }
            (Format::Disasm, Some(_)) => {
                let lines = anstream::adapter::strip_bytes(&Together::of(filters).text).into_vec();
                let mut text = format!("; {heading}\n");
                for line in String::from_utf8_lossy(&lines).lines() {
                    let _ = writeln!(text, "{}", format!("; {line}").trim_end());
                }
                text.push('\n');
                self.text(text.as_bytes(), out)?;
            }
            (Format::Disasm, None) => {
                say_heading(&[heading.to_owned()], out)?;
                out.write_all(&Together::of(filters).text)?;
                writeln!(out)?;
            }
            (Format::Raw | Format::Hex | Format::C, _) => {}
        }
        Ok(())
    }

    fn text(&mut self, bytes: &[u8], out: &mut Out) -> Result<(), Failure> {
        if self.output.is_some() {
            self.text.extend_from_slice(bytes);
        } else {
            out.write_all(bytes)?;
            out.flush()?;
        }
        Ok(())
    }

    /// What a program did.
    pub(super) fn install(&mut self, install: &Install, out: &mut Out) -> Result<(), Failure> {
        let abi = install.call.abi().unwrap_or(Abi::NATIVE);
        let heading = heading(install, abi);
        let facts = facts(install, abi);
        match &install.request {
            Request::Filter(Filter { insns: Read::Insns(insns), .. }) => {
                self.filter(insns, abi, &heading, facts, out)
            }
            _ => self.other(&heading, facts, out),
        }
    }

    /// Writes what was kept for the end.
    pub(super) fn finish(self, about: &Value, out: &mut Out) -> Result<(), Failure> {
        let bytes = if self.format == Format::Json {
            let mut about = about.clone();
            about["filters"] = Value::Array(self.json);
            about["stacks"] = Value::Array(self.stacks);
            let mut text = format!("{about:#}").into_bytes();
            text.push(b'\n');
            text
        } else {
            self.text
        };
        match self.output {
            Some(_) if self.format == Format::Raw => Ok(()),
            Some(path) => write_file(path, &bytes),
            None => Ok(out.write_all(&bytes)?),
        }
    }
}

fn with_heading(mark: &str, heading: &[String], body: &[u8]) -> Vec<u8> {
    let mut text = String::new();
    for line in heading {
        let _ = writeln!(text, "{mark}{line}");
    }
    let mut bytes = text.into_bytes();
    bytes.extend_from_slice(body);
    bytes.push(b'\n');
    bytes
}

fn say_heading(heading: &[String], out: &mut Out) -> Result<(), Failure> {
    for (at, line) in heading.iter().enumerate() {
        let style = if at == 0 { BOLD } else { anstyle::Style::new() };
        writeln!(out, "{style}; {line}{style:#}")?;
    }
    Ok(())
}
