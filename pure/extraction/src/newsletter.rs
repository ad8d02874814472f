//! Newsletters, monthly letters and tour schedules: sections, and every dated thing in them.

use crate::blocks::{self, Role};
use crate::context;
use crate::event::{Page, clean_title, parties, venue};
use crate::lines::{Line, fold};
use crate::model::{Clock, Contact, DatedThing, Day, Found, Issue, Newsletter, Section};
use crate::purpose::Purpose;
use crate::sentences;
use crate::when::{DateMention, TimeMention, month_of, weekday_word};
use crate::words::{LabelKind, has_any, is_org_word, is_town};

/// More dated things than this are not read.
const MOST: usize = 5_000;

pub(crate) fn read(page: &Page<'_>, issues: &[(Issue, u32)]) -> Newsletter {
    let mut letter = Newsletter::default();
    let (title, title_at) = title(page);
    letter.title = title;
    letter.issue = issues.first().map(|&(issue, line)| Found::certain(issue, line));
    let month = context::letter_month(page.lines, page.blocks);
    let clock =
        Calendar { page, month, first_issue: issues.first().is_some_and(|(i, _)| i.number == 1) };
    let mut section: Option<Section> = None;
    let mut total = 0;
    let mut i = 0;
    let mut reader = Reader::default();
    while i < page.lines.len() {
        let line = &page.lines[i];
        if page.blocks[i].role == Role::Noise || page.mail_header(i) || Some(i) == title_at {
            i += 1;
            continue;
        }
        if closes(page, i) {
            close(&mut section, &mut reader, &mut letter);
            i += 1;
            continue;
        }
        if is_heading(page, i, title_at) {
            close(&mut section, &mut reader, &mut letter);
            section = Some(Section {
                heading: Found::certain(line.text.trim_end_matches(':').to_owned(), line.number),
                refs: Vec::new(),
            });
            i += 1;
            continue;
        }
        let heading = section.as_ref().map(|s| s.heading.clone());
        let next = reader.line(page, &clock, i, heading.as_ref());
        total += reader.refs.len();
        if section.is_none() && !reader.refs.is_empty() {
            // Dated lines right under the title.
            let heading = letter
                .title
                .clone()
                .unwrap_or_else(|| Found::doubtful(line.text.clone(), line.number));
            section = Some(Section { heading, refs: Vec::new() });
        }
        if total > MOST * 20
            || letter.sections.iter().map(|s| s.refs.len()).sum::<usize>() > MOST
            || reader.refs.len() > MOST
        {
            break;
        }
        i = next.max(i + 1);
    }
    close(&mut section, &mut reader, &mut letter);
    let none = vec![false; page.lines.len()];
    parties::contacts(page, &none, &mut letter.contacts);
    footer(page, &mut letter.contacts);
    letter
}

fn close(section: &mut Option<Section>, reader: &mut Reader, letter: &mut Newsletter) {
    let refs = reader.finish();
    if let Some(mut done) = section.take() {
        done.refs = refs;
        letter.sections.push(done);
    }
}

/// The subject of the mail, or the first heading.
fn title(page: &Page<'_>) -> (Option<Found<String>>, Option<usize>) {
    if let Some(i) = (0..page.lines.len().min(25)).find(|&i| {
        page.blocks[i]
            .label
            .is_some_and(|l| l.kind == LabelKind::Subject && l.value < page.lines[i].text.len())
    }) {
        let line = &page.lines[i];
        let value = page.blocks[i].label.map_or(0, |l| l.value);
        let mut text = line.text[value..].trim();
        for _ in 0..4 {
            let low = fold(text);
            let Some(prefix) =
                ["vb:", "sv:", "re:", "fwd:", "fw:"].iter().find(|p| low.starts_with(**p))
            else {
                break;
            };
            text = text[prefix.len()..].trim();
        }
        return (Some(Found::certain(clean_title(text), line.number)), Some(i));
    }
    let top: Vec<usize> = (0..page.lines.len())
        .filter(|&i| {
            matches!(page.blocks[i].role, Role::Short | Role::Label | Role::Prose)
                && !page.mail_header(i)
        })
        .take(6)
        .collect();
    let named = top.iter().copied().find(|&i| {
        let low = &page.lines[i].low;
        page.lines[i].words() <= 16
            && page.blocks[i].role != Role::Prose
            && has_any(
                low,
                &[
                    "nyhetsbrev",
                    "newsletter",
                    "brev",
                    "turné",
                    "turlista",
                    "tour",
                    "kalendarium",
                    "bulletin",
                    "schema",
                    "schedule",
                    "plan ",
                ],
            )
    });
    let at = named.or_else(|| top.first().copied());
    (at.map(|i| Found::certain(clean_title(&page.lines[i].text), page.lines[i].number)), at)
}

/// Does the letter end here, or its contact part begin?
fn closes(page: &Page<'_>, i: usize) -> bool {
    let line = &page.lines[i];
    page.blocks[i].label.is_some_and(|l| l.kind == LabelKind::Contact)
        || page.blocks[i].role == Role::Contact
        || parties::is_greeting(line)
        || line.has_any(&["avprenumerera", "unsubscribe"]) && line.words() <= 12
}

