//! `coldstart invoke`: a document for programs, a file for people.

use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

use domain::billing::Bill;
use domain::cloud::Trigger;
use domain::cloud::invoke_document::{self, Question, carry_out, log_lines};
use domain::http::{parse_pasted, reason_phrase};
use domain::lambda::{EventFormat, Outcome, check_event};
use domain::pool::StartKind;

use crate::guard;
use crate::invoke_arguments::{Input, InvokeFile};

/// Answers the document on standard input.
pub(crate) fn document() -> Result<ExitCode, String> {
    let question =
        invoke_document::read(&standard_input()?).map_err(|refusal| refusal.to_string())?;
    println!("{}", invoke_document::answer(&question, guard::runtime()));
    Ok(ExitCode::SUCCESS)
}

/// Prints the plan that comes of the document on standard input. When each invocation arrives depends on how long those
/// before it took, so they are run for it.
pub(crate) fn plan_of_document() -> Result<ExitCode, String> {
    let question =
        invoke_document::read(&standard_input()?).map_err(|refusal| refusal.to_string())?;
    let carried = carry_out(&question, guard::runtime());
    println!(
        "{}",
        serde_json::to_string(carried.simulation.plan()).map_err(|error| error.to_string())?
    );
    Ok(ExitCode::SUCCESS)
}

/// Runs a handler file once and tells a person what happened.
pub(crate) fn file(options: &InvokeFile) -> Result<ExitCode, String> {
    let source = read(&options.source)?;
    let is_module = options.source.extension().is_some_and(|it| it == "mjs");
    let handler = options
        .handler
        .clone()
        .unwrap_or_else(|| guess_handler(&source, is_module));
    let document = serde_json::json!({
        "source": source, "handler": handler, "esm": is_module, "settings": { "platformLogs": true },
        "invocations": [{ "event": {} }],
    });
    let mut question =
        invoke_document::read(&document.to_string()).map_err(|refusal| refusal.to_string())?;
    let format = match options.api.as_deref() {
        Some("http") => EventFormat::HttpApi,
        _ => EventFormat::RestApi,
    };
    let request = |text: &str, name: &str| match parse_pasted(text) {
        Ok(http) => Ok(Trigger::Request { http, format }),
        Err(mistake) => Err(format!("{name}: {mistake}")),
    };
    question.invocations[0].1 = match &options.input {
        Input::Nothing => Trigger::Event("{}".to_owned()),
        Input::Event(path) => {
            let event = read(path)?;
            check_event(&event).map_err(|mistake| {
                format!("{}: the event is no JSON. {mistake}", path.display())
            })?;
            Trigger::Event(event)
        }
        Input::Request(path) => request(&read(path)?, &path.display().to_string())?,
        Input::Curl(command) => request(command, "--curl")?,
    };
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
    if let Some(response) = &details.response {
        println!(
            "\nHTTP {} {}",
            response.status,
            reason_phrase(response.status)
        );
        for header in &response.headers {
            println!("{}: {}", header.name, header.value);
        }
        println!("\n{}", response.body);
        if let Some(hint) = &response.hint {
            println!("\nHint: {hint}");
        }
    }
    let trace = &carried.run.trace;
    let bill = Bill::of(
        trace,
        &carried.simulation.plan().memory_of_deployments(),
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

/// The export that the file seems to mean: `exports.name = …` or `export const name`, by default `handler`.
fn guess_handler(source: &str, is_module: bool) -> String {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
    let exported = |rest: &str| {
        let end = rest.find(|letter| !is_part(letter))?;
        let (name, rest) = rest.split_at(end);
        let is_assigned =
            rest.trim_start().starts_with('=') && !rest.trim_start().starts_with("==");
        ((is_assigned || is_module) && !name.is_empty()).then(|| name.to_owned())
    };
    let name = if is_module {
        let declared = source.split("export ").skip(1).find_map(|rest| {
            let rest = rest.trim_start();
            let rest = rest.strip_prefix("async ").unwrap_or(rest);
            ["const ", "let ", "function "]
                .iter()
                .find_map(|word| rest.strip_prefix(word))
        });
        declared.and_then(exported)
    } else {
        source.split("exports.").skip(1).find_map(exported)
    };
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
            assert_eq!(guess_handler(source, false), handler, "{source}");
        }
        for (source, handler) in [
            ("export const go = async () => 1", "index.go"),
            ("export async function fly() {}", "index.fly"),
            ("export { handler }", "index.handler"),
        ] {
            assert_eq!(guess_handler(source, true), handler, "{source}");
        }
    }
}
