//! The folders of `examples/` that hold a transcript: their README's console block is run, and what is printed
//! is what stands there.

use crate::scene::Scene;
use std::fs;
use std::io::{self, Read};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

/// A copy of an example in a scene's start folder.
#[derive(Debug)]
#[must_use]
pub struct Example {
    /// The copy.
    pub folder: PathBuf,
    /// The home folder of its commands.
    pub home: PathBuf,
    steps: Vec<Step>,
    variables: Vec<(String, String)>,
}

/// One command of a transcript and what it prints.
#[derive(Debug)]
struct Step {
    folder: PathBuf,
    command: String,
    printed: Vec<String>,
}

/// A command under way.
#[derive(Debug)]
pub struct Started {
    child: Child,
    output: io::PipeReader,
}

/// What a command printed on both of its outputs, in the order in which it did, and how it ended.
#[derive(Debug)]
pub struct Printed {
    /// The text.
    pub text: String,
    /// Exit code, or 128 + signal.
    pub code: i32,
}

/// Copies a folder, open to all.
pub fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

impl Example {
    /// Copies the example `name` from the stage's `examples` into the start folder, with each text of
    /// `changes` replaced by another in all its files (ports that happen to be free), and a key in the home.
    ///
    /// # Panics
    /// When the example is not there, or has no console block.
    pub fn new(scene: &Scene, name: &str, changes: &[(&str, &str)]) -> Example {
        scene.reset();
        let folder = scene.work();
        copy_folder(&scene.stage.join("examples").join(name), &folder).expect("the example is copied");
        replace(&folder, changes);
        let readme = fs::read_to_string(folder.join("README.md")).expect("a README.md");
        let steps = steps(&folder, &readme);
        assert!(!steps.is_empty(), "{name}/README.md has no console block with a command");
        let example = Example { folder, home: scene.path("home"), steps, variables: Vec::new() };
        example.at_home(scene.path("home"))
    }

    /// Gives its commands another home folder, with a key in it.
    pub fn at_home(mut self, home: PathBuf) -> Example {
        fs::create_dir_all(home.join(".ssh")).expect("a folder");
        fs::write(home.join(".ssh/id_ed25519"), "the key\n").expect("a file");
        self.home = home;
        self
    }

    /// Sets a variable in the environment of its commands.
    pub fn set(&mut self, name: &str, value: &str) {
        self.variables.push((name.into(), value.into()));
    }

    /// Runs the transcript's commands, one after the other, and fails the case where one prints anything else.
    #[track_caller]
    pub fn plays(&self, scene: &Scene) {
        for step in &self.steps {
            let printed = self.start(scene, &step.folder, &step.command).end();
            self.compare(step, &printed);
        }
    }

    /// Starts the transcript's only command, a server.
    pub fn serve(&self, scene: &Scene) -> Started {
        self.start(scene, &self.steps[0].folder, &self.steps[0].command)
    }

    /// Compares what the server printed.
    #[track_caller]
    pub fn served(&self, printed: &Printed) {
        self.compare(&self.steps[0], printed);
    }

    /// Starts the transcript's first command without callgate.
    pub fn natively(&self, scene: &Scene) -> Started {
        let step = &self.steps[0];
        let (_, program) = step.command.split_once(" -- ").expect("callgate run … -- program");
        self.start(scene, &step.folder, program)
    }

    fn start(&self, scene: &Scene, folder: &Path, text: &str) -> Started {
        // A single command takes the shell's place, so that signals for it reach it.
        let exec = if text.contains(['|', ';', '=']) { "" } else { "exec " };
        let mut command = scene.command(Path::new("/bin/sh"));
        command.arg("-c").arg(format!("{exec}{text}")).current_dir(folder).env("HOME", &self.home);
        let tools = [scene.stage.clone(), self.home.join(".rustup/toolchains/stable/bin")];
        let system = ["/usr/local/bin", "/usr/bin", "/bin"].map(PathBuf::from);
        let search = std::env::join_paths(tools.into_iter().chain(system)).expect("no colon in a path");
        command.env("PATH", search);
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        Started::new(command)
    }