fn is_heading(page: &Page<'_>, i: usize, title_at: Option<usize>) -> bool {
    let line = &page.lines[i];
    let role = page.blocks[i].role;
    let label = page.blocks[i].label;
    if line.bulleted
        || !line.reach.is_empty()
        || line.text.chars().count() > 90
        || line.text.ends_with(['.', ',', ';'])
        || line.text.starts_with('/')
        || matches!(
            line.low.trim_matches(|c: char| !c.is_alphanumeric()),
            "i detta nummer"
                | "i det här numret"
                | "i detta brev"
                | "i det här brevet"
                | "innehåll"
                | "in this issue"
                | "in this newsletter"
                | "in this letter"
                | "contents"
        )
    {
        return false;
    }
    if !(role == Role::Short
        || role == Role::Label && label.is_some_and(|l| !l.marked || l.value >= line.text.len())
        || role == Role::Prose && line.words() <= 9 && line.text.ends_with(['!', '?'])
        || role == Role::Day && line.times.is_empty() && line.dates.is_empty())
    {
        return false;
    }
    if role == Role::Column
        || line.dates.iter().any(|d| d.day.is_some())
            && (line.dates[0].start <= 3 || !line.times.is_empty())
        || line.times.first().is_some_and(|t| t.start == 0)
    {
        return false;
    }
    if let Some(at) = title_at
        && i > at
        && (fold(&line.text) == fold(&page.lines[at].text)
            || line.has_any(&["nyhetsbrev", "newsletter", "månadsbrev"])
                && line.low.bytes().any(|b| b.is_ascii_digit()))
    {
        return false;
    }
    // Something is told under it.
    let mut next = i + 1;
    while next < page.lines.len() && page.blocks[next].role == Role::Noise {
        next += 1;
    }
    let Some(after) = page.lines.get(next) else { return false };
    let dated = after.dates.iter().any(|d| d.day.is_some());
    let told = match page.blocks[next].role {
        Role::Prose => {
            !(after.words() <= 9
                && after.text.ends_with(['!', '?'])
                && page
                    .lines
                    .get(next + 1)
                    .is_some_and(|l| page.blocks[next + 1].role == Role::Prose && l.words() > 9))
        }
        Role::Day | Role::Timed => true,
        Role::Column => false,
        _ => dated || after.bulleted,
    };
    told && !closes(page, next)
}

/// The organisation at the foot of the letter.
fn footer(page: &Page<'_>, contacts: &mut Vec<Contact>) {
    for (i, line) in page.lines.iter().enumerate() {
        if page.mail_header(i)
            || !line.reach.iter().any(|r| r.kind != crate::reach::ReachKind::Url)
            || line.words() > 14
            || i * 2 < page.lines.len()
        {
            continue;
        }
        let known = line.reach.iter().any(|r| {
            let text = &line.text[r.start..r.end];
            contacts.iter().any(|c| {
                c.email.as_ref().is_some_and(|e| e.value == text)
                    || c.phone.as_ref().is_some_and(|p| p.value == text)
            })
        });
        if known && contacts.iter().all(|c| c.name.is_some()) {
            // Its telephone may stand on the next line.
            for reach in &line.reach {
                let text = line.text[reach.start..reach.end].to_owned();
                let of = contacts.iter_mut().find(|c| {
                    c.email.as_ref().is_some_and(|e| line.text.contains(&e.value))
                        || c.phone.as_ref().is_some_and(|p| line.text.contains(&p.value))
                });
                if let Some(of) = of {
                    match reach.kind {
                        crate::reach::ReachKind::Email if of.email.is_none() => {
                            of.email = Some(Found::certain(text, line.number))
                        }
                        crate::reach::ReachKind::Phone if of.phone.is_none() => {
                            of.phone = Some(Found::certain(text, line.number))
                        }
                        _ => {}
                    }
                }
            }
            continue;
        }
        let mut name = None;
        let mut k = i;
        while k > 0 && i - k < 4 && page.lines[k].gap == 0 {
            k -= 1;
            let above = &page.lines[k];
            if !above.reach.is_empty() || venue::has_street(&above.text) {
                continue;
            }
            if matches!(page.blocks[k].role, Role::Short | Role::Contact)
                && above.text.starts_with(char::is_uppercase)
                && above.words() <= 8
                && above.dates.is_empty()
            {
                name = Some(Found::likely(above.text.clone(), above.number));
            }
            break;
        }
        if name.is_none() {
            let head = line.text[..line.reach[0].start]
                .trim_start_matches(|c: char| c == '©' || c == ' ' || c.is_ascii_digit());
            let head = head.split(['|', ',', ':', '•', '–']).next().unwrap_or_default().trim();
            if head.split(' ').count() >= 2
                && head.starts_with(char::is_uppercase)
                && !has_any(
                    &fold(head),
                    &["e-post", "telefon", "phone", "kontakt", "email", "frågor", "tipsa", "skriv"],
                )
            {
                name = Some(Found::likely(head.to_owned(), line.number));
            }
        }
        let mut contact = Contact { name, ..Contact::default() };
        for reach in &line.reach {
            let text =
                Some(Found::certain(line.text[reach.start..reach.end].to_owned(), line.number));
            match reach.kind {
                crate::reach::ReachKind::Email if contact.email.is_none() => contact.email = text,
                crate::reach::ReachKind::Phone if contact.phone.is_none() => contact.phone = text,
                _ => {}
            }
        }
        // Two lines of one footer are one contact.
        let previous = contacts.iter_mut().find(|c| {
            contact.name.is_some()
                && c.name.as_ref().map(|n| &n.value) == contact.name.as_ref().map(|n| &n.value)
                || contact.name.is_none()
                    && (c.email.is_none() || c.phone.is_none())
                    && c.email
                        .as_ref()
                        .or(c.phone.as_ref())
                        .is_some_and(|f| f.line + 1 >= line.number)
        });
        match previous {
            Some(previous) => {
                previous.email = previous.email.take().or(contact.email);
                previous.phone = previous.phone.take().or(contact.phone);
            }
            None => parties::add_contact(contacts, contact),
        }
    }
}

