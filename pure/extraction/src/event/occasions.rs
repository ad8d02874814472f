//! One event on a page or several: occasions that each have a title, a day and a registration of
//! their own.

use crate::blocks::Role;
use crate::contradictions;
use crate::lines::{Line, fold};
use crate::model::{Event, Found, Mode, Warning};
use crate::sentences;
use crate::words::LabelKind;

use super::{Page, agenda, clean_title, is_organisation, read, series};

/// Where an occasion begins and where its day is told.
#[derive(Debug, Clone, Copy)]
struct Start {
    heading: usize,
    dated: usize,
}

/// The events of a page, with their contradictions: one, or several where each has its own title
/// and registration.
pub(crate) fn read_all(page: &Page<'_>) -> (Vec<Event>, Vec<Warning>) {
    let starts = occasions(page);
    if starts.len() < 2 {
        let mut reading = read(page);
        if page.agenda
            && reading.event.roles.organisers.is_empty()
            && let Some(found) = agenda::summoner(page.lines)
        {
            reading.event.roles.organisers.push(found);
        }
        let mut warnings = contradictions::of_event(page, &reading);
        warnings.extend(contradictions::empty_fields(page, &reading.taken));
        return (vec![reading.event], warnings);
    }
    // What is said before the first and after the last holds for all of them.
    let last = starts[starts.len() - 1];
    let until = (last.dated..page.lines.len()).find(|&i| registers(page, i)).unwrap_or(last.dated);
    let mut end = last.heading + 1;
    while end < page.lines.len() && (page.lines[end].gap == 0 || end <= until) {
        end += 1;
    }
    let part = |from: usize, to: usize| Page {
        lines: &page.lines[from..to],
        blocks: &page.blocks[from..to],
        scope: page.scope[from..to].to_vec(),
        years: page.years.clone(),
        agenda: false,
        purposes: page.purposes[from..to].to_vec(),
    };
    let before = read(&part(0, starts[0].heading)).event;
    let after = read(&part(end, page.lines.len())).event;
    let (mut events, mut warnings) = (Vec::new(), Vec::new());
    let headed = (0..starts[0].heading).find_map(|i| series::headed(&page.lines[i]));
    let series = headed.or_else(|| before.title.as_ref().and_then(seasonal));
    for (n, start) in starts.iter().enumerate() {
        let to = starts.get(n + 1).map_or(end, |next| next.heading);
        let page = part(start.heading, to);
        let reading = read(&page);
        warnings.extend(contradictions::of_event(&page, &reading));
        warnings.extend(contradictions::empty_fields(&page, &reading.taken));
        let mut event = reading.event;
        // What stands over an occasion is what it is called, whatever is written under it.
        let heading = &page.lines[usize::from(start.heading == start.dated)];
        let numbered = unnumbered(&heading.text).len() < heading.text.len();
        if numbered || event.title.as_ref().is_none_or(|t| t.line != heading.number) {
            let text = clean_title(unnumbered(&heading.text));
            event.title = Some(Found::likely(text, heading.number));
        }
        for shared in [&before, &after] {
            event.lend(shared);
        }
        event.series = event.series.or_else(|| before.series.clone()).or_else(|| series.clone());
        events.push(event);
    }
    (events, warnings)
}

impl Event {
    /// Takes what it lacks from what the page says about all its events.
    fn lend(&mut self, shared: &Event) {
        if self.roles.moderators.is_empty() {
            self.roles.moderators.clone_from(&shared.roles.moderators);
        }
        if self.roles.organisers.is_empty() {
            self.roles.organisers.clone_from(&shared.roles.organisers);
        }
        if self.roles.in_collaboration.is_empty() {
            self.roles.in_collaboration.clone_from(&shared.roles.in_collaboration);
        }
        if self.roles.co_funders.is_empty() {
            self.roles.co_funders.clone_from(&shared.roles.co_funders);
        }
        if self.roles.contacts.is_empty() {
            self.roles.contacts.clone_from(&shared.roles.contacts);
        }
        if self.cost.free.is_none() {
            self.cost = shared.cost.clone();
        }
        if self.venue.name.is_none() && self.mode.as_ref().is_none_or(|m| m.value != Mode::Online) {
            self.venue = shared.venue.clone();
        }
        if self.mode.is_none() {
            self.mode.clone_from(&shared.mode);
            self.platform.clone_from(&shared.platform);
        }
        self.audience = self.audience.take().or_else(|| shared.audience.clone());
        self.updated_on = self.updated_on.take().or_else(|| shared.updated_on.clone());
        self.link_dispatch = self.link_dispatch.take().or_else(|| shared.link_dispatch.clone());
    }
}

