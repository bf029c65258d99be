//! The joint: a [`Plan`] of deployments, arrivals and interventions goes in, a [`Run`] comes out.
//!
//! Here requests become events, the pool is driven with a function runtime, and outcomes become HTTP responses.
//! Knows nothing of JavaScript, of a document object model or of files.

mod assumptions;
mod columns;
pub mod invoke_document;
mod members;
pub mod message;
mod plan;
mod run;
mod service;
pub mod simulate_document;
mod simulation;

pub use assumptions::{Assumption, assumptions};
pub use columns::{COLUMN_NAMES, Columns, columns_of, run_of};
pub use plan::{Act, MAX_ARRIVALS, Plan, PlanError, Step, Trigger};
pub use run::{Invocation, Run};
pub use simulation::Simulation;