/// Which year a letter's date means.
struct Calendar<'a> {
    page: &'a Page<'a>,
    month: Option<u8>,
    first_issue: bool,
}

impl Calendar<'_> {
    fn day(&self, date: &DateMention, past: bool) -> Day {
        let year = date.year.or_else(|| {
            let year = self.page.years.year()?;
            Some(match self.month {
                // What is past in a January letter was in the year before.
                Some(month) if past && date.month > month => year - 1,
                Some(month) if !past && month >= 10 && date.month <= 4 => year + 1,
                None if past && self.first_issue && date.month >= 9 => year - 1,
                _ => year,
            })
        });
        Day { year, month: date.month, day: date.day }
    }
}

const PAST: &[&str] = &[
    "sågs",
    "träffades",
    "hölls",
    "genomförde",
    "ägde rum",
    "besökte",
    "firade",
    "höll vi",
    "bar det av",
    "deltog",
    "samlades",
    "var vi",
    "arrangerade",
    "visited",
    " met ",
    " held",
    "took place",
    "gathered",
    "was held",
    "were ",
    "kom ",
    "bjöd",
    "hade vi",
    "avslutades",
    "invigdes",
    "startade",
    "gick av stapeln",
    "presenterade",
    "var det ",
    "möttes",
    "stod ",
];

/// Collects the dated things of one section.
#[derive(Default)]
struct Reader {
    refs: Vec<DatedThing>,
    /// Last days to register or apply; they count where nothing else in the section has a date.
    limits: Vec<(DatedThing, bool)>,
    /// The date that a following sentence without one speaks of, and how many things it has given.
    current: Option<(Day, u32, usize)>,
}

impl Reader {
    fn finish(&mut self) -> Vec<DatedThing> {
        self.current = None;
        let mut refs = std::mem::take(&mut self.refs);
        for (limit, own_news) in std::mem::take(&mut self.limits) {
            if refs.is_empty() || own_news {
                refs.push(limit);
            }
        }
        refs
    }

    /// Reads line `i` of a section; the next line to read.
    fn line(
        &mut self,
        page: &Page<'_>,
        clock: &Calendar<'_>,
        i: usize,
        heading: Option<&Found<String>>,
    ) -> usize {
        let line = &page.lines[i];
        if line.gap > 1 || line.bulleted {
            self.current = None;
        }
        let first = line.dates.iter().find(|d| d.day.is_some());
        let listed = first.is_some_and(|d| {
            d.start <= 4
                || line.low[..d.start]
                    .split_whitespace()
                    .all(|w| weekday_word(w.trim_matches(|c: char| !c.is_alphabetic())).is_some())
                || line.low[..d.start].trim_end_matches([':', ' ']).split(' ').count() <= 1
                    && d.start < 12
                    && line.bulleted
        });
        let verb = line.has_any(&[
            " är ",
            " vi ",
            " har ",
            " blir ",
            " hålls ",
            " kommer ",
            " we ",
            " is ",
            " sker ",
            " står ",
            " genomför",
            "ägde",
            " träffas",
            " bjud",
            " ses ",
            " startar",
            " börjar",
            "öppnar",
            " avslut",
            " visar",
            " spelar",
            " besöker",
            " firar",
            " pågår",
            " arrangera",
            " går ",
        ]);
        if listed
            && first.is_some_and(|d| page.purposes(i, d) != Purpose::Deadline)
            && !(verb && line.words() > 7)
            && line.dates.iter().filter(|d| d.day.is_some()).count() == 1
        {
            return self.listed(page, clock, i, heading);
        }
        if listed
            && line.dates.iter().filter(|d| d.day.is_some()).count() > 1
            && !verb
            && line.words() <= 24
        {
            return self.prose(page, clock, i);
        }
        // "Torget, Vansbro: 2 mars kl. 15–17"
        if let Some(date) = first
            && !verb
            && !line.text.trim_end().ends_with('.')
            && line.words() <= 16
            && date.start > 4
            && page.purposes(i, date) == Purpose::Open
        {
            return self.trailing(page, clock, i, heading);
        }
        self.prose(page, clock, i)
    }

