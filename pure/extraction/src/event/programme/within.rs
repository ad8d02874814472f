//! Lines within a programme that do not begin with a time: titles, people, questions, prose.

use crate::blocks::Role;
use crate::event::programme::DayNote;
use crate::event::programme::Reader;
use crate::event::programme::TELLING;
use crate::event::programme::choices::choice_marker;
use crate::event::programme::persons::person;
use crate::event::programme::persons::person_line;
use crate::event::programme::titles::spoken_title;
use crate::event::programme::titles::tidy_title;
use crate::event::programme::titles::title_and_people;
use crate::lines::fold;
use crate::model::Found;
use crate::model::ItemKind;
use crate::people;
use crate::reach::ReachKind;
use crate::words::LabelKind;
use crate::words::has_any;
use crate::words::kind_of_title;

impl Reader<'_> {
    /// A line within a programme that does not begin with a time.
    pub(super) fn within(&mut self, i: usize) -> usize {
        let lines = self.lines;
        let line = &lines[i];
        let number = line.number;
        let text = line.text.clone();
        if let Some(next) = self.titled_below(i) {
            return next;
        }
        if let Some((marker, rest)) =
            choice_marker(&text, &line.low).or_else(|| self.bare_marker(i))
            && self.takes_choice(i, &marker)
        {
            return self.choice(i, marker, rest);
        }
        // A signature or another part of the page ends the programme.
        const PARTING: [&str; 14] = [
            "med vänlig",
            "vänliga hälsningar",
            "hälsningar",
            "bästa hälsningar",
            "kind regards",
            "best regards",
            "välkommen att anmäla",
            "anmäl dig",
            "anmälan ",
            "arrangeras av",
            "arrangörer",
            "med reservation för",
            "varmt välkom",
            "vi reserverar oss",
        ];
        if line.text.starts_with('/')
            || line.gap > 0
                && crate::event::parties::is_greeting(line)
                && !line.bulleted
                && line.words() <= 7
            || self.timed
                && matches!(
                    line.low.trim_end_matches(['!', '.']),
                    "väl mött" | "välkomna" | "varmt välkomna" | "see you there"
                )
            || PARTING.iter().any(|w| line.low.starts_with(w)) && line.gap > 0
        {
            self.close();
            return i + 1;
        }
        if self.heads_columns(i) {
            self.out.taken[i] = true;
            return i + 1;
        }
        if let Some(next) = self.hours_last(i) {
            return next;
        }
        if let Some(rest) = led_by(&text, &line.low)
            && people::list(rest, false).is_some_and(|(p, _)| p[0].sure)
        {
            let rest = rest.to_owned();
            self.leader(i, &rest);
            self.out.taken[i] = true;
            return i + 1;
        }
        if let Some(next) = self.in_session(i) {
            return next;
        }
        if line.gap == 0
            && self.last_item_line.is_some()
            && !self.out.items.is_empty()
            && let Some(people) = after_its_place(&text)
        {
            self.attach(&people, number);
            self.out.taken[i] = true;
            return i + 1;
        }
        if self.told_title(i) || self.talk_of_list(i) {
            return i + 1;
        }
        if line.bulleted {
            return self.bullet(i);
        }
        // "Sal Vinga", "Foajén": where in the house, on a line of its own.
        if self.last_item_line.is_some() && line.gap == 0 && is_room(&line.low) {
            self.out.taken[i] = true;
            return i + 1;
        }
        if let Some((title, people)) = spoken_title(&text)
            && self.day.as_ref().is_some_and(|(_, at)| *at < number)
        {
            let mut draft = self.titled(Some(title), number);
            draft.item.speakers = people.iter().map(|p| person(p, number)).collect();
            self.out.items.push(draft);
            self.out.taken[i] = true;
            self.last_item_line = Some(i);
            self.described = true;
            return i + 1;
        }
        let Some(open) = self.out.items.last() else {
            // Nothing yet: a title of an untimed programme, or an introduction.
            if self.headed && self.untimed_ahead(i) {
                self.push_untimed(i);
            }
            return i + 1;
        };
        let asks = open
            .item
            .title
            .as_ref()
            .is_some_and(|t| has_any(&fold(&t.value), &["frågor", "questions"]));
        let grouped = open.item.kind.value == ItemKind::GroupTalks || asks;
        let has_choices = !open.item.choices.is_empty();
        // A question at a table.
        if grouped
            && text.ends_with('?')
            && !has_choices
            && line.words() <= 30
            && (line.gap == 0 || !open.item.questions.is_empty())
            && self.last_item_line.is_some()
            && !self.person_next(i)
        {
            self.questions(&text, number);
            self.out.taken[i] = true;
            return i + 1;
        }
        if let Some((joined, below)) = crate::event::parties::with_next(lines, i)
            && let Some((people, _)) = people::list(&joined, false)
        {
            self.attach(&people, number);
            let end = i + 1 + below;
            self.out.taken[i..end].fill(true);
            return end;
        }
        // "A och B leder oss genom dagen." after the last item: they do not speak in it.
        // "Helgledare är A och B." tells of the whole as well.
        let whole_role = || {
            let mut words = line.low.split(' ');
            words.next().is_some_and(|w| crate::words::is_title_word(w) && !w.starts_with("tal"))
                && words.next().is_some_and(|w| matches!(w, "är" | "is" | "are"))
        };
        // "Moderator A, ordförande för B, hälsar välkommen": what they do in this very item.
        let here = [
            "hälsar ",
            "tillsammans med ",
            " inleder",
            " öppnar",
            " avslutar",
            " sammanfattar",
            " summerar",
            "welcomes",
            " opens",
            " closes",
            " sums up",
        ];
        if line.gap > 0
            && line.words() <= 40
            && !line.has_any(&here)
            && (whole_role() || !crate::event::parties::moderators(&text, &line.low).is_empty())
        {
            return i + 1;
        }
        // Who it is.
        if line.gap > 0 && line.reach.iter().any(|r| r.kind != crate::reach::ReachKind::Url) {
            return i + 1;
        }
        // "Gudrun Vinberg 0340-12 34 56": to be called.
        if line.reach.iter().any(|r| r.kind == ReachKind::Phone) && !has_choices {
            self.close();
            return i + 1;
        }
        if let Some((people, whole)) = person_line(&text) {
            let weak_alone = people.len() == 1 && !people[0].sure && people[0].title.is_none();
            if !weak_alone || line.gap == 0 && whole && !crate::words::looks_like_org(&text) {
                self.attach(&people, number);
                // "A och B hälsar välkommen och leder oss genom dagen", in the first item.
                if ["genom dag", "genom kväll", "genom konferens", "through the"]
                    .iter()
                    .any(|w| line.low.contains(w))
                {
                    for named in crate::event::parties::moderators(&text, &line.low) {
                        self.out.moderators.push(Found::likely(named.name, number));
                    }
                }
                // "Fritidscheferna A och B. Dessutom C, handbollsspelare."
                if people[0].sure && !text.contains('\t') {
                    for (from, to) in crate::sentences::split(&text).into_iter().skip(1).take(3) {
                        // "Samtalet leds av D": not one of those who talk.
                        let led =
                            crate::event::parties::moderators(&text[from..to], &line.low[from..to]);
                        for named in &led {
                            self.out.moderators.push(Found::likely(named.name.clone(), number));
                        }
                        if led.is_empty() {
                            self.attach(&people::anywhere(&text[from..to]), number);
                        }
                    }
                }
                self.out.taken[i] = true;
                return i + 1;
            }
        }
        // "Om oss" after the last item is another part of the page.
        let prose = self.blocks[i].role == Role::Prose;
        // What stands right under a choice tells of it.
        let of_choice = has_choices && line.gap == 0;
        if (line.gap > 0 || self.described && !of_choice || self.pairs_ahead(i))
            && self.untimed_ahead(i)
        {
            self.push_untimed(i);
            return i + 1;
        }
        if prose {
            self.prose(i);
        }
        i + 1
    }

    /// "Vad får en morot kosta? Börje Nilsved, grönsaksodlare": a title and who speaks on one line,
    /// an item of its own. Where the programme has no times, a known kind of item is one too.
    pub(super) fn told_title(&mut self, i: usize) -> bool {
        let line = &self.lines[i];
        if line.words() > 34 || !line.dates.is_empty() || !line.reach.is_empty() {
            return false;
        }
        let alone = self.headed && !self.timed && !line.bulleted;
        let (text, number) = (line.text.clone(), line.number);
        if let Some((cut, people)) = people::after_title(&text)
            && people[0].sure
            && (people[0].title.is_some() || people[0].affiliation.is_some() || alone)
            && !(people::begins(&text, false) && person_line(&text).is_some())
        {
            let head = text[..cut].trim_end();
            let shut = text[cut..].trim_start().starts_with([':', '–', '-', '|']);
            let asked = head.ends_with(['?', '!', ':', '”', '"', '–']) || shut;
            let ends = text.trim_end_matches('.').len();
            let from = text[cut..].find(&people[0].name).map(|at| cut + at);
            let whole = from.is_some_and(|from| {
                people::list(&text[from..], false).is_some_and(|(_, end)| from + end >= ends)
            });
            let title = title_and_people(&text).0;
            let worded = title.as_ref().is_some_and(|t| t.split(' ').count() >= 2);
            if (asked || alone) && whole && worded && text.starts_with(|c: char| !c.is_lowercase())
            {
                let mut draft = self.titled(title, number);
                draft.item.speakers = people.iter().map(|p| person(p, number)).collect();
                self.note_moderators(&people, number);
                self.out.items.push(draft);
                self.out.taken[i] = true;
                self.described = true;
                self.last_item_line = Some(i);
                return true;
            }
        }
        if alone
            && self.blocks[i].role == Role::Short
            && line.words() <= 6
            && line.times.is_empty()
            && line.gap == 0
            && (i == 0 || self.out.taken[i - 1])
            && (kind_of_title(&line.low).is_some() || self.last_of_numbered_day(i))
        {
            self.push_untimed(i);
            return true;
        }
        false
    }

    /// The last line under "Dag 3", after who speaks: what the day ends with.
    fn last_of_numbered_day(&self, i: usize) -> bool {
        matches!(self.day, Some((DayNote::Number(_) | DayNote::Date(_), _)))
            && self.described
            && self.lines[i].words() >= 2
            && self.lines.get(i + 1).is_none_or(|next| next.gap > 0)
            && person_line(&self.lines[i].text).is_none()
            && !crate::words::looks_like_org(&self.lines[i].text)
    }

    pub(super) fn title_ahead(&self, i: usize) -> bool {
        self.untimed_ahead(i)
    }

    /// Is the next line one that begins with a person?
    pub(super) fn person_next(&self, i: usize) -> bool {
        self.lines.get(i + 1).is_some_and(|next| {
            next.gap <= 1
                && self.blocks[i + 1].role != Role::Timed
                && person_line(&next.text).is_some_and(|(p, _)| p[0].sure)
        })
    }

    /// Is line `i` the title of an item of its own: short, and somebody follows?
    pub(super) fn untimed_ahead(&self, i: usize) -> bool {
        let line = &self.lines[i];
        if line.words() > 22
            || line.text.ends_with(['.', ',', ':', ';'])
            || line.text.matches(['?', '!']).count() > 1
            || !line.dates.is_empty()
            || !line.reach.is_empty()
        {
            return false;
        }
        if !line.text.starts_with(|c: char| {
            c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '”' | '“' | '»')
        }) || people::begins(&line.text, true) && person_line(&line.text).is_some()
        {
            return false;
        }
        // "Samtal i mindre grupper", and under it "1. …"
        if kind_of_title(&line.low) == Some(ItemKind::GroupTalks)
            && let Some(next) = self.lines.get(i + 1)
            && next.gap <= 1
            && self.blocks[i + 1].role != Role::Timed
            && choice_marker(&next.text, &next.low)
                .is_some_and(|(marker, _)| matches!(marker.as_str(), "1" | "A"))
        {
            return true;
        }
        for k in i + 1..(i + 4).min(self.lines.len()) {
            let next = &self.lines[k];
            if matches!(
                self.blocks[k].role,
                Role::Timed | Role::Hours | Role::Day | Role::Contact | Role::Column | Role::Noise
            ) || next.bulleted
                || !next.reach.is_empty()
            {
                return false;
            }
            if self.blocks[k].label.is_some_and(|l| l.kind != LabelKind::Other) {
                return self.blocks[k]
                    .label
                    .is_some_and(|l| l.kind == LabelKind::Speakers && l.marked);
            }
            // With a telephone number or address it is somebody to ask.
            if next.reach.is_empty()
                && let Some((people, whole)) = person_line(&next.text)
                && (people[0].sure
                    || whole
                        && (people[0].title.is_some()
                            || people[0]
                                .affiliation
                                .as_deref()
                                .is_some_and(crate::words::looks_like_org)))
            {
                // One line of description may stand between.
                return true;
            }
            if self.blocks[k].role == Role::Short && next.gap > 0 {
                return false;
            }
        }
        false
    }

    /// Two titles, each with its person on the line after: talks of their own, the first as well.
    fn pairs_ahead(&self, i: usize) -> bool {
        let within = (i..i + 4).all(|k| {
            self.blocks.get(k).is_some_and(|b| matches!(b.role, Role::Short | Role::Prose))
                && self.lines[k].gap == 0
        });
        let told = |k: usize| {
            self.lines.get(k).and_then(|l| person_line(&l.text)).is_some_and(|(people, whole)| {
                people[0].sure || whole && people[0].affiliation.is_some()
            })
        };
        within
            && told(i + 1)
            && told(i + 3)
            && person_line(&self.lines[i].text).is_none()
            && person_line(&self.lines[i + 2].text).is_none()
    }

    pub(super) fn push_untimed(&mut self, i: usize) {
        let line = &self.lines[i];
        let draft = self.titled(Some(tidy_title(&line.text)), line.number);
        self.out.items.push(draft);
        self.out.taken[i] = true;
        self.described = false;
        self.last_item_line = Some(i);
    }

    pub(super) fn bullet(&mut self, i: usize) -> usize {
        let line = &self.lines[i];
        let (text, number) = (line.text.clone(), line.number);
        // What a group talk without an hour asks is no item of its own.
        let asked =
            |kind| kind == ItemKind::GroupTalks && text.ends_with('?') && !self.free_bullets;
        let timed_open = self
            .out
            .items
            .last()
            .is_some_and(|d| d.item.start.is_some() || asked(d.item.kind.value))
            && self.last_item_line.is_some();
        if !timed_open || self.free_bullets {
            if self.headed || self.free_bullets {
                // Bullets under "Program" are its items.
                let (title, people) = title_and_people(&text);
                // "Social innovation.  Kunskaper och exempel. Malin …": the rest describes it.
                let title = title.map(|t| {
                    let sentences = crate::sentences::split(&t);
                    match sentences.first() {
                        Some(&(from, to))
                            if sentences.len() > 1 && to > 12 && t[from..to].ends_with('.') =>
                        {
                            tidy_title(&t[from..to])
                        }
                        _ => t,
                    }
                });
                let draft = self.titled(title, number);
                self.out.items.push(draft);
                if let Some(last) = self.out.items.last_mut() {
                    last.item.speakers = people.iter().map(|p| person(p, number)).collect();
                }
                self.note_moderators(&people, number);
                self.free_bullets = true;
                self.described = !people.is_empty();
                self.last_item_line = Some(i);
                self.out.taken[i] = true;
            }
            return i + 1;
        }
        if let Some((people, whole)) = person_line(&text)
            && (people[0].sure || whole && people[0].title.is_some() && people[0].lead.is_none())
        {
            self.attach(&people, number);
            self.out.taken[i] = true;
            return i + 1;
        }
        let grouped =
            self.out.items.last().is_some_and(|d| d.item.kind.value == ItemKind::GroupTalks);
        if grouped || text.ends_with('?') {
            self.question(text, number);
            self.out.taken[i] = true;
        }
        i + 1
    }

    /// A paragraph of description: somebody may be named in it as the one who speaks.
    pub(super) fn prose(&mut self, i: usize) {
        let Some(open) = self.out.items.last() else { return };
        // "Småkryp med Fatuma Isse, naturvägledare.", right under a choice.
        if let Some(choice) = open.item.choices.last() {
            let line = &self.lines[i];
            let bare = choice.speakers.is_empty() && choice.facilitators.is_empty();
            if bare
                && line.gap == 0
                && i > 0
                && self.out.taken[i - 1]
                && let Some((_, people)) = people::after_title(&line.text)
                && people[0].sure
                && people[0].title.is_some()
            {
                self.attach(&people, line.number);
                self.out.taken[i] = true;
            }
            self.described |= self.lines[i].gap > 0;
            return;
        }
        if !open.item.speakers.is_empty() || self.person_next(i) || self.last_item_line.is_none() {
            self.described |= self.lines[i].gap > 0;
            return;
        }
        let line = &self.lines[i];
        for (from, to) in crate::sentences::split(&line.text).into_iter().take(3) {
            let sentence = &line.text[from..to];
            let low = &line.low[from..to];
            if !has_any(low, TELLING) || has_any(low, &["moderator", "konferencier"]) {
                continue;
            }
            let people = people::anywhere(sentence);
            if !people.is_empty() {
                self.attach(&people, line.number);
                self.out.taken[i] = true;
                return;
            }
        }
        self.described = true;
    }
}

