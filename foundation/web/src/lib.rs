//! What every page stands in: the shell, forms and their errors, the guard at each route, request
//! protection, error pages, assets. It knows no word of the domain.
//!
//! Invariants:
//! - A route exists only with its row in the table of who may enter ([`routes::Routes`]).
//! - A visitor gets no cookie, and no page asks another host for anything.
//! - No script and no style stands inside a page.

pub mod asked;
pub mod assets;
pub mod cache;
pub mod fault;
pub mod fields;
pub mod forms;
pub mod letters;
pub mod markdown;
pub mod protection;
pub mod routes;
pub mod shell;
pub mod site;
#[cfg(feature = "testing")]
pub mod testing;
pub mod weave;
pub mod words;

pub use asked::{Asked, SignedIn};
pub use fault::Fault;
pub use fields::Fields;
pub use routes::{Routes, Who};
pub use site::Site;
pub use words::{Words, WordsText};

/// This crate's own wording.
pub const WORDS: WordsText =
    WordsText { slice: "web", sv: include_str!("words.sv.ftl"), en: include_str!("words.en.ftl") };
