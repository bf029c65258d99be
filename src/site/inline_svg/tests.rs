//! Which drawings may become part of a page.

use super::*;

const GOOD: &str = r#"<!-- Why. -->
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" role="img" aria-labelledby="a b">
  <title id="a">A &amp; B</title>
  <desc id="b">How.</desc>
  <defs><marker id="tip"><path d="M0 0"/></marker></defs>
  <line class="ink" x1="1" marker-end="url(#tip)"/>
</svg>
"#;

fn complaints(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let html = inline(Source::new("a.svg", text), &mut found);
    assert_eq!(html.is_none(), !found.is_empty());
    found
        .iter()
        .map(|diagnostic| format!("{}: {}", diagnostic.line, diagnostic.message))
        .collect()
}

#[test]
fn a_drawing_passes_without_its_comments() {
    let mut found = Vec::new();
    let html = inline(Source::new("a.svg", GOOD), &mut found);
    assert_eq!(found, []);
    let comment_end = GOOD.find("<svg").expect("there is one");
    assert_eq!(html.as_deref(), Some(GOOD[comment_end..].trim()));
}

#[test]
fn what_could_run_or_load_something_is_refused() {
    let style = concat!("sty", "le=\"fill:red\"");
    for (inserted, complaint) in [
        (
            "<script>alert(1)</script>",
            "`<script>` may not stand in a diagram",
        ),
        ("<sCrIpT/>", "`<sCrIpT>` may not"),
        (
            "<foreignObject><p/></foreignObject>",
            "`<foreignObject>` may not",
        ),
        ("<image href=\"#x\"/>", "`<image>` may not"),
        ("<animate/>", "`<animate>` may not"),
        ("<a href=\"#x\"/>", "`<a>` may not"),
        (
            "<g onclick=\"alert(1)\"/>",
            "`onclick=\"alert(1)\"` may not",
        ),
        ("<g/onload=\"x\"/>", "`<g/onload=\"x\"/>` is no tag"),
        (&format!("<g {style}/>"), "`style"),
        ("<g fill=\"red\"/>", "`fill=\"red\"` may not"),
        ("<use href=\"https://example.org/#x\"/>", "`href="),
        ("<use href=\"data:image/svg+xml,x#y\"/>", "`href="),
        ("<use xlink:href=\"#x\"/>", "`xlink:href=\"#x\"` may not"),
        (
            "<line marker-end=\"url(https://example.org/#x)\"/>",
            "`marker-end=",
        ),
        (
            "<g class='a\" onclick=x'/>",
            "`<g class='a\" onclick=x'/>` is no tag",
        ),
        (
            "<g class=\"a\"id=\"b\"/>",
            "`<g class=\"a\"id=\"b\"/>` is no tag",
        ),
        ("<g class=\"a\" class=\"b\"/>", "is no tag"),
        ("<title><b/></title>", "`<b>` may not"),
        ("<desc><g/></desc>", "`<g>` stands in a text alternative"),
        ("<!DOCTYPE x>", "is no tag"),
        ("<?xml version=\"1.0\"?>", "is no tag"),
        ("<![CDATA[<script>]]>", "is no tag"),
        ("<!-- x", "a comment has no end"),
        ("</g>", "`</g>` closes what is not open"),
        ("<g>", "`</svg>` closes what is not open"),
    ] {
        let text = GOOD.replace("</svg>", &format!("{inserted}</svg>"));
        let complaints = complaints(&text);
        let first = complaints.first().map_or("nothing", String::as_str);
        assert!(
            first.starts_with("7: ") && first.contains(complaint),
            "{inserted}: {complaints:?}"
        );
    }
}

#[test]
fn who_cannot_see_it_is_not_forgotten() {
    for (word, other) in [
        ("role=\"img\"", "class=\"x\""),
        ("<title id=\"a\">A &amp; B</title>", ""),
        ("How.", " "),
        ("aria-labelledby=\"a b\"", "aria-labelledby=\"a\""),
    ] {
        assert_eq!(
            complaints(&GOOD.replace(word, other)),
            ["1: this diagram has no text alternative"]
        );
    }
}
