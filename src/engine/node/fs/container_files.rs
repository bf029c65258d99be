//! The file system of a container, made when its function first looks at a file.

use std::cell::RefCell;
use std::rc::Rc;

use domain::lambda::Deployment;

use super::file_system::FileSystem;

/// The files of one container. A successor of the process in it gets the same.
#[derive(Debug, Default)]
pub(crate) struct ContainerFiles {
    /// What the container runs, and when it was made, in milliseconds since 1970.
    origin: Option<(Rc<Deployment>, i64)>,
    made: RefCell<Option<FileSystem>>,
}

impl ContainerFiles {
    /// The files of a new container.
    pub(crate) fn new(deployment: &Rc<Deployment>, created_millis: i64) -> ContainerFiles {
        ContainerFiles {
            origin: Some((deployment.clone(), created_millis)),
            made: RefCell::default(),
        }
    }

    /// Reads or changes them.
    pub(crate) fn with<T>(&self, access: impl FnOnce(&mut FileSystem) -> T) -> T {
        let mut made = self.made.borrow_mut();
        let files = made.get_or_insert_with(|| match &self.origin {
            Some((deployment, created)) => {
                let path = deployment.module_format.path();
                FileSystem::new(path, &deployment.source, *created)
            }
            None => FileSystem::new("/var/task/index.js", "", 0),
        });
        access(files)
    }
}
