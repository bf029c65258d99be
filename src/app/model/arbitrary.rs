//! Whatever is typed, pasted or chosen, in whatever order: nothing breaks, and every text stays as it was typed.

use domain::units::SimDuration;
use proptest::prelude::*;

use super::{BillPicture, Model, Msg, Setting, Starter};

/// Texts of all kinds, with many that nearly make sense.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "curl ",
        "-H '",
        "GET ",
        "/kites",
        "?",
        "&",
        "=",
        "%",
        "%zz",
        "HTTP/1.1",
        "\r\n",
        "\n",
        ":",
        " ",
        "{",
        "}",
        "\"",
        "null",
        "1e999",
        "0",
        "-1",
        ".5",
        "128",
        "99999999999999999999",
        "A=b",
        "'",
        "\\",
        "$",
        "é",
        "\u{0}",
        "🪁",
        "---",
        "https://kites.example",
        "--data-raw ",
        "Content-Type: application/json",
    ]);
    prop_oneof![
        ".{0,40}",
        prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat()),
    ]
}

fn msg() -> impl Strategy<Value = Msg> {
    let setting =
        |make: fn(String) -> Setting| text().prop_map(move |text| Msg::ChangedSetting(make(text)));
    prop_oneof![
        text().prop_map(Msg::EditedCode),
        text().prop_map(Msg::ChangedMethod),
        text().prop_map(Msg::ChangedPath),
        text().prop_map(Msg::ChangedQuery),
        text().prop_map(Msg::ChangedHeaders),
        text().prop_map(Msg::ChangedBody),
        text().prop_map(Msg::ChangedEvent),
        text().prop_map(Msg::ChangedPasted),
        text().prop_map(Msg::ChangedCount),
        text().prop_map(Msg::ChosePreset),
        text().prop_map(Msg::ChoseFormat),
        text().prop_map(Msg::DraftChangedElsewhere),
        setting(Setting::Memory),
        setting(Setting::Timeout),
        setting(Setting::KeepAlive),
        setting(Setting::InitTime),
        setting(Setting::Seed),
        setting(Setting::Variables),
        setting(Setting::RuleBook),
        setting(Setting::Runtime),
        Just(Msg::LeftSetting),
        Just(Msg::ClickedSend),
        Just(Msg::ClickedEditEvent),
        Just(Msg::ClickedPaste),
        Just(Msg::ClickedUsePasted),
        Just(Msg::CancelledPaste),
        Just(Msg::ClickedWait(SimDuration::from_secs(1))),
        Just(Msg::ClickedStop),
        Just(Msg::ClickedResetPool),
        Just(Msg::ToggledBillPicture(BillPicture::MemorySizes)),
        Just(Msg::Study(Box::new(Msg::WorkerBecameReady))),
        Just(Msg::WorkerBecameReady),
        (0usize..5).prop_map(Msg::ChoseInvocation),
    ]
}

/// The text that the reader just typed, and what stands in its field now.
fn typed_and_kept<'a>(msg: &'a Msg, model: &'a Model) -> Option<(&'a str, &'a str)> {
    let form = model.form();
    Some(match msg {
        Msg::EditedCode(text) => (text, model.code()),
        Msg::ChangedQuery(text) => (text, &form.query),
        Msg::ChangedHeaders(text) => (text, &form.headers),
        Msg::ChangedBody(text) => (text, &form.body),
        Msg::ChangedCount(text) => (text, &form.count),
        Msg::ChangedPath(text) if !text.contains('?') => (text, &form.path),
        Msg::ChangedEvent(text) => (text, &form.event.as_ref()?.text),
        Msg::ChangedPasted(text) => (text, &form.pasting.as_ref()?.text),
        Msg::ChangedSetting(Setting::Memory(text)) => (text, &model.settings().memory),
        Msg::ChangedSetting(Setting::Timeout(text)) => (text, &model.settings().timeout),
        Msg::ChangedSetting(Setting::Variables(text)) => (text, &model.settings().variables),
        _ => return None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_breaks_and_every_text_stays(msgs in prop::collection::vec(msg(), 1..25)) {
        let mut model = Model::new(Starter {
            code: "exports.myHandler = async () => 1;".to_owned(),
            method: "GET".to_owned(),
            path: "/".to_owned(),
            query: String::new(),
        });
        for msg in msgs {
            let was_open = model.form().pasting.is_some();
            model.update(msg.clone());
            if let Some((typed, kept)) = typed_and_kept(&msg, &model) {
                prop_assert_eq!(typed, kept);
            }
            // A pasted text leaves only when it was taken over or given up.
            let may_close = matches!(msg, Msg::ClickedUsePasted | Msg::CancelledPaste | Msg::ClickedSend);
            prop_assert!(!was_open || may_close || model.form().pasting.is_some());
            for complaint in model.complaints() {
                prop_assert!(!complaint.message.is_empty());
                prop_assert!(complaint.message.chars().count() < 400, "{}", complaint.message);
            }
        }
    }
}