    /// "Mån 2 mars kl. 15–17, Torget, Vansbro", or a date alone with its cells on the lines after.
    fn listed(
        &mut self,
        page: &Page<'_>,
        clock: &Calendar<'_>,
        i: usize,
        heading: Option<&Found<String>>,
    ) -> usize {
        let line = &page.lines[i];
        let Some(date) = line.dates.iter().find(|d| d.day.is_some()) else { return i + 1 };
        let mut time = line.times.first().copied();
        let mut time_line = line.number;
        let mut end = date.end;
        let mut text = String::new();
        // What is left of the line without its date and time.
        if let Some(t) = time {
            text.push_str(line.text.get(end..t.start.max(end)).unwrap_or_default());
            end = t.end.max(end);
            text.push('\t');
        }
        text.push_str(line.text.get(end..).unwrap_or_default());
        let mut parts = parts(&text);
        let mut part_lines = vec![line.number; parts.len()];
        let mut next = i + 1;
        if parts.is_empty() {
            while next < page.lines.len() && next < i + 7 {
                let cell = &page.lines[next];
                if cell.gap > 0
                    || cell.dates.iter().any(|d| d.day.is_some())
                    || matches!(page.blocks[next].role, Role::Noise | Role::Prose | Role::Contact)
                {
                    break;
                }
                if page.blocks[next].role == Role::Timed
                    || parts.len() >= 3
                    || cell.number > part_lines.first().map_or(line.number + 5, |first| first + 2)
                {
                    break;
                }
                // "Tid: 10–14", "Plats: Torget": the label is not the cell.
                let label = page.blocks[next].label;
                if label.is_some_and(|l| {
                    !matches!(l.kind, LabelKind::Place | LabelKind::Time | LabelKind::Column)
                }) {
                    break;
                }
                let start = label.map_or(0, |l| l.value);
                if page.blocks[next].role == Role::Hours
                    || blocks::timed(cell) == Some(cell.text.len())
                {
                    time = time.or(cell.times.first().copied());
                    time_line = cell.number;
                } else {
                    if let Some(t) = cell.times.first()
                        && time.is_none()
                    {
                        time = Some(*t);
                        time_line = cell.number;
                    }
                    let cut = cell.times.first().map_or(cell.text.len(), |t| t.start).max(start);
                    let part = cell.text[start..cut].trim().trim_end_matches([',', ' ']);
                    if !part.is_empty() {
                        parts.push(part.to_owned());
                        part_lines.push(cell.number);
                    }
                }
                next += 1;
            }
        }
        let (title, place) = title_and_place(&parts, heading.map(|h| h.value.as_str()));
        let place = place.filter(|p| crate::words::is_platform(&fold(p)).is_none());
        // The line of the first part that a text is made of.
        let line_of = |text: &str| {
            let at = parts.iter().position(|part| text.starts_with(part.as_str()));
            at.and_then(|n| part_lines.get(n)).copied().unwrap_or(line.number)
        };
        let past = line.has_any(PAST);
        let day = clock.day(date, past);
        let number = line.number;
        self.add(DatedThing {
            date: Found::certain(day, number),
            end_date: end_date(date, day, number),
            start: time.map(|t| Found::certain(t.from, time_line)),
            end: time.and_then(|t| t.until).map(|u| Found::certain(u, time_line)),
            place: place.map(|p| {
                let at = line_of(&p);
                Found::certain(p, at)
            }),
            title: title
                .map(|t| {
                    let at = line_of(&t);
                    Found::likely(t, at)
                })
                .or_else(|| heading.map(|h| Found::doubtful(h.value.clone(), h.line))),
        });
        self.current = Some((day, number, 1));
        next
    }

    /// "Torget, Vansbro: 2 mars kl. 15–17"
    fn trailing(
        &mut self,
        page: &Page<'_>,
        clock: &Calendar<'_>,
        i: usize,
        heading: Option<&Found<String>>,
    ) -> usize {
        let line = &page.lines[i];
        let Some(date) = line.dates.iter().find(|d| d.day.is_some()) else { return i + 1 };
        let time = line.times.first();
        let cut = time.map_or(date.start, |t| t.start.min(date.start));
        let after = time.map_or(date.end, |t| t.end.max(date.end));
        // "Datum: 12 mars": the label is no place.
        let from = page.blocks[i].label.map_or(0, |l| l.value).min(cut);
        let mut all = parts(line.text[from..cut].trim_end_matches([' ', ':', ',', '–', '-']));
        all.extend(parts(line.text.get(after..).unwrap_or_default()));
        let (title, place) = title_and_place(&all, heading.map(|h| h.value.as_str()));
        let day = clock.day(date, line.has_any(PAST));
        let number = line.number;
        self.add(DatedThing {
            date: Found::certain(day, number),
            end_date: end_date(date, day, number),
            start: time.map(|t| Found::certain(t.from, number)),
            end: time.and_then(|t| t.until).map(|u| Found::certain(u, number)),
            place: place.map(|p| Found::certain(p, number)),
            title: title.map(|t| Found::likely(t, number)),
        });
        self.current = Some((day, number, 1));
        i + 1
    }