    #[track_caller]
    fn compare(&self, step: &Step, printed: &Printed) {
        let home = self.home.canonicalize().expect("the home is there");
        let written = |line: &String| {
            line.replace("[HOME]", &home.to_string_lossy()).replace("[CWD]", &step.folder.to_string_lossy())
        };
        let expected: Vec<String> = step.printed.iter().map(written).collect();
        let lines: Vec<&str> = printed.text.lines().collect();
        let equal = same_lines(&expected, &lines);
        let (command, wanted) = (&step.command, expected.join("\n"));
        assert!(
            equal,
            "$ {command}\n--- expected\n{wanted}\n--- printed ({})\n{}",
            printed.code, printed.text
        );
    }
}

impl Started {
    fn new(mut command: Command) -> Started {
        let (output, writer) = io::pipe().expect("a pipe");
        command.stdout(writer.try_clone().expect("a descriptor")).stderr(writer);
        let child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        Started { child, output }
    }

    /// Waits for its end, and for that of whoever holds its output.
    pub fn end(mut self) -> Printed {
        let mut bytes = Vec::new();
        self.output.read_to_end(&mut bytes).expect("a pipe can be read");
        let status = self.child.wait().expect("our child");
        let code = status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or(0));
        Printed { text: String::from_utf8_lossy(&bytes).into_owned(), code }
    }

    /// Sends it a signal.
    pub fn signal(&self, signal: rustix::process::Signal) {
        let pid = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(pid, signal).expect("our child");
    }
}

fn replace(folder: &Path, changes: &[(&str, &str)]) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            replace(&path, changes);
        } else if let Ok(text) = fs::read_to_string(&path) {
            let changed = changes.iter().fold(text, |text, (from, to)| text.replace(from, to));
            fs::write(&path, changed).expect("own file");
        }
    }
}

/// The commands of the README's first console block; `cd` changes the folder of those that follow.
fn steps(start: &Path, readme: &str) -> Vec<Step> {
    let mut folder = start.to_owned();
    let mut steps: Vec<Step> = Vec::new();
    let lines = readme.lines().skip_while(|line| *line != "```console").skip(1);
    for line in lines.take_while(|line| *line != "```") {
        let Some(command) = line.strip_prefix("$ ") else {
            let step = steps.last_mut().expect("a console block begins with a command");
            step.printed.push(line.to_owned());
            continue;
        };
        if let Some(to) = command.strip_prefix("cd ") {
            folder = folder.join(to);
        } else {
            let (folder, command) = (folder.clone(), command.to_owned());
            steps.push(Step { folder, command, printed: Vec::new() });
        }
    }
    steps
}

/// `...` stands for any number of lines, `[..]` for any text in one, as in trycmd.
fn same_lines(expected: &[String], lines: &[&str]) -> bool {
    match expected.split_first() {
        None => lines.is_empty(),
        Some((first, rest)) if first == "..." => {
            (0..=lines.len()).any(|skipped| same_lines(rest, &lines[skipped..]))
        }
        Some((first, rest)) => lines
            .split_first()
            .is_some_and(|(line, others)| same_line(first, line) && same_lines(rest, others)),
    }
}

fn same_line(expected: &str, line: &str) -> bool {
    match expected.split_once("[..]") {
        None => expected == line,
        Some((before, after)) => line.strip_prefix(before).is_some_and(|rest| {
            rest.char_indices().map(|(at, _)| at).chain([rest.len()]).any(|at| same_line(after, &rest[at..]))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::{same_line, same_lines, steps};
    use std::path::Path;

    #[test]
    fn lines_and_gaps() {
        assert!(same_line("a[..]c[..]", "abc") && same_line("a[..]c", "ac") && same_line("", ""));
        assert!(!same_line("a[..]c", "abcd") && !same_line("a", "ab") && !same_line("[..]x", "y"));
        let expected = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
        assert!(same_lines(&expected(&["a", "...", "c"]), &["a", "c"]));
        assert!(same_lines(&expected(&["...", "b", "..."]), &["a", "b", "c"]));
        assert!(!same_lines(&expected(&["...", "b"]), &["a", "b", "c"]));
        assert!(!same_lines(&expected(&["a"]), &[]));
    }

    #[test]
    fn commands_of_a_transcript() {
        let readme = "# x\n```console\n$ cd app\n$ one\nits output\n$ two\n```\n```console\n$ three\n```\n";
        let steps = steps(Path::new("/w"), readme);
        assert_eq!(steps.iter().map(|step| step.command.as_str()).collect::<Vec<_>>(), ["one", "two"]);
        assert_eq!(
            (steps[0].folder.as_path(), &steps[0].printed[..]),
            (Path::new("/w/app"), &["its output".to_owned()][..])
        );
    }
}
