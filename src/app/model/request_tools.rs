//! What helps to write a request: pasting one, and writing the event oneself.

use domain::http::{Body, Request, parse_pasted};
use domain::lambda::{EventFormat, pretty_json};
use domain::units::Purpose;

use super::{Command, Field, Model};

/// A request that is being pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pasting {
    /// The text so far.
    pub(crate) text: String,
    /// Why it cannot be used; empty before anybody tried.
    pub(crate) mistake: String,
}

/// An event in place of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EventText {
    /// The text as it stands there.
    pub(crate) text: String,
    /// Whether the reader has written in it.
    pub(super) is_own: bool,
    /// The request that it was made of.
    made_of: (Request, EventFormat),
}

impl Model {
    /// Opens the place for a pasted request.
    pub(super) fn open_paste(&mut self) -> Vec<Command> {
        self.form.pasting.get_or_insert_default();
        vec![Command::Focus(Field::Pasted)]
    }

    /// Closes it again, and leads back to where it was opened.
    pub(super) fn close_paste(&mut self) -> Vec<Command> {
        self.form.pasting = None;
        vec![Command::Focus(Field::OpenPaste)]
    }

    /// Takes the pasted text over into the fields and goes on to them.
    pub(super) fn use_pasted(&mut self) -> Vec<Command> {
        match self.take_pasted() {
            Ok(()) => vec![Command::Focus(Field::Headers)],
            Err(mistake) => mistake,
        }
    }

    /// Takes the pasted text over into the fields, if there is one; or says why it cannot be.
    pub(super) fn take_pasted(&mut self) -> Result<(), Vec<Command>> {
        let form = &mut self.form;
        let Some(pasting) = form.pasting.as_mut() else {
            return Ok(());
        };
        let request = match parse_pasted(&pasting.text) {
            Ok(request) => request,
            Err(mistake) => {
                pasting.mistake = format!(
                    "Line {}, column {}: {}. {}",
                    mistake.line,
                    mistake.column,
                    shortened(&mistake.message),
                    mistake.hint
                );
                form.is_open = true;
                let (line, column) = (mistake.line as usize, mistake.column as usize);
                return Err(vec![Command::FocusAt(Field::Pasted, line, column)]);
            }
        };
        form.method = request.method;
        form.path = request.path;
        form.query = request.query;
        let lines = request
            .headers
            .iter()
            .map(|header| format!("{}: {}", header.name, header.value));
        form.headers = lines.collect::<Vec<_>>().join("\n");
        form.body = match request.body {
            Some(Body::Text(text) | Body::Base64(text)) => text,
            None => String::new(),
        };
        form.pasting = None;
        form.event = None;
        Ok(())
    }

    /// Goes over from the fields of a request to the event that they would make, or back. What the reader has written
    /// is there again, as long as the request is still the same.
    pub(super) fn toggle_event(&mut self) -> Vec<Command> {
        if self.form.event.is_some() {
            self.form.lay_event_aside();
            return vec![Command::Focus(Field::Headers)];
        }
        let request = match self.form.read() {
            Err(complaints) => return self.refuse(&complaints),
            Ok((request, _)) => request,
        };
        let made_of = (request, self.form.format);
        let aside = self.form.laid_aside.take();
        self.form.event = aside
            .filter(|event| event.made_of == made_of)
            .or_else(|| Some(self.event_of(made_of)));
        vec![Command::FocusAt(Field::Event, 1, 1)]
    }

    /// The event that this request would make if it were sent now.
    fn event_of(&self, made_of: (Request, EventFormat)) -> EventText {
        let (request, format) = &made_of;
        let seed = self.plan_seed();
        let next = self.plan.arrivals() as u32;
        let request_id = seed.draws(Purpose::RequestIds, next).uuid();
        let at = self.plan.next_arrival(self.last_answer());
        let event = format.event(request, &request_id, self.plan.start.after(at));
        EventText {
            text: pretty_json(&event),
            is_own: false,
            made_of,
        }
    }

    /// Takes what is written into the event.
    pub(super) fn write_event(&mut self, text: String) {
        if let Some(event) = self.form.event.as_mut() {
            event.text = text;
            event.is_own = true;
        }
    }

    /// Chooses the gateway by the name on the page.
    pub(super) fn choose_format(&mut self, name: &str) {
        let is_http = name.starts_with("HTTP");
        self.form.format = if is_http {
            EventFormat::HttpApi
        } else {
            EventFormat::RestApi
        };
    }
}

/// A message without the middle of a line that it quotes: the line may have megabytes.
fn shortened(message: &str) -> String {
    const MOST: usize = 200;
    if message.chars().nth(MOST).is_none() {
        return message.to_owned();
    }
    let beginning: String = message.chars().take(MOST / 2).collect();
    let end: Vec<char> = message.chars().rev().take(MOST / 2).collect();
    format!(
        "{beginning} … {}",
        end.into_iter().rev().collect::<String>()
    )
}
