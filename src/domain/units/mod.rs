//! Quantities with their units in the type: a number of microseconds cannot be taken for one of megabytes, nor a
//! point in time for a span.

mod calendar;
mod environment_id;
mod exponential;
mod memory;
mod money;
mod seed;
mod time;

pub use calendar::{CalendarTime, CalendarTimeError, MONTHS};
pub use environment_id::EnvironmentId;
pub use exponential::Exponential;
pub use memory::MemorySize;
pub use money::Money;
pub use seed::{Draws, Purpose, Seed};
pub use time::{SimDuration, SimTime};
