//! The syntax that is ours or rarer: acts, code in tabs, examples with their runs, tables with notes. The driver and the
//! plain syntax are in `tests`.

use super::tests::Expect::{Html, Mistakes};
use super::tests::{HANDLER, check};

#[test]
fn acts_are_places_for_buttons() {
    check(&[
        (
            "Go, :act[send 1 & 2 at once]{burst=2} now :act[wait]{wait=15min}",
            Html(&[
                "Go, <span class=\"act-place\" data-coldstart-act=\"burst=2\">send 1 &amp; 2 at once</span> now ",
                "<span class=\"act-place\" data-coldstart-act=\"wait=15min\">wait</span></p>",
            ]),
        ),
        (
            "(:act[one]{burst=1}), :act[all]{burst=1000}.\n:act[a]{wait=1s}\n:act[b]{wait=1min}",
            Html(&[
                "(<span class=\"together\"><span class=\"act-place\" data-coldstart-act=\"burst=1\">one</span>),</span> ",
                "burst=1000\">all</span>.</span>",
                "wait=1s\">a</span>",
                "wait=1min\">b</span>",
            ]),
        ),
        (
            ":act[send two at once]\n\n:act[a]{burst=0} :act[b]{wait=2h} :act[c]{kill=1} :act[d]{burst=1001}\n\n:act[e]{burst=+2} :act[f]{burst=2 wait=1s} :act[g]{} :act[h]{burst=2",
            Mistakes(&[
                (1, "`:act[send two at once]` does not say"),
                (3, "`:act[a]` does not say"),
                (3, "`:act[b]` does not say"),
                (3, "`:act[c]` does not say"),
                (3, "`:act[d]` does not say"),
                (5, "`:act[e]` does not say"),
                (5, "`:act[f]` does not say"),
                (5, "`:act[g]` does not say"),
                (5, "`:act[h]` does not say"),
            ]),
        ),
        (
            ":act[ ]{burst=2} :act[open\n\n:t[warm]{burst=2}",
            Mistakes(&[
                (1, "`:act[]` has no words"),
                (1, "`:act[` is not closed"),
                (3, "`:t[warm]` takes nothing in braces"),
            ]),
        ),
        (
            ":act[\"\\<script>]{burst=1} :act[x]{burst=1\" onclick=\"x}",
            Mistakes(&[(1, "`:act[x]` does not say")]),
        ),
        (
            ":act[\"\\<script>]{burst=1}",
            Html(&["burst=1\">&quot;&lt;script&gt;</span>"]),
        ),
    ]);
}

#[test]
fn code_stands_in_tabs_or_alone() {
    check(&[
        (
            "A.\n\n```js tab=\"JavaScript\" caption=\"runs <here>\"\nreturn 1 < 2;\n```\n\n```python tab=\"<Python>\"\npass # x\n```\n\n```js tab=Other\n1\n```\n\nB.\n\n```js tab=One\n1\n```\n```js tab=Two\n2\n```",
            Html(&[
                "<fieldset class=\"code-tabs\"><legend>Language</legend>",
                "<input type=\"radio\" name=\"tabs.1\" id=\"tabs.1.0\" checked><label for=\"tabs.1.0\">JavaScript</label>",
                "id=\"tabs.1.1\"><label for=\"tabs.1.1\">&lt;Python&gt;</label>",
                "<figure><pre tabindex=\"0\" role=\"group\" aria-label=\"JavaScript\"><code class=\"language-js\"><b>return</b> 1 &lt; 2;",
                "<figcaption><b>JavaScript</b> runs &lt;here&gt;</figcaption></figure>",
                "aria-label=\"&lt;Python&gt;\"",
                "<em># x</em>",
                "</fieldset>",
                "<p>B.</p>",
                "tabs.2.0",
                "</fieldset>",
            ]),
        ),
        (
            "```text caption=\"A \\\"b\"\n<a>\n```",
            Mistakes(&[(1, "this fence has no `caption=`")]),
        ),
        (
            "```text caption=\"A <b>\"\n<a>\n```",
            Html(&[
                "<figure><pre",
                "&lt;a&gt;",
                "</pre><figcaption>A &lt;b&gt;</figcaption></figure>",
            ]),
        ),
        (
            "A.\n\n```js tab=One\n1\n```\n\nB.\n\n```js tab=Two\n2\n```\n\n```js tab=Two\n2\n```\n\n```js tab=\"\"\n2\n```",
            Mistakes(&[
                (3, "the tab `One` stands alone"),
                (13, "a second tab `Two`"),
                (17, "this tab has no name"),
            ]),
        ),
        (
            "```js tab=A\n```\n```js tab=B\n```\n```js tab=C\n```\n```js tab=D\n```\n```js tab=E\n```",
            Mistakes(&[(9, "more than 4 tabs")]),
        ),
        (
            "- a\n\n  ```js tab=A\n  1\n  ```\n\n  ```js tab=B\n  1\n  ```",
            Mistakes(&[
                (3, "`js tab=A` stands within a list"),
                (7, "`js tab=B` stands within a list"),
            ]),
        ),
        (
            "```js handler tab=One\n1\n```",
            Mistakes(&[(1, "this fence has no `tab=`")]),
        ),
    ]);
}

