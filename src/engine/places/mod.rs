//! Places in the reader's file, and Node's words for what fails there.
//!
//! boa says neither which property of what was read nor, in many cases, where. So the text is marked before it runs:
//! what may be null or undefined where a property is read of it gets a guard that costs one instruction and calls a
//! native only in the case of failure. No mark adds a line; columns are counted back.

mod built_in_frames;
mod extents;
mod first_names;
mod function_names;
mod insertions;
mod marker;
mod messages;
mod natives;
mod optional_chains;
mod parameter_patterns;
mod printer;
mod source_map;
mod suspects;
mod taking_apart;
mod text_offsets;

pub(crate) use marker::mark;
pub(crate) use natives::{as_module, functions, names};
pub(crate) use source_map::SourceMap;
