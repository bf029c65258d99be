//! The bytes of files, kept as pages by content: equal pages are kept once, so that 512 MB of zeros fit a phone.

use std::collections::BTreeSet;
use std::rc::Rc;

/// Bytes of a page.
pub(crate) const PAGE_BYTES: usize = 64 * 1024;

/// All distinct pages of one file system.
#[derive(Debug, Default)]
pub(crate) struct PageStore {
    pages: BTreeSet<Rc<[u8]>>,
    bytes: usize,
}

impl PageStore {
    /// Bytes of distinct content that are really held.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes
    }

    /// The page of this content.
    fn keep(&mut self, content: &[u8]) -> Rc<[u8]> {
        if let Some(known) = self.pages.get(content) {
            return known.clone();
        }
        let page: Rc<[u8]> = content.into();
        self.pages.insert(page.clone());
        self.bytes += content.len();
        page
    }

    /// Forgets a page that a file no longer needs, if it was the last.
    fn forget(&mut self, page: Rc<[u8]>) {
        // One in the set, one here.
        if Rc::strong_count(&page) == 2 {
            self.pages.remove(&page);
            self.bytes -= page.len();
        }
    }
}

/// The content of one file: whole pages, and the last one as long as it is.
#[derive(Debug, Default)]
pub(crate) struct Content {
    pages: Vec<Rc<[u8]>>,
    len: usize,
}

impl Content {
    /// Its length in bytes.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// All its bytes.
    pub(crate) fn to_vec(&self) -> Vec<u8> {
        self.pages.concat()
    }

    /// The bytes from `start` on, at most `len` of them.
    pub(crate) fn slice(&self, start: usize, len: usize) -> Vec<u8> {
        let end = start.saturating_add(len).min(self.len);
        let mut bytes = Vec::new();
        let mut at = start;
        while at < end {
            let page = &self.pages[at / PAGE_BYTES];
            let from = at % PAGE_BYTES;
            let to = page.len().min(from + end - at);
            bytes.extend_from_slice(&page[from..to]);
            at += to - from;
        }
        bytes
    }

    /// Puts bytes at a place; what lies between the end and that place becomes zeros.
    pub(crate) fn write(&mut self, start: usize, bytes: &[u8], store: &mut PageStore) {
        let end = start + bytes.len();
        self.resize(self.len.max(end), store);
        let mut at = start;
        while at < end {
            let index = at / PAGE_BYTES;
            let from = at % PAGE_BYTES;
            let mut page = self.pages[index].to_vec();
            let to = page.len().min(from + end - at);
            page[from..to].copy_from_slice(&bytes[at - start..at - start + to - from]);
            self.replace(index, &page, store);
            at += to - from;
        }
    }

    /// Cuts it, or makes it longer with zeros.
    pub(crate) fn resize(&mut self, len: usize, store: &mut PageStore) {
        let count = len.div_ceil(PAGE_BYTES);
        while self.pages.len() > count {
            if let Some(page) = self.pages.pop() {
                store.forget(page);
            }
        }
        let zeros = [0; PAGE_BYTES];
        for index in self.len / PAGE_BYTES..count {
            let wanted = PAGE_BYTES.min(len - index * PAGE_BYTES);
            match self.pages.get(index) {
                Some(page) if page.len() == wanted => {}
                Some(page) => {
                    let mut page = page.to_vec();
                    page.resize(wanted, 0);
                    self.replace(index, &page, store);
                }
                None => self.pages.push(store.keep(&zeros[..wanted])),
            }
        }
        if let Some(page) = self.pages.last() {
            let wanted = len - (count - 1) * PAGE_BYTES;
            if page.len() != wanted {
                let page = page[..wanted].to_vec();
                self.replace(count - 1, &page, store);
            }
        }
        self.len = len;
    }

    fn replace(&mut self, index: usize, content: &[u8], store: &mut PageStore) {
        let new = store.keep(content);
        let old = std::mem::replace(&mut self.pages[index], new);
        store.forget(old);
    }
}
