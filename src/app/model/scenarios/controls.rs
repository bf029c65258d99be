//! Stories of the controls beside Send: settings, waits, the path, pasting, events by hand, copying.

use domain::cloud::{Act, Trigger};
use domain::units::{Seed, SimDuration};

use super::*;

fn keep_alive(seconds: &str) -> Msg {
    Msg::ChangedSetting(Setting::KeepAlive(seconds.to_owned()))
}

fn memory(megabytes: &str) -> Msg {
    Msg::ChangedSetting(Setting::Memory(megabytes.to_owned()))
}

fn wrong_fields(story: &Story) -> Vec<Field> {
    let complaints = story.model.complaints();
    complaints.iter().map(|complaint| complaint.field).collect()
}

#[test]
fn nobody_is_scolded_in_the_middle_of_a_number() {
    let mut story = Story::new(&[]);
    story.tell(memory("2")).tell(memory("25"));
    assert_eq!(wrong_fields(&story), []);
    story.tell(memory("256")).tell(Msg::LeftSetting);
    assert_eq!(wrong_fields(&story), []);
    story.tell(memory("257")).tell(Msg::LeftSetting);
    assert_eq!(wrong_fields(&story), [Field::Memory]);
    // What was said stays until the number is right.
    story.tell(memory("25"));
    assert_eq!(wrong_fields(&story), [Field::Memory]);
    story.tell(memory("256"));
    assert_eq!(wrong_fields(&story), []);
}

#[test]
fn send_leads_to_a_setting_that_is_folded_away() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ChangedSetting(Setting::Variables(
        "nonsense".to_owned(),
    )));
    story.tell(Msg::ClickedSend);
    assert_eq!(story.orders, [Command::Focus(Field::Variables)]);
    let settings = story.model.settings();
    assert!(settings.is_open && settings.variables_are_open);
    assert_eq!(wrong_fields(&story), [Field::Variables]);
    assert_eq!(story.model.plan().arrivals(), 0);
}

#[test]
fn keep_alive_changes_with_the_next_request_and_once() {
    let mut story = Story::new(&[]);
    story.tell(keep_alive("30")).tell(Msg::ClickedSend).work();
    let thirty = Some(SimDuration::from_secs(30));
    assert_eq!(story.model.plan().policy.keep_alive, thirty);

    // Letters on the way to a number are no settings, and Stop takes nothing of it away.
    story
        .tell(keep_alive("6"))
        .tell(keep_alive(""))
        .tell(keep_alive("60"));
    story.tell(Msg::ClickedSend).tell(Msg::ClickedStop);
    story.work().tell(Msg::ClickedSend).work();
    story.tell(Msg::ClickedSend).work();
    let changes: Vec<&Act> = (story.model.plan().steps.iter())
        .map(|step| &step.act)
        .filter(|act| matches!(act, Act::KeepAlive(_)))
        .collect();
    assert_eq!(changes, [&Act::KeepAlive(Some(SimDuration::from_secs(60)))]);
    assert_eq!(story.model.plan().check(), Ok(()));
}

#[test]
fn a_new_seed_waits_for_an_empty_pool_and_says_so() {
    let seed = |text: &str| Msg::ChangedSetting(Setting::Seed(text.to_owned()));
    let mut story = Story::new(&[]);
    story.tell(seed("7")).tell(Msg::ClickedSend).work();
    assert_eq!(
        (story.model.plan().seed, story.model.notes()),
        (Seed(7), vec![])
    );
    story.tell(seed("8")).tell(Msg::ClickedSend).work();
    assert_eq!(story.model.plan().seed, Seed(7));
    assert!(story.model.notes()[0].contains("after Reset pool"));
    story.tell(Msg::ClickedResetPool);
    assert_eq!(
        (story.model.plan().seed, story.model.notes()),
        (Seed(8), vec![])
    );
}

#[test]
fn a_changed_function_is_announced_until_it_is_deployed() {
    let mut story = Story::new(&[]);
    story.tell(memory("256"));
    assert!(
        !story.model.has_undeployed_changes(),
        "nothing is deployed yet"
    );
    story.tell(Msg::ClickedSend).work();
    assert!(!story.model.has_undeployed_changes());
    story.tell(memory("512"));
    assert!(story.model.has_undeployed_changes());
    story.tell(memory("256")).tell(keep_alive("1"));
    assert!(
        !story.model.has_undeployed_changes(),
        "keep-alive is the pool's"
    );
    story.tell(Msg::EditedCode("edited".to_owned()));
    assert!(story.model.has_undeployed_changes());
    story.tell(Msg::ClickedSend).work();
    assert!(!story.model.has_undeployed_changes());
}

