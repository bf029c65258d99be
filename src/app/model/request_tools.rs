//! What helps to write a request: pasting one, and writing the event oneself.

use domain::http::{Body, parse_pasted};
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

impl Model {
    /// Opens the place for a pasted request.
    pub(super) fn open_paste(&mut self) -> Vec<Command> {
        self.form.pasting = Some(Pasting::default());
        vec![Command::Focus(Field::Pasted)]
    }

    /// Takes the pasted text over into the fields, or says why it cannot be.
    pub(super) fn use_pasted(&mut self) -> Vec<Command> {
        let Some(pasting) = self.form.pasting.as_mut() else {
            return Vec::new();
        };
        match parse_pasted(&pasting.text) {
            Err(mistake) => {
                pasting.mistake = mistake.to_string();
                vec![Command::Focus(Field::Pasted)]
            }
            Ok(request) => {
                let form = &mut self.form;
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
                vec![Command::Focus(Field::Headers)]
            }
        }
    }

    /// Goes over from the fields of a request to the event that they would make, or back.
    pub(super) fn toggle_event(&mut self) -> Vec<Command> {
        if self.form.event.take().is_some() {
            return Vec::new();
        }
        match self.form.read() {
            Err(_) => {
                self.refused = true;
                Vec::new()
            }
            Ok((request, _)) => {
                let next = self.plan.arrivals() as u32;
                let request_id = self.plan.seed.draws(Purpose::RequestIds, next).uuid();
                let at = self.plan.next_arrival(self.last_answer());
                let event =
                    self.form
                        .format
                        .event(&request, &request_id, self.plan.start.after(at));
                self.form.event = Some(pretty_json(&event));
                vec![Command::Focus(Field::Event)]
            }
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
