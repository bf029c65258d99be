//! Runs a plan step by step, and goes on when the plan has grown.

use std::rc::Rc;

use super::message::FromWorker;
use super::service::{Arrival, FunctionService};
use super::{Act, Invocation, Plan, PlanError, Run, Trigger};
use crate::lambda::FunctionRuntime;
use crate::pool::{Pool, PoolTrace};
use crate::units::SimTime;

/// A plan on its way to becoming a run. Going on with a longer plan gives what a fresh simulation of it would give.
#[derive(Debug)]
pub struct Simulation<R: FunctionRuntime> {
    plan: Plan,
    pool: Pool<FunctionService<R>>,
    next_step: usize,
    /// Arrivals of the current step that were served already.
    served_of_step: usize,
}

impl<R: FunctionRuntime> Simulation<R> {
    /// A simulation of `plan` in which nothing has happened yet.
    pub fn new(runtime: R, plan: Plan) -> Result<Simulation<R>, PlanError> {
        plan.check()?;
        let service = FunctionService::new(runtime, plan.seed, plan.start);
        let pool = Pool::new(plan.policy.clone(), service);
        Ok(Simulation {
            plan,
            pool,
            next_step: 0,
            served_of_step: 0,
        })
    }

    /// All environments take the same slot one after another: a lost one leaves its `/tmp` to the next.
    pub fn with_one_slot(mut self) -> Simulation<R> {
        self.pool.service_mut().has_one_slot = true;
        self
    }

    /// Takes over a plan that extends the one so far. `Ok(false)` if it does not: then only a new simulation helps.
    pub fn follow(&mut self, plan: Plan) -> Result<bool, PlanError> {
        plan.check()?;
        let extends = plan.extends(&self.plan);
        if extends {
            self.plan = plan;
        }
        Ok(extends)
    }

    /// One more request arrives at `at`, which is not before anything that the plan has so far.
    pub fn arrive(&mut self, at: SimTime, trigger: Trigger) {
        self.plan.arrive(at, trigger, 1);
    }

    /// Lets the next thing of the plan happen: one intervention, or one arrival with its invocation. `false` if
    /// nothing was left to happen.
    pub fn advance(&mut self) -> bool {
        let Some(step) = self.plan.steps.get(self.next_step) else {
            return false;
        };
        let at = step.at;
        match &step.act {
            Act::Deploy(deployment) => {
                // The first deployment finds nobody whom it could replace, and is number 0.
                if self.pool.service().deployment.is_some() {
                    self.pool.deploy(at);
                }
                self.pool.service_mut().deployment = Some(Rc::new(deployment.clone()));
            }
            Act::Arrive { trigger, .. } | Act::Traffic { trigger, .. } => {
                let at = match &step.act {
                    Act::Traffic { after_micros, .. } => at + after_micros[self.served_of_step],
                    _ => at,
                };
                let arrival = Arrival {
                    trigger: Rc::new(trigger.clone()),
                    at,
                };
                self.pool.arrive(at, &arrival);
                if self.pool.service().invocations.len() < self.pool.trace().len() {
                    self.pool.service_mut().record_unserved(&arrival);
                }
                self.served_of_step += 1;
                if self.served_of_step < step.arrivals() {
                    return true;
                }
                self.served_of_step = 0;
            }
            Act::Kill(environment) => {
                for index in self.pool.kill(at, *environment) {
                    self.pool.service_mut().cut_off(index, at);
                }
            }
            Act::KeepAlive(keep_alive) => self.pool.set_keep_alive(at, *keep_alive),
            Act::ConcurrencyLimit(limit) => self.pool.set_concurrency_limit(at, *limit),
        }
        self.next_step += 1;
        true
    }

    /// Lets everything of the plan happen.
    pub fn finish(&mut self) {
        while self.advance() {}
    }

    /// How many requests were served so far.
    pub fn served(&self) -> usize {
        self.pool.trace().len()
    }

    /// What happened so far.
    pub fn run(&self) -> Run {
        let status =
            |invocation: &Invocation| invocation.response.as_ref().map(|response| response.status);
        let service = self.pool.service();
        let is_out_of_memory = |invocation: &&Invocation| invocation.outcome.is_out_of_memory();
        let out_of_memory = service.invocations.iter().filter(is_out_of_memory);
        Run {
            trace: self.pool.trace().clone(),
            http_status: service.invocations.iter().map(status).collect(),
            computing: service.computing,
            out_of_memory: out_of_memory.count() as u32,
        }
    }

    /// The answer to the question `id` for what happened so far.
    pub fn ran(&self, id: u32) -> FromWorker {
        let last = self.trace().last_to_answer();
        FromWorker::Ran {
            id,
            run: self.run(),
            last: last
                .and_then(|index| self.invocation(index))
                .map(|last| Box::new(last.clone())),
        }
    }

    /// What happened so far, as the pool recorded it.
    pub fn trace(&self) -> &PoolTrace {
        self.pool.trace()
    }

    /// The details of one invocation; `None` if there is none of this index.
    pub fn invocation(&self, index: usize) -> Option<&Invocation> {
        self.pool.service().invocations.get(index)
    }

    /// The plan as far as it is known.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Gives the runtime back.
    pub fn into_runtime(self) -> R {
        self.pool.into_service().runtime
    }
}
