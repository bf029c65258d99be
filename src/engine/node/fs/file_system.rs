//! The files of one container: what Lambda gives a function to see. Knows nothing of JavaScript.
//!
//! `/tmp` can be written, everything else is read-only. It belongs to the container, not to the process in it, so it
//! outlives a process that is lost.

use std::collections::BTreeMap;

use super::file_error::Errno;
use super::pages::{Content, PageStore};

/// What `/tmp` holds at most (Lambda Developer Guide, "Lambda quotas").
const MOST_BYTES: usize = 512 * 1024 * 1024;
/// Distinct bytes that are really kept; a phone has no more to give.
const MOST_DISTINCT_BYTES: usize = 128 * 1024 * 1024;
/// A file takes whole blocks of the disk, and so does a folder.
const BLOCK_BYTES: usize = 4096;
/// Linux takes no longer paths and names.
const MOST_PATH_BYTES: usize = 4095;
const MOST_NAME_BYTES: usize = 255;

/// A file or a folder.
#[derive(Debug)]
pub(crate) struct Node {
    /// `None` for a folder.
    content: Option<Content>,
    /// When it was changed last, in milliseconds since 1970.
    pub(crate) modified_millis: i64,
    pub(crate) mode: u32,
    /// A number of its own, as `ino`.
    pub(crate) number: u32,
}

impl Node {
    pub(crate) fn is_folder(&self) -> bool {
        self.content.is_none()
    }

    /// Bytes of content; a folder has a block.
    pub(crate) fn len(&self) -> usize {
        self.content.as_ref().map_or(BLOCK_BYTES, Content::len)
    }
}

/// All files, by absolute path without a slash at the end.
#[derive(Debug)]
pub(crate) struct FileSystem {
    nodes: BTreeMap<String, Node>,
    pages: PageStore,
    /// Bytes that are in use of what `/tmp` may hold.
    used: usize,
    last_number: u32,
    /// Whether the last refusal of space was this simulation's own, not Lambda's.
    ran_out_of_distinct_bytes: bool,
}

impl FileSystem {
    /// Nothing but the reader's file.
    pub(super) fn new(source_path: &str, source: &str, created: i64) -> FileSystem {
        let mut files = FileSystem {
            nodes: BTreeMap::new(),
            pages: PageStore::default(),
            used: 0,
            last_number: 0,
            ran_out_of_distinct_bytes: false,
        };
        for folder in ["", "/opt", "/tmp", "/var", "/var/runtime", "/var/task"] {
            let mode = if folder == "/tmp" { 0o700 } else { 0o755 };
            files.insert(folder, None, mode, created);
        }
        let mut content = Content::default();
        content.write(0, source.as_bytes(), &mut files.pages);
        files.insert(source_path, Some(content), 0o755, created);
        files
    }

    fn insert(&mut self, path: &str, content: Option<Content>, mode: u32, now: i64) {
        self.last_number += 1;
        let node = Node {
            content,
            modified_millis: now,
            mode,
            number: self.last_number,
        };
        self.nodes.insert(path.to_owned(), node);
    }

    /// Whether the last `NoSpace` came from what this simulation can hold, not from what Lambda allows.
    pub(crate) fn ran_out_of_distinct_bytes(&self) -> bool {
        self.ran_out_of_distinct_bytes
    }

    /// Whether there is a file, and not a folder, at a path.
    pub(crate) fn is_file(&self, path: &str) -> bool {
        self.find(path).is_ok_and(|node| !node.is_folder())
    }

    /// All bytes of a file.
    pub(crate) fn read(&self, path: &str) -> Option<Vec<u8>> {
        self.find(path).ok()?.content.as_ref().map(Content::to_vec)
    }

    /// The file or folder at an absolute path.
    pub(crate) fn find(&self, path: &str) -> Result<&Node, Errno> {
        let path = trimmed(path);
        if let Some(node) = self.nodes.get(path) {
            return Ok(node);
        }
        let is_long = |name: &str| name.len() > MOST_NAME_BYTES;
        if path.len() > MOST_PATH_BYTES || path.rsplit('/').any(is_long) {
            return Err(Errno::NameTooLong);
        }
        // A file on the way is another mistake than nothing on the way.
        let mut above = path;
        while let Some(end) = above.rfind('/') {
            above = &above[..end];
            if let Some(node) = self.nodes.get(above) {
                return Err(if node.is_folder() {
                    Errno::NoEntry
                } else {
                    Errno::NotADirectory
                });
            }
        }
        Err(Errno::NoEntry)
    }

