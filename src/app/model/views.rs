//! Which of several views of the same thing the reader looks at.

/// A view of the chosen invocation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AnswerTab {
    /// What the visitor got.
    #[default]
    Response,
    /// What was written.
    Log,
    /// What the handler was given.
    Event,
}

/// A view of the pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PoolView {
    /// A picture over time.
    #[default]
    Timeline,
    /// One row per invocation.
    Table,
}
