//! What kind a text is: an event's page, a newsletter (also a tour's list of stops) or a summons.

use crate::blocks::{self, Block, Role};
use crate::context;
use crate::event::agenda;
use crate::lines::Line;
use crate::model::Kind;
use crate::newsletter::is_tour;
use crate::words::{LabelKind, has_any, is_town, kind_of_title};

/// Event, newsletter or agenda.
pub(crate) fn of(lines: &[Line], blocks: &[Block]) -> Kind {
    said(lines, blocks).unwrap_or_else(|| {
        let listed = dated_lines(lines, blocks)
            || stops(lines, blocks)
            || is_tour(lines, blocks)
            || dated_sections(lines, blocks);
        if listed { Kind::Newsletter } else { Kind::Event }
    })
}

/// The kind that a text calls itself, or that its matters make it.
pub(crate) fn said(lines: &[Line], blocks: &[Block]) -> Option<Kind> {
    // "Medlemsutskick 1-2027" over a summons with its paragraphs is the summons.
    let paragraphs = lines.iter().filter(|l| l.low.starts_with('§')).count();
    let headed = lines.iter().take(12).any(|l| l.low.starts_with("kallelse") && l.words() <= 8);
    if paragraphs >= 3 && headed {
        return Some(Kind::Agenda);
    }
    let top: Vec<(usize, &Line)> =
        lines.iter().enumerate().filter(|&(i, _)| blocks[i].role != Role::Noise).take(8).collect();
    // "Nr 6" or "Mars 2026" on a line of its own
    let numbered_head = top.iter().take(5).any(|(_, line)| {
        line.words() <= 4
            && line.low.bytes().any(|b| b.is_ascii_digit())
            && !line.dates.iter().any(|d| d.day.is_some())
            && (says_when(&line.low)
                || ["nr", "nummer", "utgåva"].iter().any(|w| line.low.starts_with(w)))
    });
    for &(i, line) in &top {
        let low = &line.low;
        // "10.30 News from the region" is an item of a programme.
        if line.words() > 16
            || blocks[i].role == Role::Timed
            || blocks[i].role == Role::Prose && line.words() > 10
            || tells_of_itself(line)
            || offers_letter(line)
        {
            continue;
        }
        let signs = [
            "nyhetsbrev",
            "newsletter",
            "utskick",
            "månadsbrev",
            "veckobrev",
            "medlemsbrev",
            "kvartalsbrev",
            "månadsblad",
            "veckoblad",
            "infoblad",
            "informationsblad",
            "nyhetsblad",
            "medlemsnytt",
            "månadsnytt",
            "byablad",
            "bygdeblad",
            "vårbrev",
            "höstbrev",
            "informationsbrev",
            "turnéplan",
            "turneplan",
            "turlista",
            "tidtabell",
            "timetable for",
            "turnélista",
            "turnéschema",
            "tour schedule",
            "tour dates",
            "tour plan",
            "monthly letter",
            "bulletin",
            "medlemsblad",
            "på turné",
            "på tur ",
            "on tour",
            "kalendarium",
            "turné 20",
            "hållplatser",
            "månadens brev",
            "nätverksbrev",
            "aktuellt från",
            "turplan",
            "news from",
            "what's on",
            "in this issue",
            "i det här numret",
            "i detta nummer",
            "i detta brev",
            "i det här brevet",
            "in this newsletter",
            "utskick nr",
            "kalenderblad",
            "besöksplan",
            "husvagnens",
            "stopp hösten",
            "stopp våren",
            "turné våren",
            "turné hösten",
            "turnén",
            "tour 20",
        ];
        let seminar = line.has_any(&[
            "seminarium",
            "konferens",
            "webbinar",
            "workshop",
            "utbildning",
            "kurs ",
        ]);
        // "Landsbygdsnytt nr 1 2027"
        let numbered = context::issue_of(low).is_some()
            && line.words() <= 10
            && !has_any(low, &["möte", "kallelse", "träff", "protokoll", "meeting"]);
        // "Utskickad 13 april 2027" is when a summons was sent.
        let sent = ["utskickad", "utskickat"].iter().any(|w| low.starts_with(w));
        if (line.has_any(&signs) && !sent || numbered || names_letter(low, numbered_head))
            && !(seminar && !has_any(low, &["nyhetsbrev", "newsletter", "månadsbrev"]))
            && !low.starts_with("http")
            && blocks[i].label.is_none_or(|l| {
                matches!(l.kind, LabelKind::Subject | LabelKind::Programme | LabelKind::Other)
            })
        {
            return Some(Kind::Newsletter);
        }
    }
    let matters = agenda::count(lines);
    let timed = blocks.iter().filter(|b| b.role == Role::Timed).count();
    let summons = lines.iter().take(30).any(|l| {
        l.has_any(&[
            "kallelse",
            "kallas till",
            "kallas härmed",
            "kallar till",
            "notice of",
            "summoned",
            "dagordning",
            "föredragningslista",
            "annual general meeting",
            "ärendelista",
            "summons",
        ])
    });
    if summons
        && (matters >= 3 && timed <= matters / 2
            || matters == 0
                && timed == 0
                && lines
                    .iter()
                    .any(|l| l.has_any(&["dagordning", "föredragningslista"]) && l.words() <= 5))
    {
        return Some(Kind::Agenda);
    }
    if matters >= 5
        && timed == 0
        && lines.iter().any(|l| l.words() <= 4 && l.has_any(&["agenda", "dagordning", "ärenden"]))
    {
        return Some(Kind::Agenda);
    }
    None
}

