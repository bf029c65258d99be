//! What the reader wrote, kept from one visit to the next. Nothing is ever lost silently: a changed starter keeps the
//! reader's text, another tab's text is shown and never mixed in, and a browser that keeps nothing is said once.

use super::{Command, Model};

/// What is kept of the code of one lab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    /// Tells the starter that the reader began with; see [`fingerprint`].
    pub(crate) starter: String,
    /// The text.
    pub(crate) text: String,
    /// The editor's own history, in its own form; empty if it grew too long.
    pub(crate) history: String,
}

/// What the reader has to be told about the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DraftNotice {
    /// The lesson has another starter now than when the reader began.
    StarterChanged,
    /// The same lab in another tab holds this text now.
    ChangedElsewhere(String),
    /// The browser keeps nothing: storage is blocked, or full.
    NotKept,
}

/// Tells texts apart, in 16 hexadecimal digits (FNV-1a): enough to notice that a starter has changed.
pub(crate) fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

impl Model {
    /// A lab whose reader has been here before.
    pub(crate) fn with_draft(mut self, draft: Option<&Draft>) -> Model {
        if let Some(draft) = draft {
            self.code.clone_from(&draft.text);
            let is_old = draft.starter != fingerprint(&self.starter_code);
            self.draft_notice =
                (is_old && draft.text != self.starter_code).then_some(DraftNotice::StarterChanged);
        }
        self
    }

    /// What the reader has to be told about the draft, if anything.
    pub(crate) fn draft_notice(&self) -> Option<&DraftNotice> {
        self.draft_notice.as_ref()
    }

    /// Which starter the text in the editor began with.
    pub(crate) fn starter_fingerprint(&self) -> String {
        fingerprint(&self.starter_code)
    }

    /// Another tab has written a draft of this lab.
    pub(super) fn hear_of_other_draft(&mut self, text: String) {
        if text != self.code {
            self.draft_notice = Some(DraftNotice::ChangedElsewhere(text));
        }
    }

    /// The browser keeps nothing. It is said once.
    pub(super) fn hear_of_full_storage(&mut self) {
        if !self.was_told_not_kept {
            self.was_told_not_kept = true;
            self.draft_notice = Some(DraftNotice::NotKept);
        }
    }

    /// Takes the text of the other tab, as one step that can be undone.
    pub(super) fn take_other_draft(&mut self) -> Vec<Command> {
        let Some(DraftNotice::ChangedElsewhere(text)) = self.draft_notice.take() else {
            return Vec::new();
        };
        self.code.clone_from(&text);
        let mut commands = vec![Command::SetEditorText(text), Command::KeepDraft];
        commands.extend(self.clear_marks());
        commands
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Msg, Starter};
    use super::*;

    fn lab(draft: Option<(&str, &str)>) -> Model {
        let starter = Starter {
            code: "starter".to_owned(),
            method: "GET".to_owned(),
            path: "/".to_owned(),
            query: String::new(),
        };
        let draft = draft.map(|(starter, text)| Draft {
            starter: fingerprint(starter),
            text: text.to_owned(),
            history: String::new(),
        });
        Model::new(starter).with_draft(draft.as_ref())
    }

    #[test]
    fn a_draft_comes_back_and_a_changed_starter_is_said() {
        assert_eq!(
            (lab(None).code(), lab(None).draft_notice()),
            ("starter", None)
        );
        let kept = lab(Some(("starter", "mine")));
        assert_eq!((kept.code(), kept.draft_notice()), ("mine", None));
        let old = lab(Some(("older", "mine")));
        assert_eq!(
            (old.code(), old.draft_notice()),
            ("mine", Some(&DraftNotice::StarterChanged))
        );
        let same = lab(Some(("older", "starter")));
        assert_eq!(same.draft_notice(), None);
    }

    #[test]
    fn another_tab_is_shown_and_taken_only_when_the_reader_says_so() {
        let mut model = lab(None);
        assert_eq!(
            model.update(Msg::DraftChangedElsewhere("starter".to_owned())),
            []
        );
        assert_eq!(model.draft_notice(), None);
        model.update(Msg::DraftChangedElsewhere("theirs".to_owned()));
        assert_eq!(model.code(), "starter");
        let commands = model.update(Msg::ClickedTakeOtherDraft);
        assert_eq!(commands[0], Command::SetEditorText("theirs".to_owned()));
        assert_eq!((model.code(), model.draft_notice()), ("theirs", None));
    }

    #[test]
    fn a_browser_that_keeps_nothing_is_said_once() {
        let mut model = lab(None);
        model.update(Msg::DraftWasNotKept);
        assert_eq!(model.draft_notice(), Some(&DraftNotice::NotKept));
        model.update(Msg::ClickedDismissNotice);
        model.update(Msg::DraftWasNotKept);
        assert_eq!(model.draft_notice(), None);
    }
}
