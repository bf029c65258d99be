//! Environment variables as a text of lines `NAME=value`, with the rules of Lambda (Developer Guide, "Working with
//! Lambda environment variables").

/// The most that names and values may take together, in bytes.
const MOST_BYTES: usize = 4_096;

/// Names that Lambda sets itself and lets nobody else set.
const RESERVED: [&str; 18] = [
    "_HANDLER",
    "_X_AMZN_TRACE_ID",
    "AWS_REGION",
    "AWS_DEFAULT_REGION",
    "AWS_EXECUTION_ENV",
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
    "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_INITIALIZATION_TYPE",
    "AWS_LAMBDA_LOG_GROUP_NAME",
    "AWS_LAMBDA_LOG_STREAM_NAME",
    "AWS_LAMBDA_RUNTIME_API",
    "AWS_ACCESS_KEY",
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "LAMBDA_TASK_ROOT",
    "LAMBDA_RUNTIME_DIR",
];

/// The variables in their order; the message says which line is wrong and what was expected.
pub(super) fn read(text: &str) -> Result<Vec<(String, String)>, String> {
    // The size is looked at first: it also bounds what the rest has to do for a text that was pasted by mistake.
    let bytes: usize = text.lines().map(bytes_of).sum();
    if bytes > MOST_BYTES {
        return Err(format!(
            "Together they take {bytes} bytes. Lambda allows {MOST_BYTES}."
        ));
    }
    let mut variables: Vec<(String, String)> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let number = index + 1;
        let (name, value) = line
            .split_once('=')
            .ok_or_else(|| format!("Line {number}: no equals sign. Write NAME=value."))?;
        let name = name.trim();
        let is_name = name.starts_with(|first: char| first.is_ascii_alphabetic())
            && name.len() > 1
            && name
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
        if RESERVED.contains(&name) {
            return Err(format!(
                "Line {number}: Lambda sets {name} itself. Choose another name."
            ));
        }
        if !is_name {
            return Err(format!(
                "Line {number}: a name has at least two letters, digits or _, and begins with a letter."
            ));
        }
        if variables.iter().any(|(known, _)| known == name) {
            return Err(format!(
                "Line {number}: {name} is set above already. Keep one of them."
            ));
        }
        variables.push((name.to_owned(), value.to_owned()));
    }
    Ok(variables)
}

/// What a line takes: name and value, without the equals sign.
fn bytes_of(line: &str) -> usize {
    match line.split_once('=') {
        Some((name, value)) => name.trim().len() + value.len(),
        None => line.trim().len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_lines_and_says_which_is_wrong() {
        let variable = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            read("TABLE=kites\n\n URL=https://x/?a=b \n"),
            Ok(vec![
                variable("TABLE", "kites"),
                variable("URL", "https://x/?a=b ")
            ])
        );
        for (text, expected) in [
            ("TABLE", "Line 1: no equals sign"),
            ("A1=x\n1A=y", "Line 2: a name has"),
            ("X=1", "Line 1: a name has"),
            ("A-B=1", "Line 1: a name has"),
            ("_HANDLER=x", "Line 1: Lambda sets _HANDLER itself"),
            (
                "AWS_SESSION_TOKEN=x",
                "Line 1: Lambda sets AWS_SESSION_TOKEN itself",
            ),
            ("AB=1\nAB=2", "Line 2: AB is set above already"),
        ] {
            assert!(read(text).unwrap_err().starts_with(expected), "{text}");
        }
        assert!(
            read(&format!("AB={}", "x".repeat(4_095)))
                .unwrap_err()
                .contains("4097 bytes")
        );
    }
}
