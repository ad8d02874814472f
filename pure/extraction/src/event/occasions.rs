//! One event on a page or several: occasions that each have a title, a day and a registration of
//! their own.

use crate::blocks::{Block, Role};
use crate::contradictions;
use crate::lines::{Line, fold};
use crate::model::{Event, Found, Mode, Status, Warning};

use super::starts::{name_of_dated, occasions, registers, unnumbered};
use super::{Page, agenda, clean_title, is_organisation, notices, read, series};

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
    let named = last.title.max(last.dated);
    let until = (named..page.lines.len()).find(|&i| registers(page, i));
    // Where nobody registers for what is called off, its facts stand under its heading.
    let until = until.unwrap_or((named + 1).min(page.lines.len() - 1));
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
        before: page.before[from..to].to_vec(),
        purposes: page.purposes[from..to].to_vec(),
    };
    let before = read(&part(0, starts[0].heading)).event;
    let after = read(&part(end, page.lines.len())).event;
    let (mut events, mut warnings) = (Vec::new(), Vec::new());
    let headed = (0..starts[0].heading).find_map(|i| series::headed(&page.lines[i]));
    let series = headed.or_else(|| before.title.as_ref().and_then(seasonal));
    for (n, start) in starts.iter().enumerate() {
        let to = starts.get(n + 1).map_or(end, |next| next.heading);
        // "2. Bokslut", "Tillfälle 2: Bokslut" is read as a page headed "Bokslut" is.
        let mut own = page.lines[start.heading..to].to_vec();
        let mut roles = page.blocks[start.heading..to].to_vec();
        let at = start.title - start.heading;
        let name = unnumbered(&own[at].text);
        if name.len() < own[at].text.len() {
            let mut bare = Line::new(own[at].number, name.to_owned());
            (bare.gap, bare.shape) = (own[at].gap, own[at].shape);
            own[at] = bare;
            roles[at] = Block { role: Role::Short, label: None };
        }
        let page = Page { lines: &own, blocks: &roles, ..part(start.heading, to) };
        let reading = read(&page);
        warnings.extend(contradictions::of_event(&page, &reading));
        warnings.extend(contradictions::empty_fields(&page, &reading.taken));
        let mut event = reading.event;
        // What stands over an occasion is what it is called, whatever is written under it.
        let heading = &page.lines[at];
        let name = if start.title == start.dated { name_of_dated(heading) } else { &heading.text };
        let title = clean_title(unnumbered(&clean_title(name)));
        event.title = Some(Found::likely(title, heading.number));
        // All of its lines are its own, so one far down may call it off.
        event.status = event.status.or_else(|| {
            let lines = page.lines.iter().take(30);
            let said = |l: &Line| notices::of_line(l).map(|s| Found::likely(s, l.number));
            lines.filter_map(said).max_by_key(|s| s.value == Status::Cancelled)
        });
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
        if self.registration.required.as_ref().is_some_and(|r| r.value)
            && self.registration.email.is_none()
            && self.registration.url.is_none()
        {
            self.registration.email.clone_from(&shared.registration.email);
            self.registration.url.clone_from(&shared.registration.url);
        }
        self.updated_on = self.updated_on.take().or_else(|| shared.updated_on.clone());
        self.link_dispatch = self.link_dispatch.take().or_else(|| shared.link_dispatch.clone());
    }
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