    fn prose(&mut self, page: &Page<'_>, clock: &Calendar<'_>, i: usize) -> usize {
        let line = &page.lines[i];
        let number = line.number;
        for (from, to) in sentences::split(&line.text) {
            let low = &line.low[from..to];
            let past = has_any(low, PAST);
            let mut dates: Vec<&DateMention> = Vec::new();
            for date in
                line.dates.iter().filter(|d| d.start >= from && d.start < to && d.day.is_some())
            {
                let news = has_any(
                    low,
                    &[
                        "ansök",
                        "söka",
                        "apply",
                        "application",
                        "stipend",
                        "bidrag",
                        "nominer",
                        "utlysning",
                        "call for",
                        "grant",
                        "remiss",
                    ],
                );
                match page.purposes(i, date) {
                    Purpose::Deadline => {
                        self.limits.push((bare(clock.day(date, past), number), false));
                    }
                    Purpose::Other
                        if has_any(
                            low,
                            &[
                                "senast",
                                "till och med",
                                "deadline",
                                "t.o.m",
                                "until",
                                "sista dag",
                                "öppen till",
                                "stänger",
                            ],
                        ) =>
                    {
                        let booking = has_any(low, &["boka bord", "anmäl", "avbok", "boka plats"]);
                        self.limits.push((bare(clock.day(date, past), number), news && !booking));
                    }
                    Purpose::Updated | Purpose::Published | Purpose::Sent => {}
                    // "Från och med den 1 mars kan ni söka"
                    _ if news
                        && has_any(
                            &line.low[from..date.start],
                            &["från och med", "fr.o.m", "öppnar"],
                        ) => {}
                    _ if has_any(
                        &line.low[from..date.start],
                        &["deadline", "senast den", "sista dag"],
                    ) =>
                    {
                        self.limits.push((bare(clock.day(date, past), number), news));
                    }
                    _ => dates.push(date),
                }
            }
            let times: Vec<&TimeMention> =
                line.times.iter().filter(|t| t.start >= from && t.start < to).collect();
            let places = places(line, from, to);
            if dates.is_empty() {
                self.without_date(&times, &places, number, low);
                continue;
            }
            if dates.len() == 1 {
                self.one_date(clock, dates[0], &times, &places, number, past, low);
            } else {
                self.several_dates(clock, &dates, &times, &places, number, past);
            }
        }
        i + 1
    }

    #[expect(clippy::too_many_arguments, reason = "one sentence's parts, read in one place")]
    fn one_date(
        &mut self,
        clock: &Calendar<'_>,
        date: &DateMention,
        times: &[&TimeMention],
        places: &[Place],
        number: u32,
        past: bool,
        low: &str,
    ) {
        let day = clock.day(date, past);
        let before = self.refs.len();
        if times.len() >= 2 && places.len() >= 2 {
            for (time, place) in pair(times, places) {
                self.add(timed(day, number, time, place.map(|p| p.text.clone())));
            }
        } else {
            let towns: Vec<&Place> =
                places.iter().filter(|p| p.town && !p.text.contains(',')).collect();
            let apart = towns.len() >= 2 && times.is_empty() && has_any(low, &[" och ", " and "]);
            let place = join(places);
            let mut thing = bare(day, number);
            thing.end_date = end_date(date, day, number);
            if let Some(time) = times.first() {
                thing.start = Some(Found::certain(time.from, number));
                thing.end = time.until.map(|u| Found::certain(u, number));
            }
            if apart {
                for town in towns {
                    let mut one = thing.clone();
                    one.place = Some(Found::likely(town.text.clone(), number));
                    self.add(one);
                }
            } else {
                thing.place = place.map(|p| Found::likely(p, number));
                self.add(thing);
            }
        }
        self.current = Some((day, number, self.refs.len() - before.min(self.refs.len())));
    }

    fn several_dates(
        &mut self,
        clock: &Calendar<'_>,
        dates: &[&DateMention],
        times: &[&TimeMention],
        places: &[Place],
        number: u32,
        past: bool,
    ) {
        let first_before = places.first().is_some_and(|p| p.start < dates[0].start);
        for (n, date) in dates.iter().enumerate() {
            let from = if n == 0 { 0 } else { dates[n - 1].end };
            let to = dates.get(n + 1).map_or(usize::MAX, |d| d.start);
            let shared_times = times.len() == 1
                && times[0].start > dates[dates.len() - 1].end
                && dates.windows(2).all(|w| w[1].start == w[0].start || w[1].start < w[0].end + 8);
            let time = times
                .iter()
                .find(|t| t.start >= date.end && t.start < to)
                .or(if shared_times { times.first() } else { None });
            let day = clock.day(date, past);
            let mut thing = bare(day, number);
            thing.end_date = end_date(date, day, number);
            if let Some(time) = time {
                thing.start = Some(Found::certain(time.from, number));
                thing.end = time.until.map(|u| Found::certain(u, number));
            }
            let near: Vec<&Place> = if places.len() == 1 {
                places.iter().collect()
            } else if first_before {
                places.iter().filter(|p| p.start < date.start && p.start >= from).collect()
            } else {
                places.iter().filter(|p| p.start > date.start && p.start < to).collect()
            };
            let near: Vec<Place> = near.into_iter().cloned().collect();
            thing.place = join(&near).map(|p| Found::likely(p, number));
            self.add(thing);
            self.current = Some((day, number, 1));
        }
    }