#[test]
fn a_wait_during_a_run_comes_after_its_answers() {
    let mut story = Story::new(&[Deed::Answers(100)]);
    let quarter = SimDuration::from_secs(900);
    story.tell(Msg::ClickedSend).tell(Msg::ClickedWait(quarter));
    assert_eq!(story.model.plan().now, SimTime::ZERO);
    story.tell(Msg::ClickedSend).work();
    assert_eq!(story.starts(), [StartKind::Cold; 2]);
    assert_eq!(
        story.run().trace.arrives_at[1],
        SimTime::from_millis(240) + quarter
    );
}

#[test]
fn a_question_mark_leads_from_the_path_to_the_query() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ChangedPath("/a?b=c".to_owned()));
    assert_eq!(story.orders, [Command::Focus(Field::Query)]);
    let form = story.model.form();
    assert_eq!((form.path.as_str(), form.query.as_str()), ("/a", "b=c"));
}

#[test]
fn what_is_pasted_is_what_is_sent() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ClickedPaste).tell(Msg::ClickedSend).work();
    assert_eq!(story.model.plan().arrivals(), 1, "nothing was pasted yet");

    story.tell(Msg::ChangedPasted("nonsense".to_owned()));
    story.tell(Msg::ClickedSend);
    assert_eq!(story.orders, [Command::FocusAt(Field::Pasted, 1, 1)]);
    let pasting = story.model.form().pasting.as_ref();
    assert!(pasting.unwrap().mistake.starts_with("Line 1, column 1: "));

    story.orders.clear();
    story.tell(Msg::ChangedPasted("DELETE /kites/7?now=1".to_owned()));
    story.tell(Msg::ClickedSend).work();
    assert_eq!(story.model.form().pasting, None);
    match story.model.plan().trigger_of(1) {
        Some(Trigger::Request { http, .. }) => assert_eq!(
            (
                http.method.as_str(),
                http.path.as_str(),
                http.query.as_str()
            ),
            ("DELETE", "/kites/7", "now=1")
        ),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_pasted_line_of_megabytes_is_not_said_back() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ClickedPaste);
    story.tell(Msg::ChangedPasted(format!(
        "GET /\n{}",
        "x".repeat(5_000_000)
    )));
    story.tell(Msg::ClickedUsePasted);
    let pasting = story.model.form().pasting.as_ref().unwrap();
    assert!(pasting.mistake.starts_with("Line 2, column 1: "));
    assert!(pasting.mistake.len() < 500, "{}", pasting.mistake.len());
}

#[test]
fn leaving_the_paste_leads_back_to_its_button() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ClickedPaste).tell(Msg::CancelledPaste);
    assert_eq!(
        story.orders,
        [
            Command::Focus(Field::Pasted),
            Command::Focus(Field::OpenPaste)
        ]
    );
}

fn event_text(story: &Story) -> &str {
    story
        .model
        .form()
        .event
        .as_ref()
        .map_or("", |event| &event.text)
}

#[test]
fn an_event_that_was_written_is_not_lost_on_the_way_to_the_request_and_back() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ClickedEditEvent);
    assert!(event_text(&story).contains("\"path\": \"/kites\""));
    story.tell(Msg::ChangedEvent("{\"mine\":1}".to_owned()));
    story
        .tell(Msg::ClickedEditEvent)
        .tell(Msg::ClickedEditEvent);
    assert_eq!(event_text(&story), "{\"mine\":1}");
    // Another request makes another event.
    story.tell(Msg::ClickedEditEvent);
    story.tell(Msg::ChangedPath("/other".to_owned()));
    story.tell(Msg::ClickedEditEvent);
    assert!(event_text(&story).contains("\"path\": \"/other\""));
}

#[test]
fn an_event_that_nobody_wrote_in_follows_time() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ClickedEditEvent);
    let first = event_text(&story).to_owned();
    story.tell(Msg::ClickedEditEvent);
    story.tell(Msg::ClickedWait(SimDuration::from_secs(60)));
    story.tell(Msg::ClickedEditEvent);
    assert_ne!(event_text(&story), first);
}

#[test]
fn a_request_that_is_none_makes_no_event_and_says_why() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ChangedPath("kites".to_owned()));
    story.tell(Msg::ClickedEditEvent);
    assert_eq!(story.orders, [Command::Focus(Field::Path)]);
    assert_eq!(wrong_fields(&story), [Field::Path]);
}

#[test]
fn copied_is_said_of_what_is_on_the_screen() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ClickedSend).work();
    story
        .tell(Msg::ClickedCopy("text".to_owned()))
        .tell(Msg::Copied(true));
    assert_eq!(story.model.was_copied(), Some(true));
    story.tell(Msg::ClickedSend).work();
    assert_eq!(story.model.was_copied(), None);
    story.orders.clear();
    story.tell(Msg::Copied(false));
    assert_eq!(story.orders, [Command::SelectAnswer]);
}