/// "2. Lågaffektivt bemötande" without its number.
fn unnumbered(text: &str) -> &str {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[digits..].strip_prefix(['.', ')']).filter(|_| (1..=2).contains(&digits));
    rest.map_or(text, str::trim_start)
}

/// "Föreningsakademin våren 2027" over several occasions is what they are a series of.
fn seasonal(title: &Found<String>) -> Option<Found<String>> {
    let text = title.value.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let name = ["hösten", "våren", "vintern", "sommaren", "autumn", "spring", "ht", "vt"]
        .iter()
        .find_map(|season| {
            let at = text.len().checked_sub(season.len())?;
            (text.get(at..).map(fold)?.as_str() == *season).then(|| &text[..at])
        })
        .unwrap_or(if text.len() < title.value.len() { text } else { "" })
        .trim_end_matches([' ', ',', '–', '-', ':']);
    // "Träffar för anhöriga våren 2026" says what they are and is no name.
    let low = fold(name);
    let plain = [
        "träffar",
        "kurser",
        "program",
        "föreläsningar",
        "seminarier",
        "utbildningar",
        "evenemang",
        "aktiviteter",
        "möten",
        "courses",
        "events",
        "programme",
        "talks",
        "lectures",
        "seminars",
        "workshops",
        "webbinarier",
        "webinars",
        "höstens",
        "vårens",
    ]
    .contains(&low.split(' ').next().unwrap_or_default());
    (name.len() > 4 && !plain && !is_organisation(name, &low))
        .then(|| Found::likely(name.to_owned(), title.line))
}

/// Lines that begin occasions of their own: a heading, its day soon under it, and its registration
/// before the next.
fn occasions(page: &Page<'_>) -> Vec<Start> {
    if page.agenda {
        return Vec::new();
    }
    let mut starts: Vec<Start> = Vec::new();
    for heading in 0..page.lines.len().saturating_sub(1) {
        if starts.len() > 200 {
            break;
        }
        if let Some(dated) = heads(page, heading).then(|| day_under(page, heading)).flatten() {
            starts.push(Start { heading, dated });
        }
    }
    // "Konferens", "12 oktober" in a box, and then the conference itself: one occasion.
    let day = |start: &Start| {
        let date = page.lines[start.dated].dates.iter().find(|d| d.day.is_some())?;
        Some((date.month, date.day))
    };
    let hours = |from: usize, to: usize| {
        page.lines[from..to.min(from + 8)].iter().any(|line| !line.times.is_empty())
    };
    let boxed =
        |pair: &[Start]| day(&pair[0]) == day(&pair[1]) && !hours(pair[0].heading, pair[1].heading);
    let boxes: Vec<usize> =
        starts.windows(2).filter(|pair| boxed(pair)).map(|pair| pair[0].heading).collect();
    starts.retain(|start| boxes.binary_search(&start.heading).is_err());
    let all = starts.iter().enumerate().all(|(n, start)| {
        let to = starts.get(n + 1).map_or(page.lines.len(), |next| next.heading);
        (start.heading..to).any(|i| registers(page, i))
    });
    if starts.len() >= 2 && all { starts } else { under_days(page) }
}

