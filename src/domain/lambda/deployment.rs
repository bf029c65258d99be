//! What is deployed: code and the settings that belong to it.

use serde::{Deserialize, Serialize};

use crate::units::{MemorySize, SimDuration};

/// Which of AWS's Node.js runtimes runs the function.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum NodeRuntime {
    /// `nodejs20.x`: behaves as `nodejs22.x`, under its own name.
    #[serde(rename = "nodejs20.x")]
    Node20,
    /// `nodejs22.x`, which takes a callback as all before it.
    #[default]
    #[serde(rename = "nodejs22.x")]
    Node22,
    /// `nodejs24.x` (November 2025), which refuses handlers that take a callback.
    #[serde(rename = "nodejs24.x")]
    Node24,
}

impl NodeRuntime {
    /// AWS's name of the runtime.
    pub fn identifier(self) -> &'static str {
        match self {
            NodeRuntime::Node20 => "nodejs20.x",
            NodeRuntime::Node22 => "nodejs22.x",
            NodeRuntime::Node24 => "nodejs24.x",
        }
    }

    /// Whether handlers may answer through a callback: up to `nodejs22.x`.
    pub fn takes_callbacks(self) -> bool {
        self != NodeRuntime::Node24
    }

    /// What `process.version` says.
    pub fn node_version(self) -> &'static str {
        match self {
            NodeRuntime::Node20 => "v20.19.0",
            NodeRuntime::Node22 => "v22.14.0",
            NodeRuntime::Node24 => "v24.11.0",
        }
    }
}

/// How the text of the module is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ModuleFormat {
    /// `index.js`, which loads with `require` and exports through `exports`.
    #[default]
    CommonJs,
    /// `index.mjs`, with `import` and `export`.
    EsModule,
}

impl ModuleFormat {
    /// Where the reader's file lies in the environment.
    pub fn path(self) -> &'static str {
        match self {
            ModuleFormat::CommonJs => "/var/task/index.js",
            ModuleFormat::EsModule => "/var/task/index.mjs",
        }
    }
}

/// A version of the function. A changed deployment ends the environments of the one before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Deployment {
    /// The text of the module.
    pub source: String,
    /// How it is read.
    #[serde(default)]
    pub module_format: ModuleFormat,
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
            module_format: ModuleFormat::default(),
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
    /// The folder as it is written, with its slash; empty for the function's own.
    pub folder: String,
    /// The file's name without its ending.
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
        let trimmed = text.trim_end_matches('/');
        let (folder, name) = match trimmed.rfind('/') {
            Some(slash) => trimmed.split_at(slash + 1),
            None => ("", trimmed),
        };
        let (module, export) = name.split_once('.').ok_or("Bad handler")?;
        Ok(HandlerName {
            folder: folder.to_owned(),
            module: module.to_owned(),
            export: export.split('.').map(str::to_owned).collect(),
        })
    }

    /// The module's path without its ending, seen from the function's folder `/var/task`.
    pub fn path(&self) -> String {
        let folder = match self.folder.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("var/task/{}", self.folder),
        };
        let whole = format!("{folder}/{}", self.module);
        let steps = whole
            .split('/')
            .filter(|step| !step.is_empty() && *step != ".");
        steps.flat_map(|step| ["/", step]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_handler_strings_apart() {
        for (text, module, export) in [
            ("index.myHandler", "index", &["myHandler"] as &[&str]),
            ("lib/index.a.b", "index", &["a", "b"]),
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
        for (text, path) in [
            ("index.go", "/var/task/index"),
            ("./index.go", "/var/task/index"),
            ("/var/task/index.go", "/var/task/index"),
            ("lib/a/index.go", "/var/task/lib/a/index"),
        ] {
            assert_eq!(HandlerName::parse(text).unwrap().path(), path);
        }
        assert_eq!(HandlerName::parse("myHandler").unwrap_err(), "Bad handler");
        assert!(
            HandlerName::parse("../index.x")
                .unwrap_err()
                .starts_with("'../index.x' is not a valid")
        );
    }
}
