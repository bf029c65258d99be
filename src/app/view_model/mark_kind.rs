//! The shapes that stand for states, one for each: the same in lanes, legend, table and prose.

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// A container that starts: dashed outline, hatched.
    Starting,
    /// A handler that runs: a solid bar.
    Running,
    /// A warm container that waits: a line in a band.
    Warm,
    /// A container that is gone: a cross.
    Gone,
    /// A run that ended in an error: a striped bar with a torn end.
    Error,
    /// A request that was turned away: a dashed ring.
    Throttled,
    /// Billed time: a line, dotted where rounding adds to it.
    Billed,
}

impl MarkKind {
    /// All of them with their words, in the order of the legend.
    pub const LEGEND: [(MarkKind, &'static str); 7] = [
        (MarkKind::Starting, "starting"),
        (MarkKind::Running, "running"),
        (MarkKind::Billed, "billed, with rounding"),
        (MarkKind::Warm, "warm, idle"),
        (MarkKind::Gone, "gone"),
        (MarkKind::Error, "error"),
        (MarkKind::Throttled, "throttled"),
    ];
}