/// "Måndag 2 mars kl. 12–13", under it what is held and before the next day how to register for it.
fn under_days(page: &Page<'_>) -> Vec<Start> {
    let lines = page.lines;
    let starts: Vec<Start> = (0..lines.len().saturating_sub(1))
        .filter(|&i| {
            let (line, next) = (&lines[i], &lines[i + 1]);
            matches!(page.blocks[i].role, Role::Day | Role::Short)
                && (line.gap > 0 || i == 0)
                && line.words() <= 10
                && line.dates.first().is_some_and(|d| d.day.is_some() && d.start <= 4)
                && next.gap == 0
                && next.dates.is_empty()
                && next.times.is_empty()
                && next.reach.is_empty()
                && !next.bulleted
                && next.words() <= 14
                && matches!(page.blocks[i + 1].role, Role::Short | Role::Prose)
        })
        .take(200)
        .map(|i| Start { heading: i, dated: i })
        .collect();
    let all = starts.iter().enumerate().all(|(n, start)| {
        let to = starts.get(n + 1).map_or(lines.len(), |next| next.heading);
        (start.heading + 2..to).any(|i| {
            registers(page, i) && (!lines[i].dates.is_empty() || !lines[i].reach.is_empty())
        })
    });
    if starts.len() >= 2 && all { starts } else { Vec::new() }
}

/// Can line `i` be the heading of an occasion?
fn heads(page: &Page<'_>, i: usize) -> bool {
    let line = &page.lines[i];
    // "Nästa träff", "Tidigare seminarier" are spoken of beside the event.
    let beside =
        ["nästa ", "kommande ", "tidigare ", "next ", "previous ", "upcoming ", "fler ", "more "]
            .iter()
            .any(|w| line.low.starts_with(w));
    // "Vem bestämmer egentligen i den gamla skolan?" has the length of a sentence.
    let asks = page.blocks[i].role == Role::Prose
        && line.text.ends_with(['?', '!'])
        && sentences::split(&line.text).len() == 1;
    (page.blocks[i].role == Role::Short || asks)
        && !beside
        && !line.bulleted
        && line.words() <= 16
        && line.dates.is_empty()
        && line.reach.is_empty()
        && !line.text.ends_with(['.', ',', ':'])
        && (line.gap > 0 || i == 0)
}

/// The line that tells the day of the occasion under the heading at `i`: right under it, or after
/// a line that goes on with it ("Webbinarium om stadgar"), what it is about, or a table's head.
fn day_under(page: &Page<'_>, i: usize) -> Option<usize> {
    let mut told = 0;
    for at in i + 1..page.lines.len().min(i + 6) {
        let line = &page.lines[at];
        if is_day(page, at, line) {
            return (line.gap <= 1).then_some(at);
        }
        // "Målgrupp: alla i kommunen" before "Datum: …".
        if page.blocks[at].role == Role::Label && line.gap == 0 && line.dates.is_empty() {
            continue;
        }
        let between = match page.blocks[at].role {
            Role::Prose => line.dates.is_empty(),
            Role::Column => true,
            Role::Short => at == i + 1 && line.gap == 0 && !line.bulleted && line.dates.is_empty(),
            _ => false,
        };
        told += 1;
        if !between || told > 2 {
            return None;
        }
    }
    None
}

fn is_day(page: &Page<'_>, at: usize, line: &Line) -> bool {
    line.dates.iter().any(|d| {
        d.day.is_some()
            && (d.start <= 4
                || page.blocks[at].label.is_some_and(|l| {
                    matches!(
                        l.kind,
                        LabelKind::Date
                            | LabelKind::PlaceAndTime
                            | LabelKind::Time
                            | LabelKind::Start
                    ) && l.marked
                }))
    })
}

/// Does the line say how to take part in what it stands under: until when, where, or that one need
/// not? "Alla som anmält sig till konferensen får länken" says nothing of its own.
fn registers(page: &Page<'_>, i: usize) -> bool {
    let line = &page.lines[i];
    let says = |line: &Line| !line.dates.is_empty() || !line.reach.is_empty();
    let labelled = page.blocks[i]
        .label
        .is_some_and(|l| matches!(l.kind, LabelKind::Registration | LabelKind::Deadline));
    let worded = line.has_any(&[
        "anmäl",
        "register",
        "sign up",
        "o.s.a",
        "osa ",
        "rsvp",
        "boka",
        "svara senast",
    ]);
    labelled
        || worded
            && (says(line)
                || line.words() <= 8
                    && !line.has_any(&["anmält", "anmälda", "registered", "redan "])
                || page.lines.get(i + 1).is_some_and(|next| next.gap == 0 && says(next)))
}

#[cfg(test)]
mod tests {
    use crate::read;

    fn titles(text: &str) -> Vec<String> {
        read(text).events.into_iter().filter_map(|e| e.title.map(|t| t.value)).collect()
    }