/// "Distans: Teams. Länken följer i separat utskick." is a fact with its sentence and no heading.
///
/// So is "Handlingarna skickas i separat utskick."
fn tells_of_itself(line: &Line) -> bool {
    line.text.ends_with('.')
        && line.has_any(&["skickas", "sänds", "separat", "prenumer"])
        && !line.has_any(&["i detta", "i det här", "in this"])
        || line.text.ends_with('.')
            && line.low.split_once(": ").is_some_and(|(key, _)| {
                key.split(' ').count() <= 3 && !matches!(key, "ämne" | "subject" | "rubrik")
            })
}

/// "Prenumerera på vårt nyhetsbrev", "Sign up for our newsletter": a letter offered, not one begun.
pub(crate) fn offers_letter(line: &Line) -> bool {
    line.has_any(&["brev", "letter", "utskick", "bulletin"])
        && line.has_any(&[
            "prenumerera",
            "få vårt",
            "få våra",
            "ta emot",
            "anmäl dig till",
            "beställ",
            "subscribe to",
            "subscribe for",
            "sign up",
            "läs vårt",
            "läs våra",
            "get our",
            "receive our",
        ])
        && line.words() <= 8
}

/// A bare list of dated lines at different places, with nothing to register for.
fn dated_lines(lines: &[Line], blocks: &[Block]) -> bool {
    let mut dated = 0;
    let (mut described, mut stopped) = (0, 0);
    for (i, line) in lines.iter().enumerate() {
        if matches!(blocks[i].role, Role::Noise | Role::Prose) || blocks[i].label.is_some() {
            continue;
        }
        let Some(date) = line.dates.first().filter(|d| d.day.is_some() && d.start <= 2) else {
            continue;
        };
        dated += 1;
        let end = line.times.iter().map(|t| t.end).max().unwrap_or(date.end).max(date.end);
        let rest = line.text.get(end..).unwrap_or_default();
        let telling = |text: &str| {
            text.split_whitespace().count() >= 2 && text.chars().any(char::is_uppercase)
        };
        // "29/6  Runmarö, Styrsvik  10.00-12.00": a table's cell between day and hours.
        let between = line
            .times
            .first()
            .filter(|t| t.start > date.end)
            .map_or("", |t| line.text.get(date.end..t.start).unwrap_or_default());
        let table = line.text.contains('\t');
        // "Mån 12/10 Torsby, Coop kl 9-12": a town between day and hours.
        let stop = line.words() <= 10
            && rest.is_empty()
            && between.split([' ', ',', ':']).any(is_town)
            && line.times.iter().any(|t| t.until.is_some());
        stopped += usize::from(stop);
        described += usize::from(telling(rest) || table && telling(between));
    }
    let registering = lines.iter().any(|l| {
        l.has_any(&["sista anmäl", "anmäl dig senast", "anmälan senast", "register by", "o.s.a"])
    });
    // "Anmälan: senast 3 mars" under each of them: occasions.
    let each = blocks.iter().filter(|b| {
        b.label.is_some_and(|l| {
            l.marked && matches!(l.kind, LabelKind::Registration | LabelKind::Deadline)
        })
    });
    let registering = registering || each.count() >= 2;
    let open = stopped >= 3 && !lines.iter().any(|l| l.has_any(&["anmäl", "register", "o.s.a"]));
    dated >= 4
        && !registering
        && (described * 3 >= dated * 2 || open && (described + stopped) * 2 >= dated)
}

