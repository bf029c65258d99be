//! Frames of built-in functions in a trace. Node.js shows the one that threw, and those that called the reader's functions;
//! boa keeps the second only, and tells neither what a built-in belongs to.

/// The end of such a frame.
const PLACE: &str = " (<anonymous>)";

/// Built-in functions that call functions of the reader's.
const CALLERS: &[(&str, &[&str])] = &[
    ("Array.", VISITORS),
    ("JSON.", &["parse", "stringify"]),
    ("String.", &["replace", "replaceAll"]),
    ("Function.", &["from"]),
    ("new ", &["Promise"]),
];

const VISITORS: &[&str] = &[
    "map",
    "forEach",
    "filter",
    "reduce",
    "reduceRight",
    "some",
    "every",
    "find",
    "findIndex",
    "findLast",
    "findLastIndex",
    "flatMap",
    "sort",
];

/// A part of the message of what a built-in throws, what V8 puts before its name, and the names.
const THROWERS: &[(&str, &str, &[&str])] = &[
    ("JSON", "JSON.", &["parse"]),
    ("Converting circular structure", "JSON.", &["stringify"]),
    ("serialize a BigInt", "JSON.", &["stringify"]),
    ("is not a function", "Array.", VISITORS),
    ("The comparison function", "Array.", &["sort", "toSorted"]),
    (
        "Reduce of empty array",
        "Array.",
        &["reduce", "reduceRight"],
    ),
    (
        "Cannot convert undefined or null to object",
        "Function.",
        &["keys", "values", "entries", "assign", "getOwnPropertyNames"],
    ),
    (
        "URI malformed",
        "",
        &[
            "decodeURIComponent",
            "decodeURI",
            "encodeURIComponent",
            "encodeURI",
        ],
    ),
    ("to a BigInt", "", &["BigInt"]),
    ("Invalid count value", "String.", &["repeat"]),
    ("toFixed()", "Number.", &["toFixed"]),
    ("toPrecision()", "Number.", &["toPrecision"]),
    ("toString() radix", "Number.", &["toString"]),
    ("Invalid time value", "Date.", &["toISOString"]),
];

/// The frame of a built-in of this name that called a function of the reader's.
pub(super) fn caller(function: &str) -> Option<String> {
    let (owner, _) = CALLERS
        .iter()
        .find(|(_, names)| names.contains(&function))?;
    Some(format!("    at {owner}{function}{PLACE}"))
}

/// The frame of the built-in that threw an error of this message when it was called as `called`.
pub(super) fn thrower(called: &str, message: &str) -> Option<String> {
    let name = called.rsplit('.').next()?;
    let (_, owner, _) = THROWERS
        .iter()
        .find(|(part, _, names)| message.contains(part) && names.contains(&name))?;
    // Then the call itself failed.
    let is_of_call = message.strip_suffix(" is not a function") == Some(called);
    (!is_of_call).then(|| format!("    at {owner}{name}{PLACE}"))
}

/// Whether a frame is that of a built-in.
pub(super) fn is_one(frame: &str) -> bool {
    frame.ends_with(PLACE)
}
