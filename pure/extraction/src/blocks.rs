//! Third stage: what role each line plays: site furniture, mail header, label with its value,
//! heading, line of a programme, day heading, contact, prose.
//!
//! Only the line and its neighbours are looked at. What the label's value *means* is for the
//! stages that gather facts.

mod mail;

use crate::furniture;
use crate::lines::{Line, fold};
use crate::people;
use crate::reach::ReachKind;
use crate::words::{LabelKind, ends_with, is_button, is_menu, label_kind};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Noise,
    Label,
    /// Name of a table's column.
    Column,
    /// A clock time and what happens then.
    Timed,
    /// A clock time alone.
    Hours,
    /// A date or weekday alone, perhaps with "Dag 1": what follows is that day's.
    Day,
    /// One of the lines that say how to reach somebody.
    Contact,
    Prose,
    /// Short, without a full stop: heading, title, list entry, address.
    Short,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    pub kind: LabelKind,
    /// Where in the line its value begins; the line's length when it has none there.
    pub value: usize,
    /// Written with a colon or question mark.
    pub marked: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Block {
    pub role: Role,
    pub label: Option<Label>,
}

/// The role of every line.
pub(crate) fn classify(lines: &[Line]) -> Vec<Block> {
    let mut blocks: Vec<Block> =
        lines.iter().map(|line| Block { role: Role::Short, label: label_of(line) }).collect();
    for (i, line) in lines.iter().enumerate() {
        let role = if is_menu(&line.low)
            || furniture::is_noise(line)
                && blocks[i].label.is_none_or(|l| !l.marked)
                && !furniture::known_heading(lines, &blocks, i)
                && !furniture::calendar_heading(lines, i)
        {
            blocks[i].label = None;
            Role::Noise
        } else if blocks[i].label.is_some() {
            Role::Label
        } else if let Some(rest) = timed(line) {
            if rest < line.text.len() { Role::Timed } else { Role::Hours }
        } else if day_heading(line) {
            Role::Day
        } else if is_prose(line) {
            Role::Prose
        } else {
            Role::Short
        };
        blocks[i].role = role;
    }
    // A date under a label is its value and heads nothing.
    for i in 1..blocks.len() {
        let bare = |l: Label| {
            l.value >= lines[i - 1].text.len()
                && !matches!(l.kind, LabelKind::Programme | LabelKind::Other | LabelKind::Column)
        };
        if blocks[i].role == Role::Day
            && lines[i].gap == 0
            && blocks[i - 1].role == Role::Label
            && blocks[i - 1].label.is_some_and(bare)
        {
            blocks[i].role = Role::Short;
        }
    }
    buttons(lines, &mut blocks);
    columns(lines, &mut blocks);
    mail::headers(lines, &mut blocks);
    introductions(lines, &mut blocks);
    contacts(lines, &mut blocks);
    furniture::menus(lines, &mut blocks);
    blocks
}

