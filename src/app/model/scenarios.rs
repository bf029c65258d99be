//! Short stories of a lab: what the reader and the worker do on the left, what follows from it on the right.

use domain::cloud::Plan;
use domain::pool::{EndReason, StartKind};
use domain::units::SimTime;

use super::*;
use crate::sample::{Deed, simulated};

mod controls;
mod memory;

/// A lab with a worker that runs plans as the real one does, when it is told to.
struct Story {
    model: Model,
    /// Orders that nobody has carried out yet.
    orders: Vec<Command>,
    deeds: Vec<Deed>,
    /// The memory sizes that the study had run, in this order.
    studied: Vec<u32>,
}

impl Story {
    /// A first visit; the handler does these deeds one after the other.
    fn new(deeds: &[Deed]) -> Story {
        let model = Model::new(Starter {
            code: "starter".to_owned(),
            method: "GET".to_owned(),
            path: "/kites".to_owned(),
            query: "colour=red".to_owned(),
        });
        Story {
            model,
            orders: Vec::new(),
            deeds: deeds.to_vec(),
            studied: Vec::new(),
        }
    }

    fn tell(&mut self, msg: Msg) -> &mut Story {
        let orders = self.model.update(msg);
        self.orders.extend(orders);
        self
    }

    /// Carries out everything that was ordered of the worker, and what follows from that.
    fn work(&mut self) -> &mut Story {
        while !self.orders.is_empty() {
            match self.orders.remove(0) {
                Command::StartWorker => {
                    self.tell(Msg::WorkerBecameReady);
                }
                Command::Simulate { id, plan } => {
                    let simulation = simulated(&plan, &self.deeds);
                    let run = simulation.run();
                    let last = run.trace.last_to_answer();
                    let last = last.and_then(|index| simulation.invocation(index)).cloned();
                    self.tell(Msg::ReceivedRun { id, run, last });
                }
                Command::Study(StudyOrder::Start) => {
                    self.tell(Msg::Study(Box::new(Msg::WorkerBecameReady)));
                }
                Command::Study(StudyOrder::Run(id, plan)) => {
                    self.studied.extend(
                        plan.memory_of_deployments()
                            .iter()
                            .map(|size| size.megabytes()),
                    );
                    let run = simulated(&plan, &self.deeds).run();
                    let last = None;
                    self.tell(Msg::Study(Box::new(Msg::ReceivedRun { id, run, last })));
                }
                Command::Describe { id, index } => {
                    let invocation = simulated(self.model.plan(), &self.deeds)
                        .invocation(index)
                        .cloned();
                    self.tell(Msg::ReceivedInvocation {
                        id,
                        index,
                        invocation,
                    });
                }
                _ => {}
            }
        }
        self
    }

    /// The order to run a plan, if one is waiting.
    fn ordered_plan(&self) -> Option<(u32, &Plan)> {
        self.orders.iter().find_map(|order| match order {
            Command::Simulate { id, plan } => Some((*id, plan)),
            _ => None,
        })
    }

    fn run(&self) -> &domain::cloud::Run {
        &self.model.shown().expect("a run is shown").run
    }

    fn starts(&self) -> Vec<StartKind> {
        self.run().trace.start_kind.clone()
    }
}

#[test]
fn the_second_send_arrives_a_second_after_the_answer_and_is_warm() {
    let mut story = Story::new(&[Deed::Answers(112), Deed::Answers(64)]);
    story
        .tell(Msg::ClickedSend)
        .work()
        .tell(Msg::ClickedSend)
        .work();
    assert_eq!(
        story.run().trace.arrives_at,
        [SimTime::ZERO, SimTime::from_millis(1_252)]
    );
    assert_eq!(story.starts(), [StartKind::Cold, StartKind::Warm]);
    assert_eq!(story.model.plan().deployments().count(), 1);
    assert_eq!(story.model.shown().unwrap().chosen, 1);
    assert!(story.model.chosen_details().is_some());
}

