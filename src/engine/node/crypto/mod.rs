//! `crypto`: hashes and keyed hashes by RustCrypto, chance from the seeded stream, keys from passwords.

mod derived_keys;
mod hashing;
mod module;

pub(crate) use module::module;
