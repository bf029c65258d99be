//! Which of several views of the same thing the reader looks at.

/// A view of the chosen invocation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum AnswerTab {
    /// What the visitor got.
    #[default]
    Response,
    /// What was written.
    Log,
    /// What the handler was given.
    Event,
}

/// A picture that the bill opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BillPicture {
    /// What other memory sizes would take and cost.
    MemorySizes,
    /// What function and server cost at any rate.
    CostOverRate,
}

/// A view of the pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum PoolView {
    /// A picture over time.
    #[default]
    Timeline,
    /// One row per invocation.
    Table,
}
