//! The simulation that this worker holds: it goes on when the page's plan has grown, and begins anew otherwise.

use std::cell::Cell;

use domain::cloud::message::{FromWorker, ToWorker};
use domain::cloud::{Plan, PlanError, Simulation};
use domain::lambda::{Guarded, TurnIndex, Verdict};
use engine::{Engine, Parking};

use crate::warming::{ROUNDS, warm_engine, warm_round};

/// How often the page hears of a run that takes long.
const MILLIS_BETWEEN_PROGRESS: f64 = 100.0;

/// An engine that tells of its turns, and parks environments.
pub(crate) type Runtime = Guarded<Parking, fn(TurnIndex)>;

/// What the worker remembers between messages.
#[derive(Debug, Default)]
pub(crate) struct Simulating {
    simulation: Option<Simulation<Runtime>>,
    /// An engine that was warmed up and has no plan yet.
    spare: Option<Engine>,
    /// How many rounds of warming up are still to come.
    rounds: u32,
}

impl Simulating {
    /// The answer to a message; `None` where the page expects none. What is worth telling before is posted.
    pub(crate) fn answer(
        &mut self,
        message: ToWorker,
        post: impl Fn(&FromWorker),
    ) -> Option<FromWorker> {
        match message {
            ToWorker::WarmUp => {
                if self.simulation.is_none() && self.spare.is_none() {
                    self.rounds = ROUNDS;
                }
                None
            }
            ToWorker::Simulate {
                id,
                plan,
                verdicts,
                tells_turns,
            } => {
                TELLS_TURNS.set(tells_turns);
                Some(match self.simulate(id, plan, verdicts, post) {
                    Ok(ran) => ran,
                    Err(message) => FromWorker::Fault { message },
                })
            }
            ToWorker::Describe { id, index } => {
                let simulation = self.simulation.as_ref();
                let invocation = simulation
                    .and_then(|simulation| simulation.invocation(index as usize))
                    .cloned();
                Some(FromWorker::Described {
                    id,
                    index,
                    invocation,
                })
            }
        }
    }

    /// Whether there is something to warm up: not all is done, and the reader was not faster.
    pub(crate) fn is_cold(&self) -> bool {
        self.rounds > 0 && self.simulation.is_none()
    }

    /// Does a part of warming up, if there is something to warm up.
    pub(crate) fn warm_up(&mut self) {
        if self.is_cold() {
            warm_round();
            self.spare.get_or_insert_with(warm_engine);
            self.rounds -= 1;
        }
    }

    fn simulate(
        &mut self,
        id: u32,
        plan: Plan,
        verdicts: Vec<(TurnIndex, Verdict)>,
        post: impl Fn(&FromWorker),
    ) -> Result<FromWorker, String> {
        let text = |error: PlanError| error.to_string();
        let total = plan.arrivals() as u32;
        let follows = match &mut self.simulation {
            Some(simulation) => simulation.follow(plan.clone()).map_err(text)?,
            None => false,
        };
        if !follows {
            self.simulation = None;
            let engine = self.spare.take().unwrap_or_default();
            let verdicts = verdicts.into_iter().collect();
            let guarded = Guarded::new(Parking::new(engine), verdicts, tell_turn as fn(TurnIndex));
            self.simulation = Some(Simulation::new(guarded, plan).map_err(text)?);
        }
        let simulation = self.simulation.as_mut().ok_or("no simulation")?;
        let mut told = js_sys::Date::now();
        while simulation.advance() {
            let now = js_sys::Date::now();
            if now - told > MILLIS_BETWEEN_PROGRESS {
                told = now;
                post(&FromWorker::Progress {
                    id,
                    done: simulation.served() as u32,
                    total,
                });
            }
        }
        Ok(simulation.ran(id))
    }
}

thread_local! {
    /// Whether the page asked to hear of each turn of this run.
    static TELLS_TURNS: Cell<bool> = const { Cell::new(false) };
}

/// Tells the page before a turn, because a turn that takes the worker with it cannot tell afterwards.
fn tell_turn(index: TurnIndex) {
    if TELLS_TURNS.get() {
        crate::post(&FromWorker::Turn { index });
    }
}
