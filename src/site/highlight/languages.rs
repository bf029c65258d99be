//! What has to be known of a language to colour it.

/// How a language writes its words, strings and comments.
#[derive(Debug)]
pub(super) struct Language {
    /// What fences call it.
    pub(super) names: &'static [&'static str],
    /// What begins a comment that ends with its line.
    pub(super) line_comment: &'static str,
    /// What begins and ends a comment over several lines.
    pub(super) block_comment: Option<(&'static str, &'static str)>,
    /// What begins and ends a string; the longest come first.
    pub(super) quotes: &'static [&'static str],
    /// Those of the quotes whose strings may go on in the next line.
    pub(super) long_quotes: &'static [&'static str],
    /// The words of the language.
    pub(super) keywords: &'static [&'static str],
}

/// The language of this name, if it is known here.
pub(super) fn named(name: &str) -> Option<&'static Language> {
    LANGUAGES
        .iter()
        .find(|language| language.names.contains(&name))
}

const C_COMMENT: Option<(&str, &str)> = Some(("/*", "*/"));

static LANGUAGES: [Language; 4] = [
    Language {
        names: &["js", "javascript"],
        line_comment: "//",
        block_comment: C_COMMENT,
        quotes: &["'", "\"", "`"],
        long_quotes: &["`"],
        keywords: JAVASCRIPT,
    },
    Language {
        names: &["python"],
        line_comment: "#",
        block_comment: None,
        quotes: &["\"\"\"", "'''", "'", "\""],
        long_quotes: &["\"\"\"", "'''"],
        keywords: PYTHON,
    },
    Language {
        names: &["java"],
        line_comment: "//",
        block_comment: C_COMMENT,
        quotes: &["\"", "'"],
        long_quotes: &[],
        keywords: JAVA,
    },
    Language {
        names: &["csharp"],
        line_comment: "//",
        block_comment: C_COMMENT,
        quotes: &["\"", "'"],
        long_quotes: &[],
        keywords: CSHARP,
    },
];

/// The same words as in the lab; a test in `highlight` holds the two together.
#[rustfmt::skip]
const JAVASCRIPT: &[&str] = &[
    "async", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do",
    "else", "export", "extends", "false", "finally", "for", "from", "function", "if", "import", "in", "instanceof",
    "let", "new", "null", "of", "return", "static", "super", "switch", "this", "throw", "true", "try", "typeof", "var",
    "void", "while", "with", "yield",
];

#[rustfmt::skip]
const PYTHON: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or",
    "pass", "raise", "return", "try", "while", "with", "yield",
];

#[rustfmt::skip]
const JAVA: &[&str] = &[
    "abstract", "assert", "boolean", "break", "byte", "case", "catch", "char", "class", "continue", "default", "do",
    "double", "else", "enum", "extends", "false", "final", "finally", "float", "for", "if", "implements", "import",
    "instanceof", "int", "interface", "long", "new", "null", "package", "private", "protected", "public", "return",
    "short", "static", "super", "switch", "synchronized", "this", "throw", "throws", "true", "try", "void", "volatile",
    "while",
];

#[rustfmt::skip]
const CSHARP: &[&str] = &[
    "abstract", "as", "async", "await", "base", "bool", "break", "byte", "case", "catch", "char", "class", "const",
    "continue", "decimal", "default", "delegate", "do", "double", "else", "enum", "false", "finally", "float", "for",
    "foreach", "get", "if", "in", "int", "interface", "internal", "is", "long", "namespace", "new", "null", "object",
    "out", "override", "private", "protected", "public", "readonly", "ref", "return", "sealed", "set", "static", "string",
    "struct", "switch", "this", "throw", "true", "try", "typeof", "using", "var", "virtual", "void", "while", "yield",
];
