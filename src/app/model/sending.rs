//! From a press of the button to a run: each send is appended to the plan, and the plan is run.

use std::rc::Rc;

use domain::cloud::{Invocation, MAX_ARRIVALS, Run, Trigger};
use domain::units::SimDuration;

use super::details::Details;
use super::{Command, Complaint, Field, Machinery, Model, Pending, Settings, Shown};

/// What was asked for while something ran. It waits for the answers before it: only then is its time known.
#[allow(
    clippy::large_enum_variant,
    reason = "only what was pressed during one run waits here"
)]
#[derive(Clone, Debug)]
pub(super) enum Queued {
    /// Requests, with the code and the settings of the moment of the click.
    Send {
        code: String,
        settings: Settings,
        trigger: Trigger,
        arrivals: Arrivals,
    },
    /// Time passes.
    Wait(SimDuration),
}

/// When the requests of one send arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Arrivals {
    /// So many at the same instant.
    AtOnce(u32),
    /// One after the other, so long after the send.
    Spread(Vec<SimDuration>),
}

impl Arrivals {
    fn count(&self) -> usize {
        match self {
            Arrivals::AtOnce(count) => *count as usize,
            Arrivals::Spread(after) => after.len(),
        }
    }
}

impl Model {
    /// What would be sent, or everything that forbids it.
    pub(super) fn request_to_send(&self) -> Result<(Trigger, u32), Vec<Complaint>> {
        let (trigger, count) = self.form.read_trigger()?;
        self.check_room(count as usize)?;
        Ok((trigger, count))
    }

    fn check_room(&self, count: usize) -> Result<(), Vec<Complaint>> {
        let count_of = |queued: &Queued| match queued {
            Queued::Send { arrivals, .. } => arrivals.count(),
            Queued::Wait(_) => 0,
        };
        let waiting: usize = self.queue.iter().map(count_of).sum();
        if self.plan.arrivals() + waiting + count > MAX_ARRIVALS {
            let message =
                "This pool has seen as many requests as it can hold. Reset pool makes room.";
            return Err(vec![Complaint::new(Field::Count, message)]);
        }
        Ok(())
    }

    /// How much traffic waits for its turn.
    pub(super) fn queued_traffic(&self) -> usize {
        let is_traffic = |queued: &&Queued| {
            matches!(
                queued,
                Queued::Send {
                    arrivals: Arrivals::Spread(_),
                    ..
                }
            )
        };
        self.queue.iter().filter(is_traffic).count()
    }

    /// How many requests Send would send; `None` if the fields forbid it.
    pub(super) fn request_count(&self) -> Option<u32> {
        self.to_send().ok().map(|(_, _, count)| count)
    }

    /// What would be sent and with which settings, or everything that forbids it.
    fn to_send(&self) -> Result<(Settings, Trigger, u32), Vec<Complaint>> {
        match (self.settings.read(), self.request_to_send()) {
            (Ok(settings), Ok((trigger, count))) => Ok((settings, trigger, count)),
            (settings, request) => Err([request.err(), settings.err()]
                .into_iter()
                .flatten()
                .flatten()
                .collect()),
        }
    }

    /// Sends what stands in the fields, or says why it cannot be sent. A link in the prose and traffic bring their own
    /// count.
    pub(super) fn send(&mut self, own: Option<Arrivals>) -> Vec<Command> {
        let to_send = self.to_send().and_then(|(settings, trigger, count)| {
            let arrivals = own.unwrap_or(Arrivals::AtOnce(count));
            self.check_room(arrivals.count())?;
            Ok((settings, trigger, arrivals))
        });
        match to_send {
            Err(complaints) => self.refuse(&complaints),
            Ok((settings, trigger, arrivals)) => {
                self.refused = false;
                self.queue.push(Queued::Send {
                    code: self.code.clone(),
                    settings,
                    trigger,
                    arrivals,
                });
                if self.pending.is_none() {
                    self.go_on()
                } else {
                    self.wake()
                }
            }
        }
    }

    /// Says everything that is wrong, unfolds where it stands, and leads the reader to the first of it.
    pub(super) fn refuse(&mut self, complaints: &[Complaint]) -> Vec<Command> {
        self.refused = true;
        self.settings.typing = None;
        for complaint in complaints {
            match complaint.field {
                Field::Headers | Field::Body | Field::Event => self.form.is_open = true,
                Field::InitTime | Field::Seed => self.settings.is_open = true,
                Field::Variables => {
                    self.settings.is_open = true;
                    self.settings.variables_are_open = true;
                }
                _ => {}
            }
        }
        let command = |first: &Complaint| match first.place {
            Some((line, column)) => Command::FocusAt(first.field, line, column),
            None => Command::Focus(first.field),
        };
        complaints.first().map(command).into_iter().collect()
    }

