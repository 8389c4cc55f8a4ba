//! Where commands write: colours only on a terminal, NO_COLOR and `--color` respected.

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use std::io::{self, IsTerminal, Write};

/// Headings.
pub(crate) const BOLD: Style = Style::new().bold();
/// What is good.
pub(crate) const GREEN: Style = AnsiColor::Green.on_default();
/// What is bad.
pub(crate) const RED: Style = AnsiColor::Red.on_default().bold();
/// What is doubtful.
pub(crate) const YELLOW: Style = AnsiColor::Yellow.on_default();
/// What is less important.
pub(crate) const DIM: Style = Style::new().dimmed();

/// `--color`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Standard output of a command. Escapes written to it are stripped where colour is off.
pub(crate) struct Out {
    stream: io::BufWriter<AutoStream<io::StdoutLock<'static>>>,
}

impl Out {
    /// Standard output.
    pub(crate) fn new(colour: Colour) -> Out {
        let stdout = io::stdout();
        let choice = choice(colour, AutoStream::choice(&stdout));
        Out { stream: io::BufWriter::new(AutoStream::new(stdout.lock(), choice)) }
    }

    /// Bytes that are no text, as they are.
    pub(crate) fn raw(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.flush()?;
        // The same stream beneath what looks for escapes.
        let mut stdout = io::stdout();
        stdout.write_all(bytes)?;
        stdout.flush()
    }

    /// One JSON document and a newline.
    pub(crate) fn json(&mut self, value: &impl serde::Serialize) -> io::Result<()> {
        // As a whole: the stream looks for escapes in everything that is written, piece by piece.
        let mut text = serde_json::to_vec_pretty(value)?;
        text.push(b'\n');
        self.write_all(&text)
    }

    /// Lines of cells, the columns as wide as their widest cell; the last column is not padded.
    pub(crate) fn table(&mut self, rows: &[Vec<String>]) -> io::Result<()> {
        let mut widths: Vec<usize> = Vec::new();
        for row in rows {
            for (n, cell) in row.iter().enumerate() {
                let width = cell.chars().count();
                match widths.get_mut(n) {
                    Some(widest) => *widest = (*widest).max(width),
                    None => widths.push(width),
                }
            }
        }
        for row in rows {
            let mut line = String::new();
            for (n, cell) in row.iter().enumerate() {
                line.push_str(cell);
                if n + 1 < row.len() {
                    let pad = widths[n] - cell.chars().count() + 2;
                    line.extend(std::iter::repeat_n(' ', pad));
                }
            }
            writeln!(self, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

/// Whether stderr gets colours.
pub(crate) fn stderr_colour(colour: Colour) -> bool {
    let stderr = io::stderr();
    choice(colour, AutoStream::choice(&stderr)) != ColorChoice::Never
}

fn choice(colour: Colour, automatic: ColorChoice) -> ColorChoice {
    match colour {
        Colour::Auto => automatic,
        Colour::Always => ColorChoice::AlwaysAnsi,
        Colour::Never => ColorChoice::Never,
    }
}

/// Writes to stderr; when even that fails there is nobody to tell.
pub(crate) fn say(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Whether stdout is a terminal.
pub(crate) fn stdout_is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Whether a person reads stderr.
pub(crate) fn stderr_is_terminal() -> bool {
    io::stderr().is_terminal()
}
