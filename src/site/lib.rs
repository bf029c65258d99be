//! Build time: Markdown becomes a page that is complete without script. Labs in it are stills of their first visit,
//! pictures of runs come from the engine, and everything is checked before anything is written.
//!
//! Read [`build`] first; behind it stand `lesson` (a file is read), `markdown` (its article), `run_figure`, `stills`
//! (drawing), `page` (all of it together) and `assets` (names in Trunk's folder). Knows nothing of browsers.

mod assets;
mod diagnostic;
mod directives;
mod escape;
mod failure;
mod fences;
mod frame_page;
mod front_matter;
mod highlight;
mod inline_svg;
mod legend;
mod lesson;
mod lists;
mod markdown;
mod page;
mod run_figure;
mod split;
mod starter;
mod stills;

use std::fs;
use std::path::Path;

use assets::Staging;
pub use diagnostic::Diagnostic;
pub use failure::Failure;
use legend::Legend;
use lesson::Lesson;
use markdown::Surroundings;
use page::Linked;
use stills::Stills;

/// The lesson that is the first page.
const LESSON: &str = "content/what-is-serverless/lesson.md";

/// Pages without a lab, and what they are called in the site.
const PAGES: [(&str, &str); 2] = [
    ("content/how-true-is-it/lesson.md", "how-true-is-it.html"),
    ("content/what-is-missing/lesson.md", "what-is-missing.html"),
];

/// The page for frames, as it is written by hand.
const FRAME_SHELL: &str = "www/lab.html";

/// Finishes the site in Trunk's staging folder. Runs as Trunk's last hook, in the root of the repository.
pub fn build() -> Result<(), Failure> {
    let stills = Stills::new().map_err(|error| Failure::build(error.to_string()))?;
    let lesson = read_lesson(LESSON, &stills)?;
    let staging = Staging::from_environment()?;
    let bundles = staging.bundles()?;
    let linked = Linked {
        styles: [&bundles.page_css, &bundles.lab_css],
        fonts: &staging.fonts()?,
    };
    let shell = staging.read("index.html")?;
    let page = page::write(&shell, &lesson, &linked, &stills).map_err(Failure::Content)?;
    staging.write("index.html", &page)?;
    for (file, name) in PAGES {
        let lesson = read_lesson(file, &stills)?;
        let page = page::write(&shell, &lesson, &linked, &stills).map_err(Failure::Content)?;
        staging.write(name, &page)?;
    }
    let frame = read_text(FRAME_SHELL)?;
    let frame = frame_page::write(&frame, &lesson, &bundles).map_err(Failure::Content)?;
    staging.write("lab.html", &frame)?;
    staging.split(&bundles)?;
    staging.finish(bundles)
}

fn read_text(file: &str) -> Result<String, Failure> {
    fs::read_to_string(file).map_err(|error| Failure::build(format!("{file}: {error}")))
}

fn read_lesson(file: &str, stills: &Stills) -> Result<Lesson, Failure> {
    let folder = Path::new(file).parent().unwrap_or(Path::new(""));
    let text = lists::fill(&read_text(file)?)?;
    let read_file = |name: &str| fs::read_to_string(folder.join(name)).ok();
    let surroundings = Surroundings {
        read_file: &read_file,
        legend: &Legend::new(stills),
    };
    lesson::read(file, &text, surroundings).map_err(Failure::Content)
}
