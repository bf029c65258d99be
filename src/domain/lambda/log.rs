//! Log lines as they stand in CloudWatch.

use serde::Serialize;

use crate::units::{CalendarTime, SimTime};

/// The word in the third column of a log line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum LogLevel {
    /// `console.trace`
    Trace,
    /// `console.debug`
    Debug,
    /// `console.log` and `console.info`
    Info,
    /// `console.warn`
    Warn,
    /// `console.error`, and failures that the runtime reports
    Error,
    /// `console.fatal`
    Fatal,
    /// None: the text is the whole line, as `process.stdout.write` and logs in JSON write it.
    Bare,
}

impl LogLevel {
    /// All that have a word, the quietest first.
    pub const NAMED: [LogLevel; 6] = [
        LogLevel::Trace,
        LogLevel::Debug,
        LogLevel::Info,
        LogLevel::Warn,
        LogLevel::Error,
        LogLevel::Fatal,
    ];

    /// The word itself.
    pub fn word(self) -> &'static str {
        match self {
            LogLevel::Trace => "TRACE",
            LogLevel::Debug => "DEBUG",
            LogLevel::Info => "INFO",
            LogLevel::Warn => "WARN",
            LogLevel::Error => "ERROR",
            LogLevel::Fatal => "FATAL",
            LogLevel::Bare => "",
        }
    }
}

/// The part of an environment's life in which a line was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Phase {
    /// While the module was loaded; no request is known yet.
    Init,
    /// While the handler ran.
    Invoke,
}

/// One line that the reader's code, or the runtime in its name, wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LogLine {
    /// When.
    #[serde(rename = "atMicros")]
    pub at: SimTime,
    /// In which phase.
    pub phase: Phase,
    /// How loud.
    pub level: LogLevel,
    /// What; may hold line breaks.
    pub message: String,
}

impl LogLine {
    /// The whole line, `time TAB request id TAB LEVEL TAB message`, or the text alone where there is no level. During init the id is the word `undefined`, as
    /// runtimes up to `nodejs22.x` print it (runtime client, LogPatch).
    pub fn to_text(&self, start: CalendarTime, request_id: &str) -> String {
        if self.level == LogLevel::Bare {
            return self.message.clone();
        }
        let id = match self.phase {
            Phase::Init => "undefined",
            Phase::Invoke => request_id,
        };
        format!(
            "{}\t{id}\t{}\t{}",
            start.after(self.at).to_iso(),
            self.level.word(),
            self.message
        )
    }
}
