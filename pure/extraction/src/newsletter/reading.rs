//! Dated things in lists and tables, one a line.

use crate::blocks;
use crate::blocks::Role;
use crate::event::Page;
use crate::lines::Line;
use crate::lines::fold;
use crate::model::Clock;
use crate::model::DatedThing;
use crate::model::Day;
use crate::model::Found;
use crate::newsletter::calendar::Calendar;
use crate::newsletter::calendar::Tense;
use crate::newsletter::calendar::heading_tense;
use crate::newsletter::calendar::tense;
use crate::newsletter::entries::name_before;
use crate::newsletter::entries::named_under;
use crate::newsletter::listing::is_kind;
use crate::newsletter::listing::parts;
use crate::newsletter::listing::title_and_place;
use crate::newsletter::listing::told_after_colon;
use crate::newsletter::places::ends_as_place;
use crate::newsletter::places::is_placed;
use crate::newsletter::tour::card;
use crate::newsletter::tour::is_bare_stop;
use crate::newsletter::tour::is_over_date;
use crate::purpose::Purpose;
use crate::when::DateMention;
use crate::when::TimeMention;
use crate::when::weekday_word;
use crate::words::LabelKind;
use crate::words::names_gathering;
use std::collections::HashSet;

/// Collects the dated things of one section.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) refs: Vec<DatedThing>,
    /// Last days to register or apply; they count where nothing else in the section has a date.
    pub(super) limits: Vec<(DatedThing, bool)>,
    /// The date that a following sentence without one speaks of, and how many things it has given.
    pub(super) current: Option<(Day, u32, usize)>,
    /// The date that heads the stops under it.
    heads: Option<(Day, u32)>,
    /// Where all that is listed in the section is, by a sentence over the list.
    pub(super) introduced: Option<Found<String>>,
    /// Does the page write its places over their days?
    pub(super) places_over_dates: bool,
    /// The villages and towns that the stops so far are named by.
    pub(super) villages: HashSet<String>,
    /// The village last spoken of, and in which line.
    pub(super) village: Option<(String, u32)>,
    /// Are the page's listed things stops, with places and no titles?
    pub(super) tour: bool,
    /// The heading of the section (lower case), where it names something that is held.
    pub(super) heading_gathering: Option<String>,
    /// What the section's heading says of when it was.
    pub(super) heading_tense: Tense,
}

impl Reader {
    pub(super) fn finish(&mut self) -> Vec<DatedThing> {
        self.current = None;
        self.heads = None;
        self.introduced = None;
        self.heading_tense = Tense::Open;
        let mut refs = std::mem::take(&mut self.refs);
        for (limit, own_news) in std::mem::take(&mut self.limits) {
            if refs.is_empty() || own_news {
                refs.push(limit);
            }
        }
        refs
    }

    /// Is the line one of the stops that a day or a place heads, and so no heading?
    pub(super) fn is_stop(&self, page: &Page<'_>, i: usize) -> bool {
        self.heads.is_some() && stop_text(page, i).is_some()
            || self.is_place_over_day(page, i)
            || self.tour && card(page.lines, i).is_some()
    }

    /// "Backe, utanför Konsum" over "11/5 kl 10-12": on a page that writes its places so, or where
    /// the line can be nothing but a place.
    fn is_place_over_day(&self, page: &Page<'_>, i: usize) -> bool {
        is_over_date(page.lines, page.blocks, i)
            && (self.places_over_dates
                || page.lines[i].gap == 0
                    && is_placed(&page.lines[i].text)
                    && !is_kind(&page.lines[i].text))
    }

