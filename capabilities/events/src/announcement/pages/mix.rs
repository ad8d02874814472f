//! Who comes, as threads in a cloth and in words beside them.

use crate::announcement::rules::{self, Share};
use askama::Template;
use shared::Sector;
use web::Words;
use web::weave::mix_bar;

/// A bar of the sectors with their numbers in words; written unescaped.
#[derive(Template, Clone)]
#[template(path = "announcement/pages/mix.html")]
pub struct MixBlock {
    bar: String,
    key: Vec<(String, String)>,
}

impl MixBlock {
    /// Nothing while so few registered that one could guess who.
    pub fn new(words: &Words, counts: [u32; 5]) -> Option<Self> {
        let shares = rules::shares(counts)?;
        let key = Sector::ALL
            .into_iter()
            .zip(shares)
            .enumerate()
            .filter_map(|(at, (sector, share))| {
                let mut alone = [0; 5];
                alone[at] = 1;
                said(words, sector, share).map(|text| (mix_bar(alone), text))
            })
            .collect();
        Some(Self { bar: mix_bar(shares.map(Share::thread)), key })
    }
}

fn said(words: &Words, sector: Sector, share: Share) -> Option<String> {
    match share {
        Share::Nobody => None,
        Share::AFew => Some(match sector {
            Sector::Public => words.text("announcement-few-public"),
            Sector::CivilSociety => words.text("announcement-few-civil-society"),
            Sector::Business => words.text("announcement-few-business"),
            Sector::Academia => words.text("announcement-few-academia"),
            Sector::Other => words.text("announcement-few-other"),
        }),
        Share::Count(count) => {
            let count = locale::number(words.language, i64::from(count));
            let count = [("count", count.into())];
            Some(match sector {
                Sector::Public => words.text_with("announcement-count-public", count),
                Sector::CivilSociety => words.text_with("announcement-count-civil-society", count),
                Sector::Business => words.text_with("announcement-count-business", count),
                Sector::Academia => words.text_with("announcement-count-academia", count),
                Sector::Other => words.text_with("announcement-count-other", count),
            })
        }
    }
}
