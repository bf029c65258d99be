//! From plan and run to what is drawn: pure functions that know widths and words, and neither browser nor clock.

mod always_on;
mod answer;
mod axis;
mod billed_lines;
mod cells;
mod code_line;
mod container_state;
mod coordinate;
mod cost_over_rate;
mod dock;
mod figures;
mod in_flight;
mod lane;
mod lane_builder;
mod lane_geometry;
mod latency;
mod log_text;
mod mark_kind;
mod memory_sizes;
mod pills;
mod slots;
mod status;
mod table;
mod ticks;
mod timeline;
mod words;

pub(crate) use always_on::AlwaysOn;
pub(crate) use answer::{Answer, Explanation, Reply, TextPiece, pieces, which};
pub(crate) use axis::{Activity, Axis};
pub(crate) use billed_lines::{BilledLine, billed_lines};
pub(crate) use cells::Cells;
pub(crate) use code_line::{CodePiece, CodeStyle, code_lines};
pub(crate) use container_state::{ContainerState, StateCount, counts_at_rest};
pub(crate) use coordinate::Coordinate;
pub(crate) use cost_over_rate::{
    A_MILLION, CostRow, MONTHS, PLOT_PX, a_second, down, month_in_words, percent, requests_a_month,
};
pub use cost_over_rate::{CostOverRate, few};
pub(crate) use dock::Dock;
pub(crate) use figures::{Figures, LedgerLine};
pub(crate) use lane::{Bar, BesideBar, EndMark, Extent, Lane, LaneDrawing, PlacedLine};
pub(crate) use lane_builder::LaneBuilder;
pub(crate) use lane_geometry::{LaneForm, LaneGeometry};
pub(crate) use log_text::{LogEntry, log_entries};
pub use mark_kind::MarkKind;
pub(crate) use memory_sizes::{CURVE_PX, MemorySizes, SizeRow, stops};
pub(crate) use pills::{ArrivalMark, Pill, pills};
pub(crate) use slots::slots;
pub(crate) use status::{at_rest, last_sent, progress, status};
pub(crate) use table::{Cell, PAGE, Row, row};
pub(crate) use ticks::{Tick, TickKind, ticks};
pub(crate) use timeline::{Measure, Picture, Timeline};
pub(crate) use words::{counted, lasting, thousands};