/// Days as headings, and under them hours and places: stops of a tour, not a programme.
fn stops(lines: &[Line], blocks: &[Block]) -> bool {
    let days = (0..lines.len().saturating_sub(1))
        .filter(|&i| {
            blocks[i].role == Role::Day
                && lines[i].dates.iter().any(|d| d.day.is_some())
                && blocks[i + 1].role == Role::Timed
        })
        .count();
    if days < 2 {
        return false;
    }
    let (mut timed, mut placed) = (0, 0);
    for (i, line) in lines.iter().enumerate() {
        let Some(text) = blocks::item_text(line).filter(|_| blocks[i].role == Role::Timed) else {
            continue;
        };
        timed += 1;
        let low = crate::lines::fold(text);
        let place = text.split([',', ' ', ':']).any(is_town)
            || has_any(
                &low,
                &["skola", "bibliotek", "torg", "parkering", "folkets hus", "bygdegård"],
            );
        placed += usize::from(
            place
                && line.times[0].until.is_some()
                && line.words() <= 10
                && kind_of_title(&low).is_none(),
        );
    }
    timed >= 3 && placed * 3 >= timed * 2
}

/// Headings over paragraphs that each tell of days of their own, and no label that says when one
/// event is: the news of a letter. Where every one has its registration they are occasions.
fn dated_sections(lines: &[Line], blocks: &[Block]) -> bool {
    if blocks.iter().any(|block| {
        matches!(block.role, Role::Timed | Role::Hours)
            || block.label.is_some_and(|l| {
                matches!(
                    l.kind,
                    LabelKind::Date
                        | LabelKind::Time
                        | LabelKind::PlaceAndTime
                        | LabelKind::Start
                        | LabelKind::Programme
                        | LabelKind::Deadline
                        | LabelKind::Cost
                        | LabelKind::Place
                )
            })
    }) {
        return false;
    }
    let heading = |i: usize| {
        let line = &lines[i];
        i > 0
            && blocks[i].role == Role::Short
            && line.gap > 0
            && !line.bulleted
            && line.words() <= 8
            && line.dates.is_empty()
            && line.times.is_empty()
            && line.reach.is_empty()
            && !line.text.ends_with(['.', ',', ':'])
            && lines.get(i + 1).is_some_and(|next| next.gap <= 1)
            && blocks.get(i + 1).is_some_and(|next| next.role != Role::Contact)
            && (blocks[i + 1].role == Role::Prose || !lines[i + 1].dates.is_empty())
    };
    let mut days: Vec<(u8, Option<u8>)> = Vec::new();
    let (mut dated, mut registered, mut at) = (0, 0, 0);
    while at < lines.len() {
        if !heading(at) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < lines.len() && !heading(end) {
            end += 1;
        }
        let first = lines[at..end].iter().flat_map(|l| &l.dates).find(|d| d.day.is_some());
        if let Some(date) = first {
            dated += 1;
            registered += usize::from(lines[at..end].iter().any(books));
            if days.len() < 8 && !days.contains(&(date.month, date.day)) {
                days.push((date.month, date.day));
            }
        }
        at = end;
    }
    dated >= 3 && days.len() >= 3 && registered < dated
}

/// Does the line ask its reader to register? "Du behöver inte boka" does not.
pub(crate) fn books(line: &Line) -> bool {
    line.has_any(&["anmäl", "register", "sign up", "o.s.a", "rsvp", "boka plats", "boka din plats"])
        && !line.has_any(&[
            "ingen anmäl",
            "ingen föranmäl",
            "ingen bokning",
            "inte anmäl",
            "inte föranmäl",
            "inte boka",
            "ej anmäl",
            "utan anmäl",
            "utan föranmäl",
            "utan bokning",
            "anmälan behövs inte",
            "anmälan krävs inte",
            "föranmälan behövs inte",
            "föranmälan krävs inte",
            "no registration",
            "no need to register",
            "not need to register",
            "no sign",
            "no booking",
            "without registration",
            "not have to register",
            "registration is not",
        ])
}