/// "Torsby – Elin Varp och Kurt Nyland", "Region Väst: Anna Ek, utvecklare": who speaks, after the
/// town or organisation they speak for.
fn after_its_place(text: &str) -> Option<Vec<people::Named>> {
    let (head, tail) = [" – ", " - ", ": "].iter().find_map(|sign| text.split_once(sign))?;
    let words = head.split(' ').count();
    // "Från idé till bolag", "News from the region" are titles.
    let plain = |w: &&str| {
        w.starts_with(char::is_lowercase)
            && !matches!(*w, "och" | "i" | "för" | "kommun" | "stad" | "län" | "and" | "of" | "the")
    };
    let between = [" till ", " from ", " to ", " about ", " om "];
    let titled =
        has_any(&crate::lines::fold(head), &between) || head.split(' ').filter(plain).count() >= 2;
    let stands_for = words <= 5 && !titled && crate::words::looks_like_org(head)
        || words <= 2 && head.starts_with(char::is_uppercase) && !people::is_name(head);
    let (mut people, end) = people::list(tail, false)?;
    if crate::words::names_body(head) || crate::words::is_town(head) {
        for person in people.iter_mut().filter(|p| p.affiliation.is_none()) {
            person.affiliation = Some(head.to_owned());
        }
    }
    let whole = tail[end.min(tail.len())..].trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
    (stands_for
        && whole
        && people[0].sure
        && !crate::words::is_title_word(head)
        && kind_of_title(&crate::lines::fold(head)).is_none())
    .then_some(people)
}