/// The label a line begins with.
pub(crate) fn label_of(line: &Line) -> Option<Label> {
    let low = &line.low;
    // "Datum: …", "När? …"
    if let Some(at) = low.find([':', '?'])
        && at <= 60
        && at > 0
    {
        let clock = low.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit)
            && low.as_bytes()[at - 1].is_ascii_digit();
        let key = low[..at].trim_matches(|c: char| !c.is_alphanumeric());
        let value = skip(&line.text, at + 1);
        // "Medverkande företagare:", "Frågor till:"
        let first = key.split(' ').next().unwrap_or_default();
        if low.as_bytes()[at] == b':'
            && key.contains(' ')
            && label_kind(key).is_none()
            && key.split(' ').count() <= 3
        {
            let kind = match first {
                "medverkande" | "talare" | "föreläsare" | "gäster" | "speakers" => {
                    Some(LabelKind::Speakers)
                }
                "kontakt" | "contact" => Some(LabelKind::Contact),
                "frågor" if key == "frågor till" => Some(LabelKind::Contact),
                _ => None,
            };
            if let Some(kind) = kind
                && (value >= line.text.len()
                    || people::begins(&line.text[value..], false)
                    || kind != LabelKind::Speakers && !line.reach.is_empty())
            {
                return Some(Label { kind, value, marked: true });
            }
        }
        // "Inbjudan: Dialogmöte om fritidsbanker" names the event.
        let names = matches!(key, "inbjudan" | "invitation" | "välkommen" | "välkomna" | "welcome")
            && value < line.text.len();
        // "Plats för barnen: så planerar vi parken" is a name.
        let told = key.contains(" för ")
            && label_kind(key) != Some(LabelKind::Audience)
            && line.text[value..].starts_with(char::is_lowercase)
            && line.dates.is_empty()
            && line.times.is_empty()
            && line.reach.is_empty();
        // "NEW DATE: The Water Day" names the event.
        let told = told
            || matches!(key, "nytt datum" | "new date" | "ny tid" | "new time" | "ny dag")
                && value < line.text.len()
                && !line.low.bytes().any(|b| b.is_ascii_digit())
                && line.text[value..].contains(' ');
        // "Samråd: Havsplan för skärgården" is a hearing and no last day for one.
        let told = told
            || matches!(key, "samråd" | "remiss")
                && line.text[value..].starts_with(char::is_uppercase)
                && !line.low.bytes().any(|b| b.is_ascii_digit());
        if !clock
            && !names
            && !told
            && let Some(kind) = label_kind(key)
            && !(low.as_bytes()[at] == b'?'
                && !matches!(
                    kind,
                    LabelKind::Date
                        | LabelKind::Time
                        | LabelKind::Place
                        | LabelKind::PlaceAndTime
                        | LabelKind::Registration
                        | LabelKind::Cost
                        | LabelKind::Audience
                        | LabelKind::Contact
                        | LabelKind::Organiser
                ))
        {
            // "Panel: vem bygger nästa hus?" is a title; "Panel: Anna Ek och Bo Lund" is not.
            let speaks = kind != LabelKind::Speakers
                || value >= line.text.len()
                || people::begins(&line.text[value..], false)
                || people::is_name(line.text[value..].split(',').next().unwrap_or_default());
            return speaks.then_some(Label { kind, value, marked: true });
        }
    }
    // "Sista anmälningsdag -", "Datum"
    let key = low.trim_matches(|c: char| !c.is_alphanumeric());
    if let Some(kind) = label_kind(key)
        && !matches!(kind, LabelKind::Start | LabelKind::End | LabelKind::To | LabelKind::From)
        && !(line.bulleted && !matches!(kind, LabelKind::Programme))
        // Alone on its line it is the role of who stands above.
        && !(key.ends_with("handläggare") && kind == LabelKind::Contact)
    {
        return Some(Label { kind, value: line.text.len(), marked: low.ends_with([':', '?']) });
    }
    // "Pris – 200 kr", "Tid<tab>18.00"
    for (separator, width) in
        [("\t", 1), (" - ", 3), (" – ", " – ".len()), (" | ", 3), (" — ", " — ".len())]
    {
        if let Some(at) = low.find(separator)
            && at <= 40
            && let Some(kind) = label_kind(low[..at].trim_matches(|c: char| !c.is_alphanumeric()))
            && !matches!(
                kind,
                LabelKind::Programme
                    | LabelKind::Other
                    | LabelKind::Column
                    | LabelKind::From
                    | LabelKind::To
                    | LabelKind::Speakers
                    | LabelKind::Start
                    | LabelKind::End
            )
            // "Tema – vatten" may be a name; a column of its own is a label's value.
            && (separator == "\t" || !matches!(kind, LabelKind::Themes | LabelKind::Series))
        {
            return Some(Label { kind, value: skip(&line.text, at + width), marked: true });
        }
    }
    bare_label(line)
}