#[test]
fn so_many_at_once_need_as_many_containers() {
    let mut story = Story::new(&[]);
    story
        .tell(Msg::ChangedCount("3".to_owned()))
        .tell(Msg::ClickedSend)
        .work();
    assert_eq!(story.starts(), [StartKind::Cold; 3]);
    assert_eq!(story.model.shown().unwrap().chosen, 2);
}

#[test]
fn the_first_send_waits_for_the_worker() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ClickedSend);
    assert_eq!(
        story.orders,
        [Command::StartSlowTimer { id: 1 }, Command::StartWorker]
    );
    story.tell(Msg::WorkerBecameReady);
    assert_eq!(story.ordered_plan().map(|(id, _)| id), Some(1));
}

#[test]
fn a_worker_that_is_started_ahead_is_warmed_up() {
    let mut story = Story::new(&[]);
    story
        .tell(Msg::BecameIdleInView)
        .tell(Msg::WorkerBecameReady)
        .tell(Msg::BecameIdleInView);
    assert_eq!(story.orders, [Command::StartWorker, Command::WarmUp]);
}

#[test]
fn sends_during_a_run_are_remembered_with_the_code_of_that_moment() {
    let mut story = Story::new(&[Deed::Answers(100), Deed::Answers(50), Deed::Answers(50)]);
    story.tell(Msg::ClickedSend).tell(Msg::ClickedSend);
    story
        .tell(Msg::EditedCode("edited".to_owned()))
        .tell(Msg::ClickedSend);
    assert_eq!(story.model.plan().arrivals(), 1);
    story.tell(Msg::EditedCode("later".to_owned())).work();
    assert_eq!(
        story.starts(),
        [StartKind::Cold, StartKind::Warm, StartKind::Cold]
    );
    let sources: Vec<&str> = story
        .model
        .plan()
        .deployments()
        .map(|one| one.source.as_str())
        .collect();
    assert_eq!(sources, ["starter", "edited"]);
}

#[test]
fn changed_code_replaces_the_container_and_the_pool_says_why() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ClickedSend).work();
    story
        .tell(Msg::EditedCode("edited".to_owned()))
        .tell(Msg::ClickedSend)
        .work();
    assert_eq!(story.starts(), [StartKind::Cold, StartKind::Cold]);
    let reasons: Vec<Option<EndReason>> = story
        .run()
        .trace
        .environments
        .iter()
        .map(|environment| environment.end_reason)
        .collect();
    assert_eq!(
        reasons,
        [Some(EndReason::Replaced), Some(EndReason::Expired)]
    );
}

#[test]
fn an_answer_to_another_question_is_ignored() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ClickedSend).tell(Msg::WorkerBecameReady);
    let (id, run) = {
        let (id, plan) = story.ordered_plan().unwrap();
        (id, simulated(plan, &[]).run())
    };
    story.tell(Msg::ClickedResetPool).tell(Msg::ReceivedRun {
        id,
        run: run.clone(),
        last: None,
    });
    assert!(story.model.shown().is_none());
    assert!(story.model.pending().is_none());

    story.orders.clear();
    story.tell(Msg::ClickedSend).tell(Msg::ReceivedRun {
        id,
        run,
        last: None,
    });
    assert!(story.model.shown().is_none());
    story.work();
    assert_eq!(story.starts(), [StartKind::Cold]);
}

#[test]
fn after_a_fault_a_new_worker_runs_the_same_plan() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ClickedSend).work();
    story
        .tell(Msg::EditedCode("mine".to_owned()))
        .tell(Msg::ClickedSend);
    let (first_id, plan) = story
        .ordered_plan()
        .map(|(id, plan)| (id, plan.clone()))
        .unwrap();
    story.orders.clear();
    story.tell(Msg::WorkerFailed(Fault::NoAnswer));
    assert_eq!(story.model.machinery(), &Machinery::Failed(Fault::NoAnswer));
    assert_eq!(story.model.code(), "mine");

    story
        .tell(Msg::ClickedStartAgain)
        .tell(Msg::WorkerBecameReady);
    let (second_id, again) = story.ordered_plan().unwrap();
    assert!(second_id > first_id);
    assert_eq!(again, &plan);
    story.work();
    assert_eq!(story.starts(), [StartKind::Cold, StartKind::Cold]);
}

