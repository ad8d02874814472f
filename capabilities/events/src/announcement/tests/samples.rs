//! Every page of this slice, rendered in both languages from its sample.

use super::*;
use crate::announcement::pages::event::EventPage;
use crate::announcement::pages::list::ListPage;
use crate::announcement::pages::mix::MixBlock;
use crate::announcement::pages::print::PrintPage;
use askama::Template;
use locale::Language;
use web::{Words, testing};

fn rendered(words: &Words) -> testing::Pages {
    vec![
        ("event", EventPage::sample(words).render().unwrap()),
        ("print", PrintPage::sample(words).render().unwrap()),
        ("list", ListPage::sample(words).render().unwrap()),
        ("empty list", ListPage::sample_empty(words).render().unwrap()),
    ]
}

#[test]
fn every_page_speaks_both_languages_and_escapes() {
    testing::assert_speaks(&wordbook(), rendered, &["announcement-", "event-place"], &["<b>"]);
}

#[test]
fn ids_pointers_and_headings_are_in_order() {
    testing::assert_order(&wordbook(), rendered);
}

#[test]
fn an_event_tells_all_it_has() {
    let words = wordbook();
    let html = EventPage::sample(words.of(Language::Swedish)).render().unwrap();
    for said in [
        "onsdag 26 maj 2027",
        "kl. 16.00–18.00",
        "Digitalt via Zoom",
        "Länken kommer måndag 24 maj.",
        "fredag 21 maj",
        "om 3 dagar",
        "78 av 120 platser kvar",
        "Kostnadsfritt",
        "Den som uteblir utan att avanmäla sig betalar 300 kronor.",
        "Nycklar &#38; ansvar",
        "Yusuf Hallenberg och Ingegerd Snöbohm, rektorer, Hällnäs skola",
        "1. <span>Försäkring &#38; ansvar</span>",
        "3 platser kvar",
        "Samtalsledare: Torvald Ekerot, jurist, Hällnäs skola",
        "Vad fattas hos er?",
        "31 från offentlig sektor",
        "några få från näringslivet",
        "Medfinansieras av Europeiska unionen",
        "Europeiska unionens emblem",
        "Det här är ett förmöte till",
        "Om Länets samtal",
        "Ingår i projektet <span>Öppna hus</span>",
        "mailto:marit.asbrink@example.org",
        "tel:0700000000",
        "Senast uppdaterad måndag 1 mars 2027 kl. 10.00.",
        "href=\"/sv/evenemang/lediga-rum.ics\"",
        "href=\"/sv/evenemang/lediga-rum/utskrift\"",
        "href=\"/sv/evenemang/lediga-rum/anmalan\"",
    ] {
        assert!(html.contains(said), "{said} in\n{html}");
    }
    assert!(!html.contains("några få från akademin"), "{html}");
}

#[test]
fn small_numbers_are_not_told() {
    for (language, few) in
        [(Language::Swedish, "några få andra"), (Language::English, "a few others")]
    {
        let words = wordbook();
        assert!(MixBlock::new(words.of(language), [1, 1, 1, 1, 0]).is_none());
        let html = MixBlock::new(words.of(language), [1, 1, 1, 1, 1]).unwrap().render().unwrap();
        assert!(html.contains(few) && !html.contains("announcement-"), "{html}");
    }
}

#[test]
fn a_text_in_one_language_is_marked_and_the_page_says_so_once() {
    let words = wordbook();
    let html = EventPage::sample(words.of(Language::English)).render().unwrap();
    assert!(html.contains("<p class=\"lead\" lang=\"sv\">Skolor"), "{html}");
    assert_eq!(html.matches("only available in Swedish").count(), 1, "{html}");
    let swedish = EventPage::sample(words.of(Language::Swedish)).render().unwrap();
    assert!(!swedish.contains("lang=\"") && !swedish.contains("finns bara"), "{swedish}");
}
