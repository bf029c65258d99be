//! The page: what a browser gets, complete without any script.

use crate::diagnostic::{Diagnostic, Source};
use crate::escape::escape;
use crate::lesson::{Lesson, Part};
use crate::stills::Stills;

/// Where the page's own file is.
const SHELL: &str = "www/index.html";

/// What the page's head names, relative to the page.
pub(crate) struct Linked<'a> {
    /// The style sheets, in the order in which they apply.
    pub(crate) styles: [&'a str; 2],
    /// The fonts that the first screen is written in.
    pub(crate) fonts: &'a [String],
}

/// Puts a lesson into the shell that Trunk has left; a shell without its places is a mistake like one in a lesson.
pub(crate) fn write(
    shell: &str,
    lesson: &Lesson,
    linked: &Linked<'_>,
    stills: &Stills,
) -> Result<String, Vec<Diagnostic>> {
    let places = [
        (
            "<!--TITLE-->",
            escape(&format!("{} · Coldstart", lesson.title)),
        ),
        ("<!--DESCRIPTION-->", escape(&lesson.description)),
        ("<!--HEAD-->", head(linked)),
        ("<!--ARTICLE-->", body(lesson, stills)),
    ];
    fill(SHELL, shell, &places)
}

/// Puts each text into its place in a shell.
pub(crate) fn fill(
    file: &str,
    shell: &str,
    places: &[(&str, String)],
) -> Result<String, Vec<Diagnostic>> {
    let mut mistakes = Vec::new();
    for (place, _) in places {
        let count = shell.matches(place).count();
        if count != 1 {
            mistakes.push(Source::new(file, shell).mistake_in_line(
                1,
                format!("`{place}` stands here {count} times"),
                "The site build puts a text in its place: it has to be there once.",
            ));
        }
    }
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    Ok(places.iter().fold(shell.to_owned(), |page, (place, text)| {
        page.replacen(place, text, 1)
    }))
}

/// Fonts are asked for together with the styles: found only there, they come after the first paint, and the text that was
/// set in a stand-in moves (measured: a shift of 0.05 on a wide window, 0.09 on a phone, against none).
fn head(linked: &Linked<'_>) -> String {
    let mut links = vec![format!("<link rel=\"icon\" href=\"{ICON}\">")];
    links.extend(linked.fonts.iter().map(|name| {
        format!(
            "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"{}\">",
            escape(name)
        )
    }));
    links.extend(
        linked
            .styles
            .iter()
            .map(|name| format!("<link rel=\"stylesheet\" href=\"{}\">", escape(name))),
    );
    links.join("\n")
}

/// The brand as an icon. It stands outside of the page, where no style of ours applies, so it brings its colours.
pub(crate) const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 -3 26 26'%3E\
    %3Cg fill='%23128076'%3E%3Crect x='12' width='14' height='8.5' rx='2.5'/%3E\
    %3Crect y='11.5' width='16' height='8.5' rx='2.5'/%3E%3C/g%3E\
    %3Crect x='1' y='1' width='8' height='6.5' rx='2' fill='none' stroke='%235b8def' stroke-width='2'/%3E\
    %3Cpath d='M18.5 15.75H26' stroke='%23d97a2b' stroke-width='3'/%3E%3C/svg%3E";

fn body(lesson: &Lesson, stills: &Stills) -> String {
    format!(
        "{marks}\n\
         <header class=\"site\"><a class=\"brand\" href=\"./\">{BRAND}Coldstart</a></header>\n\
         <main>\n<section class=\"page\" aria-label=\"Article\">\n{article}</section>\n</main>\n\
         <footer>Nothing you type leaves this page. Everything here runs in your browser. \
         <a href=\"how-true-is-it.html\">How true is it?</a> \
         <a href=\"what-is-missing.html\">What is missing</a></footer>",
        marks = stills.marks(),
        article = article(lesson, stills),
    )
}

/// Two containers, one of which has just begun: what the picture of a pool looks like from far away.
const BRAND: &str = "<svg viewBox=\"0 0 26 20\" aria-hidden=\"true\">\
    <rect class=\"m-cold\" x=\".75\" y=\".75\" width=\"9\" height=\"7\" rx=\"2\"/>\
    <rect class=\"m-run\" x=\"12\" width=\"14\" height=\"8.5\" rx=\"2.5\"/>\
    <rect class=\"m-run\" y=\"11.5\" width=\"16\" height=\"8.5\" rx=\"2.5\"/>\
    <path class=\"m-warm\" d=\"M18.5 15.75H26\"/></svg>";