#[test]
fn a_worker_that_fails_before_it_is_needed_is_not_mentioned() {
    let mut story = Story::new(&[]);
    story
        .tell(Msg::BecameIdleInView)
        .tell(Msg::WorkerFailed(Fault::SilentAtStart));
    assert_eq!(story.model.machinery(), &Machinery::Asleep);
    story.orders.clear();
    story.tell(Msg::ClickedSend).work();
    assert_eq!(story.starts(), [StartKind::Cold]);
}

#[test]
fn a_send_after_a_fault_starts_a_new_worker_by_itself() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ClickedSend).work();
    story.tell(Msg::WorkerFailed(Fault::Broken("trap".to_owned())));
    assert!(matches!(story.model.machinery(), Machinery::Failed(_)));
    story.tell(Msg::ClickedSend).work();
    assert_eq!(story.starts(), [StartKind::Cold, StartKind::Warm]);
}

#[test]
fn what_cannot_be_sent_is_said_and_stays_as_it_is() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ChangedHeaders("Accept: x\nnonsense".to_owned()));
    assert!(
        story.model.complaints().is_empty(),
        "nobody is scolded while typing"
    );
    story.tell(Msg::ClickedSend);
    assert_eq!(story.orders, [Command::FocusAt(Field::Headers, 2, 1)]);
    assert!(story.model.form().is_open);
    assert!(story.model.complaints()[0].message.starts_with("Line 2"));
    assert_eq!(story.model.form().headers, "Accept: x\nnonsense");
    assert_eq!(story.model.plan().arrivals(), 0);

    // The message goes as soon as the line is mended.
    story.tell(Msg::ChangedHeaders("Accept: x".to_owned()));
    assert!(story.model.complaints().is_empty());

    story.orders.clear();
    story
        .tell(Msg::ChangedCount("0".to_owned()))
        .tell(Msg::ClickedSend);
    assert_eq!(story.orders, [Command::Focus(Field::Count)]);
    story
        .tell(Msg::ChangedCount("2".to_owned()))
        .tell(Msg::ClickedSend)
        .work();
    assert_eq!(story.starts().len(), 2);
}

#[test]
fn a_pool_takes_no_more_than_a_plan_can_hold() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ChangedCount("1000".to_owned()));
    for _ in 0..100 {
        story.tell(Msg::ClickedSend);
    }
    assert!(story.model.complaints().is_empty());
    story.tell(Msg::ClickedSend);
    assert!(story.model.complaints()[0].message.contains("Reset pool"));
}

#[test]
fn an_error_marks_its_line_until_the_code_is_edited() {
    let mut story = Story::new(&[Deed::Throws(6)]);
    story
        .tell(Msg::EditorBecameReady)
        .tell(Msg::ClickedSend)
        .work();
    let errors = story.model.editor_errors();
    assert_eq!((errors.len(), errors[0].line), (1, 5));
    story.tell(Msg::EditedCode("mended".to_owned()));
    assert_eq!(
        story.orders,
        [Command::KeepDraft, Command::ClearEditorErrors]
    );
    assert!(story.model.editor_errors().is_empty());
}

#[test]
fn a_later_success_of_the_same_code_clears_the_mark() {
    let mut story = Story::new(&[Deed::Throws(6), Deed::Answers(50)]);
    story.tell(Msg::ClickedSend).work().tell(Msg::ClickedSend);
    story.work();
    assert!(story.model.editor_errors().is_empty());

    // Looking at the failed one again marks it again, without asking the worker twice.
    story
        .tell(Msg::ChoseInvocation(0))
        .work()
        .tell(Msg::ChoseInvocation(1));
    assert_eq!(story.orders, [Command::ClearEditorErrors]);
    story.orders.clear();
    story.tell(Msg::ChoseInvocation(0));
    assert!(
        matches!(story.orders[..], [Command::ShowEditorErrors(_)]),
        "{:?}",
        story.orders
    );
}

