//! What a plan and its deployments are made with.

use domain::cloud::{Act, Plan, Step};
use domain::lambda::{Deployment, NodeRuntime};
use domain::pool::PoolPolicy;
use domain::units::{CalendarTime, MemorySize, Seed, SimDuration, SimTime};

/// The settings of a lab. What is in force at a moment stands in the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Settings {
    /// The memory of the function.
    pub(crate) memory: MemorySize,
    /// The longest time that one invocation may take.
    pub(crate) timeout: SimDuration,
    /// What a start takes before the module's own code runs.
    pub(crate) init_time: SimDuration,
    /// How long an idle container is kept.
    pub(crate) keep_alive: SimDuration,
    /// How many requests may be in flight; `None` is no limit.
    pub(crate) concurrency_limit: Option<u32>,
    /// Where all chance comes from.
    pub(crate) seed: Seed,
    /// The function's environment variables.
    pub(crate) variables: Vec<(String, String)>,
    /// Which export is called, such as `index.myHandler`.
    pub(crate) handler: String,
    /// What runs the module.
    pub(crate) runtime: NodeRuntime,
}

/// Which export is called, unless the author of the page says otherwise.
const HANDLER: &str = "index.myHandler";

impl Default for Settings {
    /// What a new function has, and what the first plan is made with.
    fn default() -> Settings {
        let Deployment {
            memory,
            timeout,
            init_time,
            runtime,
            ..
        } = Deployment::new("", HANDLER);
        Settings {
            memory,
            timeout,
            init_time,
            keep_alive: PoolPolicy::default().keep_alive.unwrap_or_default(),
            concurrency_limit: PoolPolicy::default().concurrency_limit,
            seed: Seed(1),
            variables: Vec::new(),
            handler: HANDLER.to_owned(),
            runtime,
        }
    }
}

impl Settings {
    /// A plan in which nothing happens yet.
    pub(crate) fn empty_plan(&self) -> Plan {
        let policy = PoolPolicy {
            keep_alive: Some(self.keep_alive),
            concurrency_limit: self.concurrency_limit,
            ..PoolPolicy::default()
        };
        Plan::new(self.seed, CalendarTime::DEFAULT_START, policy)
    }

    /// Brings the pool's own settings into a plan in which everything rests. As long as nothing was sent the plan has
    /// them from the beginning; later keep-alive and limit change from that moment on, and the seed stays.
    pub(super) fn apply_to(&self, plan: &mut Plan, last_answer: SimTime) {
        let (keep_alive, limit) = (Some(self.keep_alive), self.concurrency_limit);
        if plan.is_untouched() {
            plan.seed = self.seed;
            plan.policy.keep_alive = keep_alive;
            plan.policy.concurrency_limit = limit;
            return;
        }
        let at = plan.rest(last_answer);
        if keep_alive_of(plan) != keep_alive {
            let act = Act::KeepAlive(keep_alive);
            plan.steps.push(Step { at, act });
        }
        if plan.concurrency_limit() != limit {
            let act = Act::ConcurrencyLimit(limit);
            plan.steps.push(Step { at, act });
        }
    }

    /// This code, ready to be deployed.
    pub(crate) fn deployment(&self, source: String) -> Deployment {
        Deployment {
            memory: self.memory,
            timeout: self.timeout,
            init_time: self.init_time,
            environment_variables: self.variables.clone(),
            runtime: self.runtime,
            ..Deployment::new(source, self.handler.clone())
        }
    }
}

/// How long idle containers are kept at the end of a plan.
fn keep_alive_of(plan: &Plan) -> Option<SimDuration> {
    let changes = plan.steps.iter().rev();
    let mut changes = changes.filter_map(|step| match step.act {
        Act::KeepAlive(keep_alive) => Some(keep_alive),
        _ => None,
    });
    changes.next().unwrap_or(plan.policy.keep_alive)
}
