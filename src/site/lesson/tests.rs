//! The syntax of lessons: what an author may write, and what an author is told. One driver, tables of cases.

use super::*;
use crate::legend::Legend;
use crate::stills::Stills;

const HEAD: &str = "---\ntitle: T\ndate: 2016-12-23\ndescription: D\n---\n";
/// The line of the first word behind `HEAD`.
const FIRST: usize = 6;

pub(super) const HANDLER: &str = "```js handler\nexports.myHandler = (event, context, callback) => callback(null, { statusCode: 200, body: '{\"a\":7,\"b\":\"hi\"}' });\n```\n";

const DRAWING: &str = "<svg role=\"img\" aria-labelledby=\"a b\"><title id=\"a\">A</title><desc id=\"b\">B</desc></svg>";

/// What a case expects.
pub(super) enum Expect {
    /// Every one of these texts in the prose, in this order.
    Html(&'static [&'static str]),
    /// These mistakes and no other: the line counted from the first behind the front matter, and how the message begins.
    Mistakes(&'static [(usize, &'static str)]),
}
use Expect::{Html, Mistakes};

fn file(name: &str) -> Option<String> {
    match name {
        "good.svg" => Some(DRAWING.to_owned()),
        "bad.svg" => Some(DRAWING.replace("<title", "\n<script/>\n<title")),
        _ => None,
    }
}

fn read_body(text: &str) -> Result<Lesson, Vec<Diagnostic>> {
    let stills = Stills::new().expect("a runtime of one thread");
    let surroundings = Surroundings {
        read_file: &file,
        legend: &Legend::new(&stills),
    };
    read("content/a/lesson.md", text, surroundings)
}

fn prose(lesson: &Lesson) -> String {
    let prose = lesson.parts.iter().map(|part| match part {
        Part::Prose(html) => html.clone(),
        Part::Lab(starter) => format!("[lab {}]", starter.name.as_deref().unwrap_or("-")),
        Part::RunFigure(figure) => format!("[run: {}]", figure.caption),
    });
    prose.collect()
}

pub(super) fn check(cases: &[(&str, Expect)]) {
    for (body, expect) in cases {
        let result = read_body(&format!("{HEAD}{body}"));
        match (expect, result) {
            (Html(parts), Ok(lesson)) => {
                let html = prose(&lesson);
                let mut rest = html.as_str();
                for part in *parts {
                    let Some((_, behind)) = rest.split_once(part) else {
                        panic!("{body:?}: no {part:?} in {html:?}")
                    };
                    rest = behind;
                }
            }
            (Mistakes(expected), Err(found)) => {
                assert_eq!(found.len(), expected.len(), "{body:?}: {found:#?}");
                for (found, (expected_line, beginning)) in found.iter().zip(*expected) {
                    let is_drawing = found.file == "content/a/bad.svg";
                    let line = if is_drawing {
                        found.line
                    } else {
                        found.line + 1 - FIRST
                    };
                    assert_eq!(line, *expected_line, "{body:?}: {found}");
                    assert!(found.message.starts_with(beginning), "{body:?}: {found}");
                }
                assert!(found.iter().all(|found| !found.hint.is_empty()));
            }
            (Html(_), Err(found)) => panic!("{body:?}: {found:#?}"),
            (Mistakes(_), Ok(lesson)) => panic!("{body:?} passed as {:?}", prose(&lesson)),
        }
    }
}

