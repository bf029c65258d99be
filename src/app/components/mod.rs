//! What is drawn. The lab owns the model; everything below it is a [`part::Part`] or a function.

mod acts_row;
mod answer_pane;
mod answer_views;
mod axis_row;
mod bill_panel;
mod cells_view;
mod chart;
mod code_pane;
mod container_list;
mod controls;
mod copy_deeds;
mod cost_figure;
mod cost_sheet;
mod dock;
mod draft_line;
mod drawings;
mod fault_line;
mod field;
mod invite;
mod lab;
mod lane_marks;
mod lane_view;
mod legend;
mod marks;
mod markup;
mod measure;
mod memory_sheet;
mod names;
mod part;
mod pool_panel;
mod prose_acts;
mod request_fields;
mod request_line;
mod reveal;
mod run_figure;
mod settings_line;
#[cfg(test)]
mod stills;
mod strip;
mod table_view;
mod tabs;
mod timeline_view;

pub use drawings::{cost_figure, lab, mark, marks, run_picture, text_to_keep};
pub use lab::LabData;
pub use part::{Drawing, Drawn};
