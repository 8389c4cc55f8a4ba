//! What a run tells: lines on stderr, the event log of `--json`, the log of the last run.

use crate::failure::reason;
use crate::state::{LastRun, NotKept};
use crate::terminal::say;
use callgate_events::{Event, Fold, Folder, Recorder, Writer, text};
use callgate_policy::Report;
use std::fs::File;

/// Takes the events of a run as they happen.
#[derive(Debug)]
pub(crate) struct Reporter {
    recorder: Recorder,
    folder: Folder,
    json: Option<Writer<File>>,
    last: Option<LastRun>,
    report: Report,
    quiet: bool,
    colour: bool,
    json_failed: bool,
    /// What has to be known of the numbers at the end.
    remark: Option<&'static str>,
}

impl Reporter {
    /// Nothing happened yet.
    pub(crate) fn new(json: Option<File>, report: Report, quiet: bool, colour: bool) -> Reporter {
        Reporter {
            recorder: Recorder::new(),
            folder: Folder::new(),
            json: json.map(Writer::new),
            last: None,
            report,
            quiet,
            colour,
            json_failed: false,
            remark: None,
        }
    }

    /// Says this beside the numbers at the end.
    pub(crate) fn remark(&mut self, remark: &'static str) {
        self.remark = Some(remark);
    }

    /// Keeps the events for `why` too; where that fails, one line says so and the run goes on.
    pub(crate) fn keep(&mut self, last: Result<LastRun, NotKept>) {
        match last {
            Ok(last) => self.last = Some(last),
            Err(error) => self.not_kept(&error),
        }
    }

    /// Takes an event: logged, and told in a line where it has one.
    pub(crate) fn event(&mut self, event: Event) {
        let told = self.line(&event);
        self.log(event);
        if let Some(line) = told {
            say(&format!("{line}\n"));
        }
    }

    /// Takes an event that is told otherwise.
    pub(crate) fn log(&mut self, event: Event) {
        let record = self.recorder.record(event);
        if let Some(json) = &mut self.json
            && let Err(error) = json.append(&record)
        {
            self.json_failed = true;
            say(&format!(
                "callgate: the event log of --json ends here: {}; the program runs on, and callgate will exit with 125\n",
                reason(&error.0)
            ));
        }
        if let Some(last) = &mut self.last
            && let Err(error) = last.append(&record)
        {
            self.last = None;
            self.not_kept(&error);
        }
    }

    /// Whether the log of `--json` is incomplete.
    pub(crate) fn json_failed(&self) -> bool {
        self.json_failed
    }

    fn line(&mut self, event: &Event) -> Option<String> {
        if let Event::Call(call) = event {
            let wanted = match self.report {
                Report::None => call.verdict.is_kill(),
                Report::Denials | Report::All => true,
            };
            if !wanted || self.folder.see(call) == Fold::Repeat {
                return None;
            }
        }
        let line = if self.quiet { None } else { text::line(event, self.colour) };
        match (event, self.remark) {
            (Event::End(_), Some(remark)) => line.map(|line| format!("{line}; {remark}")),
            _ => line,
        }
    }

    /// What was folded, before the summary.
    pub(crate) fn repeats(&self) {
        if self.quiet {
            return;
        }
        for repeated in self.folder.repeated() {
            say(&format!("{}\n", text::repeated_line(repeated, self.colour)));
        }
        if self.folder.overflow() > 0 {
            say(&format!(
                "callgate: … and {} more events of too many kinds to tell apart; `--json FILE` has them all\n",
                self.folder.overflow()
            ));
        }
    }

    fn not_kept(&self, error: &NotKept) {
        if !self.quiet {
            say(&format!("callgate: this run is not kept for `callgate why`: {}\n", error.0));
        }
    }
}