#[test]
fn prose_becomes_html() {
    check(&[
        (
            "One.\n\nTwo *and* **more** `<b>`.",
            Html(&[
                "<p class=\"lead\">One.</p>",
                "<p>Two <em>and</em> <strong>more</strong> <code>&lt;b&gt;</code>.</p>",
            ]),
        ),
        (
            "> Said.\n\nOne.",
            Html(&["<blockquote>", "<p>Said.</p>", "<p class=\"lead\">One.</p>"]),
        ),
        (
            "## A & B\n\n### C\n\n## A & B",
            Html(&[
                "<h2 id=\"a-b\">A &amp; B</h2>",
                "<h3 id=\"c\">",
                "<h2 id=\"a-b-1\">",
            ]),
        ),
        (
            "[there](#a) and [away](https://example.org/?a&b)\n\n## A",
            Html(&[
                "<a href=\"#a\">",
                "<a href=\"https://example.org/?a&amp;b\">",
            ]),
        ),
        (
            "|a|b|\n|-|-|\n|1|2|",
            Html(&[
                "<div class=\"scrolls\"",
                "<table>",
                "<td>1</td>",
                "</table>",
                "</div>",
            ]),
        ),
        ("1. a\n2. b", Html(&["<ol>", "<li>a</li>"])),
        (
            "A 140&nbsp;ms start; 1 \\< 2.",
            Html(&["A 140\u{a0}ms start; 1 &lt; 2."]),
        ),
        (
            "A :t[warm container], then\n:t[Gone].",
            Html(&[
                "<span class=\"w\"><svg aria-hidden=\"true\" class=\"mark-of\"><use href=\"#k-warm\"></use></svg>warm container</span>, then",
                "#k-gone",
                "Gone</span>.",
            ]),
        ),
        (
            "`:t[warm]` at 10:30",
            Html(&["<code>:t[warm]</code> at 10:30"]),
        ),
        (
            "```json\n{\"a\": \"<b>\"}\n```",
            Html(&[
                "<pre tabindex=\"0\" role=\"group\" aria-label=\"Code\"><code class=\"language-json\">{&quot;a&quot;: &quot;&lt;b&gt;&quot;}\n</code></pre>",
            ]),
        ),
        (
            "![Says it](good.svg \"A <b> caption\")",
            Html(&[
                "<figure class=\"diagram\"><svg role=\"img\"",
                "</svg><figcaption>A &lt;b&gt; caption</figcaption></figure>",
            ]),
        ),
    ]);
}

#[test]
fn fences_become_labs_and_pictures() {
    let figure = format!(
        "{HANDLER}\n```run figure\n0 ms: 1 request\n1 s: 1 request\n1.5 s: 2 requests\n\n{{requests}} requests, {{cold_starts}} cold, {{response 4 a}} {{response 4 b}} `{{response 4}}`, {{billed 1}}, {{billed}}, container {{container 4}}, :t[warm].\n```"
    );
    check(&[
        (
            &format!("One.\n\n{HANDLER}\nTwo.").replace("handler\n", "handler name=kites\n"),
            Html(&["One.", "[lab kites]", "Two."]),
        ),
        (
            &figure,
            Html(&[
                "[lab -]",
                "[run: 4 requests, 2 cold, 7 hi <code>{&quot;a&quot;:7,&quot;b&quot;:&quot;hi&quot;}</code>, 100\u{a0}ms, 400\u{a0}ms, container 2, <span class=\"w\">",
                "warm</span>.]",
            ]),
        ),
    ]);
}

#[test]
fn mistakes_are_told_with_their_lines() {
    let figure = |inner: &str| format!("{HANDLER}\n```run figure\n{inner}\n```");
    check(&[
        (
            "One.\n\n```js handlr\n1\n```",
            Mistakes(&[(3, "unknown fence word `handlr`")]),
        ),
        (
            "- a\n\n  ```js handler\n  1\n  ```",
            Mistakes(&[(3, "`js handler` stands within a list")]),
        ),
        (
            "```js handler\n\n```",
            Mistakes(&[(1, "this handler has no code")]),
        ),
        (
            "```run figure\n0 ms: 1 request\n\nX.\n```",
            Mistakes(&[(1, "there is no handler above")]),
        ),
        (
            &figure("0 ms: 1 request\n\nX {nothing} {billed 2} {response 1 c} {"),
            Mistakes(&[
                (8, "`{nothing}` is no number"),
                (8, "`{billed 2}` is no number"),
                (8, "`{response 1 c}` is no number"),
                (8, "`{` is no number"),
            ]),
        ),
        (
            &figure("soon: 1 request\n\nX."),
            Mistakes(&[(6, "`soon: 1 request` says not")]),
        ),
        (
            &figure("0 ms: 1 request\n\nX.\n\nY."),
            Mistakes(&[(8, "this caption is not one paragraph")]),
        ),
        (
            &figure("0 ms: 1 request\n\nX\n:t[cold]."),
            Mistakes(&[(9, "`:t[cold]` is no word of the legend")]),
        ),
        (
            &format!("{HANDLER}\n{HANDLER}"),
            Mistakes(&[
                (1, "this lab cannot be told"),
                (5, "this lab cannot be told"),
            ]),
        ),
        (
            "One.\n:t[cold] and :t[warm, gone]",
            Mistakes(&[
                (2, "`:t[cold]` is no word"),
                (2, "`:t[warm, gone]` is no word"),
            ]),
        ),
        (
            ":fly[away]{now}",
            Mistakes(&[(1, "unknown directive `:fly`")]),
        ),
        (
            "A :t[warm\ncontainer].",
            Mistakes(&[(1, "`:t[` is not closed")]),
        ),
        (
            ":::exercise{#a}\nX\n:::",
            Mistakes(&[(1, "unknown directive `:::`")]),
        ),
        ("# Title", Mistakes(&[(1, "a heading of the first level")])),
        (
            "One.\n\n[there](#nowhere)",
            Mistakes(&[(3, "this link leads to `#nowhere`")]),
        ),
        (
            "An ![image](good.svg) here.",
            Mistakes(&[(1, "an image stands within a text")]),
        ),
        (
            "![](good.svg)",
            Mistakes(&[(1, "this image has no text alternative")]),
        ),
        (
            "![A](gone.svg)\n\n![A](../good.svg)\n\n![A](a.png)",
            Mistakes(&[
                (1, "there is no `gone.svg`"),
                (3, "`../good.svg` is no diagram"),
                (5, "`a.png` is no diagram"),
            ]),
        ),
        (
            "![A](bad.svg)",
            Mistakes(&[(2, "`<script>` may not stand")]),
        ),
        (
            "```klingon\n```\n\n# T",
            Mistakes(&[
                (1, "unknown fence word `klingon`"),
                (4, "a heading of the first level"),
            ]),
        ),
    ]);
}

