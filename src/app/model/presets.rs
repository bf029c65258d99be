//! Requests to choose from: one sees what a form post or a missing query string looks like without knowing headers by
//! heart. What the reader wrote is laid aside and can be chosen again.

use super::RequestForm;

/// The texts of a request's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RequestTexts {
    method: String,
    path: String,
    query: String,
    headers: String,
    body: String,
}

/// What the lesson begins with.
const LESSON: &str = "this lesson’s";

/// What the reader wrote.
const OWN: &str = "my own";

/// Name, method, path, query string, headers, body.
const PRESETS: [(&str, &str, &str, &str, &str, &str); 6] = [
    (
        "no query string",
        "GET",
        "/kites",
        "",
        "Accept: application/json",
        "",
    ),
    (
        "a value given twice",
        "GET",
        "/kites",
        "colour=red&colour=sky%20blue",
        "Accept: application/json\nAccept-Language: en\nAccept-Language: fr",
        "",
    ),
    (
        "JSON body",
        "POST",
        "/kites",
        "",
        "Content-Type: application/json",
        "{\"colour\":\"red\",\"tails\":3}",
    ),
    (
        "posted form",
        "POST",
        "/kites",
        "",
        "Content-Type: application/x-www-form-urlencoded",
        "colour=sky+blue&tails=3",
    ),
    (
        "cookies",
        "GET",
        "/kites/7",
        "",
        "Accept: text/html\nCookie: theme=dark; visits=12",
        "",
    ),
    (
        "delete",
        "DELETE",
        "/kites/7",
        "",
        "Accept: application/json",
        "",
    ),
];

impl RequestTexts {
    /// The texts that stand in the fields.
    pub(super) fn of(form: &RequestForm) -> RequestTexts {
        RequestTexts {
            method: form.method.clone(),
            path: form.path.clone(),
            query: form.query.clone(),
            headers: form.headers.clone(),
            body: form.body.clone(),
        }
    }
}

impl RequestForm {
    /// The names to choose from, and which of them the fields are right now. Nothing is chosen over a text that is
    /// being pasted.
    pub(crate) fn presets(&self) -> Vec<(&'static str, bool)> {
        if self.pasting.is_some() {
            return Vec::new();
        }
        let texts = RequestTexts::of(self);
        let mut presets: Vec<(&'static str, bool)> = self
            .known_presets()
            .map(|(name, known)| (name, known == texts))
            .collect();
        let is_own = !presets.iter().any(|&(_, is_chosen)| is_chosen);
        if is_own || self.own.is_some() {
            presets.push((OWN, is_own));
        }
        presets
    }

    /// Puts the first request of a page into the fields that have one; it is the lesson's from now on.
    pub(super) fn begin_with(&mut self, method: String, path: String, query: String) {
        self.starter.method.clone_from(&method);
        self.starter.path.clone_from(&path);
        self.starter.query.clone_from(&query);
        (self.method, self.path, self.query) = (method, path, query);
    }

    /// Puts the texts of a preset into the fields. An event that stood in their place is laid aside.
    pub(super) fn choose_preset(&mut self, name: &str) {
        let texts = RequestTexts::of(self);
        let chosen = if name == OWN {
            self.own.clone()
        } else {
            let mut known = self.known_presets();
            known
                .find(|&(known, _)| known == name)
                .map(|(_, texts)| texts)
        };
        let Some(chosen) = chosen else { return };
        if self.known_presets().all(|(_, known)| known != texts) {
            self.own = Some(texts);
        }
        RequestTexts {
            method: self.method,
            path: self.path,
            query: self.query,
            headers: self.headers,
            body: self.body,
        } = chosen;
        self.lay_event_aside();
    }

    fn known_presets(&self) -> impl Iterator<Item = (&'static str, RequestTexts)> + use<'_> {
        let lesson = std::iter::once((LESSON, self.starter.clone()));
        lesson.chain(
            PRESETS
                .into_iter()
                .map(|(name, method, path, query, headers, body)| {
                    let texts = RequestTexts {
                        method: method.to_owned(),
                        path: path.to_owned(),
                        query: query.to_owned(),
                        headers: headers.to_owned(),
                        body: body.to_owned(),
                    };
                    (name, texts)
                }),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(form: &RequestForm) -> &'static str {
        let presets = form.presets();
        let mut chosen = presets.iter().filter(|(_, is_chosen)| *is_chosen);
        let (name, _) = chosen.next().expect("one is chosen");
        assert_eq!(chosen.next(), None);
        name
    }

    #[test]
    fn every_preset_is_a_request_that_can_be_sent() {
        let mut form = RequestForm::new("GET".into(), "/kites".into(), "colour=red".into());
        assert_eq!(chosen(&form), LESSON);
        for (name, _) in form.presets() {
            form.choose_preset(name);
            assert_eq!(chosen(&form), name);
            assert!(form.read_trigger().is_ok(), "{name}");
        }
    }

    #[test]
    fn what_a_page_gives_is_the_lessons() {
        let mut form = RequestForm::new("GET".into(), "/".into(), String::new());
        form.begin_with("PUT".into(), "/kites/7".into(), "tails=3".into());
        assert_eq!(chosen(&form), LESSON);
        form.choose_preset("cookies");
        form.choose_preset(LESSON);
        assert_eq!(
            (form.method.as_str(), form.path.as_str()),
            ("PUT", "/kites/7")
        );
    }

    #[test]
    fn what_the_reader_wrote_can_be_chosen_again() {
        let mut form = RequestForm::new("GET".into(), "/kites".into(), "colour=red".into());
        form.body = "mine".to_owned();
        assert_eq!(chosen(&form), OWN);
        form.choose_preset("delete");
        form.choose_preset("cookies");
        assert_eq!(form.body, "");
        form.choose_preset(OWN);
        assert_eq!((chosen(&form), form.body.as_str()), (OWN, "mine"));
        form.choose_preset("there is none of this name");
        assert_eq!(form.body, "mine");
    }
}
