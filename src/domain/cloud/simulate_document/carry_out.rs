//! Runs a document on a pool that has exactly the rules it needs.

use super::question::{Detail, Intervention, Question};
use super::totals::{Sums, Totals};
use crate::pool::{
    Complete, LeastRecentlyUsed, MostRecentlyUsed, Newest, Oldest, Plain, Pool, PoolTrace, Record,
    Router, Routing, Rules, ScriptedService, Usage,
};
use crate::units::{EnvironmentId, SimTime};

/// The pool at one instant, after everything that happens then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// When.
    pub at: SimTime,
    /// Containers alive.
    pub containers: u32,
    /// Containers with a request.
    pub busy: u32,
}

/// What came out.
#[derive(Clone, Debug)]
pub struct Carried {
    /// Every invocation and every container; `None` if only totals were asked for.
    pub trace: Option<PoolTrace>,
    /// As they were listed.
    pub samples: Vec<Sample>,
    /// The sums.
    pub totals: Totals,
}

/// Runs the document.
pub fn carry_out(question: &Question) -> Carried {
    if !is_plain(question) {
        let carried =
            run::<Complete, PoolTrace>(question, trace_for(question), |pool, at, act| match act {
                Intervention::Kill(container) => {
                    pool.kill(at, EnvironmentId(container));
                }
                Intervention::ConcurrencyLimit(limit) => pool.set_concurrency_limit(at, limit),
                Intervention::KeepAlive(keep_alive) => pool.set_keep_alive(at, keep_alive),
                Intervention::Deploy => pool.deploy(at),
            });
        return with_trace(question, carried);
    }
    match question.policy.routing {
        Routing::Newest => plain::<Newest>(question),
        Routing::Oldest | Routing::LeastLoaded => plain::<Oldest>(question),
        Routing::MostRecentlyUsed => plain::<MostRecentlyUsed>(question),
        Routing::LeastRecentlyUsed => plain::<LeastRecentlyUsed>(question),
    }
}

/// Whether the rules of [`Plain`] are enough, its times long enough and its environments many enough.
fn is_plain(question: &Question) -> bool {
    let limits = [
        question.policy.concurrency_limit,
        question.policy.environment_limit,
    ];
    let environments = limits
        .into_iter()
        .flatten()
        .map(|limit| limit as usize)
        .fold(question.arrivals.len(), usize::min);
    let is_over_in_time = question.arrivals.iter().all(|arrival| {
        // An init that is repeated inside the invocation counts twice.
        let init = arrival.script.init;
        arrival.at + init + init + arrival.script.duration <= Plain::<Newest>::LAST
    });
    question.policy.is_plain()
        && question.interventions.is_empty()
        && environments <= Plain::<Newest>::ENVIRONMENTS
        && is_over_in_time
}

fn plain<R: Router>(question: &Question) -> Carried {
    match question.detail {
        Detail::Full => {
            let carried = run::<Plain<R>, _>(question, trace_for(question), |_, _, _| {});
            with_trace(question, carried)
        }
        Detail::Totals => {
            let (sums, samples, usage) =
                run::<Plain<R>, _>(question, Sums::new(question), |_, _, _| {});
            Carried {
                trace: None,
                samples,
                totals: sums.totals(&usage, horizon(question, &usage)),
            }
        }
    }
}

fn with_trace(question: &Question, carried: (PoolTrace, Vec<Sample>, Usage)) -> Carried {
    let (trace, samples, usage) = carried;
    let totals = Sums::of(&trace, question).totals(&usage, horizon(question, &usage));
    Carried {
        trace: (question.detail == Detail::Full).then_some(trace),
        samples,
        totals,
    }
}

fn trace_for(question: &Question) -> PoolTrace {
    PoolTrace::with_capacity(question.arrivals.len())
}

fn horizon(question: &Question, usage: &Usage) -> SimTime {
    question.horizon.unwrap_or(usage.last_event)
}

/// Hands arrivals, interventions and samples to the pool by time: of one instant interventions first, samples last.
fn run<U: Rules, T: Record>(
    question: &Question,
    record: T,
    intervene: impl Fn(&mut Pool<ScriptedService, U, T>, SimTime, Intervention),
) -> (T, Vec<Sample>, Usage) {
    let mut pool: Pool<ScriptedService, U, T> = Pool::recording(
        question.policy.clone(),
        question.service,
        record,
        question.horizon,
    );
    let mut interventions = question.interventions.iter().copied().peekable();
    let mut samples: Vec<Option<Sample>> = vec![None; question.samples.len()];
    let mut by_time: Vec<usize> = (0..samples.len()).collect();
    by_time.sort_by_key(|&index| question.samples[index]);
    let mut by_time = by_time.into_iter().peekable();
    // Everything that comes before an arrival at `until`; the end of time comes after everything.
    let mut catch_up = |pool: &mut Pool<ScriptedService, U, T>, until: Option<SimTime>| loop {
        let is_before = |at: SimTime| until.is_none_or(|until| at < until);
        let intervention = interventions
            .peek()
            .copied()
            .filter(|&(at, _)| is_before(at) || until == Some(at));
        let sample = by_time
            .peek()
            .copied()
            .filter(|&index| is_before(question.samples[index]));
        match (intervention, sample) {
            (Some((at, act)), sample)
                if sample.is_none_or(|index| at <= question.samples[index]) =>
            {
                intervene(pool, at, act);
                interventions.next();
            }
            (_, Some(index)) => {
                let at = question.samples[index];
                pool.advance_to(at);
                samples[index] = Some(Sample {
                    at,
                    containers: pool.usage().alive,
                    busy: pool.usage().busy,
                });
                by_time.next();
            }
            _ => return,
        }
    };
    for arrival in &question.arrivals {
        catch_up(&mut pool, Some(arrival.at));
        pool.arrive(arrival.at, &arrival.script);
    }
    catch_up(&mut pool, None);
    pool.finish();
    let usage = pool.usage().clone();
    (
        pool.into_record(),
        samples.into_iter().flatten().collect(),
        usage,
    )
}
