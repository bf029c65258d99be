//! Hostile programs as a table: whatever a program does, the command answers, the invocation ends as the table says,
//! the one after it works, and the answer is the same again.
//!
//! A file of `cases/hostile` is a topic. `//# name -> ending|ending, then any` begins a program: how its first
//! invocation may end (`timeout`, `memory`, `overflow`, `error` and its type, `success`); the next one has to work and
//! to find that nothing ran after a stop, unless `then any` says that the module itself is hostile.
//! A file may begin with `//: settings {…}`, members of the document's settings.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Put behind a program: an event with `fine` is answered in place of the hostile handler.
const BESIDE: &str = "
;{ const hostile = exports.handler; if (typeof hostile === 'function') exports.handler = function (event, context, callback) {
  if (!event.fine) return hostile.call(this, event, context, callback);
  callback(null, globalThis.survived ? 'survived' : 'fine'); }; }";

/// Only so that this test ends where the command would not.
const HANG: Duration = Duration::from_secs(60);

/// A program that took so long was ended by the guard, which looks at a real clock: its bytes are not promised.
const GUARDED: Duration = Duration::from_secs(3);

struct Program {
    name: String,
    settings: Value,
    endings: Vec<String>,
    next_works: bool,
    source: String,
}

#[test]
fn every_hostile_program_ends_and_harms_nobody() {
    let programs = programs();
    assert!(programs.len() >= 150, "{} programs", programs.len());
    let failures = Mutex::new(Vec::new());
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(program) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(failure) = judge(program) {
                        let line = format!("{}: {failure}", program.name);
                        failures.lock().expect("no test panics here").push(line);
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().expect("no test panics here");
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

fn programs() -> Vec<Program> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/hostile");
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder of programs")
        .map(|entry| entry.expect("a file").path())
        .collect();
    files.sort();
    let mut programs = Vec::new();
    for file in files {
        let topic = file
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let text = std::fs::read_to_string(&file).expect("text");
        let settings = text
            .lines()
            .find_map(|line| line.strip_prefix("//: settings "));
        let settings = match settings {
            Some(settings) => serde_json::from_str(settings).expect("settings are JSON"),
            // A small budget: how long an endless loop may go on changes nothing about its end.
            None => json!({ "timeoutMs": 400 }),
        };
        for block in text.split("\n//# ").skip(1) {
            let (head, source) = block.split_once('\n').unwrap_or((block, ""));
            let (name, rest) = head.split_once(" -> ").expect("an ending");
            let (endings, then) = rest.split_once(", then ").unwrap_or((rest, "fine"));
            programs.push(Program {
                settings: settings.clone(),
                name: format!("{topic}/{name}"),
                endings: endings.split('|').map(str::to_owned).collect(),
                next_works: then != "any",
                source: source.to_owned(),
            });
        }
    }
    programs
}

fn judge(program: &Program) -> Result<(), String> {
    let document = json!({
        "source": format!("{}{BESIDE}", program.source),
        "settings": program.settings,
        "invocations": [{ "event": {} }, { "event": { "fine": true } }],
    });
    let begin = Instant::now();
    let text = answer(&document)?;
    let was_guarded = begin.elapsed() > GUARDED;
    let rows: Value = serde_json::from_str(&text).map_err(|error| format!("{error} in {text}"))?;
    let (first, second) = (&rows["invocations"][0], &rows["invocations"][1]);
    let kind = ending(first);
    let error_type = first["error"]["errorType"].as_str().unwrap_or_default();
    let is_expected = program.endings.iter().any(|ending| {
        let (wanted, wanted_type) = ending.split_once(' ').unwrap_or((ending, error_type));
        let fits = wanted == kind || (wanted == "error" && matches!(kind, "memory" | "overflow"));
        fits && wanted_type == error_type
    });
    if !is_expected {
        return Err(format!("ended as {kind}: {first}"));
    }
    if program.next_works && second["result"] != json!("fine") {
        return Err(format!("then came {second}"));
    }
    if !was_guarded && answer(&document)? != text {
        return Err("answered otherwise the second time".to_owned());
    }
    Ok(())
}

fn ending(row: &Value) -> &'static str {
    let message = row["error"]["errorMessage"].as_str().unwrap_or_default();
    match row["outcome"].as_str() {
        Some("success") => "success",
        Some("timeout") => "timeout",
        _ if message.contains("signal: killed") => "memory",
        _ if message.contains("Maximum call stack size exceeded") => "overflow",
        _ => "error",
    }
}

fn answer(document: &Value) -> Result<String, String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_coldstart"))
        .arg("invoke")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| error.to_string())?;
    let mut input = child.stdin.take().ok_or("no standard input")?;
    input
        .write_all(document.to_string().as_bytes())
        .map_err(|error| error.to_string())?;
    drop(input);
    let mut output = child.stdout.take().ok_or("no standard output")?;
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        output.read_to_string(&mut text).map(|_| text)
    });
    let begin = Instant::now();
    let status = loop {
        match child.try_wait().map_err(|error| error.to_string())? {
            Some(status) => break status,
            None if begin.elapsed() > HANG => {
                let _ = child.kill();
                let _ = child.wait();
                return Err("hangs".to_owned());
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    let text = reader.join().map_err(|_| "no output")?;
    match status.success() {
        true => text.map_err(|error| error.to_string()),
        false => Err(format!("{status}")),
    }
}
