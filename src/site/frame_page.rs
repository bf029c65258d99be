//! `lab.html`, the page for frames: the first lab of the lesson without its article. Without script its code can be read.

use crate::assets::Bundles;
use crate::diagnostic::{Diagnostic, Source};
use crate::escape::escape;
use crate::lesson::{Lesson, Part};
use crate::page::{ICON, fill};

/// Where the page's own file is.
const SHELL: &str = "www/lab.html";

/// Puts the lesson's first lab into the shell, and names the files that the page links to.
pub(crate) fn write(
    shell: &str,
    lesson: &Lesson,
    bundles: &Bundles,
) -> Result<String, Vec<Diagnostic>> {
    let starter = lesson.parts.iter().find_map(|part| match part {
        Part::Lab(starter) => Some(starter),
        Part::Prose(_) | Part::RunFigure(_) => None,
    });
    let Some(starter) = starter else {
        let mistake = Source::new(SHELL, shell).mistake_in_line(
            1,
            "there is no lab for this page".to_owned(),
            "It shows the first `js handler` of the lesson.",
        );
        return Err(vec![mistake]);
    };
    let request = &starter.request;
    let query = if request.query.is_empty() {
        String::new()
    } else {
        format!("?{}", request.query)
    };
    let request = format!("{} {}{query}", request.method, request.path);
    let lab = format!(
        "<coldstart-lab name=\"{}\" request=\"{}\"><pre><code>{}</code></pre></coldstart-lab>",
        escape(starter.name.as_deref().unwrap_or_default()),
        escape(&request),
        escape(&starter.code),
    );
    let head = format!(
        "<link rel=\"icon\" href=\"{ICON}\">\n<link rel=\"stylesheet\" href=\"{}\">\n<script src=\"{}\" defer></script>",
        escape(&bundles.frame_css),
        escape(&bundles.frame),
    );
    let places = [
        (
            "<!--TITLE-->",
            escape(&format!("{} · Coldstart", lesson.title)),
        ),
        ("<!--HEAD-->", head),
        ("<!--LAB-->", lab),
    ];
    fill(SHELL, shell, &places)
}