#[test]
fn an_editor_that_comes_late_is_told_of_the_error() {
    let mut story = Story::new(&[Deed::Throws(6)]);
    story
        .tell(Msg::ClickedSend)
        .work()
        .tell(Msg::EditorBecameReady);
    assert!(
        matches!(story.orders[..], [Command::ShowEditorErrors(_)]),
        "{:?}",
        story.orders
    );
}

#[test]
fn resets_keep_what_they_are_not_about() {
    let mut story = Story::new(&[]);
    story
        .tell(Msg::EditedCode("mine".to_owned()))
        .tell(Msg::ClickedSend)
        .work();
    story.tell(Msg::ClickedResetPool);
    assert_eq!(
        (story.model.code(), story.model.plan().steps.len()),
        ("mine", 0)
    );
    assert!(story.model.shown().is_none());

    story
        .tell(Msg::ClickedSend)
        .work()
        .tell(Msg::ClickedResetCode);
    assert_eq!(
        story.orders,
        [
            Command::SetEditorText("starter".to_owned()),
            Command::KeepDraft
        ]
    );
    assert_eq!(
        (story.model.code(), story.model.plan().arrivals()),
        ("starter", 1)
    );
}

fn slowness(story: &Story) -> Option<(u32, bool)> {
    let pending = story.model.pending()?;
    Some((pending.id, pending.is_slow))
}

#[test]
fn stop_takes_back_what_was_running_and_keeps_the_rest() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ClickedSend).work();
    let before = story.model.plan().clone();
    story.tell(Msg::ClickedSend).tell(Msg::ClickedSend);
    assert_eq!(story.model.plan().arrivals(), 2);
    story.orders.clear();
    story.tell(Msg::ClickedStop);
    assert_eq!(
        story.orders,
        [Command::StartWorker, Command::Focus(Field::Send)]
    );
    assert_eq!(
        (story.model.plan(), story.model.pending().is_some()),
        (&before, false)
    );
    assert!(story.model.shown().is_some());
    // The answer of the worker that was ended is of no interest, and the next send runs the whole plan anew.
    story.tell(Msg::RunProgressed {
        id: 2,
        done: 1,
        total: 2,
    });
    story.work().tell(Msg::ClickedSend).work();
    assert_eq!(story.model.plan().arrivals(), 2);
    assert_eq!(
        story.model.shown().map(|shown| shown.run.trace.len()),
        Some(2)
    );
}

#[test]
fn details_that_a_new_worker_does_not_know_are_found_by_running_the_plan_again() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ClickedSend).work();
    let id = story.model.shown().map_or(0, |shown| shown.id);
    story.tell(Msg::ReceivedInvocation {
        id,
        index: 0,
        invocation: None,
    });
    assert!(story.ordered_plan().is_some());
    story.work();
    assert!(story.model.chosen_details().is_some());
}

#[test]
fn only_a_run_that_is_still_on_its_way_is_slow() {
    let mut story = Story::new(&[]);
    story
        .tell(Msg::ClickedSend)
        .tell(Msg::RunTookLong { id: 7 });
    assert_eq!(slowness(&story), Some((1, false)));
    story.tell(Msg::RunTookLong { id: 1 });
    assert_eq!(slowness(&story), Some((1, true)));
}

#[test]
fn nothing_can_be_chosen_that_is_not_there() {
    let mut story = Story::new(&[]);
    story.tell(Msg::ChoseInvocation(0));
    story
        .tell(Msg::ClickedSend)
        .work()
        .tell(Msg::ChoseInvocation(1));
    assert_eq!(story.orders, []);
    assert_eq!(story.model.shown().unwrap().chosen, 0);
}