    /// The names in a folder, in alphabetical order.
    pub(crate) fn list(&self, path: &str) -> Result<Vec<(String, bool)>, Errno> {
        if !self.find(path)?.is_folder() {
            return Err(Errno::NotADirectory);
        }
        let prefix = format!("{}/", trimmed(path));
        let inside = self
            .nodes
            .range(prefix.clone()..)
            .take_while(|(name, _)| name.starts_with(&prefix));
        Ok(inside
            .map(|(name, node)| (&name[prefix.len()..], node))
            .filter(|(name, _)| !name.is_empty() && !name.contains('/'))
            .map(|(name, node)| (name.to_owned(), node.is_folder()))
            .collect())
    }

    /// Whether anything is in a folder.
    fn has_entries(&self, path: &str) -> bool {
        let prefix = format!("{}/", trimmed(path));
        let mut inside = self.nodes.range(prefix.clone()..);
        inside
            .next()
            .is_some_and(|(name, _)| name.starts_with(&prefix))
    }

    /// Makes a folder.
    pub(crate) fn make_folder(&mut self, path: &str, mode: u32, now: i64) -> Result<(), Errno> {
        match self.find(path) {
            Ok(_) => return Err(Errno::Exists),
            Err(Errno::NoEntry) => self.check_parent(path)?,
            Err(errno) => return Err(errno),
        }
        self.take_space(BLOCK_BYTES)?;
        self.insert(trimmed(path), None, mode, now);
        Ok(())
    }

    /// Makes an empty file, unless there is one.
    pub(crate) fn make_file(&mut self, path: &str, mode: u32, now: i64) -> Result<(), Errno> {
        match self.find(path) {
            Ok(node) if node.is_folder() => return Err(Errno::IsADirectory),
            Ok(_) => return writable(path),
            Err(Errno::NoEntry) => {}
            Err(errno) => return Err(errno),
        }
        self.check_parent(path)?;
        self.take_space(BLOCK_BYTES)?;
        self.insert(trimmed(path), Some(Content::default()), mode, now);
        Ok(())
    }

    fn check_parent(&self, path: &str) -> Result<(), Errno> {
        let parent = super::super::path::dirname(trimmed(path));
        if !self.find(parent)?.is_folder() {
            return Err(Errno::NotADirectory);
        }
        writable(path)
    }

    /// Bytes of a file from a place on.
    pub(crate) fn read_at(&self, path: &str, start: usize, len: usize) -> Result<Vec<u8>, Errno> {
        let node = self.find(path)?;
        node.content
            .as_ref()
            .map(|content| content.slice(start, len))
            .ok_or(Errno::IsADirectory)
    }

    /// Puts bytes into a file at a place.
    pub(crate) fn write_at(
        &mut self,
        path: &str,
        start: usize,
        bytes: &[u8],
        now: i64,
    ) -> Result<(), Errno> {
        let length = self.find(path)?.len();
        self.resize(path, length.max(start + bytes.len()), now)?;
        // The worst case: nothing of it equals what is there already.
        if self.pages.bytes() + bytes.len() > MOST_DISTINCT_BYTES && !is_uniform(bytes) {
            self.resize(path, length, now)?;
            self.ran_out_of_distinct_bytes = true;
            return Err(Errno::NoSpace);
        }
        let node = self.nodes.get_mut(trimmed(path)).ok_or(Errno::NoEntry)?;
        let content = node.content.as_mut().ok_or(Errno::IsADirectory)?;
        content.write(start, bytes, &mut self.pages);
        Ok(())
    }

    /// Cuts a file, or makes it longer with zeros.
    pub(crate) fn resize(&mut self, path: &str, len: usize, now: i64) -> Result<(), Errno> {
        writable(path)?;
        let old = self.find(path)?;
        if old.is_folder() {
            return Err(Errno::IsADirectory);
        }
        let (old, new) = (blocks(old.len()), blocks(len));
        if new > old {
            self.take_space(new - old)?;
        } else {
            self.used -= old - new;
        }
        let node = self.nodes.get_mut(trimmed(path)).ok_or(Errno::NoEntry)?;
        node.modified_millis = now;
        let content = node.content.as_mut().ok_or(Errno::IsADirectory)?;
        content.resize(len, &mut self.pages);
        Ok(())
    }

    /// Removes a file or an empty folder.
    pub(crate) fn remove(&mut self, path: &str) -> Result<(), Errno> {
        let is_folder = self.find(path)?.is_folder();
        if is_folder && self.has_entries(path) {
            return Err(Errno::NotEmpty);
        }
        writable(path)?;
        if let Some(mut node) = self.nodes.remove(trimmed(path)) {
            self.used -= blocks(node.len());
            if let Some(content) = &mut node.content {
                content.resize(0, &mut self.pages);
            }
        }
        Ok(())
    }