    #[test]
    fn occasions_under_what_they_are_about() {
        let text = "Vårens kurser\n\nTre kurser, var och en med sin anmälan.\n\nSy en segelduk\n\nVi lär oss sömmarna.\n\nLördag 7 mars 2026 kl. 10–15\nAnmälan senast 1 mars till segel@slup.example\n\nKan man laga en gammal motor hemma på gården?\nEn kväll om tvåtaktare\n\nTisdag 17 mars 2026 kl. 18–20\nSvara senast 10 mars till motor@slup.example\n\nFärgkväll\n\nTorsdag 2 april 2026 kl. 18–21\n\nAnmälan till farg@slup.example";
        assert_eq!(
            titles(text),
            ["Sy en segelduk", "Kan man laga en gammal motor hemma på gården?", "Färgkväll"]
        );
        let draft = read(text);
        let emails: Vec<_> = draft
            .events
            .iter()
            .map(|e| e.registration.email.as_ref().map_or("", |e| e.value.as_str()))
            .collect();
        assert_eq!(emails, ["segel@slup.example", "motor@slup.example", "farg@slup.example"]);
    }

    #[test]
    fn a_box_with_the_day_is_no_occasion() {
        let text = "Konferens\n12 oktober 2026\nSista anmälningsdag: 25 september\n\nEn dörr in: dag om samordning\n\nHur hänger det ihop? Under dagen ser vi hur andra gör i vardagen.\n\nDatum: Måndag 12 oktober 2026\nTid: 09.30–16.00\n\nAnmälan görs på dorr.example/anmalan.";
        assert_eq!(titles(text), ["En dörr in: dag om samordning"]);
    }

    #[test]
    fn occasions_under_their_days() {
        let text = "Lunchsamtal\n\nMåndag 2 februari 2026 kl. 12–13\nSå blir bostaden billigare\nAnders Ek, arkitekt\nAnmälan senast 29 januari: www.lunch.example/bostad\n\nMåndag 2 mars 2026 kl. 12–13\nAtt leva med varg\nAnmälan senast 26 februari: www.lunch.example/varg";
        assert_eq!(titles(text), ["Så blir bostaden billigare", "Att leva med varg"]);
    }

    #[test]
    fn occasions_with_numbers_and_labels() {
        let text = "Kurser 2026\n\n1. Samtal i kris\nMålgrupp: chefer\nDatum: 3 februari 2026\nAnmälan senast 20 januari: a@kurs.example\n\n2. Trygg jour\nMålgrupp: alla\nDatum: 5 mars 2026\nAnmälan senast 20 februari: a@kurs.example";
        assert_eq!(titles(text), ["Samtal i kris", "Trygg jour"]);
    }

    #[test]
    fn a_meeting_before_the_conference_is_no_occasion_of_its_own() {
        let text = "Rädda ängen\n\nDigitalt förmöte\n\nTisdag 3 mars 2026 kl. 13–14\nAlla som anmält sig till konferensen får länken.\n\nKonferens\n\nTorsdag 26 mars 2026 kl. 9–16\nAnmäl dig senast 12 mars på www.ang.example.";
        assert_eq!(titles(text).len(), 1);
    }

    #[test]
    fn the_series_over_the_occasions() {
        let text = "SEMINAR SERIES: CITIES AFTER DARK\n\nWho owns the night?\nWednesday 4 March 2026, 17:00\nRegister by 2 March at lab.example/night\n\nLight and comfort\nWednesday 18 March 2026, 17:00\nRegister by 16 March at lab.example/light";
        let series: Vec<_> =
            read(text).events.into_iter().filter_map(|e| e.series.map(|s| s.value)).collect();
        assert_eq!(series, ["CITIES AFTER DARK", "CITIES AFTER DARK"]);
    }

    #[test]
    fn the_days_of_one_course_are_one_event() {
        let text = "Laga mer\n\nTre kvällar i verkstan.\n\nKväll ett\n\nTisdag 3 mars 2026 kl. 18–20\n\nKväll två\n\nTisdag 10 mars 2026 kl. 18–20\n\nAnmälan senast 25 februari till laga@slup.example";
        assert_eq!(titles(text).len(), 1);
    }
}
