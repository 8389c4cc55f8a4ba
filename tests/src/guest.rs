//! Guests: small C programs that are compiled when the tests start.

use std::ffi::OsString;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How a guest is linked, and for which ABI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Variant {
    /// Native, with the system's shared libc.
    Dynamic,
    /// Native, one static executable at a fixed address.
    Static,
    /// `gcc -m32`, shared.
    I386,
    /// `gcc -m32`, static.
    I386Static,
}

impl Variant {
    /// All of them, native first.
    pub const ALL: &[Variant] = &[Variant::Dynamic, Variant::Static, Variant::I386, Variant::I386Static];

    fn flags(self) -> &'static [&'static str] {
        match self {
            Variant::Dynamic => &[],
            Variant::Static => &["-static", "-no-pie"],
            Variant::I386 => &["-m32"],
            Variant::I386Static => &["-m32", "-static", "-no-pie"],
        }
    }

    /// The suffix of the executable's name.
    pub fn suffix(self) -> &'static str {
        match self {
            Variant::Dynamic => "dyn",
            Variant::Static => "static",
            Variant::I386 => "i386",
            Variant::I386Static => "i386-static",
        }
    }

    /// Whether it makes 32-bit calls.
    pub fn is_i386(self) -> bool {
        matches!(self, Variant::I386 | Variant::I386Static)
    }
}

/// Where compiled guests are found: a folder any user may read.
#[derive(Debug, Clone)]
pub struct Guests {
    folder: PathBuf,
}

impl Guests {
    /// Compiles every `guests/*.c` in every variant that this machine's compiler offers, into a cache
    /// keyed by the content of the sources, and copies them to `folder`.
    ///
    /// A variant whose compiler is missing is left out; asking for it with [`Guests::find`] says so.
    pub fn build(cache: &Path, folder: &Path) -> io::Result<Guests> {
        fs::create_dir_all(folder)?;
        let queue = std::sync::Mutex::new(jobs(cache)?.into_iter());
        let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..workers)
                .map(|_| {
                    scope.spawn(|| -> io::Result<()> {
                        loop {
                            let job =
                                queue.lock().map_err(|_| io::Error::other("a compile panicked"))?.next();
                            let Some(job) = job else { return Ok(()) };
                            job.compile()?;
                            let staged = folder.join(&job.name);
                            fs::copy(&job.cached, &staged)?;
                            fs::set_permissions(&staged, fs::Permissions::from_mode(0o755))?;
                        }
                    })
                })
                .collect();
            threads.into_iter().try_for_each(|thread| {
                thread.join().unwrap_or_else(|_| Err(io::Error::other("a compile panicked")))
            })
        })?;
        Ok(Guests { folder: folder.to_owned() })
    }

    /// One guest, in the cache itself: for tests that run as whoever built it.
    pub fn cached(cache: &Path, name: &str, variant: Variant) -> io::Result<PathBuf> {
        static ONE_AT_A_TIME: std::sync::Mutex<()> = std::sync::Mutex::new(());
        let _held = ONE_AT_A_TIME.lock().map_err(|_| io::Error::other("a compile panicked"))?;
        let name = format!("{name}-{}", variant.suffix());
        let job = jobs(cache)?.into_iter().find(|job| job.name == name);
        let job =
            job.ok_or_else(|| io::Error::other(format!("no guest {name}: is gcc-multilib installed?")))?;
        job.compile()?;
        Ok(job.cached)
    }

    /// The guests that another process built into `folder`.
    pub fn at(folder: &Path) -> Guests {
        Guests { folder: folder.to_owned() }
    }

    /// The executable of a guest.
    ///
    /// # Panics
    /// When there is none: a typing mistake, or a case that runs without the need it declared.
    pub fn find(&self, name: &str, variant: Variant) -> PathBuf {
        let path = self.folder.join(format!("{name}-{}", variant.suffix()));
        assert!(path.exists(), "no guest {}: is gcc-multilib installed?", path.display());
        path
    }

    /// Whether a variant was built at all.
    pub fn has(&self, name: &str, variant: Variant) -> bool {
        self.folder.join(format!("{name}-{}", variant.suffix())).exists()
    }
}

/// One executable to make.
struct Job {
    compiler: OsString,
    source: PathBuf,
    variant: Variant,
    bare: bool,
    cached: PathBuf,
    name: String,
}

fn jobs(cache: &Path) -> io::Result<Vec<Job>> {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("guests");
    let compiler = std::env::var_os("CC").unwrap_or_else(|| OsString::from("cc"));
    let headers = headers(&sources)?;
    let cache = cache.join("guests");
    fs::create_dir_all(&cache)?;
    let has_m32 = cfg!(target_arch = "x86_64") && compiles_m32(&compiler, &cache)?;
    let mut jobs = Vec::new();
    for entry in fs::read_dir(&sources)? {
        let source = entry?.path();
        if source.extension().is_none_or(|extension| extension != "c") {
            continue;
        }
        let stem = source.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read(&source)?;
        // A program without start-up code has no dynamic linking either.
        let bare = text.starts_with(b"/* cc: -nostartfiles");
        for &variant in Variant::ALL {
            let is_static = matches!(variant, Variant::Static | Variant::I386Static);
            if (variant.is_i386() && (!has_m32 || stem == "oracle")) || (bare && !is_static) {
                continue;
            }
            let mut hasher = DefaultHasher::new();
            (&text, &headers, variant.flags(), &compiler).hash(&mut hasher);
            let name = format!("{stem}-{}", variant.suffix());
            let cached = cache.join(format!("{:016x}-{name}", hasher.finish()));
            jobs.push(Job {
                compiler: compiler.clone(),
                source: source.clone(),
                variant,
                bare,
                cached,
                name,
            });
        }
    }
    Ok(jobs)
}

/// The text of all headers: which of them a guest includes is not looked at.
fn headers(sources: &Path) -> io::Result<Vec<Vec<u8>>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(sources)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "h") {
            found.push(path);
        }
    }
    found.sort();
    found.iter().map(fs::read).collect()
}

fn compiles_m32(compiler: &OsString, cache: &Path) -> io::Result<bool> {
    let probe = cache.join("m32-probe.c");
    let program = cache.join("m32-probe");
    if program.exists() {
        return Ok(true);
    }
    fs::write(&probe, "#include <stdio.h>\nint main(void) { return 0; }\n")?;
    let output = Command::new(compiler)
        .args(["-m32", "-o"])
        .arg(&program)
        .arg(&probe)
        .output()
        .map_err(|error| io::Error::other(format!("no C compiler ({}): {error}", compiler.display())))?;
    Ok(output.status.success())
}

impl Job {
    fn compile(&self) -> io::Result<()> {
        if self.cached.exists() {
            return Ok(());
        }
        let partial = self.cached.with_extension(format!("part{}", std::process::id()));
        let output = Command::new(&self.compiler)
            .args(["-O1", "-w", "-pthread", "-o"])
            .arg(&partial)
            .args(self.variant.flags())
            .args(self.bare.then_some("-nostartfiles"))
            .arg(&self.source)
            .output()?;
        if !output.status.success() {
            let (name, text) = (&self.name, String::from_utf8_lossy(&output.stderr));
            return Err(io::Error::other(format!("{name} does not compile:\n{text}")));
        }
        fs::rename(&partial, &self.cached)
    }
}
