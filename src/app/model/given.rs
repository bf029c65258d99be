//! What the author of a page gives a lab in words: the attributes of the element. A word that means nothing leaves the
//! default in force and gets a sentence; a word that changes later counts as if it had been there from the beginning of
//! now, and what the reader has set otherwise stays.

use domain::billing::{TARIFFS, Tariff};
use domain::http::parse_pasted;
use domain::lambda::HandlerName;
use domain::units::MemorySize;

use super::{Model, SettingsForm};

/// The attributes as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// `handler`: the export that is called, as `index.myHandler` or `myHandler`.
    pub handler: Option<String>,
    /// `memory`: megabytes.
    pub memory: Option<String>,
    /// `tariff`: the id of a rule book.
    pub tariff: Option<String>,
    /// `request`: what the request line holds at first, such as `GET /kites?colour=red`.
    pub request: Option<String>,
    /// `readonly`: whether the code can only be read and run.
    pub is_readonly: bool,
}

/// What is to be said about an attribute; no sentence takes back an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// The attribute.
    pub(crate) attribute: &'static str,
    /// What is wrong with its words.
    pub(crate) complaint: Option<String>,
}

impl Model {
    /// Takes over what has changed since `before`.
    pub(crate) fn take_given(&mut self, before: &Given, now: &Given) -> Vec<Verdict> {
        let mut verdicts = Vec::new();
        let mut judge = |attribute, complaint| {
            verdicts.push(Verdict {
                attribute,
                complaint,
            });
        };
        // The rule book comes first: it decides which memory sizes are sold.
        let has_new_tariff = before.tariff != now.tariff;
        if has_new_tariff {
            judge("tariff", self.take_tariff(now.tariff.as_deref()).err());
        }
        if has_new_tariff && now.memory.is_some() || before.memory != now.memory {
            judge("memory", self.take_memory(now.memory.as_deref()).err());
        }
        if before.handler != now.handler {
            judge("handler", self.take_handler(now.handler.as_deref()).err());
        }
        if before.request != now.request {
            judge("request", self.take_request(now.request.as_deref()).err());
        }
        verdicts
    }

    fn take_tariff(&mut self, word: Option<&str>) -> Result<(), String> {
        let default = SettingsForm::default().tariff;
        self.settings.tariff = default;
        let Some(word) = word else { return Ok(()) };
        self.settings.tariff = Tariff::named(word.trim()).ok_or_else(|| {
            let ids: Vec<&str> = TARIFFS.iter().map(|tariff| tariff.id).collect();
            wrong(
                "tariff",
                word,
                &format!("a rule book is one of {}", ids.join(", ")),
                default.id,
            )
        })?;
        Ok(())
    }

    fn take_memory(&mut self, word: Option<&str>) -> Result<(), String> {
        let default = SettingsForm::default().memory;
        let tariff = self.settings.tariff;
        self.settings.memory.clone_from(&default);
        let Some(word) = word else { return Ok(()) };
        let megabytes: Option<u32> = word.trim().parse().ok();
        let is_sold = |megabytes: &u32| {
            tariff
                .rate(MemorySize::from_megabytes(*megabytes))
                .is_some()
        };
        let megabytes = megabytes.filter(is_sold).ok_or_else(|| {
            let offer = format!("{} sells {}", tariff.name, tariff.memory_on_offer());
            wrong("memory", word, &offer, &default)
        })?;
        self.settings.memory = megabytes.to_string();
        Ok(())
    }

    fn take_handler(&mut self, word: Option<&str>) -> Result<(), String> {
        let default = SettingsForm::default().handler;
        self.settings.handler.clone_from(&default);
        let Some(word) = word else { return Ok(()) };
        let name = word.trim();
        let name = if name.contains('.') {
            name.to_owned()
        } else {
            format!("index.{name}")
        };
        let is_name = |part: &String| !part.is_empty() && !part.contains(char::is_whitespace);
        let is_here = HandlerName::parse(&name)
            .is_ok_and(|parsed| parsed.module == "index" && parsed.export.iter().all(is_name));
        if !is_here {
            let rule = "a handler is an export of index.js, such as index.myHandler";
            return Err(wrong("handler", word, rule, &default));
        }
        self.settings.handler = name;
        Ok(())
    }

    fn take_request(&mut self, word: Option<&str>) -> Result<(), String> {
        let Some(word) = word else { return Ok(()) };
        let request = parse_pasted(word).map_err(|_| {
            let rule = "a request is written like GET /kites?colour=red";
            wrong("request", word, rule, "GET /")
        })?;
        self.form
            .begin_with(request.method, request.path, request.query);
        Ok(())
    }
}

/// The sentence about words that mean nothing.
fn wrong(attribute: &str, word: &str, rule: &str, default: &str) -> String {
    /// More of it would fill the line with what is wrong.
    const LONGEST: usize = 40;
    let mut shown: String = word.chars().take(LONGEST).collect();
    if shown.len() < word.len() {
        shown.push('…');
    }
    format!("{attribute}=\"{shown}\" means nothing: {rule}. {default} is used.")
}