    /// Reads line `i` of a section; the next line to read.
    pub(super) fn line(
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
        if let Some(next) = self.labelled(page, clock, i, heading) {
            return next;
        }
        self.heading_tense = heading.map_or(Tense::Open, |h| heading_tense(&fold(&h.value)));
        // A day in a paragraph of its own after what "Så gick det" tells of is not under it any more.
        if i > 0
            && line.gap > 0
            && page.blocks[i].role != Role::Prose
            && page.blocks[i - 1].role == Role::Prose
        {
            self.heading_tense = Tense::Open;
        }
        self.heading_gathering =
            heading.map(|h| String::from(fold(&h.value))).filter(|low| names_gathering(low));
        let first = line.dates.iter().find(|d| d.day.is_some());
        if let Some((day, number)) = self.heads
            && first.is_none()
            && let Some(time) = line.times.first()
            && let Some(text) = stop_text(page, i)
        {
            let (title, place) = title_and_place(&parts(&text), heading.map(|h| h.value.as_str()));
            self.add(DatedThing {
                date: Found::certain(day, number),
                end_date: None,
                start: Some(Found::certain(time.from, line.number)),
                end: time.until.map(|u| Found::certain(u, line.number)),
                place: place.map(|p| Found::certain(p, line.number)),
                title: title.map(|t| Found::likely(t, line.number)),
            });
            return i + 1;
        }
        if let Some(at) = card(page.lines, i).filter(|_| self.tour)
            && let Some(date) = page.lines[at].dates.iter().find(|d| d.day.is_some())
            && let Some(time) = page.lines[at + 1].times.first()
        {
            let day = clock.day(date, self.heading_tense);
            let mut thing = timed(day, page.lines[at + 1].number, time, None);
            thing.date = Found::certain(day, page.lines[at].number);
            let named: Vec<&str> = page.lines[i..at].iter().map(|l| l.text.as_str()).collect();
            thing.place = Some(Found::certain(named.join(", "), line.number));
            self.add(thing);
            return at + 2;
        }
        // "Backe, utanför Konsum" over "11/5 kl 10-12"
        if first.is_none() && self.is_place_over_day(page, i) {
            return self.under_place(page, clock, i);
        }
        let listed = first.is_some_and(|d| {
            d.start <= 4
                || line.low[..d.start]
                    .split_whitespace()
                    .all(|w| weekday_word(w.trim_matches(|c: char| !c.is_alphabetic())).is_some())
                || line.low[..d.start].trim_end_matches([':', ' ']).split(' ').count() <= 1
                    && d.start < 12
                    && line.bulleted
                    && !is_kind(&line.text[..d.start])
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
            " avslutas",
            " avslutar",
            " visar",
            " spelar",
            " besöker",
            " firar",
            " pågår",
            " arrangera",
            " går ",
        ]);
        // "Den 15 november stänger ansökningsomgången." is a sentence.
        let told = first.is_some_and(|d| {
            let end = line
                .times
                .iter()
                .find(|t| t.start >= d.end && t.start < d.end + 8)
                .map_or(d.end, |t| t.end);
            let verb = line.low[end..].split_whitespace().next().is_some_and(|word| {
                crate::people::is_telling(word) && !matches!(word, "on" | "about" | "som")
                    || matches!(
                        word,
                        "stänger"
                            | "startar"
                            | "börjar"
                            | "släpps"
                            | "åker"
                            | "firar"
                            | "hålls"
                            | "arrangerar"
                            | "träffas"
                            | "samlas"
                            | "ses"
                            | "blir"
                            | "gäller"
                            | "drar"
                    )
            });
            let rest = line.text[d.end..].trim_start();
            verb || line.text.ends_with('.')
                && rest.starts_with(char::is_lowercase)
                && !["kl", "i ", "på ", "vid ", "från", "och", "till", "mellan"]
                    .iter()
                    .any(|w| rest.starts_with(w))
        });
        // "9 mars: Så skriver vi ansökningar, biblioteket" is an entry with a verb in its name.
        let entry = first.is_some_and(|d| {
            let after = line.times.iter().find(|t| t.start < d.end + 8).map_or(0, |t| t.end);
            line.text[after.max(d.end)..]
                .trim_start_matches(|c: char| !c.is_alphanumeric())
                .starts_with(char::is_uppercase)
        }) && !line.text.ends_with(['.', '!']);
        let verb = verb && !entry;
        if listed
            && !told
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
        // "Så söker vi pengar – 2 mars kl. 15–17, biblioteket": a name with a verb in it.
        let named = first.is_some_and(|d| {
            let end = line.times.iter().map(|t| t.end).max().unwrap_or(0).max(d.end);
            let rest = line.text.get(end..).unwrap_or_default();
            line.text[..d.start].starts_with(char::is_uppercase)
                && rest.starts_with([',', ' '])
                && parts(rest).first().is_some_and(|place| is_placed(place))
                || name_before(&line.text[..d.start]).len() < line.text[..d.start].trim_end().len()
                    && rest.trim().is_empty()
        });
        // "Torget, Vansbro: 2 mars kl. 15–17"
        if let Some(date) = first
            && (!verb || named)
            && !line.text.trim_end().ends_with(['.', '!'])
            && line.words() <= 16
            && date.start > 4
            && page.purposes(i, date) == Purpose::Open
        {
            return self.trailing(page, clock, i, heading);
        }
        self.prose(page, clock, i)
    }

