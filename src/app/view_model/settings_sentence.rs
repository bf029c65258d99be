//! What the cloud is like, as one line of words.

use super::words::lasting;
use crate::model::{RULE_BOOK, Settings};

/// What each setting is called, and its value, which is told apart from the words around it.
pub(crate) fn settings_sentence(settings: &Settings) -> Vec<(&'static str, String)> {
    vec![
        ("", format!("{} MB", settings.memory.megabytes())),
        ("timeout ", lasting(settings.timeout)),
        ("keep-alive ", lasting(settings.keep_alive)),
        ("rules ", RULE_BOOK.name.to_owned()),
    ]
}
