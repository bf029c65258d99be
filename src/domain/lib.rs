//! What Coldstart knows about serverless functions, and nothing about browsers, files or a JavaScript engine.
//!
//! A **plan** goes in, a **run** comes out, and the same plan gives the same run everywhere. Read the modules in
//! this order, which is also the order in which they may use each other: [`units`], [`http`], [`lambda`], [`pool`],
//! [`billing`], [`cloud`]. `ARCHITECTURE.md` says which module may use which; a tidy test keeps it so.

pub mod billing;
pub mod cloud;
pub mod http;
pub mod lambda;
pub mod pool;
pub mod units;

/// Names the sources that this build was made from: 16 hexadecimal digits. Two programs may exchange messages of
/// [`cloud::message`] only when their names are equal.
pub const BUILD: &str = env!("COLDSTART_BUILD");
