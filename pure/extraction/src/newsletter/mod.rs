//! Newsletters, monthly letters and tour schedules: sections, and every dated thing in them.

mod calendar;
mod disputes;
mod entries;
mod footer;
mod listing;
mod places;
mod reading;
mod telling;
mod tour;

use crate::blocks::Role;
use crate::context;
use crate::event::Page;
use crate::event::clean_title;
use crate::event::names_organisation;
use crate::event::parties;
use crate::lines::Line;
use crate::lines::fold;
use crate::model::Confidence;
use crate::model::DatedThing;
use crate::model::Found;
use crate::model::Issue;
use crate::model::Newsletter;
use crate::model::Section;
use crate::newsletter::calendar::Calendar;
pub(crate) use crate::newsletter::disputes::of_letter;
use crate::newsletter::footer::footer;
use crate::newsletter::reading::Reader;
pub(crate) use crate::newsletter::tour::is_tour;
use crate::words::LabelKind;
use crate::words::names_gathering;

/// More dated things than this are not read.
const MOST: usize = 5_000;

pub(crate) fn read(page: &Page<'_>, issues: &[(Issue, u32)]) -> Newsletter {
    let mut letter = Newsletter::default();
    let tour = is_tour(page.lines, page.blocks)
        && !tour::in_letter(page.lines, page.blocks, !issues.is_empty());
    let (title, title_at) = title(page, issues, tour);
    letter.title = title;
    letter.issue = issues.first().map(|&(issue, line)| Found::certain(issue, line));
    let month = context::letter_month(page.lines, page.blocks);
    let clock =
        Calendar { page, month, first_issue: issues.first().is_some_and(|(i, _)| i.number == 1) };
    let mut section: Option<Section> = None;
    let mut total = 0;
    let mut i = 0;
    let mut reader = Reader::default();
    reader.places_over_dates = tour::writes_places_over(page.lines, page.blocks);
    reader.tour = tour;
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
        // "Höstmöte, lördag 3 oktober" over its hours and place
        if !tour && entries::dated_heading(page, i).is_some() {
            close(&mut section, &mut reader, &mut letter);
            section = Some(Section {
                heading: Found::certain(line.text.clone(), line.number),
                refs: Vec::new(),
            });
            i = reader.headed(page, &clock, i).max(i + 1);
            total += 1;
            continue;
        }
        let masthead =
            section.is_none() && reader.refs.is_empty() && is_masthead(page, i, title_at);
        if masthead || !reader.is_stop(page, i) && is_heading(page, &reader, i, title_at) {
            if masthead {
                i += 1;
                continue;
            }
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
    let mut refs = reader.finish();
    if let Some(mut done) = section.take() {
        // A sentence seldom says again what its heading says.
        // "Den 24/9 har vi reparationskväll" under "Reparationskväll" in a list of stops
        let told = reader.tour && names_gathering(&fold(&done.heading.value));
        if (!reader.tour || told)
            && letter.title.as_ref().is_none_or(|t| t.line != done.heading.line)
        {
            let wants = |t: &&mut DatedThing| {
                t.title.is_none() && (!told || t.date.confidence == Confidence::Likely)
            };
            for thing in refs.iter_mut().filter(wants) {
                thing.title = Some(Found::doubtful(done.heading.value.clone(), done.heading.line));
            }
        }
        done.refs = refs;
        letter.sections.push(done);
    }
}

/// The subject of the mail, or the first heading.
fn title(
    page: &Page<'_>,
    issues: &[(Issue, u32)],
    tour: bool,
) -> (Option<Found<String>>, Option<usize>) {
    if let Some(i) = (0..page.lines.len().min(25)).find(|&i| {
        page.blocks[i]
            .label
            .is_some_and(|l| l.kind == LabelKind::Subject && l.value < page.lines[i].text.len())
            // A subject with a number that the letter itself does not bear.
            && !context::issue_of(&page.lines[i].low)
                .is_some_and(|own| issues.first().is_some_and(|&(issue, _)| issue != own))
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
                && !around_letter(&page.lines[i])
        })
        .take(6)
        .collect();
    let named = |words: fn(&Line) -> bool, most: usize| {
        top.iter().copied().find(|&i| {
            page.lines[i].words() <= most
                && page.lines[i].reach.is_empty()
                && page.blocks[i].role != Role::Prose
                && !page.lines[i].dates.iter().any(|d| d.day.is_some())
                && words(&page.lines[i])
        })
    };
    // Who travels, where the page is not called a list or a letter.
    let named =
        named(names_list, 16).or_else(|| if tour { named(tour::travels, 10) } else { None });
    // Who sends it stands over what it is called.
    let first = match top[..] {
        [a, b, ..] if names_organisation(&page.lines[a]) && page.blocks[b].role == Role::Short => {
            Some(b)
        }
        _ => top.first().copied(),
    };
    let at = named.or(first);
    (at.map(|i| Found::certain(clean_title(&page.lines[i].text), page.lines[i].number)), at)
}

/// "Unsubscribe | View online", "Syns brevet inte? Öppna i webbläsaren": what mailing programs write
/// over a letter.
fn around_letter(line: &Line) -> bool {
    line.words() <= 14
        && line.has_any(&[
            "unsubscribe",
            "avprenumerera",
            "view online",
            "view in browser",
            "in your browser",
            "webbläsare",
            "webbversion",
            "visas inte",
            "syns inte",
        ])
}

/// Is the line the name of a letter or of a list of days?
fn names_list(line: &Line) -> bool {
    line.has_any(&[
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
    ])
}

/// Does the letter end here, or its contact part begin?
fn closes(page: &Page<'_>, i: usize) -> bool {
    let line = &page.lines[i];
    page.blocks[i].label.is_some_and(|l| l.kind == LabelKind::Contact)
        || page.blocks[i].role == Role::Contact
        || parties::is_greeting(line)
        || line.has_any(&["avprenumerera", "unsubscribe"]) && line.words() <= 12
}

/// "Länsstyrelsen Norrdal", and not the heading "Öppet hus": a body that the letter names again, or
/// that can be nothing else.
fn names_sender(page: &Page<'_>, i: usize) -> bool {
    let line = &page.lines[i];
    let first = line.low.split(' ').next().unwrap_or_default();
    let sure = matches!(
        first,
        "region" | "länsstyrelsen" | "föreningen" | "stiftelsen" | "nätverket" | "förbundet"
    ) && line.words() <= 5;
    let again = || {
        page.lines.iter().enumerate().any(|(k, other)| {
            // "Välkommen till öppet hus!" under "Öppet hus" says nothing of who sends it.
            k != i
                && page.blocks[k].role != Role::Prose
                && other.low.len() > line.low.len()
                && other.low.contains(line.low.as_str())
        })
    };
    names_organisation(line) && line.words() >= 2 && (sure || again())
}

/// A line under the letter's name that is still its head: "Nr 1, januari 2027", "Issue 7",
/// "Länsstyrelsen Norrdal" over the greeting.
fn is_masthead(page: &Page<'_>, i: usize, title_at: Option<usize>) -> bool {
    let line = &page.lines[i];
    if i > title_at.unwrap_or(0) + 5
        || line.words() > 10
        || line.text.ends_with(['.', '!', '?'])
        || line.dates.iter().any(|d| d.day.is_some() && d.year.is_none())
        // "2027-10-17" over "Heby, Folkets hus"
        || line.dates.iter().any(|d| d.day.is_some())
            && page.lines.get(i + 1).is_some_and(|next| next.gap == 0)
    {
        return false;
    }
    let first = line.low.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let numbered = matches!(
        first,
        "nr" | "nummer"
            | "no"
            | "number"
            | "issue"
            | "utgåva"
            | "årgång"
            | "vol"
            | "volume"
            | "edition"
    ) && line.low.bytes().any(|b| b.is_ascii_digit());
    // "Januari 2027", "Våren 2027", "Vecka 12, 2027"
    let only_when =
        line.low.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).all(|word| {
            word.bytes().all(|b| b.is_ascii_digit())
                || crate::when::month_of(word).is_some()
                || matches!(
                    word,
                    "våren"
                        | "hösten"
                        | "sommaren"
                        | "vintern"
                        | "spring"
                        | "autumn"
                        | "summer"
                        | "winter"
                        | "fall"
                        | "vt"
                        | "ht"
                        | "och"
                        | "and"
                )
        }) && line.low.bytes().any(|b| b.is_ascii_digit());
    // "Laga-bussen", under it "Hållplatser våren 2026" and then a paragraph: the name goes on.
    let season = ["våren", "hösten", "sommaren", "vintern", "spring", "autumn", "summer", "winter"];
    let goes_on = title_at.is_some_and(|at| at + 1 == i)
        && line.gap == 0
        && page.lines.get(i + 1).is_some_and(|next| next.gap > 0)
        && line.words() <= 5
        && line.low.split(' ').any(|w| season.contains(&w))
        && line.text.ends_with(|c: char| c.is_ascii_digit());
    numbered
        || only_when
        || goes_on
        || context::issue_of(&line.low).is_some()
        || names_sender(page, i)
}

