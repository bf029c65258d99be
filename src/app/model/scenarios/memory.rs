//! Stories of the memory study: it runs what the reader's code served again, at other sizes, and touches nothing.

use super::*;

fn memory(megabytes: &str) -> Msg {
    Msg::ChangedSetting(Setting::Memory(megabytes.to_owned()))
}

fn toggled() -> Msg {
    Msg::ToggledBillPicture(BillPicture::MemorySizes)
}

fn ready() -> Msg {
    Msg::Study(Box::new(Msg::WorkerBecameReady))
}

/// What the study's worker was told, and nobody has carried out yet.
fn told(story: &Story) -> Vec<&StudyOrder> {
    let orders = story.orders.iter();
    let orders = orders.filter_map(|order| match order {
        Command::Study(order) => Some(order),
        _ => None,
    });
    orders.collect()
}

#[test]
fn every_size_on_sale_is_run_and_the_plan_stays() {
    let mut story = Story::new(&[Deed::Answers(100)]);
    story.tell(Msg::ClickedSend).work();
    assert_eq!(story.studied, [0; 0], "nobody looks yet");
    let plan = story.model.plan().clone();
    story.tell(memory("512")).tell(toggled()).work();
    // The reader's own size comes first, then its neighbours.
    assert_eq!(story.studied, [512, 256, 1_024, 128, 1_536]);
    assert_eq!(story.model.study().runs().len(), 5);
    assert_eq!(*story.model.plan(), plan);
    // Another rule book sells more; a size of the reader's own is one more.
    story
        .tell(Msg::ChangedSetting(Setting::RuleBook(
            "aws-2020-12".to_owned(),
        )))
        .work();
    assert_eq!(story.studied[5..], [1_769, 3_072, 10_240]);
    story.tell(memory("200")).work();
    assert_eq!(story.studied[8..], [200]);
}

#[test]
fn only_what_the_present_code_served_is_run_again() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ClickedSend).work();
    story.tell(Msg::EditedCode("edited".to_owned()));
    story
        .tell(Msg::ChangedCount("3".to_owned()))
        .tell(Msg::ClickedSend)
        .work();
    story.tell(memory("256")).tell(Msg::ClickedSend).work();
    story.tell(toggled()).work();
    assert_eq!(story.model.study().requests(), 6);
    let (_, run) = &story.model.study().runs()[0];
    assert_eq!(
        run.trace.count(StartKind::Cold),
        3,
        "another size was no other deployment"
    );
}

#[test]
fn a_long_run_is_studied_by_its_first_requests() {
    let mut story = Story::new(&[]);
    for _ in 0..2 {
        story
            .tell(Msg::ChangedCount("70".to_owned()))
            .tell(Msg::ClickedSend)
            .work();
    }
    story.tell(toggled()).work();
    assert_eq!(story.model.study().requests(), 100);
}

#[test]
fn another_run_ends_what_is_being_studied() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ClickedSend).work();
    story.tell(toggled()).tell(ready());
    assert!(matches!(
        told(&story)[..],
        [StudyOrder::Start, StudyOrder::Run(1, _)]
    ));
    story.orders.clear();
    story.tell(Msg::ClickedSend);
    let (id, run) = {
        let (id, plan) = story.ordered_plan().unwrap();
        (id, simulated(plan, &[]).run())
    };
    story.orders.clear();
    story.tell(Msg::ReceivedRun {
        id,
        run: run.clone(),
        last: None,
    });
    assert_eq!(told(&story), [&StudyOrder::Start]);
    // What the first one still tells is of no interest.
    let late = Msg::ReceivedRun {
        id: 1,
        run,
        last: None,
    };
    story.tell(Msg::Study(Box::new(late)));
    assert_eq!(story.model.study().runs(), []);
    story.work();
    assert_eq!(story.model.study().runs().len(), 5);
}

#[test]
fn closing_the_picture_or_emptying_the_pool_ends_the_worker() {
    for end in [toggled(), Msg::ClickedResetPool] {
        let mut story = Story::new(&[]);
        story.tell(Msg::ClickedSend).work();
        story.tell(toggled()).work().tell(end);
        assert_eq!(told(&story), [&StudyOrder::End]);
        assert_eq!(story.model.study().runs(), []);
    }
}

#[test]
fn a_worker_that_fails_is_told_and_tried_again_for_the_next_run() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ClickedSend).work();
    story.tell(toggled()).tell(ready());
    story.orders.clear();
    story.tell(Msg::Study(Box::new(Msg::WorkerFailed(Fault::NoAnswer))));
    assert!(story.model.study().fault().unwrap().contains("no answer"));
    assert_eq!(
        *story.model.machinery(),
        Machinery::Ready,
        "the lab goes on"
    );
    story.tell(Msg::ClickedSend).work();
    assert_eq!(
        (
            story.model.study().fault(),
            story.model.study().runs().len()
        ),
        (None, 5)
    );
}
