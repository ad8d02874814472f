//! Files of every kind, as people have them, into lines.

use documents::{Document, FileKind, Line, Place, Shape, read};

fn fixture(name: &str) -> Document {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    read(name, &bytes).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The lines that say something, without how far they are set in.
fn said(document: &Document) -> Vec<(&str, Shape)> {
    let lines = document.lines.iter().filter(|line| !line.text.is_empty());
    lines.map(|line| (line.text.trim_start(), line.shape)).collect()
}

const TITLE: (&str, Shape) = ("Odlingslotter för alla", Shape::Heading(1));
const LEAD: (&str, Shape) = (
    "Hur ser vi till att fler får odla? Kom och prata med grannar och tjänstepersoner.",
    Shape::Unknown,
);

fn plain(text: &str) -> (&str, Shape) {
    (text, Shape::Unknown)
}

fn item(text: &str) -> (&str, Shape) {
    (text, Shape::ListItem)
}

#[test]
fn a_page_is_read_without_its_menus() {
    let page = fixture("page.html");
    assert_eq!(page.kind, FileKind::Html);
    assert_eq!(
        said(&page),
        [
            TITLE,
            LEAD,
            plain("Datum"),
            plain("tisdag 26 maj 2026"),
            plain("Tid"),
            plain("13.00–15.30"),
            plain("Plats: Medborgarhuset,"),
            plain("Storgatan 3, Sundborn"),
            ("Program", Shape::Heading(2)),
            plain("Eftermiddagen"),
            plain("Tid\tPunkt"),
            plain("13.00\tVälkommen"),
            plain("Disa Ågren, trädgårdsmästare"),
            plain("13.20\tJord under naglarna"),
            plain("Olle Hed, forskare"),
            ("Tre samtal", Shape::Heading(3)),
            item("1. Vem får en lott?"),
            item("2. Vatten och redskap"),
            item("• slang"),
            item("• kannor"),
            plain(
                "Kostnadsfritt. Anmäl dig här (https://sundborn.example/anmalan?id=7) senast 19 \
                 maj. Frågor: Disa Ågren (lotter@sundborn.example)"
            ),
            plain("rad ett"),
            plain("rad två"),
        ]
    );
    assert!(page.lines.iter().all(|line| line.place.is_none()));
}

#[test]
fn a_word_file_keeps_headings_lists_and_rows() {
    let word = fixture("styled.docx");
    assert_eq!(word.kind, FileKind::Docx);
    assert_eq!(
        said(&word),
        [
            TITLE,
            LEAD,
            plain("Datum"),
            plain("tisdag 26 maj 2026"),
            plain("Tid"),
            plain("13.00–15.30"),
            plain("Plats: Medborgarhuset,"),
            plain("Storgatan 3, Sundborn"),
            ("Program", Shape::Heading(2)),
            plain("Eftermiddagen"),
            plain("Tid\tPunkt"),
            plain("13.00\tVälkommen"),
            plain("Disa Ågren, trädgårdsmästare"),
            plain("13.20\tJord under naglarna"),
            plain("Olle Hed, forskare"),
            ("Tre samtal", Shape::Heading(3)),
            item("1. Vem får en lott?"),
            item("2. Vatten och redskap"),
            item("• slang"),
            item("• kannor"),
            plain("Kostnadsfritt. Anmäl dig här senast 19 maj. Frågor: Disa Ågren"),
        ]
    );
    assert_eq!(word.lines[0].place, Some(Place::Paragraph(1)));
    assert_eq!(word.lines.last().unwrap().place, Some(Place::Paragraph(22)));
}

/// The same document as LibreOffice prints it, its objects packed.
#[test]
fn a_printed_page_keeps_its_columns() {
    let printed = fixture("packed.pdf");
    assert_eq!(printed.kind, FileKind::Pdf);
    let said = said(&printed);
    assert_eq!(said[..2], [TITLE, LEAD]);
    for expected in [
        plain("Plats: Medborgarhuset,"),
        ("Program", Shape::Heading(2)),
        plain("13.00\tVälkommen"),
        plain("1. Vem får en lott?"),
        plain("• kannor"),
    ] {
        assert!(said.contains(&expected), "{expected:?} in {said:#?}");
    }
    assert!(printed.lines.iter().all(|line| line.place == Some(Place::Page(1))));
}

#[test]
fn a_long_page_is_marked_page_by_page() {
    let printed = fixture("open/03.pdf");
    let pages: Vec<_> = printed.lines.iter().map(|line| line.place).collect();
    assert_eq!(pages[0], Some(Place::Page(1)));
    assert_eq!(pages.last(), Some(&Some(Place::Page(2))));
}

/// What one line on paper cannot hold is still one line of text.
#[test]
fn a_paragraph_broken_by_the_papers_edge_is_one_line() {
    let lead = "Två dagar om Dalarnas framtid, från lunch till lunch. I år står äldres boende och \
        unga företagare i centrum.";
    let texts: Vec<_> = fixture("open/03.pdf").lines.into_iter().map(|it| it.text).collect();
    assert!(texts.iter().any(|text| text == lead), "{texts:#?}");
}

/// Two columns of running text are read one after the other, unlike the columns of a table.
#[test]
fn columns_of_text_are_read_one_after_the_other() {
    let printed = fixture("columns.pdf");
    let said = said(&printed);
    assert_eq!(
        said[..6],
        [
            ("Nyhetsbrev 2026:2", Shape::Heading(1)),
            ("Idékiosken", Shape::Heading(2)),
            plain(
                "Den 14 maj står Idékiosken på Stora torget i Sundborn klockan 11–15. Kom förbi \
                 och berätta vad du saknar i bygden. Vi bjuder på kaffe och bulle så länge det \
                 räcker, och barnen får rita sina förslag på den stora kartan."
            ),
            plain(
                "Den 21 maj kommer vi till hamnplan i Svärdsjö klockan 12–16. Där finns också \
                 bibliotekets bokbuss."
            ),
            ("Erfarenhetskväll", Shape::Heading(2)),
            plain(
                "Torsdagen den 9 april träffas vi på Kulturskolan i Sundborn, klockan \
                 18.00–20.30. Tre föreningar berättar om hur de fick unga att stanna kvar. Vi \
                 bjuder på soppa."
            ),
        ]
    );
}

#[test]
fn a_letter_has_its_head_and_what_was_forwarded() {
    let letter = fixture("forwarded.eml");
    assert_eq!(letter.kind, FileKind::Mail);
    let texts: Vec<_> = said(&letter).into_iter().map(|(text, _)| text).collect();
    assert_eq!(
        texts,
        [
            "Från: Disa Ågren",
            "Skickat: 2026-05-12 08:15",
            "Ämne: VB: Inbjudan till slåtterdag",
            "Hej, se nedan för:",
            "Hälsningar",
            "Disa",
            "Från: Olle Hed",
            "Skickat: 2026-05-11 17:40",
            "Ämne: Inbjudan till slåtterdag",
            "Välkommen till slåtterdag på Hedgården, lördagen den 27 juni 2026.",
            "Tid: 10.00-14.00",
            "Plats: Hedgården, Sundborn",
            "Anmälan senast 20 juni.",
            "Bilaga: karta.pdf",
        ]
    );
}

#[test]
fn calendars_and_schedules_are_known_by_their_content() {
    let calendar = fixture("calendar.ics");
    assert_eq!(calendar.kind, FileKind::Calendar);
    assert!(said(&calendar).contains(&plain("Tid: 13.00–15.30")));
    let schedule = fixture("schedule.json");
    assert_eq!(schedule.kind, FileKind::Schedule);
    assert!(said(&schedule).contains(&plain("13.20–14.00 Jord under naglarna")));
}

/// A name that ends in `.txt` is plain text whatever it contains.
#[test]
fn a_text_is_its_own_lines() {
    let html = read("page.TXT", b"<html>\r\n\r\n<p>Hi").unwrap();
    assert_eq!(html.kind, FileKind::Text);
    let line = |text: &str| Line { text: text.to_owned(), ..Line::default() };
    assert_eq!(html.lines, [line("<html>"), line(""), line("<p>Hi")]);
    assert_eq!(read("page", b"<html>\r\n\r\n<p>Hi").unwrap().kind, FileKind::Html);
    assert_eq!(read("note", "Välkommen".as_bytes()).unwrap().kind, FileKind::Text);
    assert_eq!(read("note.txt", b"V\xe4lkommen").unwrap().lines, [line("Välkommen")]);
}
