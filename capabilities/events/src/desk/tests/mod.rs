//! The desk on real databases, both engines, with a clock that stands still.

mod samples;

use crate::desk::WORDS;
use web::words::Wordbook;

fn wordbook() -> Wordbook {
    Wordbook::new(&[web::WORDS, crate::event::WORDS, WORDS]).unwrap()
}