#[test]
fn an_example_is_read_and_run_but_is_no_lab() {
    let example = "```js handler readonly request=\"GET /?n=5\"\nexports.myHandler = (event, context, callback) => {\n  setTimeout(() => callback(null, { statusCode: 200, body: event.queryStringParameters.n }), 100);\n};\n```\n";
    let figure = |caption: &str| {
        format!("{example}\n```run figure\n0 ms: 1 request\n1 s: 1 request\n\n{caption}\n```")
    };
    check(&[
        (
            &figure(
                "{response 1} {billed 2} {billed 2 aws-2020-12} {billed 2 aws-2025-08} {billed 1 aws-2025-08} {init 1}",
            ),
            Html(&[
                "<code class=\"language-js\">exports.myHandler = (event",
                "[run: 5 200\u{a0}ms 101\u{a0}ms 101\u{a0}ms 241\u{a0}ms 140\u{a0}ms]",
            ]),
        ),
        (
            &figure(
                "{duration 2} {duration 2 exact} {billed} {billed aws-2020-12} {cost} {cost aws-2020-12} {per_million} {per_million aws-2020-12}",
            ),
            Html(&[
                "[run: 100\u{a0}ms 100.",
                "\u{a0}ms 400\u{a0}ms 202\u{a0}ms $0.000001232 $0.000000821 $0.62 $0.41]",
            ]),
        ),
        (
            &figure(
                "X {init 2} {billed 2 aws-2019} {requests aws-2016-12} {duration 1 aws-2016-12} {billed 0} {billed 3} {per_million 1}",
            ),
            Mistakes(&[
                (11, "`{init 2}` is no number"),
                (11, "`{billed 2 aws-2019}` is no number"),
                (11, "`{requests aws-2016-12}` is no number"),
                (11, "`{duration 1 aws-2016-12}` is no number"),
                (11, "`{billed 0}` is no number"),
                (11, "`{billed 3}` is no number"),
                (11, "`{per_million 1}` is no number"),
            ]),
        ),
        // Two labs need names; an example beside a lab changes nothing.
        (
            &format!("{HANDLER}\n{example}"),
            Html(&["[lab -]", "exports.myHandler = (event"]),
        ),
        (
            "```js handler readonly\n\n```\n\n- a\n\n  ```js handler readonly\n  1\n  ```",
            Mistakes(&[
                (1, "this handler has no code"),
                (7, "`js handler readonly` stands within a list"),
            ]),
        ),
    ]);
}

#[test]
fn tables_name_their_columns_and_rows() {
    check(&[
        (
            "|a|b|\n|-|-|\n|1|:t[warm]|",
            Html(&[
                "<div class=\"scrolls\" role=\"group\" aria-label=\"Table\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead><tbody>",
                "<tr><td>1</td><td><span class=\"w\">",
                "</td></tr>\n</tbody></table></div>",
            ]),
        ),
        (
            "| |then|\n|-|-:|\n|price|**1**|\n|steps|2|",
            Html(&[
                "<thead><tr><td></td><th scope=\"col\" class=\"right\">then</th></tr></thead>",
                "<tr><th scope=\"row\">price</th><td class=\"right\"><strong>1</strong></td></tr>",
                "<tr><th scope=\"row\">steps</th><td class=\"right\">2</td></tr>",
            ]),
        ),
        (
            "|a|b|\n|:-|:-:|\n|1||",
            Html(&[
                "<th scope=\"col\">a</th><th scope=\"col\" class=\"centre\">b",
                "<td class=\"centre\"></td>",
            ]),
        ),
    ]);
}

#[test]
fn notes_and_text_lead_to_each_other() {
    check(&[
        (
            "One[^b].\n\n|x|\n|-|\n|y[^a]|\n\n[^a]: First, [there](https://example.org/).\n\n[^b]: Second.\n\nAgain[^a].",
            Html(&[
                "<p class=\"lead\">One<sup><a href=\"#note.2\" id=\"to-note.2\" aria-label=\"Note 2\">2</a></sup>.</p>",
                "y<sup><a href=\"#note.1\" id=\"to-note.1\" aria-label=\"Note 1\">1</a></sup></td>",
                "<ol class=\"notes\">\n<li id=\"note.1\"><a href=\"#to-note.1\" aria-label=\"Back to the text of note 1\">1</a>\n<p>First, <a href=\"https://example.org/\">there</a>.</p>\n</li>\n",
                "<li id=\"note.2\"><a href=\"#to-note.2\"",
                "<p>Second.</p>\n</li>\n</ol>\n",
                "<p>Again<sup><a href=\"#note.1\" aria-label=\"Note 1\">1</a></sup>.</p>",
            ]),
        ),
        (
            "One[^a] and [^c].\n\n[^a]: A.\n[^b]: B.",
            Mistakes(&[
                (1, "there is no note `[^c]`"),
                (4, "nothing refers to the note `[^b]`"),
            ]),
        ),
        (
            "One[^a].\n\n[^a]: A [x](javascript:x).\n\n[^a]: B.",
            Mistakes(&[
                (3, "the address `javascript:x`"),
                (5, "a second note `[^a]`"),
            ]),
        ),
        (
            "One[^\"x].\n\n[^\"x]: A.",
            Html(&["<a href=\"#note.1\" id=\"to-note.1\" aria-label=\"Note 1\">1</a>"]),
        ),
    ]);
}