#[cfg(test)]
mod tests {
    use super::super::Starter;
    use super::*;

    fn lab() -> Model {
        Model::new(Starter {
            code: String::new(),
            method: "GET".to_owned(),
            path: "/".to_owned(),
            query: String::new(),
        })
    }

    fn given(attribute: &str, word: &str) -> Given {
        let mut given = Given::default();
        let place = match attribute {
            "handler" => &mut given.handler,
            "memory" => &mut given.memory,
            "tariff" => &mut given.tariff,
            _ => &mut given.request,
        };
        *place = Some(word.to_owned());
        given
    }

    /// What an attribute has come to.
    fn read(model: &Model, attribute: &str) -> String {
        let (form, request) = (model.settings(), model.form());
        match attribute {
            "handler" => form.handler.clone(),
            "memory" => form.memory.clone(),
            "tariff" => form.tariff.id.to_owned(),
            _ => format!("{} {}?{}", request.method, request.path, request.query),
        }
    }

    #[test]
    fn words_are_taken_and_all_others_leave_the_default() {
        for (attribute, word, expected) in [
            ("handler", "index.handler", Ok("index.handler")),
            ("handler", " api.index ", Err("index.myHandler")),
            ("handler", "onRequest", Ok("index.onRequest")),
            ("handler", "index.api.get", Ok("index.api.get")),
            ("handler", "", Err("index.myHandler")),
            ("handler", "index.", Err("index.myHandler")),
            ("handler", "index.a b", Err("index.myHandler")),
            ("handler", "../index.x", Err("index.myHandler")),
            ("handler", "app.lambdaHandler", Err("index.myHandler")),
            (
                "handler",
                "<img src=x onerror=alert(1)>",
                Err("index.myHandler"),
            ),
            ("memory", "256", Ok("256")),
            ("memory", " 1536 ", Ok("1536")),
            ("memory", "0256", Ok("256")),
            ("memory", "", Err("128")),
            ("memory", "257", Err("128")),
            ("memory", "-128", Err("128")),
            ("memory", "1e3", Err("128")),
            ("memory", "256 MB", Err("128")),
            ("memory", "99999999999999999999", Err("128")),
            ("memory", "{\"mb\":256}", Err("128")),
            ("tariff", "aws-2025-08", Ok("aws-2025-08")),
            ("tariff", "AWS-2025-08", Err("aws-2016-12")),
            ("tariff", "azure", Err("aws-2016-12")),
            ("tariff", "", Err("aws-2016-12")),
            (
                "request",
                "POST /kites?colour=red",
                Ok("POST /kites?colour=red"),
            ),
            (
                "request",
                "curl https://example.com/kites",
                Ok("GET /kites?"),
            ),
            ("request", "", Err("GET /?")),
            ("request", "kites", Err("GET /?")),
        ] {
            let mut model = lab();
            let verdicts = model.take_given(&Given::default(), &given(attribute, word));
            assert_eq!(verdicts.len(), 1, "{attribute}={word}");
            assert_eq!(verdicts[0].attribute, attribute);
            let complaint = &verdicts[0].complaint;
            let found = read(&model, attribute);
            match expected {
                Ok(expected) => assert_eq!((found.as_str(), complaint), (expected, &None)),
                Err(default) => {
                    assert_eq!(found, default, "{attribute}={word}");
                    let sentence = complaint.as_deref().unwrap_or_default();
                    let shown: String = word.chars().take(40).collect();
                    assert!(
                        sentence.starts_with(&format!("{attribute}=\"{shown}")),
                        "{sentence}"
                    );
                    assert!(sentence.ends_with(" is used."), "{sentence}");
                }
            }
        }
    }

    #[test]
    fn later_words_count_and_those_that_go_bring_the_default_back() {
        let mut model = lab();
        let (small, large) = (given("memory", "256"), given("memory", "1024"));
        model.take_given(&Given::default(), &small);
        assert_eq!(model.take_given(&small, &small), []);
        model.settings.memory = "512".to_owned();
        let mut other = small.clone();
        other.handler = Some("handler".to_owned());
        model.take_given(&small, &other);
        assert_eq!(
            read(&model, "memory"),
            "512",
            "the reader's own number stays"
        );
        model.take_given(&small, &large);
        assert_eq!(read(&model, "memory"), "1024");
        let verdicts = model.take_given(&large, &Given::default());
        assert_eq!(read(&model, "memory"), "128");
        assert_eq!(verdicts[0].complaint, None);
    }

    #[test]
    fn what_is_sold_depends_on_the_rule_book() {
        let mut model = lab();
        let old = given("memory", "10240");
        let complaint = &model.take_given(&Given::default(), &old)[0].complaint;
        assert!(
            complaint
                .as_deref()
                .is_some_and(|text| text.contains("128 to 1536 MB"))
        );
        let mut new = old.clone();
        new.tariff = Some("aws-2025-08".to_owned());
        let verdicts = model.take_given(&old, &new);
        assert!(verdicts.iter().all(|verdict| verdict.complaint.is_none()));
        assert_eq!(read(&model, "memory"), "10240");
    }
}
