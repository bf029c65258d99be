//! The door to the code editor, `www/editor.js`. The editor owns the text; the page hears of edits and writes back on
//! reset only.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::Host;
use super::to_script::to_script;
use crate::model::EditorError;

#[wasm_bindgen]
extern "C" {
    type EditorModule;

    #[wasm_bindgen(method, catch)]
    fn create(
        this: &EditorModule,
        parent: &Element,
        options: &Object,
    ) -> Result<EditorHandle, JsValue>;

    type EditorHandle;

    #[wasm_bindgen(method, js_name = setText)]
    fn set_text(this: &EditorHandle, text: &str);

    #[wasm_bindgen(method, js_name = setReadOnly)]
    fn set_read_only(this: &EditorHandle, is_read_only: bool);

    #[wasm_bindgen(method, js_name = showErrors)]
    fn show_errors(this: &EditorHandle, errors: &JsValue);

    #[wasm_bindgen(method, js_name = clearErrors)]
    fn clear_errors(this: &EditorHandle);

    #[wasm_bindgen(method)]
    fn snapshot(this: &EditorHandle) -> String;

    #[wasm_bindgen(method)]
    fn undo(this: &EditorHandle);

    #[wasm_bindgen(method)]
    fn destroy(this: &EditorHandle);
}

/// A live editor.
pub(crate) struct Editor {
    handle: EditorHandle,
    _on_edit: Closure<dyn FnMut(String)>,
    _on_run: Closure<dyn FnMut()>,
}

/// What an editor is made with.
pub(crate) struct EditorOptions<'a> {
    /// The text at the beginning.
    pub(crate) text: &'a str,
    /// A snapshot of an earlier visit, for its history; empty if there is none.
    pub(crate) history: &'a str,
    /// The accessible name.
    pub(crate) label: &'a str,
    /// Whether the text can only be read.
    pub(crate) is_read_only: bool,
}

impl Editor {
    /// Loads the editor and puts one into `parent`, which has to be empty and stays the editor's own.
    pub(crate) async fn load(
        host: Host,
        parent: Element,
        options: EditorOptions<'_>,
        on_edit: impl FnMut(String) + 'static,
        on_run: impl FnMut() + 'static,
    ) -> Result<Editor, JsValue> {
        let module: EditorModule = JsFuture::from(host.load_editor()).await?.unchecked_into();
        let on_edit = Closure::<dyn FnMut(String)>::new(on_edit);
        let on_run = Closure::<dyn FnMut()>::new(on_run);
        let object = Object::new();
        for (key, value) in [
            ("text", &JsValue::from_str(options.text)),
            ("saved", &JsValue::from_str(options.history)),
            ("label", &JsValue::from_str(options.label)),
            ("readOnly", &JsValue::from_bool(options.is_read_only)),
            ("onEdit", on_edit.as_ref()),
            ("onRun", on_run.as_ref()),
        ] {
            Reflect::set(&object, &JsValue::from_str(key), value)?;
        }
        let handle = module.create(&parent, &object)?;
        Ok(Editor {
            handle,
            _on_edit: on_edit,
            _on_run: on_run,
        })
    }

    /// Replaces the whole text as one step that can be undone.
    pub(crate) fn set_text(&self, text: &str) {
        self.handle.set_text(text);
    }

    /// Lets the text be changed, or only be read.
    pub(crate) fn set_read_only(&self, is_read_only: bool) {
        self.handle.set_read_only(is_read_only);
    }

    /// Marks these places, and no others.
    pub(crate) fn show_errors(&self, errors: &[EditorError]) {
        if let Ok(errors) = to_script(&errors) {
            self.handle.show_errors(&errors);
        }
    }

    /// Marks nothing.
    pub(crate) fn clear_errors(&self) {
        self.handle.clear_errors();
    }

    /// The text with its history, in the editor's own form.
    pub(crate) fn snapshot(&self) -> String {
        self.handle.snapshot()
    }

    /// Undoes one step.
    pub(crate) fn undo(&self) {
        self.handle.undo();
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        self.handle.destroy();
    }
}
