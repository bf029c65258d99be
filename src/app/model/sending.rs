//! From a press of the button to a run: each send is appended to the plan, and the plan is run.

use std::rc::Rc;

use domain::cloud::{MAX_ARRIVALS, Run, Trigger};
use domain::lambda::Deployment;

use super::details::Details;
use super::{Command, Complaint, Field, Machinery, Model, Pending, Shown};

/// A send that waits for the answers before it: only then is it known when its requests arrive.
#[derive(Clone, Debug)]
pub(super) struct QueuedSend {
    deployment: Deployment,
    trigger: Trigger,
    count: u32,
}

impl Model {
    /// What would be sent, or everything that forbids it.
    pub(super) fn request_to_send(&self) -> Result<(Trigger, u32), Vec<Complaint>> {
        let (trigger, count) = self.form.read_trigger()?;
        let waiting: u32 = self.queue.iter().map(|send| send.count).sum();
        if self.plan.arrivals() + (waiting + count) as usize > MAX_ARRIVALS {
            let message =
                "This pool has seen as many requests as it can hold. Reset pool makes room.";
            return Err(vec![Complaint::new(Field::Count, message)]);
        }
        Ok((trigger, count))
    }

    /// What would be sent and to which version of the function, or everything that forbids it.
    fn to_send(&self) -> Result<(Deployment, Trigger, u32), Vec<Complaint>> {
        match (self.settings.read(), self.request_to_send()) {
            (Ok(settings), Ok((trigger, count))) => {
                Ok((settings.deployment(self.code.clone()), trigger, count))
            }
            (settings, request) => Err([settings.err(), request.err()]
                .into_iter()
                .flatten()
                .flatten()
                .collect()),
        }
    }

    /// Sends what stands in the fields, or says why it cannot be sent. A link in the prose brings its own count.
    pub(super) fn send(&mut self, own_count: Option<u32>) -> Vec<Command> {
        match self.to_send() {
            Err(complaints) => {
                self.refused = true;
                let first = complaints[0].field;
                if complaints.iter().any(|complaint| {
                    [Field::Headers, Field::Body, Field::Event].contains(&complaint.field)
                }) {
                    self.form.is_open = true;
                }
                let rare = [Field::InitTime, Field::Seed, Field::Variables];
                if complaints
                    .iter()
                    .any(|complaint| rare.contains(&complaint.field))
                {
                    self.settings.is_open = true;
                }
                vec![Command::Focus(first)]
            }
            Ok((deployment, trigger, count)) => {
                self.refused = false;
                let count = own_count.unwrap_or(count);
                self.queue.push(QueuedSend {
                    deployment,
                    trigger,
                    count,
                });
                if self.pending.is_none() {
                    self.send_next()
                } else {
                    self.wake()
                }
            }
        }
    }

    /// Appends the oldest send that waits to the plan and has it run.
    fn send_next(&mut self) -> Vec<Command> {
        if self.queue.is_empty() {
            return Vec::new();
        }
        let QueuedSend {
            deployment,
            trigger,
            count,
        } = self.queue.remove(0);
        let last_answer = self.last_answer();
        let at = self.plan.next_arrival(last_answer);
        let steps_before = self.plan.steps.len();
        let plan = Rc::make_mut(&mut self.plan);
        plan.deploy(at, deployment);
        plan.arrive(at, trigger, count);
        self.simulate(steps_before)
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
        vec![Command::StartWorker]
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
    pub(super) fn receive_run(&mut self, id: u32, run: Run) -> Vec<Command> {
        if self.pending.map(|pending| pending.id) != Some(id) {
            return Vec::new();
        }
        self.pending = None;
        let chosen = run.trace.last_to_answer();
        self.shown = chosen.map(|chosen| Shown {
            id,
            run: Rc::new(run),
            chosen,
            details: Details::default(),
        });
        if self.queue.is_empty() {
            self.describe_chosen()
        } else {
            self.send_next()
        }
    }
}
