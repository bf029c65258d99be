//! The guard: the work is done by a child process of the same program, so that a program of the reader's that takes
//! its process with it (a full stack, a full memory, native work without an end) ends as on Lambda, and everything
//! after it is still answered.
//!
//! The child says on standard error which turn begins. If it dies, or keeps silent for too long, a new child begins
//! the same command anew with a verdict for that turn; see [`domain::lambda::Guarded`].

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use domain::lambda::{Guarded, TurnIndex, Verdict};
use engine::{Engine, Parking};

/// The first argument of a child begins with this; the verdicts follow as JSON.
const CHILD: &str = "--guarded=";

/// How a line begins that tells of a turn.
const TURN: &str = "\u{1}turn ";

/// How a line begins that tells what a turn was being ended for when boa broke.
const BROKE: &str = "\u{1}broke ";

/// How long the first turn may be silent that does not end by its budget; each further one half as long, because the
/// whole command has to be answered within 20 seconds.
const PATIENCE: Duration = Duration::from_secs(7);
const LEAST_PATIENCE: Duration = Duration::from_millis(400);

static VERDICTS: OnceLock<BTreeMap<TurnIndex, Verdict>> = OnceLock::new();

/// The runtime of this process: in a child one that tells of its turns and obeys the verdicts.
pub(crate) fn runtime() -> Guarded<Parking, fn(TurnIndex)> {
    let engine = Parking::new(Engine::new());
    match VERDICTS.get() {
        Some(verdicts) => Guarded::new(engine, verdicts.clone(), |turn| {
            eprintln!("{TURN}{turn}");
        }),
        None => Guarded::new(engine, BTreeMap::new(), |_| {}),
    }
}

/// Whether these are a child's arguments; the verdicts are taken out of them and kept.
pub(crate) fn is_child(arguments: &mut Vec<OsString>) -> bool {
    let first = arguments.first().and_then(|first| first.to_str());
    let Some(text) = first.and_then(|first| first.strip_prefix(CHILD)) else {
        return false;
    };
    let Ok(verdicts) = serde_json::from_str(text) else {
        return false;
    };
    arguments.remove(0);
    let standard = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if let Some(verdict) = engine::unwinding()
            && let Ok(verdict) = serde_json::to_string(&verdict)
        {
            eprintln!("{BROKE}{verdict}");
        }
        standard(panic);
    }));
    VERDICTS.set(verdicts).is_ok()
}

/// Has a child run this command, and another if that one has to be ended, until it is answered.
pub(crate) fn supervise(arguments: &[OsString], input: &[u8]) -> Result<ExitCode, String> {
    let mut verdicts = BTreeMap::new();
    let mut patience = PATIENCE;
    loop {
        let mut watched = Watched::start(arguments, input, &verdicts)?;
        let (turn, verdict) = match watched.wait(patience) {
            End::Exited(code) => {
                return watched.hand_over(code);
            }
            End::Died(turn, verdict) => (turn, verdict),
            End::Silent(turn) => {
                patience = (patience / 2).max(LEAST_PATIENCE);
                (turn, Verdict::TimedOut)
            }
        };
        let known = turn.is_none_or(|turn| verdicts.insert(turn, verdict).is_some());
        if known {
            // Not the reader's code: that turn was not even run.
            return Err(format!(
                "the program broke, which is a fault of coldstart: {}",
                watched.complaints.join("\n")
            ));
        }
    }
}

/// How a child ended.
enum End {
    Exited(u8),
    Died(Option<TurnIndex>, Verdict),
    Silent(Option<TurnIndex>),
}

/// A child and what is heard of it.
struct Watched {
    child: Child,
    lines: Receiver<String>,
    output: std::thread::JoinHandle<Vec<u8>>,
    complaints: Vec<String>,
}

impl Watched {
    fn start(
        arguments: &[OsString],
        input: &[u8],
        verdicts: &BTreeMap<TurnIndex, Verdict>,
    ) -> Result<Watched, String> {
        let failed = |error: std::io::Error| format!("the program cannot start itself: {error}");
        let verdicts = serde_json::to_string(verdicts).map_err(|error| error.to_string())?;
        let mut child = Command::new(std::env::current_exe().map_err(failed)?)
            .arg(format!("{CHILD}{verdicts}"))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (Some(mut stdin), Some(mut stdout), Some(stderr)) = pipes else {
            return Err("the program has no pipes to itself".to_owned());
        };
        let input = input.to_vec();
        std::thread::spawn(move || {
            // A child that died does not read it, and that is told elsewhere.
            let _ = stdin.write_all(&input);
        });
        let output = std::thread::spawn(move || {
            let mut output = Vec::new();
            let _ = stdout.read_to_end(&mut output);
            output
        });
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line).into_owned();
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Ok(Watched {
            child,
            lines,
            output,
            complaints: Vec::new(),
        })
    }

    /// Listens until the child is gone, or was silent for so long and is ended.
    fn wait(&mut self, patience: Duration) -> End {
        let mut turn = None;
        loop {
            match self.lines.recv_timeout(patience) {
                Ok(line) => match line.strip_prefix(TURN).map(str::parse) {
                    Some(Ok(index)) => turn = Some(index),
                    _ => self.complaints.push(line),
                },
                Err(RecvTimeoutError::Timeout) => {
                    // It may have gone just now; then there is nobody to be ended.
                    let _ = self.child.kill();
                    let _ = self.child.wait();
                    return End::Silent(turn);
                }
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        match self.child.wait() {
            Ok(status) => match exit_code(status) {
                Some(code) => End::Exited(code),
                None => End::Died(turn, self.cause()),
            },
            Err(_) => End::Died(turn, Verdict::Crashed),
        }
    }

    /// What its last words say.
    fn cause(&self) -> Verdict {
        let broke = self
            .complaints
            .iter()
            .find_map(|line| line.strip_prefix(BROKE));
        if let Some(verdict) = broke.and_then(|verdict| serde_json::from_str(verdict).ok()) {
            return verdict;
        }
        let said = |words: &str| self.complaints.iter().any(|line| line.contains(words));
        if said(engine::OUT_OF_WORK.trim_end()) {
            Verdict::TimedOut
        } else if said("has overflowed its stack") {
            Verdict::StackOverflow
        } else if said("memory allocation of") || said("capacity overflow") {
            Verdict::OutOfMemory
        } else {
            Verdict::Crashed
        }
    }

    /// Passes on what the child said.
    fn hand_over(self, code: u8) -> Result<ExitCode, String> {
        for line in &self.complaints {
            eprintln!("{line}");
        }
        let output = self
            .output
            .join()
            .map_err(|_| "the answer was lost".to_owned())?;
        // Whoever reads may have seen enough.
        let _ = std::io::stdout().write_all(&output);
        Ok(ExitCode::from(code))
    }
}

/// The exit code of a process that ended by itself.
fn exit_code(status: ExitStatus) -> Option<u8> {
    status.code().and_then(|code| u8::try_from(code).ok())
}