    /// Moves a file or a folder with all that is in it, over a file or an empty folder if there is one. Gives how many
    /// names changed.
    pub(crate) fn rename(&mut self, from: &str, to: &str) -> Result<usize, Errno> {
        let is_folder = self.find(from)?.is_folder();
        let (from, to) = (trimmed(from), trimmed(to));
        if from == to {
            return Ok(0);
        }
        if to.starts_with(&format!("{from}/")) {
            return Err(Errno::Invalid);
        }
        writable(from)?;
        match self.find(to) {
            Ok(target) if target.is_folder() && !is_folder => {
                return Err(if self.has_entries(to) {
                    Errno::NotEmpty
                } else {
                    Errno::IsADirectory
                });
            }
            Ok(target) if !target.is_folder() && is_folder => return Err(Errno::NotADirectory),
            Ok(_) => self.remove(to)?,
            Err(Errno::NoEntry) => self.check_parent(to)?,
            Err(errno) => return Err(errno),
        }
        let prefix = format!("{from}/");
        let inside = self.nodes.range(prefix.clone()..).map(|(name, _)| name);
        let mut moved: Vec<String> = inside
            .take_while(|name| name.starts_with(&prefix))
            .cloned()
            .collect();
        moved.push(from.to_owned());
        let count = moved.len();
        for name in moved {
            if let Some(node) = self.nodes.remove(&name) {
                self.nodes
                    .insert(format!("{to}{}", &name[from.len()..]), node);
            }
        }
        Ok(count)
    }

    /// Sets what a file or folder says about itself.
    pub(crate) fn change(
        &mut self,
        path: &str,
        modified_millis: Option<i64>,
        mode: Option<u32>,
    ) -> Result<(), Errno> {
        self.find(path)?;
        writable(path)?;
        if let Some(node) = self.nodes.get_mut(trimmed(path)) {
            node.modified_millis = modified_millis.unwrap_or(node.modified_millis);
            node.mode = mode.unwrap_or(node.mode);
        }
        Ok(())
    }

    fn take_space(&mut self, bytes: usize) -> Result<(), Errno> {
        if self.used + bytes > MOST_BYTES {
            self.ran_out_of_distinct_bytes = false;
            return Err(Errno::NoSpace);
        }
        self.used += bytes;
        Ok(())
    }
}

fn trimmed(path: &str) -> &str {
    path.trim_end_matches('/')
}

/// Whether a place may be changed at all.
pub(crate) fn writable(path: &str) -> Result<(), Errno> {
    match path.strip_prefix("/tmp") {
        Some(rest) if rest.starts_with('/') && rest.len() > 1 => Ok(()),
        _ => Err(Errno::ReadOnly),
    }
}

/// What a file of this many bytes takes of the disk; the block of an empty one holds its name.
fn blocks(len: usize) -> usize {
    len.div_ceil(BLOCK_BYTES).max(1) * BLOCK_BYTES
}

fn is_uniform(bytes: &[u8]) -> bool {
    bytes
        .first()
        .is_none_or(|first| bytes.iter().all(|byte| byte == first))
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: i64 = 1_482_494_400_000;

    #[test]
    fn space_is_counted_and_given_back() {
        let mut files = FileSystem::new("/var/task/index.js", "1", START);
        let megabyte = vec![0; 1024 * 1024];
        files.make_file("/tmp/zeros", 0o644, START).unwrap();
        for at in 0..512 {
            files
                .write_at("/tmp/zeros", at << 20, &megabyte, START)
                .unwrap();
        }
        assert!(
            files.pages.bytes() < 1024 * 1024,
            "equal pages are kept once"
        );
        assert_eq!(
            files.write_at("/tmp/zeros", 512 << 20, b"x", START),
            Err(Errno::NoSpace)
        );
        assert!(!files.ran_out_of_distinct_bytes());
        files.remove("/tmp/zeros").unwrap();
        assert_eq!(files.used, 0);
        assert_eq!(files.pages.bytes(), 1, "only the reader's file is left");
    }

    #[test]
    fn content_is_what_was_written_across_pages() {
        let mut files = FileSystem::new("/var/task/index.js", "1", START);
        files.make_file("/tmp/a", 0o644, START).unwrap();
        let bytes: Vec<u8> = (0..200_000_u32).map(|index| (index % 251) as u8).collect();
        files.write_at("/tmp/a", 0, &bytes, START).unwrap();
        assert_eq!(files.read("/tmp/a").unwrap(), bytes);
        assert_eq!(
            files.read_at("/tmp/a", 65_530, 20).unwrap(),
            bytes[65_530..65_550]
        );
        files.write_at("/tmp/a", 200_010, b"end", START).unwrap();
        let longer = files.read("/tmp/a").unwrap();
        assert_eq!(longer.len(), 200_013);
        assert_eq!(
            &longer[199_999..],
            [&bytes[199_999..], &[0; 10], b"end"].concat()
        );
        files.resize("/tmp/a", 65_536, START).unwrap();
        assert_eq!(files.read("/tmp/a").unwrap(), bytes[..65_536]);
    }
}