    /// A sentence that goes on about the date before it.
    fn without_date(&mut self, times: &[&TimeMention], places: &[Place], number: u32, low: &str) {
        let Some((day, line, count)) = self.current else { return };
        if times.is_empty() {
            if count == 1
                && let Some(last) = self.refs.last_mut()
                && last.place.is_none()
                && !places.is_empty()
                && has_any(
                    low,
                    &[
                        "vi ses",
                        "vi håller till",
                        "plats",
                        "lokal",
                        "samlas",
                        "träffas",
                        "we meet",
                        "place",
                        "venue",
                        "håller till",
                    ],
                )
            {
                last.place = join(places).map(|p| Found::likely(p, number));
            }
            return;
        }
        if has_any(low, &["dörrarna", "insläpp", "fika från", "kaffe från"]) {
            return;
        }
        if times.len() == 1 && count == 1 {
            if let Some(last) = self.refs.last_mut()
                && last.start.is_none()
            {
                last.start = Some(Found::likely(times[0].from, number));
                last.end = times[0].until.map(|u| Found::likely(u, number));
                last.place = match (last.place.take(), join(places)) {
                    // One paragraph: the source line is the same.
                    (Some(own), Some(more)) if own.value != more && own.line == number => {
                        Some(Found::likely(format!("{more}, {}", own.value), number))
                    }
                    (Some(own), _) => Some(own),
                    (None, more) => more.map(|p| Found::likely(p, number)),
                };
            }
            return;
        }
        // The date's places said again, now with their times.
        let keep = self.refs.len() - count.min(self.refs.len());
        if self.refs[keep..].iter().all(|r| r.start.is_none() && r.date.value == day) {
            self.refs.truncate(keep);
        }
        let before = self.refs.len();
        for (time, place) in pair(times, places) {
            let mut thing = timed(day, number, time, place.map(|p| p.text.clone()));
            thing.date.line = line;
            self.add(thing);
        }
        self.current = Some((day, line, self.refs.len() - before));
    }

    /// One thing for each date and place.
    fn add(&mut self, thing: DatedThing) {
        let from = self.refs.len().saturating_sub(40);
        for known in &mut self.refs[from..] {
            if known.date.value != thing.date.value
                || known.end_date.as_ref().map(|d| d.value)
                    != thing.end_date.as_ref().map(|d| d.value)
            {
                continue;
            }
            let alike = match (&known.place, &thing.place) {
                (Some(a), Some(b)) => same_place(&a.value, &b.value),
                _ => true,
            };
            let times_agree = match (&known.start, &thing.start) {
                (Some(a), Some(b)) => {
                    a.value == b.value
                        && known.end.as_ref().map(|e| e.value)
                            == thing.end.as_ref().map(|e| e.value)
                }
                _ => true,
            };
            if alike && times_agree {
                if known.place.as_ref().map_or(0, |p| p.value.len())
                    < thing.place.as_ref().map_or(0, |p| p.value.len())
                {
                    known.place = thing.place;
                }
                known.start = known.start.take().or(thing.start);
                known.end = known.end.take().or(thing.end);
                return;
            }
        }
        self.refs.push(thing);
    }
}

fn same_place(a: &str, b: &str) -> bool {
    let words = |t: &str| {
        fold(t)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() > 2)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (x, y) = (words(a), words(b));
    x.iter().any(|w| y.contains(w))
}

fn bare(day: Day, line: u32) -> DatedThing {
    DatedThing {
        date: Found::likely(day, line),
        end_date: None,
        start: None,
        end: None,
        place: None,
        title: None,
    }
}

fn timed(day: Day, line: u32, time: &TimeMention, place: Option<String>) -> DatedThing {
    let clock = |c: Clock| Found::certain(c, line);
    DatedThing {
        start: Some(clock(time.from)),
        end: time.until.map(clock),
        place: place.map(|p| Found::likely(p, line)),
        ..bare(day, line)
    }
}

fn end_date(date: &DateMention, day: Day, line: u32) -> Option<Found<Day>> {
    let until = date.until?;
    let year = until
        .year
        .or(day.year)
        .map(|y| if until.year.is_none() && until.month < date.month { y + 1 } else { y });
    Some(Found::certain(Day { year, month: until.month, day: Some(until.day) }, line))
}

/// Each time with the place before it, or after it, as the sentence has them.
fn pair<'a>(
    times: &[&'a TimeMention],
    places: &'a [Place],
) -> Vec<(&'a TimeMention, Option<&'a Place>)> {
    let before = places.first().is_some_and(|p| p.start < times[0].start);
    times
        .iter()
        .enumerate()
        .map(|(n, time)| {
            let place = if before {
                let from = if n == 0 { 0 } else { times[n - 1].end };
                places.iter().rfind(|p| p.start >= from && p.start < time.start)
            } else {
                let to = times.get(n + 1).map_or(usize::MAX, |t| t.start);
                places.iter().find(|p| p.start > time.start && p.start < to)
            };
            (*time, place)
        })
        .collect()
}

/// A place in a sentence.
#[derive(Debug, Clone)]
struct Place {
    text: String,
    start: usize,
    town: bool,
}

fn join(places: &[Place]) -> Option<String> {
    let mut out: Vec<&str> = Vec::new();
    for place in places.iter().take(3) {
        if !out.iter().any(|p| p.contains(place.text.as_str())) {
            out.push(&place.text);
        }
    }
    if out.len() > 2 {
        out.truncate(2);
    }
    (!out.is_empty()).then(|| out.join(", "))
}

