//! What a run costs under a dated tariff. A bill is a function of the pool's trace and nothing else, so that the
//! rule books of different years bill the same run.

mod bill;
mod metering;
mod tariff;

pub use bill::{Bill, DurationCharge, RequestCharge};
pub use metering::Metering;
pub use tariff::{AWS_2016_12, AWS_2020_12, AWS_2025_08, Rate, TARIFFS, Tariff};