/// "Samverkansbrevet december 2026", or "Samverkansbrevet" over "Nr 6": is a word of a short heading
/// (lower case) a letter's or a paper's name, and not "Inbjudningsbrev"?
fn names_letter(low: &str, numbered_head: bool) -> bool {
    let words = || low.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let named = words().any(|word| {
        word.chars().count() >= 8
            && ["brevet", "brev", "bladet", "nytt"].iter().any(|end| word.ends_with(end))
            && !["inbjudan", "inbjudning", "kallelse", "följebrev", "missiv", "bekräftelse"]
                .iter()
                .any(|w| word.starts_with(w))
    });
    // "Brev från kansliet – januari 2027", "The Village Letter – April 2026"
    let plain = low.starts_with("brev från ")
        || words().any(|w| matches!(w, "letter" | "bulletin" | "gazette"))
            && !has_any(low, &["cover letter", "open letter", "letter of", "letters of"]);
    (named || plain) && words().count() <= 10 && (numbered_head || says_when(low))
}

/// "december 2026", "hösten": a month, a year or a season in a heading (lower case).
fn says_when(low: &str) -> bool {
    low.split(|c: char| !c.is_alphanumeric()).any(|w| {
        crate::when::month_of(w).is_some()
            || w.parse::<u32>().is_ok_and(|y| (1990..=2100).contains(&y))
            || matches!(w, "våren" | "hösten" | "sommaren" | "vintern")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::{Source, prepare};

    fn kind(text: &str) -> Kind {
        let lines = prepare(&Source::of_text(text));
        of(&lines, &blocks::classify(&lines))
    }

    #[test]
    fn stops_with_the_place_over_the_day() {
        let list = "Råsele, torget\n3/3 kl 9-11\n\nKvarnby, vid affären\n3/3 kl 13-15\n\nStorsund, skolan\n4/3 kl 10-12\n\nÖverlida, hamnen\n5/3 kl 9-12";
        let page = |head: &str, foot: &str| format!("{head}\n\n{list}\n\n{foot}");
        assert_eq!(
            kind(&page("Fixarbilen rullar", "Du behöver inte anmäla dig.")),
            Kind::Newsletter
        );
        // What one registers for is one event at several places.
        assert_eq!(kind(&page("Om vägen", "Anmäl dig senast den 1 mars.")), Kind::Event);
    }

    #[test]
    fn stops_with_the_place_between_day_and_hours() {
        assert_eq!(
            kind(
                "THE REPAIR VAN – SPRING 2026\n\nNo booking needed.\n\nNorth\n\nMon 2 March   Boden, the square   10-12\nTue 3 March   Luleå, outside the library   13-16\nWed 4 March   Piteå, market place   9-12\nThu 5 March   Kalix, harbour   10-14"
            ),
            Kind::Newsletter
        );
        // The evenings of a course are no stops.
        assert_eq!(
            kind(
                "Svetsa hemma\n\nMån 2 mars   Grunderna   18-20\nMån 9 mars   Fogar i plåt   18-20\nMån 16 mars   Eget verk   18-20\nMån 23 mars   Vernissage   18-20"
            ),
            Kind::Event
        );
    }

    #[test]
    fn sections_with_days_of_their_own() {
        assert_eq!(
            kind(
                "Brev från styrelsen\n\nSnön smälter.\n\nStäddag\nLördag 18 april kl 10-14 vid stugan. Ta med kratta.\n\nÅrsmötet\nMötet hölls den 4 mars i Folkets hus.\n\nVårfest\nVi firar den 30 maj på Bryggan från kl 17."
            ),
            Kind::Newsletter
        );
        // Each with its registration: occasions. A label: one event.
        assert_eq!(
            kind(
                "Vårens kurser\n\nSy\nLördag 18 april kl 10-14 i stugan. Anmälan senast 1 april.\n\nVäv\nLördag 25 april kl 10-14 i stugan. Anmälan senast 1 april.\n\nTova\nLördag 2 maj kl 10-14 i stugan. Anmälan senast 1 april."
            ),
            Kind::Event
        );
    }

    #[test]
    fn a_fact_that_speaks_of_a_mailing_makes_no_letter() {
        let matters = "1. Öppnande\n2. Protokoll\n3. Läget\n4. Remissen\n5. Nästa möte";
        let text = format!(
            "Vattenrådet\n\nDagordning möte 2\n\nDatum: 8 oktober 2026\nHandlingar: Teams. Kommer i eget utskick.\n\n{matters}"
        );
        assert_eq!(kind(&text), Kind::Agenda);
    }
}
