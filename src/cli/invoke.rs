//! `coldstart invoke`: a document for programs, a file for people.

use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

use domain::billing::Bill;
use domain::cloud::invoke_document::{self, Question, carry_out, log_lines};
use domain::lambda::Outcome;
use domain::pool::StartKind;

use crate::arguments::InvokeFile;
use crate::guard;

/// Answers the document on standard input.
pub(crate) fn document() -> Result<ExitCode, String> {
    let question =
        invoke_document::read(&standard_input()?).map_err(|refusal| refusal.to_string())?;
    println!("{}", invoke_document::answer(&question, guard::runtime()));
    Ok(ExitCode::SUCCESS)
}

/// Runs a handler file once and tells a person what happened.
pub(crate) fn file(options: &InvokeFile) -> Result<ExitCode, String> {
    let source = read(&options.source)?;
    let event = options.event.as_deref().map_or(Ok("{}".to_owned()), read)?;
    let handler = options
        .handler
        .clone()
        .unwrap_or_else(|| guess_handler(&source));
    let event_value: Box<serde_json::value::RawValue> =
        serde_json::from_str(&event).map_err(|error| {
            let name = options
                .event
                .as_deref()
                .map_or_else(String::new, |path| path.display().to_string());
            format!("{name}: the event is no JSON: {error}")
        })?;
    let document = serde_json::json!({
        "source": source, "handler": handler, "settings": { "platformLogs": true },
        "invocations": [{ "event": null }],
    });
    let mut question =
        invoke_document::read(&document.to_string()).map_err(|refusal| refusal.to_string())?;
    question.invocations[0].1 = domain::cloud::Trigger::Event(event_value.get().to_owned());
    Ok(tell(&question))
}

fn tell(question: &Question) -> ExitCode {
    let carried = carry_out(question, guard::runtime());
    let Some(details) = carried.simulation.invocation(0) else {
        return ExitCode::FAILURE;
    };
    for line in log_lines(question, &carried, 0, details) {
        println!("{line}");
    }
    let code = match &details.outcome {
        Outcome::Success(result) => {
            println!("\n{result}");
            ExitCode::SUCCESS
        }
        other => {
            if let Some(error) = other.error() {
                println!("\n{}: {}", error.error_type, error.error_message);
                error
                    .stack
                    .iter()
                    .skip(1)
                    .for_each(|line| println!("{line}"));
                if let Some(hint) = &error.hint {
                    println!("\nHint: {hint}");
                }
            }
            ExitCode::FAILURE
        }
    };
    let trace = &carried.run.trace;
    let bill = Bill::of(
        trace,
        &carried.plan.memory_of_deployments(),
        question.tariff,
    );
    let start = if trace.start_kind[0] == StartKind::Cold {
        "cold start, "
    } else {
        ""
    };
    println!(
        "\n{start}{} ms, billed {} ms, {} under {}",
        trace.duration(0).as_millis_f64(),
        bill.billed.as_micros() / 1_000,
        bill.total,
        question.tariff.name,
    );
    code
}

/// The export that the file seems to mean: `exports.name = …`, by default `handler`.
fn guess_handler(source: &str) -> String {
    let name = source.split("exports.").skip(1).find_map(|rest| {
        let end =
            rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '$')?;
        let (name, rest) = rest.split_at(end);
        let is_assigned =
            rest.trim_start().starts_with('=') && !rest.trim_start().starts_with("==");
        (is_assigned && !name.is_empty()).then(|| name.to_owned())
    });
    format!("index.{}", name.as_deref().unwrap_or("handler"))
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Everything on standard input, as text.
pub(crate) fn standard_input() -> Result<String, String> {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .map_err(|error| format!("standard input: {error}"))?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::guess_handler;

    #[test]
    fn guesses_the_export() {
        for (source, handler) in [
            ("exports.myHandler = () => 1", "index.myHandler"),
            ("module.exports.go=async () => 1", "index.go"),
            ("if (exports.a == 1) {}\nexports.b = 2", "index.b"),
            ("module.exports = { handler }", "index.handler"),
        ] {
            assert_eq!(guess_handler(source), handler, "{source}");
        }
    }
}