/// "Datum 8 oktober 2026", "Sista anmälningsdag 28 september", "Program lördagen den 25 april":
/// a label and its value with nothing between.
fn bare_label(line: &Line) -> Option<Label> {
    let starts = |at: usize| {
        line.dates.iter().any(|d| d.start == at) || line.times.iter().any(|t| t.start == at)
    };
    let mut end = 0;
    for (n, word) in line.low.split_inclusive(' ').enumerate() {
        if n >= 5 {
            break;
        }
        end += word.len();
        let key = line.low[..end].trim_matches(|c: char| !c.is_alphanumeric());
        let Some(kind) = label_kind(key) else { continue };
        let followed = starts(end);
        let money = line.text[end..].starts_with(|c: char| c.is_ascii_digit())
            && (line.low.contains("kr") || line.low.contains(":-"));
        let good = match kind {
            LabelKind::Date
            | LabelKind::Deadline
            | LabelKind::PlaceAndTime
            | LabelKind::Opens
            | LabelKind::Updated
            | LabelKind::Published => followed,
            // "Start 13.30" and nothing more
            LabelKind::Start | LabelKind::End => {
                line.dates.iter().any(|d| d.start == end)
                    || line.times.len() == 1
                        && line.times[0].start == end
                        && line.times[0].end == line.text.len()
            }
            LabelKind::Time => followed && key != "kl" && key != "klockan",
            LabelKind::Programme => followed && line.dates.iter().any(|d| d.start == end),
            LabelKind::Cost => money,
            LabelKind::Organiser => {
                matches!(key, "arrangör" | "arrangörer" | "organiser" | "organisers")
                    && line.text[end..].starts_with(char::is_uppercase)
            }
            LabelKind::Place => {
                matches!(key, "plats" | "lokal" | "adress" | "venue")
                    && line.text[end..].starts_with(char::is_uppercase)
                    && line.text.len() < 90
                    && !line.text.ends_with('.')
            }
            _ => false,
        };
        if good {
            return Some(Label { kind, value: end, marked: true });
        }
    }
    None
}

/// The first place from `at` on that is no space or sign between label and value.
fn skip(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let trimmed = rest.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | '-' | '–' | '*' | '|')
    });
    if trimmed.chars().any(char::is_alphanumeric) { text.len() - trimmed.len() } else { text.len() }
}

/// A line that begins with a clock time: where the rest begins.
pub(crate) fn timed(line: &Line) -> Option<usize> {
    let first = line.times.first()?;
    let before = line.low[..first.start].trim_matches(|c: char| !c.is_alphanumeric());
    // "ca 10.30 Kaffe", "Från 8.30 Registrering"
    if !matches!(
        before,
        "" | "ca"
            | "cirka"
            | "circa"
            | "omkring"
            | "från"
            | "from"
            | "c:a"
            | "approx"
            | "at"
            | "about"
    ) || line.dates.first().is_some_and(|d| d.start < first.start)
    {
        return None;
    }
    let rest = &line.text[first.end..];
    let trimmed = rest.trim_start_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ':' | '-'
                    | '–'
                    | '—'
                    | '|'
                    | '.'
                    | ','
                    | ')'
                    | ']'
                    | '•'
                    | ';'
                    | '/'
                    | '='
                    | '→'
                    | '*'
                    | '_'
                    | '>'
                    | '»'
                    | '·'
            )
    });
    let start = line.text.len() - trimmed.len();
    // "12:00 – 12:45 (Swedish time)", "18.00 svensk tid": hours, not an item.
    let low = &line.low[start..];
    let hours = trimmed.starts_with('(')
        || matches!(
            low,
            "svensk tid"
                | "swedish time"
                | "cet"
                | "cest"
                | "gmt"
                | "utc"
                | "lokal tid"
                | "local time"
        );
    Some(if hours { line.text.len() } else { start })
}

