//! Dated things told of in sentences.

use crate::event::Page;
use crate::lines::Line;
use crate::lines::fold;
use crate::model::Found;
use crate::newsletter::calendar::Calendar;
use crate::newsletter::calendar::Tense;
use crate::newsletter::calendar::tense;
use crate::newsletter::places::Place;
use crate::newsletter::places::join;
use crate::newsletter::places::places;
use crate::newsletter::reading::Reader;
use crate::newsletter::reading::bare;
use crate::newsletter::reading::end_date;
use crate::newsletter::reading::timed;
use crate::purpose::Purpose;
use crate::sentences;
use crate::when::DateMention;
use crate::when::TimeMention;
use crate::words::has_any;
use crate::words::is_gathering;

impl Reader {
    pub(super) fn prose(&mut self, page: &Page<'_>, clock: &Calendar<'_>, i: usize) -> usize {
        let line = &page.lines[i];
        let number = line.number;
        for (from, to) in sentences::split(&line.text) {
            let low = &line.low[from..to];
            let past = tense(low).max(self.heading_tense);
            let mut dates: Vec<&DateMention> = Vec::new();
            for date in
                line.dates.iter().filter(|d| d.start >= from && d.start < to && d.day.is_some())
            {
                // "kl 14-17 och torsdag 9 oktober": hours, and no days of October.
                if line.times.iter().any(|t| t.start <= date.start && date.start < t.end) {
                    continue;
                }
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
                        // "Ansökan stänger 28 februari" is news; the last day to apply for the
                        // course that the section tells of is not.
                        let own =
                            news && self.heading_gathering.is_none() || has_any(low, &["motion"]);
                        let booking = has_any(low, &["boka", "anmäl", "regist", "sign up"]);
                        self.limits.push((bare(clock.day(date, past), number), own && !booking));
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
                    // "flyttas från 16 april till 23 april": it is not on the first any more.
                    Purpose::Other
                        if has_any(low, &["flytt", "moved", "postponed"])
                            && has_any(&line.low[from..date.start], &["från", "from"]) => {}
                    Purpose::Opens if has_any(low, &["anmäl", "regist"]) => {}
                    // "Från och med den 1 mars kan ni söka"
                    _ if news
                        && has_any(
                            &line.low[from..date.start],
                            &["från och med", "fr.o.m", "öppnar"],
                        ) => {}
                    _ if has_any(
                        &line.low[from..date.start],
                        &[
                            "deadline",
                            "senast den",
                            "sista dag",
                            "book by",
                            "sign up by",
                            "register by",
                            "let us know by",
                            "boka före",
                            "boka senast",
                        ],
                    ) =>
                    {
                        self.limits.push((bare(clock.day(date, past), number), news));
                    }
                    _ => dates.push(date),
                }
            }
            let times: Vec<&TimeMention> =
                line.times.iter().filter(|t| t.start >= from && t.start < to).collect();
            let mut places = places(line, from, to);
            if self.tour {
                self.in_village(line, from, to, &mut places);
            }
            if dates.is_empty() {
                self.introduced(&places, number, low);
                self.without_date(&times, &places, number, low);
                continue;
            }
            let before = self.refs.len();
            if dates.len() == 1 {
                self.one_date(clock, dates[0], &times, &places, number, past, low);
            } else {
                self.several_dates(clock, &dates, &times, &places, number, low);
            }
            self.named(&line.text, from, &dates, before, number);
        }
        i + 1
    }

    /// "Alliansens höstmöte hålls onsdag 19 november": the sentence says itself what is on, where
    /// the section's heading does not.
    fn named(&mut self, text: &str, from: usize, dates: &[&DateMention], before: usize, line: u32) {
        if self.tour {
            return;
        }
        let Some(refs) = self.refs.get_mut(before..).filter(|r| r.len() == dates.len()) else {
            return;
        };
        let mut at = from;
        for (thing, date) in refs.iter_mut().zip(dates) {
            let told = text.get(at..date.start).and_then(|t| gathering_in(t, false));
            let told = told.or_else(|| {
                (dates.len() == 1).then(|| gathering_in(text.get(date.end..)?, true)).flatten()
            });
            at = date.end;
            let Some(told) = told.filter(|_| thing.title.is_none()) else { continue };
            let known = match &self.heading_gathering {
                // "Stämman blir …" under "Årsstämman"
                Some(own) => before == 0 || own.ends_with(&told.to_lowercase()),
                None => false,
            };
            if !known {
                thing.title = Some(Found::doubtful(told.to_owned(), line));
            }
        }
    }

    /// "I Sunne har vi tolk med oss. Bussen står på torget 14/10 kl 10–13.": a stop known by its
    /// village, which the sentence or one before it in the paragraph names.
    fn in_village(&mut self, line: &Line, from: usize, to: usize, places: &mut Vec<Place>) {
        let said = line.text[from..to]
            .split(|c: char| !(c.is_alphanumeric() || c == '-'))
            .rfind(|word| self.villages.contains(*word));
        if let Some(said) = said {
            self.village = Some((said.to_owned(), line.number));
        }
        let Some((village, _)) = self.village.as_ref().filter(|(_, at)| *at == line.number) else {
            return;
        };
        let loose = |p: &Place| {
            !p.town && (p.text.starts_with(char::is_lowercase) || !p.text.contains(' '))
        };
        if places.iter().all(loose) && !places.iter().any(|p| p.text.contains(village.as_str())) {
            let start = places.first().map_or(from, |p| p.start);
            places.insert(0, Place { text: village.clone(), start, town: true });
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one sentence's parts, read in one place")]
    pub(super) fn one_date(
        &mut self,
        clock: &Calendar<'_>,
        date: &DateMention,
        times: &[&TimeMention],
        places: &[Place],
        number: u32,
        past: Tense,
        low: &str,
    ) {
        let day = clock.day(date, past);
        let before = self.refs.len();
        // "… öppnar kl. 15 och stänger 18"
        let open = has_any(low, &["stänger", "slutar", "closes", "ends at"]);
        if times.len() >= 2 && places.len() >= 2 && !open {
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
                let closes = times.get(1).filter(|t| open && t.from > time.from).map(|t| t.from);
                thing.end = time.until.or(closes).map(|u| Found::certain(u, number));
            }
            if thing.start.is_none()
                && has_any(low, &["samma tid", "same time"])
                && let Some(before) = self.refs.last()
            {
                thing.start.clone_from(&before.start);
                thing.end.clone_from(&before.end);
                if has_any(low, &["plats", "ställe", "place", "venue"]) {
                    thing.place.clone_from(&before.place);
                }
            }
            if apart {
                for town in towns {
                    let mut one = thing.clone();
                    one.place = Some(Found::likely(town.text.clone(), number));
                    self.add(one);
                }
            } else {
                thing.place = place.map(|p| Found::likely(p, number)).or(thing.place);
                self.add(thing);
            }
        }
        self.current = Some((day, number, self.refs.len() - before.min(self.refs.len())));
    }

    pub(super) fn several_dates(
        &mut self,
        clock: &Calendar<'_>,
        dates: &[&DateMention],
        times: &[&TimeMention],
        places: &[Place],
        number: u32,
        low: &str,
    ) {
        let past = tense(low).max(self.heading_tense);
        // "14 april i Sala och 21 april i Lund, båda kl. 18–20"
        let alike = has_any(low, &["båda ", "alla ", "samtliga ", "both ", "all "]);
        let first_before = places.first().is_some_and(|p| p.start < dates[0].start);
        for (n, date) in dates.iter().enumerate() {
            let from = if n == 0 { 0 } else { dates[n - 1].end };
            let to = dates.get(n + 1).map_or(usize::MAX, |d| d.start);
            let shared_times = times.len() == 1
                && times[0].start > dates[dates.len() - 1].end
                && (alike
                    || dates
                        .windows(2)
                        .all(|w| w[1].start == w[0].start || w[1].start < w[0].end + 8));
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
            let before = self.refs.len();
            self.add(thing);
            let alone = if n == 0 { 0 } else { self.current.map_or(0, |(_, _, count)| count) };
            self.current = Some((day, number, (alone + self.refs.len() - before).max(1)));
        }
    }

    /// "Revisorn håller två genomgångar i Smedjan:", "Samling vid Kyrkan alla gånger.": where the
    /// days are that are listed under it without places.
    fn introduced(&mut self, places: &[Place], number: u32, low: &str) {
        let of_all = low.ends_with(':')
            || has_any(
                low,
                &[
                    "alla ",
                    "samtliga",
                    "båda ",
                    "samling",
                    "vi ses",
                    "vi håller till",
                    "plats",
                    "lokal",
                    "gånger",
                    "kvällar",
                    "träffar",
                    "måndagar",
                    "tisdagar",
                    "onsdagar",
                    "torsdagar",
                    "fredagar",
                    "lördagar",
                    "söndagar",
                    "we meet",
                    "all ",
                    "both ",
                    "evenings",
                    "sessions",
                    "meetings",
                ],
            );
        if self.refs.is_empty() && of_all && !has_any(low, &["varje ", "every "]) {
            self.introduced = join(places).map(|p| Found::likely(p, number));
        }
    }

    /// A sentence that goes on about the date before it.
    pub(super) fn without_date(
        &mut self,
        times: &[&TimeMention],
        places: &[Place],
        number: u32,
        low: &str,
    ) {
        let Some((day, line, count)) = self.current else { return };
        // What comes again every week has no date of its own.
        let each_day = has_any(low, &["varje dag", "alla dagar", "every day", "each day", "daily"])
            && self.refs.last().is_some_and(|r| r.end_date.is_some());
        if !each_day && has_any(low, &["varje ", "varannan ", "every ", "dagar kl", "dagar mellan"])
        {
            return;
        }
        if times.is_empty() {
            // "7 mars och 14 mars. Vi håller till på …" holds for both.
            let from = self.refs.len().saturating_sub(count.clamp(1, 12));
            if self
                .refs
                .get(from..)
                .is_some_and(|r| !r.is_empty() && r.iter().all(|t| t.place.is_none()))
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
                        "adress",
                        "firas ",
                        "hålls ",
                        "äger rum",
                        "sker ",
                        "startar ",
                        "möts ",
                        "gather",
                        "meeting point",
                        " held ",
                    ],
                )
            {
                for thing in &mut self.refs[from..] {
                    thing.place = join(places).map(|p| Found::likely(p, number));
                }
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

/// The word for what is held in a piece of a sentence: the last one before a day, the first one
/// after it. "Föreningarnas dag" and "open day" are two words.
fn gathering_in(text: &str, after: bool) -> Option<&str> {
    // What follows in the next sentence is told of something else.
    let text = match sentences::split(text).first() {
        Some(&(a, b)) if after => &text[a..b],
        _ => text,
    };
    let low = fold(text);
    if low.len() != text.len() {
        return None;
    }
    let mut found = None;
    let mut last: Option<(usize, &str)> = None;
    let mut at = 0;
    for word in low.split_inclusive(|c: char| !(c.is_alphanumeric() || c == '-')).take(60) {
        let start = at;
        at += word.len();
        let word = word.trim_end_matches(|c: char| !(c.is_alphanumeric() || c == '-'));
        if word.is_empty() {
            continue;
        }
        let end = start + word.len();
        let pair = last.filter(|&(from, _)| {
            let two = &low[from..end];
            matches!(two, "öppet hus" | "open house" | "open day" | "annual meeting")
                || matches!(two, "general assembly" | "bird walk" | "drop-in sessions")
                // "Föreningarnas dag" is a name, "Skördens dag"
                || matches!(word, "dag")
                    && text[from..].starts_with(char::is_uppercase)
                    && low[from..start].trim_end().ends_with('s')
        });
        let said = match pair {
            Some((from, _)) => Some(&text[from..end]),
            None if is_gathering(word) => Some(&text[start..end]),
            None => None,
        };
        if let Some(said) = said {
            found = Some(said);
            if after {
                break;
            }
        }
        last = Some((start, word));
    }
    found
}