/// Places named between two points of a line: after "i", "på", "vid", "till", "at", "in"; known
/// towns; and what stands between commas after a time.
fn places(line: &Line, from: usize, to: usize) -> Vec<Place> {
    let text = &line.text[from..to];
    let mut found: Vec<Place> = Vec::new();
    let mut covered = 0usize;
    let words: Vec<(usize, &str)> = text
        .split_inclusive(' ')
        .scan(0, |at, w| {
            let start = *at;
            *at += w.len();
            Some((start, w.trim()))
        })
        .collect();
    let capital = |w: &str| w.starts_with(char::is_uppercase);
    let stops = |w: &str| w.ends_with([',', '.', '!', '?', ';', ':', ')']);
    let mentions: Vec<usize> = line
        .dates
        .iter()
        .map(|d| d.end)
        .chain(line.times.iter().map(|t| t.end))
        .filter(|&e| e >= from && e <= to)
        .map(|e| e - from)
        .collect();
    let mut n = 0;
    while n < words.len() {
        let (start, word) = words[n];
        if start < covered {
            n += 1;
            continue;
        }
        let low = fold(word);
        let preposition = matches!(
            low.as_str(),
            "i" | "på" | "vid" | "till" | "hos" | "in" | "at" | "to" | "utanför" | "the"
        );
        let mut k = n + 1;
        if preposition
            && matches!(words.get(k).map(|w| w.1), Some("the" | "gamla" | "stora" | "nya"))
        {
            k += 1;
        }
        let after_mention = mentions.iter().any(|&m| {
            m <= start && text[m..start].chars().all(|c| !c.is_alphanumeric()) && start - m < 5
        });
        let begin = if preposition {
            match words.get(k) {
                // "hamnplan i Östhammar"
                Some((_, w))
                    if !capital(w)
                        && matches!(words.get(k + 1).map(|w| w.1), Some("i" | "in"))
                        && words.get(k + 2).is_some_and(|w| capital(w.1))
                        && !stops(w) =>
                {
                    Some(k)
                }
                Some((_, w)) if capital(w) => Some(k),
                _ => None,
            }
        } else if capital(word)
            && (after_mention && line.text[from + start..].len() > 3
                || n > 0 && is_town(word.trim_matches(|c: char| !c.is_alphanumeric())))
        {
            Some(n)
        } else {
            None
        };
        let Some(begin) = begin else {
            n += 1;
            continue;
        };
        // As long as its words are capitals, or link capitals.
        let mut end = begin;
        let at = words[begin].0;
        let mut last = at;
        while let Some(&(s, w)) = words.get(end) {
            let bare = w.trim_matches(|c: char| !c.is_alphanumeric() && c != '-');
            let low = fold(bare);
            let links = matches!(bare, "i" | "på" | "in" | "vid" | "och" | "of" | "the" | "för")
                && end > begin
                && words.get(end + 1).is_some_and(|w| capital(w.1));
            let number = end > begin
                && bare.starts_with(|c: char| c.is_ascii_digit())
                && bare.len() <= 4
                && !line.times.iter().any(|t| t.start >= from + s && t.start < from + s + w.len())
                && !line.dates.iter().any(|t| t.start >= from + s && t.start < from + s + w.len());
            let tail = end > begin
                && matches!(
                    low.as_str(),
                    "torg"
                        | "torget"
                        | "park"
                        | "bibliotek"
                        | "kyrka"
                        | "skola"
                        | "hus"
                        | "station"
                        | "bygdegård"
                        | "kulturhus"
                        | "centrum"
                        | "hamn"
                        | "folkets"
                        | "ip"
                        | "museum"
                        | "församlingshem"
                        | "medborgarhus"
                        | "stadsbibliotek"
                        | "gymnasium"
                        | "hembygdsgård"
                        | "square"
                        | "library"
                        | "library,"
                        | "hotell"
                        | "idrottsplats"
                        | "kommunhus"
                        | "stadshus"
                        | "län"
                        | "folkhögskola"
                        | "föreningshus"
                        | "kulturskola"
                        | "torg,"
                );
            if w == "och" && links {
                // "Kumla och Hallsberg" are two places.
                break;
            }
            let is_date_word =
                month_of(&low).is_some() || weekday_word(&low).is_some() && low.len() > 3;
            if !(capital(w) || links || number || tail || end == begin) || is_date_word {
                break;
            }
            last = s + w.len();
            end += 1;
            if stops(w) {
                // "Växjö, Linnéparken" goes on; "Örebro, och" does not.
                let goes_on = w.ends_with(',')
                    && words.get(end).is_some_and(|&(s, w)| {
                        capital(w)
                            && !mention_at(line, from + s)
                            && (is_town(w.trim_matches(|c: char| !c.is_alphanumeric()))
                                || is_org_word(w)
                                || words
                                    .get(end + 1)
                                    .is_none_or(|n| stops(w) || capital(n.1) || is_org_word(n.1)))
                    });
                if !goes_on {
                    break;
                }
            }
        }
        let phrase =
            text[at..last.max(at)].trim().trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        n = end.max(n + 1);
        if phrase.is_empty() || end == begin {
            continue;
        }
        covered = last;
        let low = fold(&phrase);
        let town = phrase.split(|c: char| !(c.is_alphanumeric() || c == '-')).any(is_town);
        let not_place = has_any(
            &low,
            &[
                "projekt",
                "partnerskap",
                "nätverk",
                "facebook",
                "instagram",
                "zoom",
                "teams",
                "youtube",
                "linkedin",
                "styrelse",
                "nämnd",
                "program",
                "läs mer",
                "region ",
                "sverige",
                "swedish",
                "boka",
                "välkom",
            ],
        ) && !town
            || crate::people::is_sure_name(&phrase) && !town
            || month_of(&low).is_some()
            || weekday_word(&low).is_some();
        // After "till" only what is known as a place: one writes to people too.
        let doubtful = matches!(fold(word).as_str(), "till" | "to" | "hos" | "the")
            && !town
            && !phrase.split(' ').any(is_org_word);
        if not_place || doubtful || begins_a_sentence(&phrase, after_mention && !preposition) {
            continue;
        }
        found.push(Place { text: phrase, start: from + at, town });
        if found.len() > 12 {
            break;
        }
    }
    found
}