/// The text after the time, when it can be the title of an item.
pub(crate) fn item_text(line: &Line) -> Option<&str> {
    let rest = timed(line)?;
    let text = line.text[rest..].trim();
    let first = text.split(' ').next()?;
    let low = fold(first);
    // "17.30 i Stora salen" says where the event is, "18.00 den 3 maj" when.
    let hours = matches!(
        low.as_str(),
        "i" | "på"
            | "hos"
            | "at"
            | "in"
            | "den"
            | "och"
            | "till"
            | "and"
            | "or"
            | "samt"
            | "eller"
            | "on"
            | "via"
            | "för"
            | "båda"
    );
    let second = text.split(' ').nth(1).map(fold).unwrap_or_default();
    // "16.30 För den som vill: rundtur"
    let hours = hours && !(low == "för" && text.contains(':'));
    // "10.00 alla dagar", "18.00 Alla är välkomna"; not "19.45 Alla grupper svarar".
    let hours = hours
        || low == "alla"
            && (text.split(' ').count() == 1
                || ends_with(
                    &second,
                    &["dagar", "dagarna", "kvällar", "kvällarna", "är", "välkomna", "deltagare"],
                ))
        || low == "varje"
            && (crate::when::weekday_word(&second).is_some()
                || matches!(second.as_str(), "dag" | "vecka" | "gång" | "kväll" | "månad"));
    let date = line.dates.iter().any(|d| d.start <= rest + 4 && d.day.is_some() && d.end >= rest);
    // "9.30–15.30, kaffe från 9.00"
    let hours = hours || text.starts_with(char::is_lowercase) && line.times.len() >= 2;
    (text.chars().any(char::is_alphabetic) && !hours && !date).then_some(text)
}

/// "TORSDAG 31 AUGUSTI", "Dag 2", "Day 1 – Wednesday 3 June", "FREDAG".
pub(crate) fn day_heading(line: &Line) -> bool {
    if line.text.len() > 70 || line.text.ends_with('.') && line.words() > 5 {
        return false;
    }
    let mut low = line.low.as_str();
    for prefix in ["program för ", "program ", "programme ", "agenda "] {
        low = low.strip_prefix(prefix).unwrap_or(low);
    }
    if let Some(tail) = low.strip_prefix("dag ").or_else(|| low.strip_prefix("day ")) {
        return tail.starts_with(|c: char| c.is_ascii_digit())
            || tail.starts_with("ett")
            || tail.starts_with("två")
            || tail.starts_with("one")
            || tail.starts_with("two");
    }
    if let Some(date) = line.dates.first().filter(|d| d.day.is_some()) {
        let before = line.low[..date.start].trim_matches(|c: char| !c.is_alphanumeric());
        let lead = before.is_empty()
            || matches!(before, "program" | "agenda" | "programme" | "dag" | "schema")
            || crate::when::weekday_word(before).is_some()
            || before.starts_with("dag ");
        // "9–10 september, Umeå Folkets Hus" says where as well: no heading of a day.
        let place = line.text[date.end..].trim_start_matches(|c: char| !c.is_alphanumeric());
        let shouted = !line.text.chars().any(char::is_lowercase);
        if !shouted
            && place.starts_with(char::is_uppercase)
            && !place.starts_with("Dag")
            && !place.starts_with("Day")
        {
            return false;
        }
        let after = line.low[date.end..].trim_matches(|c: char| !c.is_alphanumeric());
        return lead
            && (after.is_empty()
                || after.split_whitespace().count() <= 3
                    && line.times.is_empty()
                    && !after.contains(','));
    }
    let word = low.trim_matches(|c: char| !c.is_alphabetic());
    word.len() >= 6 && crate::when::weekday_word(word).is_some()
}

pub(crate) fn is_prose(line: &Line) -> bool {
    let words = line.words();
    let ends = line.text.ends_with(['.', '!', '?', '…', ':']);
    (words >= 7 && ends) || words >= 16 || (ends && line.text.ends_with('.') && words >= 4)
}