/// A room of the house, and nothing more.
pub(super) fn is_room(low: &str) -> bool {
    let words: Vec<&str> = low.split(' ').collect();
    if words.len() > 3 || low.ends_with(['?', '!', '.', ':']) {
        return false;
    }
    let (first, last) = (words[0], words[words.len() - 1]);
    matches!(first, "sal" | "rum" | "lokal" | "room" | "hall" | "grupprum" | "plan")
        && words.len() > 1
        || [
            "salen",
            "foajén",
            "aulan",
            "rummet",
            "salongen",
            "foyer",
            "biblioteket",
            "library",
            "källaren",
            "ateljén",
            "verkstaden",
            "caféet",
            "kaféet",
            "matsal",
        ]
        .iter()
        .any(|end| last.ends_with(end))
            && words.len() <= 2
}

/// "Ledare Henrik Uhr", "Chair Ann Lee": the text after the word.
fn led_by<'a>(text: &'a str, low: &str) -> Option<&'a str> {
    const WORDS: [&str; 19] = [
        "ledare ",
        "samtalsledare ",
        "gruppledare ",
        "workshopledare ",
        "spårledare ",
        "bordsvärd ",
        "bordsvärdar ",
        "spårvärd ",
        "spårvärdar ",
        "ciceron ",
        "ciceroner ",
        "guide ",
        "guider ",
        "chair ",
        "chairs ",
        "facilitator ",
        "led by ",
        "leds av ",
        "chaired by ",
    ];
    WORDS.iter().find(|w| low.starts_with(**w)).map(|w| text[w.len()..].trim())
}