    /// Lets time pass, after the answers that are still to come. Nothing has to be computed for it: a run knows when
    /// its containers expire.
    pub(super) fn wait(&mut self, span: SimDuration) -> Vec<Command> {
        self.queue.push(Queued::Wait(span));
        if self.pending.is_none() {
            self.go_on()
        } else {
            Vec::new()
        }
    }

    /// Carries out what waits, up to the first thing that has to be computed.
    fn go_on(&mut self) -> Vec<Command> {
        while !self.queue.is_empty() {
            let last_answer = self.last_answer();
            match self.queue.remove(0) {
                Queued::Wait(span) => Rc::make_mut(&mut self.plan).wait(last_answer, span),
                Queued::Send {
                    code,
                    settings,
                    trigger,
                    arrivals,
                } => {
                    let steps_before = self.plan.steps.len();
                    let plan = Rc::make_mut(&mut self.plan);
                    settings.apply_to(plan, last_answer);
                    let at = plan.next_arrival(last_answer);
                    plan.deploy(at, settings.deployment(code));
                    match arrivals {
                        Arrivals::AtOnce(count) => plan.arrive(at, trigger, count),
                        Arrivals::Spread(after) => plan.arrive_spread(at, trigger, after),
                    }
                    return self.simulate(steps_before);
                }
            }
        }
        Vec::new()
    }

    /// Has the plan run, as soon as there is a worker. Stop takes the plan back to `steps_before` steps.
    pub(super) fn simulate(&mut self, steps_before: usize) -> Vec<Command> {
        self.last_run_id += 1;
        let id = self.last_run_id;
        self.pending = Some(Pending {
            id,
            is_slow: false,
            progress: None,
            steps_before,
        });
        let mut commands = vec![Command::StartSlowTimer { id }];
        if self.machinery == Machinery::Ready {
            commands.push(self.simulate_command(id));
        } else {
            commands.extend(self.wake());
        }
        commands
    }

    pub(super) fn simulate_command(&self, id: u32) -> Command {
        Command::Simulate {
            id,
            plan: (*self.plan).clone(),
        }
    }

    /// Ends what is being computed and takes back what was sent for it. The worker may be in the middle of anything, so
    /// another one takes its place; what is on the screen stays.
    pub(super) fn stop(&mut self) -> Vec<Command> {
        let Some(pending) = self.pending.take() else {
            return Vec::new();
        };
        Rc::make_mut(&mut self.plan)
            .steps
            .truncate(pending.steps_before);
        self.queue.clear();
        self.machinery = Machinery::Starting;
        // The button that was pressed goes away.
        vec![Command::StartWorker, Command::Focus(Field::Send)]
    }

    /// Starts a worker if there is none.
    pub(super) fn wake(&mut self) -> Vec<Command> {
        match self.machinery {
            Machinery::Asleep | Machinery::Failed(_) => {
                self.machinery = Machinery::Starting;
                vec![Command::StartWorker]
            }
            Machinery::Starting | Machinery::Ready => Vec::new(),
        }
    }

    /// Shows a run and goes on with what waited for it.
    pub(super) fn receive_run(
        &mut self,
        id: u32,
        run: Run,
        last: Option<Invocation>,
    ) -> Vec<Command> {
        let Some(pending) = self.pending.take_if(|pending| pending.id == id) else {
            return Vec::new();
        };
        let answered_last = run.trace.last_to_answer();
        // A plan that was run again for its details gives the same run: what the reader has chosen stays.
        let is_replay = pending.steps_before == self.plan.steps.len();
        let chosen_before = self.shown.as_ref().filter(|_| is_replay);
        let chosen = chosen_before
            .map(|shown| shown.chosen)
            .filter(|&chosen| chosen < run.trace.len())
            .or(answered_last);
        let mut details = Details::default();
        if let (Some(index), Some(last)) = (answered_last, last) {
            details.insert(index, last);
        }
        self.shown = chosen.map(|chosen| Shown {
            id,
            run: Rc::new(run),
            chosen,
            details,
        });
        self.was_copied = None;
        let notice = self.result_notice().filter(|_| !is_replay);
        let mut commands = self.go_on();
        if self.pending.is_none() {
            commands = self.describe_chosen();
        }
        commands.extend(notice.map(Command::AnnounceResult));
        commands.extend(self.renew_study());
        commands
    }
}