/// "Vi ska prata om:" and then a list: what follows is the programme.
fn introductions(lines: &[Line], blocks: &mut [Block]) {
    for i in 0..lines.len().saturating_sub(1) {
        let line = &lines[i];
        if blocks[i].label.is_none()
            && line.text.ends_with(':')
            && line.words() <= 12
            && lines[i + 1].bulleted
            // "Frågor att prata om:" under an item asks what the tables talk of.
            && !["frågor", "questions", "diskussionsfrågor"].iter().any(|w| line.low.starts_with(w))
            && !(i > 0 && line.gap == 0 && blocks[i - 1].role == Role::Timed)
            && line.has_any(&[
                "program",
                "agenda",
                "prata om",
                "ta upp",
                "tar upp",
                "du får höra",
                "hålltider",
                "vi kommer att",
                "will talk about",
                "we will",
                "på dagordningen",
                "innehåll",
                "upplägg",
                "under dagen",
                "under kvällen",
                "punkter",
            ])
        {
            blocks[i].label =
                Some(Label { kind: LabelKind::Programme, value: line.text.len(), marked: true });
            blocks[i].role = Role::Label;
        }
    }
}

/// "Till anmälan", "Boka plats", "Anmäl dig här" over text that is not about it are buttons and no
/// headings.
fn buttons(lines: &[Line], blocks: &mut [Block]) {
    for i in 0..lines.len() {
        let line = &lines[i];
        let bare = blocks[i].label.is_none_or(|l| {
            l.kind == LabelKind::Registration && !l.marked && l.value >= line.text.len()
        });
        if !bare || line.words() > 4 || !is_button(&line.low) {
            continue;
        }
        // "Anmäl dig här" over the address or the last day is a heading after all.
        let leads = line.low.starts_with("till ");
        let about = lines.get(i + 1).is_some_and(|next| {
            !next.reach.is_empty()
                || !leads
                    && (next.gap == 0
                        && (!next.dates.is_empty() || blocks[i + 1].role == Role::Short)
                        || next.has_any(&[
                            "anmäl", "boka", "regist", "sign up", "book", "länk", "senast",
                        ]))
        });
        if !about {
            blocks[i].role = Role::Noise;
            blocks[i].label = None;
        }
    }
}

/// Two or more bare labels after each other are a table's head, not labels.
fn columns(lines: &[Line], blocks: &mut [Block]) {
    let mut i = 0;
    while i < lines.len() {
        let bare = |k: usize| {
            blocks.get(k).is_some_and(|b: &Block| {
                b.label.is_some_and(|l| !l.marked && l.value >= lines[k].text.len())
            }) && lines[k].words() <= 3
        };
        let mut end = i;
        while bare(end) && (end == i || lines[end].gap == 0) {
            end += 1;
        }
        if end - i >= 2 && !(end - i == 2 && left_empty(lines, blocks, i)) {
            for block in &mut blocks[i..end] {
                block.role = Role::Column;
            }
        }
        // A table's head on one line.
        let cells = lines[i].text.matches('\t').count() + lines[i].text.matches(" | ").count();
        if cells >= 1
            && lines[i].low.split(['\t', '|']).all(|cell| label_kind(cell.trim()).is_some())
        {
            blocks[i].role = Role::Column;
            blocks[i].label = None;
        }
        i = end.max(i + 1);
    }
}

/// "Plats", "Torget", "Målgrupp", "Pris", "Gratis", "Anmälan": in a list of labels with their values
/// under them, the first of two labels has none.
pub(crate) fn left_empty(lines: &[Line], blocks: &[Block], i: usize) -> bool {
    let label = |k: usize| {
        blocks
            .get(k)
            .is_some_and(|b| b.label.is_some_and(|l| !l.marked && l.value >= lines[k].text.len()))
    };
    let value = |k: usize| lines.get(k).is_some_and(|l| l.gap == 0) && !label(k);
    if !(label(i) && label(i + 1)) {
        return false;
    }
    let before = i >= 2 && label(i - 2) && value(i - 1);
    let after = value(i + 2) && label(i + 3) && value(i + 4);
    // "Om dagen" over the first of them is their heading.
    let fact = blocks[i].label.is_some_and(|l| l.kind.is_fact());
    after && (before || fact && label(i + 5))
        || before && value(i + 2) && lines.get(i + 3).is_none()
}

