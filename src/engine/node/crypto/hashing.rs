//! Hashes and keyed hashes that run while data comes in.

use boa_engine::{Finalize, JsData, Trace};
use hmac::{Hmac, Mac};
use sha2::Digest;

/// The names that are listed, as Node.js writes them.
pub(super) const NAMES: [&str; 7] = [
    "md5",
    "sha1",
    "sha224",
    "sha256",
    "sha384",
    "sha512",
    "sha512-256",
];

/// A computation that takes bytes and ends in a digest.
pub(super) trait Running {
    fn take(&mut self, bytes: &[u8]);
    fn finish(self: Box<Self>) -> Vec<u8>;
    fn copy(&self) -> Box<dyn Running>;
}

struct Plain<D>(D);

impl<D: Digest + Clone + 'static> Running for Plain<D> {
    fn take(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        self.0.finalize().to_vec()
    }

    fn copy(&self) -> Box<dyn Running> {
        Box::new(Plain(self.0.clone()))
    }
}

struct Keyed<M>(M);

impl<M: Mac + Clone + 'static> Running for Keyed<M> {
    fn take(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        self.0.finalize().into_bytes().to_vec()
    }

    fn copy(&self) -> Box<dyn Running> {
        Box::new(Keyed(self.0.clone()))
    }
}

/// Does something with the hash of a name, in any case; `None` if there is no such hash.
macro_rules! with_hash {
    ($name:expr, $hash:ident => $act:expr) => {
        match super::hashing::plain_name($name).as_str() {
            "md5" => {
                type $hash = md5::Md5;
                Some($act)
            }
            "sha1" => {
                type $hash = sha1::Sha1;
                Some($act)
            }
            "sha224" => {
                type $hash = sha2::Sha224;
                Some($act)
            }
            "sha256" => {
                type $hash = sha2::Sha256;
                Some($act)
            }
            "sha384" => {
                type $hash = sha2::Sha384;
                Some($act)
            }
            "sha512" => {
                type $hash = sha2::Sha512;
                Some($act)
            }
            "sha512-256" => {
                type $hash = sha2::Sha512_256;
                Some($act)
            }
            _ => None,
        }
    };
}
pub(super) use with_hash;

/// The name without case and without what names of certificates put before it.
pub(super) fn plain_name(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    let name = name.strip_prefix("rsa-").unwrap_or(&name);
    match name {
        "sha-1" => "sha1".to_owned(),
        "sha-224" | "sha-256" | "sha-384" | "sha-512" | "sha2-224" | "sha2-256" | "sha2-384"
        | "sha2-512" => {
            format!("sha{}", &name[name.len() - 3..])
        }
        "sha-512/256" | "sha512/256" => "sha512-256".to_owned(),
        other => other.to_owned(),
    }
}

/// A hash of this name.
pub(super) fn plain(name: &str) -> Option<Box<dyn Running>> {
    with_hash!(name, Hash => Box::new(Plain(Hash::new())) as Box<dyn Running>)
}

/// A keyed hash of this name.
pub(super) fn keyed(name: &str, key: &[u8]) -> Option<Box<dyn Running>> {
    with_hash!(name, Hash => {
        // HMAC takes keys of any length.
        let mac = Hmac::<Hash>::new_from_slice(key).ok()?;
        Box::new(Keyed(mac)) as Box<dyn Running>
    })
}

/// What a `Hash` or `Hmac` object holds; nothing after its digest was asked for.
#[derive(Trace, Finalize, JsData)]
pub(super) struct State(#[unsafe_ignore_trace] pub(super) Option<Box<dyn Running>>);
