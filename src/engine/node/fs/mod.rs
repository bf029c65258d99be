//! `fs` on a simulated file system: the reader's code, read-only, and `/tmp`.

mod container_files;
mod file_error;
mod file_system;
mod module;
mod pages;

pub(crate) use container_files::ContainerFiles;
pub(crate) use module::module;
