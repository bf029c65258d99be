//! A lesson: front matter and article of one Markdown file, read and checked as a whole. All mistakes are found at once,
//! because an author who is told of one at a time has to build as often as there are mistakes.

use crate::diagnostic::{Diagnostic, Source};
use crate::front_matter::{self, Day, FrontMatter};
use crate::markdown::{self, Piece, Surroundings};
use crate::run_figure::{self, RunFigure};
use crate::starter::Starter;

/// A lesson without mistakes.
#[derive(Clone, Debug)]
pub(crate) struct Lesson {
    /// `title:`
    pub(crate) title: String,
    /// `description:`
    pub(crate) description: String,
    /// The day of `date:`
    pub(crate) day: Day,
    /// How long the text takes to read.
    pub(crate) minutes: usize,
    /// The article, in order.
    pub(crate) parts: Vec<Part>,
}

/// A part of an article that is ready for the page.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    /// Text, as HTML.
    Prose(String),
    /// A lab.
    Lab(Starter),
    /// A picture of a run.
    RunFigure(RunFigure),
}

/// How many words a minute are read with care; a usual figure is 200 to 250.
const WORDS_PER_MINUTE: usize = 220;

/// Reads a lesson. `file` is its path from the root of the repository.
pub(crate) fn read(
    file: &str,
    text: &str,
    surroundings: Surroundings<'_>,
) -> Result<Lesson, Vec<Diagnostic>> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let source = Source::new(file, &text);
    let mut found = Vec::new();
    let (front_matter, body) = front_matter::split(source, &mut found);
    let (title, description, day) = head(&front_matter, source, &mut found);
    let article = markdown::read(body, surroundings, &mut found);
    let minutes = article.words.div_ceil(WORDS_PER_MINUTE).max(1);
    let parts = parts(article.pieces, source, surroundings, &mut found);
    // Mistakes in other files, such as a diagram, stay together and come behind those of the lesson.
    found.sort_by_key(|mistake| (mistake.file != file, mistake.file.clone(), mistake.line));
    if found.is_empty() {
        Ok(Lesson {
            title,
            description,
            day,
            minutes,
            parts,
        })
    } else {
        Err(found)
    }
}

fn head(
    front_matter: &FrontMatter,
    source: Source<'_>,
    found: &mut Vec<Diagnostic>,
) -> (String, String, Day) {
    // Without any front matter that alone is the mistake.
    if front_matter.entries.is_empty() && !found.is_empty() {
        return (
            String::new(),
            String::new(),
            Day {
                iso: String::new(),
                spoken: String::new(),
            },
        );
    }
    let title = front_matter.require("title", source, found);
    let description = front_matter.require("description", source, found);
    (title, description, front_matter.require_day(source, found))
}

fn parts(
    pieces: Vec<Piece>,
    source: Source<'_>,
    surroundings: Surroundings<'_>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut labs: Vec<(Starter, usize)> = Vec::new();
    let mut last_handler: Option<Starter> = None;
    for piece in pieces {
        match piece {
            Piece::Prose(html) => parts.push(Part::Prose(html)),
            Piece::Lab { starter, line } => {
                last_handler = Some(starter.clone());
                parts.push(Part::Lab(starter.clone()));
                labs.push((starter, line));
            }
            Piece::Example(starter) => last_handler = Some(starter),
            Piece::RunFigure {
                body,
                first_line,
                shows,
            } => match &last_handler {
                Some(starter) => {
                    let fence = Source {
                        text: &body,
                        first_line,
                        ..source
                    };
                    parts.extend(
                        run_figure::make(fence, shows, starter, surroundings, found)
                            .map(Part::RunFigure),
                    );
                }
                None => found.push(source.mistake_in_line(
                    first_line - 1,
                    "there is no handler above this figure",
                    "A run needs code: put the `js handler` that it runs somewhere above.",
                )),
            },
        }
    }
    check_names(&labs, source, found);
    parts
}

/// Several labs on a page are told apart by their names; a lab alone needs none.
fn check_names(labs: &[(Starter, usize)], source: Source<'_>, found: &mut Vec<Diagnostic>) {
    if labs.len() < 2 {
        return;
    }
    for (index, (starter, line)) in labs.iter().enumerate() {
        let is_taken = labs[..index]
            .iter()
            .any(|(earlier, _)| earlier.name == starter.name);
        if starter.name.is_none() || is_taken {
            found.push(source.mistake_in_line(
                *line,
                "this lab cannot be told from the others of this lesson",
                "Give each of them a name of its own: `js handler name=kites`.",
            ));
        }
    }
}

#[cfg(test)]
mod syntax_tests;
#[cfg(test)]
mod tests;
