//! What is deployed: code and the settings that belong to it.

use serde::{Deserialize, Serialize};

use crate::units::{MemorySize, SimDuration};

/// Which of AWS's Node.js runtimes runs the function.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum NodeRuntime {
    /// `nodejs22.x` and older, which take a callback: one behaviour.
    #[default]
    #[serde(rename = "nodejs22.x")]
    Node22,
    /// `nodejs24.x` (November 2025), which refuses handlers that take a callback.
    #[serde(rename = "nodejs24.x")]
    Node24,
}

/// A version of the function. A changed deployment ends the environments of the one before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Deployment {
    /// The text of `index.js`, a CommonJS module.
    pub source: String,
    /// Which of the module's exports is called.
    pub handler: String,
    /// The configured memory, which is billed and buys a share of a processor.
    #[serde(rename = "memoryMegabytes")]
    pub memory: MemorySize,
    /// The longest time that one invocation may take.
    #[serde(rename = "timeoutMicros")]
    pub timeout: SimDuration,
    /// What starting a container costs before the module's own code runs.
    #[serde(rename = "initTimeMicros")]
    pub init_time: SimDuration,
    /// `process.env` beyond what Lambda sets itself, in order.
    pub environment_variables: Vec<(String, String)>,
    /// What runs the module.
    pub runtime: NodeRuntime,
}

impl Deployment {
    /// This code with the settings of a new function: 128 MB, a timeout of 3 s, 140 ms to start (Node.js 22 at 128 MB,
    /// measured by lambda-perf in December 2025), no variables.
    pub fn new(source: impl Into<String>, handler: impl Into<String>) -> Deployment {
        Deployment {
            source: source.into(),
            handler: handler.into(),
            memory: MemorySize::from_megabytes(128),
            timeout: SimDuration::from_secs(3),
            init_time: SimDuration::from_millis(140),
            environment_variables: Vec::new(),
            runtime: NodeRuntime::default(),
        }
    }
}

/// A handler string taken apart: `index.myHandler` is the export `myHandler` of the module `index`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandlerName {
    /// The module's path without its ending.
    pub module: String,
    /// The export, and the members within it: `a.b` is `["a", "b"]`.
    pub export: Vec<String>,
}

impl HandlerName {
    /// Takes a handler string apart as AWS's runtime client does: at the first dot of the last path segment.
    /// The errors are AWS's messages for `Runtime.MalformedHandlerName`.
    pub fn parse(text: &str) -> Result<HandlerName, String> {
        if text.contains("..") {
            return Err(format!(
                "'{text}' is not a valid handler name. Use absolute paths when specifying root directories in \
                 handler names."
            ));
        }
        let file_start = text.rfind('/').map_or(0, |slash| slash + 1);
        let dot = text[file_start..].find('.').ok_or("Bad handler")? + file_start;
        Ok(HandlerName {
            module: text[..dot].to_owned(),
            export: text[dot + 1..].split('.').map(str::to_owned).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_handler_strings_apart() {
        for (text, module, export) in [
            ("index.myHandler", "index", &["myHandler"] as &[&str]),
            ("lib/index.a.b", "lib/index", &["a", "b"]),
            ("index.", "index", &[""]),
        ] {
            let name = HandlerName::parse(text).unwrap();
            assert_eq!(
                (name.module.as_str(), name.export.as_slice()),
                (
                    module,
                    &export
                        .iter()
                        .map(|part| (*part).to_owned())
                        .collect::<Vec<_>>()[..]
                )
            );
        }
        assert_eq!(HandlerName::parse("myHandler").unwrap_err(), "Bad handler");
        assert!(
            HandlerName::parse("../index.x")
                .unwrap_err()
                .starts_with("'../index.x' is not a valid")
        );
    }
}
