//! Drafts in the browser's storage, under `coldstart/1/<page without query>/<name of the lab>`. Storage may be
//! blocked, full, or throw when it is only looked at; then nothing is kept and the lab works all the same.

use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Storage, StorageEvent, window};

use crate::model::Draft;

/// The most that one draft may take, in letters. History goes first.
const MOST_LETTERS: usize = 200_000;

/// The place of one lab's draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DraftPlace {
    key: String,
}

impl DraftPlace {
    /// The place of the lab of this name on this page.
    pub(crate) fn of(name: &str) -> DraftPlace {
        let location = window().map(|window| window.location());
        let part = |part: Result<String, JsValue>| part.unwrap_or_default();
        let page = location.map_or_else(String::new, |location| {
            format!("{}{}", part(location.origin()), part(location.pathname()))
        });
        DraftPlace {
            key: format!("coldstart/1/{page}/{name}"),
        }
    }

    /// The draft that is kept; `None` if there is none, or if it cannot be read.
    pub(crate) fn read(&self) -> Option<Draft> {
        let text = storage()?.get_item(&self.key).ok()??;
        draft_from_text(&text)
    }

    /// Keeps a draft. `false` if the browser does not.
    pub(crate) fn write(&self, draft: &Draft) -> bool {
        let (Some(text), Some(storage)) = (draft_as_text(draft), storage()) else {
            return false;
        };
        storage.set_item(&self.key, &text).is_ok()
    }

    /// Calls `report` with the text whenever another tab writes a draft of this lab.
    pub(crate) fn watch(&self, report: impl Fn(String) + 'static) -> Option<DraftWatch> {
        let key = self.key.clone();
        let listener = Closure::<dyn FnMut(StorageEvent)>::new(move |event: StorageEvent| {
            if event.key().as_deref() == Some(key.as_str())
                && let Some(draft) = event.new_value().as_deref().and_then(draft_from_text)
            {
                report(draft.text);
            }
        });
        window()?
            .add_event_listener_with_callback("storage", listener.as_ref().unchecked_ref())
            .ok()?;
        Some(DraftWatch { listener })
    }
}

/// Hears of other tabs as long as it lives.
pub(crate) struct DraftWatch {
    listener: Closure<dyn FnMut(StorageEvent)>,
}

impl Drop for DraftWatch {
    fn drop(&mut self) {
        if let Some(window) = window() {
            let listener = self.listener.as_ref().unchecked_ref();
            let _ = window.remove_event_listener_with_callback("storage", listener);
        }
    }
}

/// A draft as one text, which [`draft_from_text`] reads.
pub(crate) fn draft_as_text(draft: &Draft) -> Option<String> {
    let fits = draft.text.len() + draft.history.len() <= MOST_LETTERS;
    let history = if fits { draft.history.as_str() } else { "" };
    let kept = [
        ("starter", draft.starter.as_str()),
        ("text", &draft.text),
        ("history", history),
    ];
    let object = js_sys::Object::new();
    for (name, value) in kept {
        Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value)).ok()?;
    }
    js_sys::JSON::stringify(&object).map(String::from).ok()
}

/// Reads what may have been written by another version, or by hand.
pub(crate) fn draft_from_text(text: &str) -> Option<Draft> {
    let kept = js_sys::JSON::parse(text).ok()?;
    let member = |name: &str| {
        Reflect::get(&kept, &JsValue::from_str(name))
            .ok()?
            .as_string()
    };
    Some(Draft {
        starter: member("starter")?,
        text: member("text")?,
        history: member("history")?,
    })
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}
