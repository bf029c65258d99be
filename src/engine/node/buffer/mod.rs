//! `Buffer`: a `Uint8Array` with Node's methods. Its class is made with the first buffer.

mod class;
mod making;
mod module;
mod numbers;
mod searching;
mod text;
mod whole;

pub(crate) use class::prototype;
pub(crate) use module::module;