    /// "Mån 2 mars kl. 15–17, Torget, Vansbro", or a date alone with its cells on the lines after.
    pub(super) fn listed(
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
            let before = line.text.get(end..t.start.max(end)).unwrap_or_default();
            // "11 nov. Bymingel på Folkets hus"
            text.push_str(before.trim_start_matches(['.', ' ']));
            end = t.end.max(end);
            text.push('\t');
        }
        let after = line.text.get(end..).unwrap_or_default();
        text.push_str(if time.is_none() { after.trim_start_matches(['.', ' ']) } else { after });
        if let Some(things) = self.two_stops(clock, line, date) {
            for thing in things {
                self.add(thing);
            }
            return i + 1;
        }
        // "…: Meet your council. Two politicians answer. Gärsnäs dairy.": the last says where.
        let said = crate::sentences::split(&text);
        let last = said
            .last()
            .filter(|_| said.len() > 1)
            .map(|&(from, to)| text[from..to].trim().trim_end_matches('.').to_owned());
        let last = last.filter(|t| {
            t.split(' ').count() <= 4
                && t.starts_with(char::is_uppercase)
                && t.split(' ').any(|w| crate::words::is_town(w) || crate::words::is_org_word(w))
        });
        let mut parts = parts(&text);
        if last.is_some() {
            parts.truncate(1);
            parts.extend(last);
        }
        let mut part_lines = vec![line.number; parts.len()];
        let mut next = i + 1;
        if parts.is_empty() {
            while next < page.lines.len() && next < i + 7 {
                let cell = &page.lines[next];
                if cell.gap > 0
                    || cell.dates.iter().any(|d| d.day.is_some())
                    || matches!(page.blocks[next].role, Role::Noise | Role::Prose | Role::Contact)
                    // "Ta med matlådan."
                    || cell.text.ends_with(['.', '!', '?']) && cell.words() > 1
                    // "Lima, skolan 10.00–11.30": a stop of its own under the day.
                    || time.is_none() && parts.is_empty() && stop_text(page, next).is_some()
                {
                    break;
                }
                // The next heading of a letter without blank lines.
                let told = !self.tour && time.is_some() && parts.iter().any(|p| is_placed(p));
                if page.blocks[next].role == Role::Timed
                    || told && (is_kind(&cell.text) || !is_placed(&cell.text))
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
        let day = clock.day(date, tense(&line.low).max(self.heading_tense));
        let stops_follow = parts.is_empty()
            && time.is_none()
            && page.lines.get(next).is_some_and(|stop| stop.gap <= 1)
            && stop_text(page, next).is_some();
        self.heads = stops_follow.then_some((day, line.number));
        if stops_follow {
            return next;
        }
        // "18 februari kl 12-13: Att avstå", "…, Garaget, Malmö: How to read a lease"
        let told = told_after_colon(&line.text[date.end..], line, date.end);
        // "Digitalt: Så läser tonåringar", "Teams"
        if parts.len() > 1 {
            let kept: Vec<bool> =
                parts.iter().map(|p| crate::words::is_platform(&fold(p)).is_none()).collect();
            if kept.contains(&true) && kept.contains(&false) {
                let mut keep = kept.iter();
                parts.retain(|_| *keep.next().unwrap_or(&true));
                let mut keep = kept.iter();
                part_lines.retain(|_| *keep.next().unwrap_or(&true));
            }
        }
        let (title, place) = match told {
            Some((place, title)) if !self.tour && parts_line_is(&part_lines, line.number) => {
                (Some(title), place)
            }
            _ if self.tour && !parts.is_empty() => {
                (None, Some(parts[..parts.len().min(3)].join(", ")))
            }
            _ => title_and_place(&parts, heading.map(|h| h.value.as_str())),
        };
        let (title, title_line) = match title {
            None if place.is_some() && !self.tour && self.heading_gathering.is_none() => {
                match named_under(page, next) {
                    Some(name) => (Some(name), page.lines[next].number),
                    None => (None, line.number),
                }
            }
            title => (title, line.number),
        };
        let place = place.map(|p| {
            let bare = ["i ", "på ", "hos ", "in ", "at "].iter().find_map(|w| p.strip_prefix(w));
            bare.filter(|b| b.starts_with(char::is_uppercase)).map(str::to_owned).unwrap_or(p)
        });
        let place = place.filter(|p| {
            let low = fold(p);
            crate::words::is_platform(&low).is_none()
                && !["inställ", "cancelled", "flytta", "ingen "].iter().any(|w| low.starts_with(w))
        });
        // The line of the first part that a text is made of.
        let line_of = |text: &str| {
            let at = parts.iter().position(|part| text.starts_with(part.as_str()));
            at.and_then(|n| part_lines.get(n)).copied().unwrap_or(line.number)
        };
        let number = line.number;
        self.add(DatedThing {
            date: Found::certain(day, number),
            end_date: end_date(date, day, number),
            start: time.map(|t| Found::certain(t.from, time_line)),
            end: time.and_then(|t| t.until).map(|u| Found::certain(u, time_line)),
            place: place
                .map(|p| {
                    let at = line_of(&p);
                    Found::certain(p, at)
                })
                .or_else(|| self.introduced.clone()),
            title: title
                .map(|t| {
                    let at = if title_line == number { line_of(&t) } else { title_line };
                    Found::likely(t, at)
                })
                .or_else(|| {
                    heading.filter(|_| !self.tour).map(|h| Found::doubtful(h.value.clone(), h.line))
                }),
        });
        self.current = Some((day, number, 1));
        next
    }

    /// "6 okt: Sunne, Kolsnäs, kl. 10–12 och Torsby, Kvarntorget, kl. 14–16": two stops of one day.
    fn two_stops(
        &self,
        clock: &Calendar<'_>,
        line: &Line,
        date: &DateMention,
    ) -> Option<Vec<DatedThing>> {
        let times: Vec<&TimeMention> = line.times.iter().filter(|t| t.start >= date.end).collect();
        if !(2..=4).contains(&times.len()) || times.iter().any(|t| t.until.is_none()) {
            return None;
        }
        let name = |from: usize, to: usize| {
            let text = line.text.get(from..to)?.trim_matches(|c: char| !c.is_alphanumeric());
            let text =
                ["och ", "and ", "samt "].iter().find_map(|w| text.strip_prefix(w)).unwrap_or(text);
            let text = ["kl", "klockan"].iter().find_map(|w| text.strip_suffix(w)).unwrap_or(text);
            let text = text.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
            (text.starts_with(char::is_uppercase) && text.split(' ').count() <= 6)
                .then(|| text.to_owned())
        };
        let before: Option<Vec<String>> = (0..times.len())
            .map(|n| name(if n == 0 { date.end } else { times[n - 1].end }, times[n].start))
            .collect();
        let places = before.or_else(|| {
            (0..times.len())
                .map(|n| name(times[n].end, times.get(n + 1).map_or(line.text.len(), |t| t.start)))
                .collect()
        })?;
        let day = clock.day(date, self.heading_tense);
        Some(
            times
                .iter()
                .zip(places)
                .map(|(time, place)| timed(day, line.number, time, Some(place)))
                .collect(),
        )
    }

    /// A place, and under it the days and hours there, one a line.
    fn under_place(&mut self, page: &Page<'_>, clock: &Calendar<'_>, i: usize) -> usize {
        let place = &page.lines[i];
        let mut k = i + 1;
        while let Some(line) = page.lines.get(k).filter(|l| l.gap == 0 && is_bare_stop(l)) {
            let (Some(date), Some(time)) =
                (line.dates.iter().find(|d| d.day.is_some()), line.times.first())
            else {
                break;
            };
            let day = clock.day(date, self.heading_tense);
            let mut thing = timed(day, line.number, time, None);
            thing.end_date = end_date(date, day, line.number);
            thing.place = Some(Found::certain(place.text.clone(), place.number));
            self.add(thing);
            k += 1;
        }
        k
    }

    /// "Torget, Vansbro: 2 mars kl. 15–17"
    pub(super) fn trailing(
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
        let mut rest = parts(line.text.get(after..).unwrap_or_default());
        // "Orsa 9/10, bygdegården kl 12–14"
        if let Some(between) = time.and_then(|t| line.text.get(date.end..t.start)) {
            rest.splice(0..0, parts(between));
        }
        // "Språkkafé – 3 mars kl 18–20, biblioteket, Sala": what before the day, where after it.
        let apart = !self.tour
            && !rest.is_empty()
            && matches!(&all[..], [what] if is_kind(what) || !is_placed(what) && is_placed(&rest[0]));
        let (title, place) = if self.tour && !(all.is_empty() && rest.is_empty()) {
            all.extend(rest);
            (None, Some(all[..all.len().min(3)].join(", ")))
        } else if apart {
            (all.pop(), Some(rest[..rest.len().min(3)].join(", ")))
        } else {
            all.extend(rest);
            title_and_place(&all, heading.map(|h| h.value.as_str()))
        };
        let day = clock.day(date, tense(&line.low).max(self.heading_tense));
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

    /// One thing for each date and place.
    pub(super) fn add(&mut self, thing: DatedThing) {
        if let Some(place) = thing.place.as_ref().filter(|_| self.tour) {
            let village = place.value.split(',').next().unwrap_or_default().trim();
            if village.chars().count() > 2 && !ends_as_place(village) && self.villages.len() < 400 {
                self.villages.insert(village.to_owned());
            }
        }
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

/// "10.00–11.30 Lima, skolan" or "Lima, skolan 10.00–11.30": what a line without a date says
/// beside its hours.
fn stop_text(page: &Page<'_>, i: usize) -> Option<String> {
    let line = page.lines.get(i)?;
    if line.dates.iter().any(|d| d.day.is_some()) || line.words() > 14 {
        return None;
    }
    if page.blocks[i].role == Role::Timed {
        return blocks::item_text(line).map(str::to_owned);
    }
    let [time] = &line.times[..] else { return None };
    let before = line.text[..time.start].trim_end_matches([' ', ',', ':', '\t', '–', '-', '(']);
    let place = before.starts_with(char::is_uppercase)
        && before.chars().count() > 2
        && time.until.is_some()
        && page.blocks[i].label.is_none()
        && !line.text.ends_with('.')
        && !matches!(page.blocks[i].role, Role::Noise | Role::Contact);
    place.then(|| format!("{before}\t{}", &line.text[time.end..]))
}

/// Do the parts stand on the line itself, and not in cells under it?
fn parts_line_is(part_lines: &[u32], number: u32) -> bool {
    part_lines.iter().all(|&line| line == number)
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

pub(super) fn bare(day: Day, line: u32) -> DatedThing {
    DatedThing {
        date: Found::likely(day, line),
        end_date: None,
        start: None,
        end: None,
        place: None,
        title: None,
    }
}

pub(super) fn timed(day: Day, line: u32, time: &TimeMention, place: Option<String>) -> DatedThing {
    let clock = |c: Clock| Found::certain(c, line);
    DatedThing {
        start: Some(clock(time.from)),
        end: time.until.map(clock),
        place: place.map(|p| Found::likely(p, line)),
        ..bare(day, line)
    }
}

pub(super) fn end_date(date: &DateMention, day: Day, line: u32) -> Option<Found<Day>> {
    let until = date.until?;
    let year = until
        .year
        .or(day.year)
        .map(|y| if until.year.is_none() && until.month < date.month { y + 1 } else { y });
    Some(Found::certain(Day { year, month: until.month, day: Some(until.day) }, line))
}
