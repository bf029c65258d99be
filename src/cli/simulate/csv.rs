//! The answer for spreadsheets. No value holds a comma or a quotation mark.

use domain::cloud::simulate_document::{Carried, Question, Row, totals};

/// A line for each invocation; without those, one of totals.
pub(super) fn write(question: &Question, carried: &Carried) -> String {
    let Some(trace) = &carried.trace else {
        let (names, values): (Vec<&str>, Vec<String>) = totals(carried).into_iter().unzip();
        return format!("{}\n{}\n", names.join(","), values.join(","));
    };
    let mut text =
        String::from("index,atMs,container,cold,throttled,startMs,endMs,billedMs,outcome\n");
    for index in 0..trace.len() {
        let row = Row::of(question, trace, index);
        let cells = [
            index.to_string(),
            row.at.to_string(),
            or_empty(row.container),
            row.cold.to_string(),
            row.throttled.to_string(),
            or_empty(row.started),
            or_empty(row.ended),
            row.billed.to_string(),
            row.outcome.to_owned(),
        ];
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

fn or_empty(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

#[cfg(test)]
mod tests {
    use domain::cloud::simulate_document::{Detail, carry_out, read};

    #[test]
    fn a_line_for_each_invocation_or_one_of_totals() {
        let document = r#"{ "policy": { "initMs": 0.5, "maxConcurrency": 1 },
            "arrivals": [{ "atMs": 0, "durationMs": 2 }, { "atMs": 1, "durationMs": 2 }] }"#;
        let mut question = read(document).unwrap();
        assert_eq!(
            super::write(&question, &carry_out(&question)),
            "index,atMs,container,cold,throttled,startMs,endMs,billedMs,outcome\n\
             0,0,0,true,false,0.5,2.5,2,ok\n\
             1,1,,false,true,,,0,throttled\n"
        );
        question.detail = Detail::Totals;
        let totals = super::write(&question, &carry_out(&question));
        assert!(totals.starts_with("invocations,cold,warm,throttled,"));
        assert!(totals.contains("\n2,1,0,1,"));
    }
}