#[test]
fn nothing_written_by_an_author_runs_on_the_page() {
    check(&[
        (
            "a\n\n<script>alert(1)</script>",
            Mistakes(&[(3, "raw HTML may not stand in a lesson")]),
        ),
        ("a <b onclick=\"x()\">b</b>", Mistakes(&[(1, "raw HTML")])),
        ("<!-- c -->", Mistakes(&[(1, "raw HTML")])),
        ("<img src=x onerror=alert(1)>", Mistakes(&[(1, "raw HTML")])),
        (
            "[a](javascript:alert(1))",
            Mistakes(&[(1, "the address `javascript:alert(1)`")]),
        ),
        (
            "[a](JAVASCRIPT&#58;alert)",
            Mistakes(&[(1, "the address `JAVASCRIPT:alert`")]),
        ),
        (
            "<javascript:alert(1)>",
            Mistakes(&[(1, "the address `javascript:alert(1)`")]),
        ),
        (
            "[a][x]\n\n[x]: data:text/html,x",
            Mistakes(&[(1, "the address `data:text/html,x`")]),
        ),
        (
            "[a](https://example.org \"\\\" onclick=alert(1)\")",
            Html(&["title=\"&quot; onclick=alert(1)\""]),
        ),
        (
            "[a](https://example.org/\"onclick=x)",
            Html(&["href=\"https://example.org/%22onclick=x\""]),
        ),
        (
            ":t[warm \"onclick=x]",
            Html(&["</svg>warm &quot;onclick=x</span>"]),
        ),
        (
            ":t[warm &lt;script>]",
            Html(&["</svg>warm &lt;script&gt;</span>"]),
        ),
        ("## A\"onclick=\"x", Html(&["<h2 id=\"aonclickx\">"])),
        (
            "![a\\\"b](good.svg \"\\\"><script>\")",
            Html(&["<figcaption>&quot;&gt;&lt;script&gt;</figcaption>"]),
        ),
        (
            "```js\"><script>\n```",
            Mistakes(&[(1, "unknown fence word `js\"><script>`")]),
        ),
    ]);
}

#[test]
fn front_matter_has_what_a_page_needs() {
    let cases: [(&str, &[(usize, &str)]); 4] = [
        ("Text.", &[(1, "a lesson begins with its front matter")]),
        ("---\ntitle: T\n", &[(1, "the front matter has no end")]),
        (
            "---\nlayout: post\ntitle:\n---\n# T",
            &[
                (1, "the front matter has no `description`"),
                (1, "the front matter has no `date`"),
                (3, "the front matter has no `title`"),
                (5, "a heading of the first"),
            ],
        ),
        (
            "---\ntitle: T\ntitle: U\ndescription: D\ndate: soon\nwhat\n---\n",
            &[
                (3, "the key `title`"),
                (5, "`soon` is no date"),
                (6, "expected `key: value`"),
            ],
        ),
    ];
    for (text, expected) in cases {
        let found = read_body(text).expect_err(text);
        let lines: Vec<_> = found
            .iter()
            .map(|found| (found.line, found.message.as_str()))
            .collect();
        assert_eq!(lines.len(), expected.len(), "{lines:?}");
        for ((line, message), (expected_line, beginning)) in lines.iter().zip(expected) {
            assert_eq!(line, expected_line, "{message}");
            assert!(message.starts_with(beginning), "{message}");
        }
    }
    let lesson = read_body(&HEAD.replace('\n', "\r\n")).expect("line ends of Windows are fine");
    assert_eq!((lesson.title.as_str(), lesson.minutes), ("T", 1));
}
