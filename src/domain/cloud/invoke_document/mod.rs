//! The document of the `invoke` command: a function and its invocations go in, what became of each comes out.
//!
//! Invocations run one after another on one environment, and on its successor after a loss. Unknown members and
//! impossible values are refused with the member's path; inside `event` everything is the user's own.

mod answer;
mod question;
#[cfg(test)]
mod tests;

pub use answer::{Carried, answer, carry_out, log_lines};
pub use question::{Question, Refusal, read};