fn mention_at(line: &Line, at: usize) -> bool {
    line.dates.iter().any(|d| d.start <= at && at < d.end)
        || line.times.iter().any(|t| t.start <= at && at < t.end)
}

/// A sentence that begins right after a date ("…, Då visar vi") is no place.
fn begins_a_sentence(phrase: &str, bare: bool) -> bool {
    bare && phrase.split(' ').count() == 1
        && matches!(
            fold(phrase).as_str(),
            "då" | "vi"
                | "det"
                | "den"
                | "här"
                | "alla"
                | "kom"
                | "ta"
                | "läs"
                | "bring"
                | "we"
                | "come"
                | "join"
                | "kl"
                | "fri"
                | "gratis"
                | "obs"
                | "vid"
        )
}

/// A list entry's text in its parts, without signs.
fn parts(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for part in text.split(['\t', ',', ';', '|', '•']) {
        for piece in part.split(" – ").flat_map(|p| p.split(" - ")).flat_map(|p| p.split(": ")) {
            let piece = sentences::split(piece).first().map_or(piece, |&(a, b)| &piece[a..b]);
            let piece = piece
                .trim()
                .trim_matches(|c: char| {
                    matches!(c, ',' | '.' | ':' | ' ' | '–' | '-' | '(' | ')' | '|')
                })
                .trim();
            let piece = piece
                .strip_prefix("kl")
                .map_or(piece, |r| if r.trim_matches(['.', ' ']).is_empty() { "" } else { piece });
            if piece.chars().any(char::is_alphabetic) {
                out.push(piece.to_owned());
            }
        }
        if out.len() > 8 {
            break;
        }
    }
    out
}

/// Which parts of a list entry say what, and which say where.
fn title_and_place(parts: &[String], heading: Option<&str>) -> (Option<String>, Option<String>) {
    let heading_town = heading.filter(|h| is_town(h.trim()));
    let placed = |p: &str| {
        p.split(|c: char| !(c.is_alphanumeric() || c == '-')).any(is_town)
            || venue::has_street(p)
            || p.split(' ').any(|w| {
                is_org_word(w)
                    || has_any(
                        &fold(w),
                        &[
                            "torget",
                            "torg",
                            "park",
                            "bibliotek",
                            "skola",
                            "bygdegård",
                            "hamn",
                            "kyrka",
                            "museet",
                            "gård",
                            "hus",
                            "plats",
                            "station",
                            "parkering",
                            "fabrik",
                            "magasin",
                            "kvarn",
                            "arena",
                            "hallen",
                            "scen",
                            "kök",
                            "plan",
                            "holme",
                            "strand",
                            "brygga",
                        ],
                    )
            })
    };
    match parts {
        [] => (None, heading_town.map(str::to_owned)),
        [only] => {
            let low = fold(only);
            for marker in [" i ", " på ", " vid ", " hos ", " in ", " at "] {
                if let Some(at) = low.find(marker)
                    && at > 2
                    && !is_place_noun(&low[..at])
                {
                    let place = only[at + marker.len()..].trim().to_owned();
                    return (Some(only[..at].trim().to_owned()), Some(place));
                }
            }
            if placed(only) || heading_town.is_none() && only.split(' ').count() <= 3 {
                (None, Some(only.clone()))
            } else {
                (Some(only.clone()), heading_town.map(str::to_owned))
            }
        }
        [first, rest @ ..] => {
            if !placed(first)
                && rest.iter().any(|p| placed(p))
                && !(rest.len() == 1 && is_town(rest[0].as_str()))
                || (!placed(first) && heading_town.is_some())
            {
                let places: Vec<&str> = rest
                    .iter()
                    .filter(|p| p.split(' ').count() <= 7)
                    .map(String::as_str)
                    .take(3)
                    .collect();
                (Some(first.clone()), Some(places.join(", ")))
            } else {
                // Where, and then perhaps what.
                let places: Vec<&str> = parts
                    .iter()
                    .enumerate()
                    .filter(|(n, p)| *n == 0 || placed(p) || p.split(' ').count() <= 3)
                    .map(|(_, p)| p.as_str())
                    .take(3)
                    .collect();
                let title = parts.iter().skip(1).find(|p| !places.contains(&p.as_str())).cloned();
                (title, Some(places.join(", ")))
            }
        }
    }
}

fn is_place_noun(low: &str) -> bool {
    let word = low.split(' ').next_back().unwrap_or_default();
    has_any(
        word,
        &[
            "torg",
            "park",
            "bibliotek",
            "skola",
            "hamn",
            "kyrka",
            "gård",
            "hus",
            "plats",
            "station",
            "plan",
            "centrum",
            "salen",
            "hall",
            "lokal",
        ],
    )
}