fn is_heading(page: &Page<'_>, reader: &Reader, i: usize, title_at: Option<usize>) -> bool {
    let line = &page.lines[i];
    let role = page.blocks[i].role;
    let label = page.blocks[i].label;
    if line.bulleted
        || !line.reach.is_empty()
        || line.text.chars().count() > 90
        || line.text.ends_with(['.', ',', ';'])
        || line.text.starts_with('/')
        || line.low.starts_with("obs") && line.gap == 0
        || line.low.starts_with("hej ") && line.words() <= 4
        || matches!(
            line.low.trim_matches(|c: char| !c.is_alphanumeric()),
            "hej"
                | "hej alla"
                | "hejsan"
                | "kära läsare"
                | "dear readers"
                | "hello"
                | "i detta nummer"
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
    // "maj 2027", and what a letter is called right under its name.
    let month_alone = line
        .dates
        .first()
        .is_some_and(|d| d.day.is_none() && d.start == 0 && line.text[d.end..].trim().is_empty());
    let tagline = i > 0
        && line.gap == 0
        && line.words() >= 7
        && line.dates.is_empty()
        && title_at.is_some_and(|at| i <= at + 4)
        && page.lines.get(i + 1).is_some_and(|next| next.gap > 0);
    if month_alone || tagline {
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
    // "VECKA 1" over "Backe, utanför Konsum" over "11/5 kl 10-12"
    if reader.is_stop(page, next) {
        return true;
    }
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
        _ => dated || after.bulleted || entries::is_labelled(page, next),
    };
    told && !closes(page, next)
}
