//! `coldstart simulate` as a program: what stands on standard output and standard error, and the exit status.

use std::io::Write;
use std::process::{Command, Output, Stdio};

const DOCUMENT: &str = r#"{ "policy": { "keepAliveMs": 100, "initMs": 20 },
    "arrivals": [{ "atMs": 0, "durationMs": 50 }, { "atMs": 80, "durationMs": 5 }] }"#;

fn simulate(options: &[&str], document: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_coldstart"))
        .arg("simulate")
        .args(options)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("a pipe");
    // A program that refuses its arguments reads nothing.
    let _ = input.write_all(document.as_bytes());
    drop(input);
    child.wait_with_output().expect("the program ends")
}

#[test]
fn a_document_is_answered_in_three_forms() {
    for (options, expected) in [
        (&[] as &[&str], "\"billedMs\":55,"),
        (
            &["--detail", "totals"],
            "{\"samples\":[],\n\"totals\":{\"invocations\":2,",
        ),
        (&["--csv"], "\n1,80,0,false,false,80,85,5,ok\n"),
        (&["--text"], "warm"),
    ] {
        let output = simulate(options, DOCUMENT);
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(text.contains(expected), "{options:?}: {text}");
        assert_eq!(output.status.code(), Some(0), "{options:?}");
        assert!(output.stderr.is_empty(), "{options:?}");
    }
}

#[test]
fn what_is_refused_leaves_standard_output_empty() {
    for (options, document, complaint) in [
        (
            &[] as &[&str],
            r#"{"arrivals": [{"atMs": 0}]}"#,
            "arrivals[0].durationMs: ",
        ),
        (&[], "", "EOF"),
        (&["--detail", "none"], DOCUMENT, "--detail needs a value"),
    ] {
        let output = simulate(options, document);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(complaint), "{said}");
        assert_eq!(output.status.code(), Some(2), "{document}");
        assert!(output.stdout.is_empty(), "{document}");
    }
}