/// A name on a line of its own with a telephone number or address soon after it.
fn contacts(lines: &[Line], blocks: &mut [Block]) {
    let reached = |line: &Line| line.reach.iter().any(|r| r.kind != ReachKind::Url);
    let mut i = 0;
    while i < lines.len() {
        // Asked first, for it costs least: is there any way to reach somebody on the lines below?
        if blocks[i].role != Role::Short
            || !lines[i + 1..(i + 6).min(lines.len())].iter().any(reached)
            || !people::is_name(&lines[i].text)
                && !(people::begins(&lines[i].text, false) && lines[i].words() <= 10)
        {
            i += 1;
            continue;
        }
        // A speaker's title after a colon is no role to be called by.
        let alone = people::is_name(&lines[i].text);
        if !alone && lines[i].text.contains(['"', '”', '?']) {
            i += 1;
            continue;
        }
        let mut last = i;
        for k in i + 1..(i + 6).min(lines.len()) {
            let line = &lines[k];
            let reach = reached(line);
            let near = line.words() <= 6 || line.gap == 0 && line.words() <= 10;
            if reach && !matches!(blocks[k].role, Role::Timed) && near {
                last = k;
            // "3 februari 2026 kl. 18–20" tells of an event and nobody.
            } else if line.gap > u8::from(alone)
                || !line.times.is_empty() && line.dates.iter().any(|d| d.day.is_some())
                || matches!(blocks[k].role, Role::Timed | Role::Hours | Role::Day | Role::Prose)
                || people::is_somebody(line)
                || blocks[k].label.is_some_and(|l| l.kind != LabelKind::Other)
            {
                break;
            }
        }
        if last > i {
            for block in &mut blocks[i..=last] {
                block.role = Role::Contact;
            }
        }
        i = last + 1;
    }
}

/// The lines that make up the value of the label at `i`, when it does not stand on the same line:
/// up to the next label, day or blank line; `long` goes on over blank lines.
pub(crate) fn value_lines(
    lines: &[Line],
    blocks: &[Block],
    i: usize,
    long: bool,
) -> std::ops::Range<usize> {
    let from = i + 1;
    let mut end = from;
    while end < lines.len() {
        let block = &blocks[end];
        if matches!(block.role, Role::Label | Role::Column) {
            break;
        }
        if lines[end].gap > 0 && end > from && !long {
            break;
        }
        if end == from && lines[end].gap > 3 && !long {
            break;
        }
        end += 1;
    }
    from..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::{Source, prepare};

    fn roles(text: &str) -> Vec<Role> {
        classify(&prepare(&Source::of_text(text))).into_iter().map(|b| b.role).collect()
    }

    #[test]
    fn roles_of_a_small_page() {
        use Role::{Column, Day, Hours, Label, Noise, Short, Timed};
        assert_eq!(
            roles(
                "Meny\nSök\n\nHöstmöte\n\nDatum: 3 maj 2026\n16:00 - 18:00\n\nTid\nPunkt\n10.00 Kaffe\nONSDAG 23 SEPTEMBER"
            ),
            [Noise, Noise, Short, Label, Hours, Column, Column, Timed, Day]
        );
    }

    #[test]
    fn labels_with_and_without_a_colon() {
        let of = |text: &str| {
            label_of(&Line::new(1, text.to_owned())).map(|l| (l.kind, text[l.value..].to_owned()))
        };
        assert_eq!(of("När? Tisdag 3 maj"), Some((LabelKind::Date, "Tisdag 3 maj".into())));
        assert_eq!(of("Sista anmälningsdag - "), Some((LabelKind::Deadline, String::new())));
        assert_eq!(
            of("Sista anmälningsdag 28 september"),
            Some((LabelKind::Deadline, "28 september".into()))
        );
        assert_eq!(of("Vem äger nyckeln?"), None);
        assert_eq!(of("Panel: vem bygger nästa hus?"), None);
        assert_eq!(of("13:00 Välkomna"), None);
    }
}