/// The first section, the lab, the rest, in the order in which they are read; wide windows show the lab beside both.
fn article(lesson: &Lesson, stills: &Stills) -> String {
    let is_lab = |part: &&Part| matches!(part, Part::Lab(_));
    let labs = lesson.parts.iter().filter(is_lab).count();
    let mut html = format!(
        "<div class=\"prose first\">\n<h1>{}</h1>\n\
         <p class=\"meta\"><time datetime=\"{}\">{}</time> · {} {}{}</p>\n",
        escape(&lesson.title),
        escape(&lesson.day.iso),
        escape(&lesson.day.spoken),
        lesson.minutes,
        if lesson.minutes == 1 {
            "minute"
        } else {
            "minutes"
        },
        if labs > 0 { ", longer if you play" } else { "" },
    );
    let is_only_lab = labs == 1;
    for part in &lesson.parts {
        match part {
            Part::Prose(prose) => html.push_str(prose),
            Part::RunFigure(figure) => html.push_str(&stills.run_figure(figure)),
            Part::Lab(starter) => {
                html.push_str("</div>\n");
                html.push_str(&stills.lab(starter, is_only_lab));
                html.push_str("\n<div class=\"prose\">\n");
            }
        }
    }
    html.push_str("</div>\n");
    // A lab at the end leaves a column without a word.
    html.replace("\n<div class=\"prose\">\n</div>", "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::legend::Legend;
    use crate::lesson;
    use crate::markdown::Surroundings;

    const SHELL_TEXT: &str = "<title><!--TITLE--></title><meta content=\"<!--DESCRIPTION-->\"><!--HEAD--><body><!--ARTICLE--></body>";

    fn page(shell: &str, lesson_text: &str) -> Result<String, Vec<Diagnostic>> {
        let stills = Stills::new().expect("a runtime of one thread");
        let surroundings = Surroundings {
            read_file: &|_| None,
            legend: &Legend::new(&stills),
        };
        let lesson = lesson::read("lesson.md", lesson_text, surroundings)?;
        let linked = Linked {
            styles: ["page-1.css", "lab-1.css"],
            fonts: &["a.woff2".to_owned()],
        };
        write(shell, &lesson, &linked, &stills)
    }

    #[test]
    fn the_article_is_read_in_the_order_of_the_page() {
        let text = "---\ntitle: T\ndescription: D\ndate: 2016-12-23\n---\nLead.\n\n```js handler name=kites request=\"GET /kites?colour=red\"\nlet served = 0;\n```\n\n## Rest\n";
        let page = page(SHELL_TEXT, text).expect("a good lesson in a good shell");
        let mut rest = page.as_str();
        for part in [
            "<title>T · Coldstart</title>",
            "content=\"D\"",
            "href=\"a.woff2\"",
            "href=\"page-1.css\"",
            "href=\"lab-1.css\"",
            "<symbol id=\"k-cold\"",
            "aria-label=\"Article\"",
            "<div class=\"prose first\">",
            "<h1>T</h1>",
            "<time datetime=\"2016-12-23\">23 December 2016</time>",
            "Lead.",
            "<div data-coldstart-lab data-name=\"kites\" data-code=\"let served = 0;\" data-method=\"GET\" data-path=\"/kites\" data-query=\"colour=red\" data-label=\"\">",
            "aria-label=\"Playground\"",
            "<div class=\"prose\">",
            "Rest</h2>",
            "</main>",
            "Nothing you type leaves this page.",
        ] {
            let Some((_, behind)) = rest.split_once(part) else {
                panic!("no {part:?} in {rest}")
            };
            rest = behind;
        }
        assert_eq!(page.matches("id=\"hatch\"").count(), 1);
        assert!(
            !page.contains(concat!(" sty", "le=")),
            "the policy of the page forbids it"
        );
    }

    #[test]
    fn nothing_of_a_lesson_leaves_its_place() {
        let evil = "\\\"'><script>alert(1)</script><!--HEAD-->";
        let text = format!(
            "---\ntitle: {evil}\ndescription: {evil}\ndate: 2016-12-23\n---\n```js handler name=a{evil} request=\"GET /{evil}\"\n{evil}\n```\n\n```js handler name=b request=\"GET /'><blink>?'><blink>\"\n`${{</script>}}`\n```\n"
        );
        // A blank or a quote would end these words, so they are tried without.
        let text = text
            .replace("name=a\\\"'", "name=a'")
            .replace("GET /\\\"'", "GET /'");
        let page = page(SHELL_TEXT, &text.replace("<!--HEAD-->\"", "\""))
            .expect("these are texts like others");
        assert!(
            !page.contains("<script") && !page.contains("<blink"),
            "{page}"
        );
        assert_eq!(page.matches("rel=\"stylesheet\"").count(), 2);
        assert!(page.contains("data-path=\"/&#39;&gt;&lt;blink&gt;\" data-query=\"&#39;&gt;&lt;blink&gt;\" data-label=\"b\""));
    }

    #[test]
    fn a_shell_without_its_places_is_refused() {
        let text = "---\ntitle: T\ndescription: D\ndate: 2016-12-23\n---\nLead.\n";
        let shell = SHELL_TEXT
            .replace("<!--HEAD-->", "")
            .replace("<!--ARTICLE-->", "<!--ARTICLE--><!--ARTICLE-->");
        let mistakes = page(&shell, text).expect_err("two places are wrong");
        let messages: Vec<_> = mistakes
            .iter()
            .map(|mistake| mistake.message.as_str())
            .collect();
        assert_eq!(
            messages,
            [
                "`<!--HEAD-->` stands here 0 times",
                "`<!--ARTICLE-->` stands here 2 times"
            ]
        );
    }
}
