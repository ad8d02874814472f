//! People in running text: "Ingela Törnfeldt, docent vid Högskolan i Gävle, berättar …",
//! "Laila Ek, Mona Hed och Maria Lind, utvecklingsledare Region X".
//!
//! Works on one line or sentence at a time. Whether a person speaks, leads or is to be called is
//! decided by who asks.

mod finding;
mod likely;
mod names;
mod roles;
mod telling;
mod words;

pub(crate) use finding::{
    after_title, anywhere, begins, begins_told, is_name, is_somebody, is_sure_name,
};

use crate::lines::fold;
use crate::people::likely::is_bracketed_person;
use crate::people::likely::is_listed_person;
use crate::people::likely::is_placed_person;
use crate::people::likely::is_told_person;
use crate::people::likely::said;
use crate::people::names::Likeness;
use crate::people::names::name_at;
use crate::people::roles::abbreviated;
use crate::people::roles::describe;
use crate::people::roles::is_party;
pub(crate) use crate::people::telling::is_telling;
use crate::people::words::Word;
use crate::people::words::split;
use crate::words::head_of;
use crate::words::is_collective;
use crate::words::is_honorific;
use crate::words::is_unshared_title;

/// A person as written. All texts are parts of the source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Named {
    pub name: String,
    pub title: Option<String>,
    pub affiliation: Option<String>,
    /// The title that stands before the name, where another follows it ("Moderator Anna Ek, vd …").
    pub lead: Option<String>,
    /// The name has the shape of a name and a known given name or family ending.
    pub sure: bool,
}

/// The people that the text *is* a list of, from its beginning. `None` when it does not begin with
/// one. Also gives where the reading stopped: at the end, or at a verb or a new sentence.
pub(crate) fn list(text: &str, strict: bool) -> Option<(Vec<Named>, usize)> {
    let words = split(text);
    let mut people: Vec<Named> = Vec::new();
    // People named since somebody last was told who they are.
    let mut group = 0usize;
    let mut i = 0;
    let mut end = 0;
    let mut joined = false;
    let mut plural: Option<String> = None;
    while i < words.len() {
        while i < words.len()
            && (matches!(
                words[i].raw,
                "och"
                    | "and"
                    | "samt"
                    | "&"
                    | "/"
                    | "|"
                    | "•"
                    | "–"
                    | "-"
                    | "+"
                    | "med"
                    | "with"
                    | "resp."
                    | "respektive"
            ) && !people.is_empty()
                || words[i].bare.is_empty())
        {
            i += 1;
        }
        if i >= words.len() {
            break;
        }
        let needed =
            if (strict || !people.is_empty()) && !joined { Likeness::Fair } else { Likeness::Weak };
        joined = false;
        let Some((prefix, count)) = person_at(&words, i, needed) else { break };
        let after_comma = i > 0 && words[i - 1].stop() == Some(',');
        let title_words = &words[i..i + prefix];
        let name_words = &words[i + prefix..i + prefix + count];
        let (first, last) = (name_words.first()?, name_words.last()?);
        let name_start =
            first.start + (first.raw.len() - first.raw.trim_start_matches(['(', '"', '”']).len());
        let name = text[name_start..last.end]
            .trim_end_matches([',', ';', ':', '.', '!', '?', ')', '|', '"', '”'])
            .to_owned();
        let party = words.get(i + prefix + count).is_some_and(|w| is_party(w.raw));
        let sure = party || name_at(&words, i + prefix).is_some_and(|(_, l)| l >= Likeness::Fair);
        let mut person = Named { name, sure, ..Named::default() };
        if let Some(word) = title_words.first() {
            let lead = text[word.start..title_words[prefix - 1].end]
                .trim_matches(|c: char| !c.is_alphanumeric() && c != '.')
                .to_owned();
            // A doctor's degree is said of the name only; a professor is one by profession.
            let only_honour = title_words.iter().all(|w| {
                is_honorific(w.raw.trim_end_matches([',', ':'])) && fold(w.bare) != "prof"
            });
            if !only_honour {
                // "moderatorerna Simon Bäckman och Zeinab Rahimi"
                let low = fold(&lead);
                plural =
                    (low.ends_with("na") || low.ends_with("råden") || low.ends_with("ombuden"))
                        .then(|| lead.clone());
                person.lead = Some(lead);
            }
        } else if let Some(lead) = &plural {
            person.lead = Some(lead.clone());
        }
        i += prefix + count;
        end = words[i - 1].end;
        // "Anna Ek; Bo Lund, strateg": nothing is said about the first.
        let parted = last.stop() == Some(';') && person_at(&words, i, Likeness::Weak).is_some();
        let closed = !parted && matches!(last.stop(), Some(';' | '.' | '!' | '?' | '|' | '•'));
        let colon = last.stop() == Some(':');
        if colon {
            // "Anna Lind: title of her talk"
            person.title.clone_from(&person.lead);
            people.push(person);
            break;
        }
        // What is said about the person: up to the next person, a verb, or the end of the sentence.
        let from = words.get(i).map_or(text.len(), |w| w.start);
        let mut upto = from;
        let mut stopped = closed;
        let mut next_person = false;
        let mut semicolon = matches!(last.stop(), Some(';' | '|' | '•'));
        let after_comma_start = last.stop() == Some(',');
        let mut fresh = after_comma_start;
        let mut depth = 0i32;
        let direct = i;
        while !stopped && !parted && i < words.len() {
            let word = &words[i];
            let low = fold(word.bare);
            if depth <= 0 {
                let joins = matches!(word.raw, "och" | "and" | "samt" | "&" | "/" | "+");
                let dash = matches!(word.raw, "–" | "-" | "—");
                if joins
                    && (person_at(
                        &words,
                        i + 1,
                        if upto == from { Likeness::Weak } else { Likeness::Fair },
                    )
                    .is_some()
                        || is_told_person(&words, i + 1)
                        || is_bracketed_person(&words, i + 1)
                        || is_placed_person(text, &words, i + 1))
                {
                    joined = upto == from
                        || is_told_person(&words, i + 1)
                        || is_bracketed_person(&words, i + 1)
                        || is_placed_person(text, &words, i + 1);
                    next_person = true;
                    break;
                }
                // "…, and from Bo Lund, treasurer"
                if joins
                    && words
                        .get(i + 1)
                        .is_some_and(|w| matches!(w.raw, "from" | "från" | "av" | "by"))
                    && person_at(&words, i + 2, Likeness::Fair).is_some()
                {
                    next_person = true;
                    i += 2;
                    break;
                }
                if joins && words.get(i + 1).is_some_and(|w| is_collective(w.bare)) {
                    stopped = true;
                    break;
                }
                // "…, projektledare Levande Hamn, Region Sala": a role, not somebody else's.
                let role_only = upto == from
                    && person_at(&words, i, Likeness::Weak).is_some_and(|(prefix, _)| {
                        prefix > 0
                            && name_at(&words, i + prefix)
                                .is_some_and(|(_, likeness)| likeness == Likeness::Weak)
                    });
                if fresh
                    && !role_only
                    && person_at(&words, i, Likeness::Fair).is_some()
                    && (is_strong_person(&words, i) || upto > from)
                {
                    next_person = true;
                    break;
                }
                // Unknown names in a list of people that are told of in one way.
                if fresh
                    && (upto > from && is_told_person(&words, i)
                        || words[i - 1].raw.ends_with("),") && is_bracketed_person(&words, i)
                        || upto > from
                            && crate::words::names_body(said(&text[from..upto]))
                            && is_placed_person(text, &words, i)
                        || upto == from && is_listed_person(&words, i))
                {
                    next_person = true;
                    joined = true;
                    break;
                }
                if dash && person_at(&words, i + 1, Likeness::Strong).is_some() {
                    next_person = true;
                    break;
                }
                let works_as = matches!(low.as_str(), "arbetar" | "jobbar" | "works")
                    && words.get(i + 1).is_some_and(|w| matches!(w.raw, "som" | "as" | "inom"));
                let part_of =
                    low == "som" && i > 0 && matches!(words[i - 1].bare, "arbetar" | "jobbar");
                // "Mika Dahl i samtal med Tove Brink"
                let talking = matches!(low.as_str(), "i" | "in")
                    && words
                        .get(i + 1)
                        .is_some_and(|w| matches!(w.bare, "samtal" | "conversation"));
                // "…, director, Fair Share Agency", "…, truck driver, and …": no verbs.
                let tells = is_telling(&low)
                    && !word.capital()
                    && !(low == "driver" && (word.stop().is_some() || i + 1 == words.len()));
                if !joins && (tells || talking) && !works_as && !part_of {
                    // "A, som är …": the verb tells what the person does, not who it is.
                    stopped = true;
                    break;
                }
                // "…, marknadschef på Viskan, om hur gästerna hittar dit"
                if low == "om" && upto > from && text[..word.start].trim_end().ends_with(',') {
                    stopped = true;
                    break;
                }
            }
            depth += word.raw.matches('(').count() as i32 - word.raw.matches(')').count() as i32;
            upto = word.end;
            fresh = word.stop() == Some(',');
            i += 1;
            match word.stop() {
                Some(sign @ (';' | '|' | '•')) => {
                    semicolon = true;
                    joined = sign == ';';
                    break;
                }
                Some('.') if !abbreviated(word.raw) => {
                    stopped = true;
                    break;
                }
                Some('!' | '?') => {
                    stopped = true;
                    break;
                }
                Some(':') if depth <= 0 => {
                    stopped = true;
                    break;
                }
                _ => {}
            }
            if i - direct > 40 {
                stopped = true;
            }
        }
        let about = text[from.min(upto)..upto].trim();
        let about =
            [" och", " and", " samt"].iter().find_map(|w| about.strip_suffix(w)).unwrap_or(about);
        let (title, affiliation) = describe(
            about,
            after_comma_start || words.get(direct).is_some_and(|w| w.raw.starts_with('(')),
        );
        if upto > from {
            end = upto;
        }
        let told = title.is_some() || affiliation.is_some();
        // "…, kalkylator, båda Hantverksbyrån": where the one before works too.
        // "A and B, both PhD students at X": what they are as well.
        let all = ["båda ", "samtliga ", "both ", "all ", "alla "];
        let opens = all.iter().any(|w| about.starts_with(w));
        if !people.is_empty()
            && (opens
                || about
                    .match_indices(", ")
                    .any(|(at, sign)| head_of(&about[at + sign.len()..], &all).is_some()))
        {
            for earlier in people.iter_mut().filter(|p| p.affiliation.is_none()) {
                earlier.affiliation.clone_from(&affiliation);
                if opens && earlier.title.is_none() {
                    earlier.title.clone_from(&title);
                }
            }
        }
        if let Some(title) = title {
            person.title = Some(title);
        }
        if affiliation.is_some() {
            person.affiliation = affiliation;
        }
        if person.title.is_none() {
            person.title.clone_from(&person.lead);
        }
        people.push(person);
        group += 1;
        // "Anna Ek, Bo Lund (Region X) och …": what is in brackets is said of one.
        if after_comma && about.starts_with('(') {
            group = 1;
        }
        if told {
            share(&mut people, group);
            group = 0;
        }
        if semicolon {
            group = 0;
        }
        joined |= parted;
        if stopped && !next_person {
            break;
        }
    }
    if people.is_empty() { None } else { Some((people, end)) }
}

/// A role given once for several people holds for all of them, where its form allows it.
fn share(people: &mut [Named], group: usize) {
    let at = people.len();
    if group < 2 || group > at {
        return;
    }
    let (before, last) = people[at - group..].split_at_mut(group - 1);
    let Some(last) = last.first() else { return };
    // "Diakonerna A och B, X församling" are several by their form.
    let several = last.lead.as_deref().is_some_and(|l| fold(l).ends_with("na"));
    // "Chefen A och juristen B, Sala kommun": each has a role, and both are of the municipality.
    let each = last.lead.is_some()
        && last.title == last.lead
        && before.iter().all(|person| person.title.is_some());
    if !several && !each && last.title.as_deref().is_some_and(is_unshared_title) {
        return;
    }
    for person in before {
        if person.title.is_none() {
            person.title.clone_from(&last.title);
        }
        if person.affiliation.is_none() {
            person.affiliation.clone_from(&last.affiliation);
        }
    }
}

fn is_strong_person(words: &[Word<'_>], i: usize) -> bool {
    person_at(words, i, Likeness::Strong).is_some()
        || person_at(words, i, Likeness::Fair).is_some_and(|(prefix, count)| {
            // A fair name counts where something is said about it in small letters after a comma.
            words[i + prefix + count - 1].stop() == Some(',')
                && words
                    .get(i + prefix + count)
                    .is_some_and(|w| w.bare.chars().next().is_some_and(char::is_lowercase))
        })
}

/// A person that begins at word `i`: how many words of title come first, and how many of name.
fn person_at(words: &[Word<'_>], i: usize, needed: Likeness) -> Option<(usize, usize)> {
    for prefix in 0..=4 {
        if prefix > 0 {
            let word = words.get(i + prefix - 1)?;
            let abbreviation =
                word.stop() == Some('.') && (is_honorific(word.raw) || word.raw.len() <= 4);
            if word.stop().is_some() && !abbreviation {
                return None;
            }
            // Only words that can be part of a title come before a name.
            let titled = word.titled()
                || is_honorific(word.raw)
                // "Glasblåsaren Anna Ek": one who does something, and a known name.
                || prefix == 1
                    && word.capital()
                    && word.bare.ends_with("aren")
                    && word.bare.chars().count() > 6
                    && name_at(words, i + 1).is_some_and(|(_, l)| l == Likeness::Strong);
            let linked = matches!(word.bare, "i" | "för" | "och")
                // "Kultur- och fritidschef Anna Ek"
                || prefix == 1
                    && word.raw.ends_with('-')
                    && words.get(i + 1).is_some_and(|w| matches!(w.raw, "och" | "and"))
                || word.bare.ends_with('s')
                    && (!word.capital() || prefix == 1 && word.bare.chars().count() > 6);
            let linking = matches!(
                word.bare,
                "till"
                    | "från"
                    | "med"
                    | "Med"
                    | "With"
                    | "samt"
                    | "hos"
                    | "att"
                    | "som"
                    | "den"
                    | "efter"
                    | "under"
                    | "mellan"
                    | "with"
                    | "from"
                    | "sedan"
                    | "även"
                    | "finns"
            );
            if linking {
                return None;
            }
            // "Lektor i sociologi Anna Ek", "docent i socialt arbete Anna Ek"
            let subject = prefix > 2
                && word.bare.starts_with(char::is_lowercase)
                && words[i].titled()
                && matches!(words[i + 1].bare, "i" | "inom" | "of" | "in");
            if subject
                && let Some((count, likeness)) = name_at(words, i + prefix)
                && likeness >= Likeness::Fair
            {
                return Some((prefix, count));
            }
            if !(titled || subject || linked && prefix < 4) {
                return None;
            }
            if !(titled || words.get(i + prefix).is_some_and(|w| w.titled())) {
                continue;
            }
            if !titled {
                continue;
            }
        }
        if let Some((count, likeness)) = name_at(words, i + prefix) {
            // "Leader Höga Hamnen", "Företagarna Sala Tranås" are bodies, "Leader Anna Ek" is not.
            let first = &words[i + prefix.saturating_sub(1)];
            let body = first.bare == "Leader"
                || first.capital()
                    && (first.bare.ends_with("arna") || first.bare.ends_with("erna"));
            let needed = match prefix {
                0 => needed,
                // "Diakonerna Zurima Tabe och Ove Kry" are two people.
                _ if body && first.bare == "Leader"
                    || prefix == 1
                        && body
                        && !words
                            .get(i + 1 + count)
                            .is_some_and(|w| matches!(w.raw, "och" | "and" | "samt")) =>
                {
                    Likeness::Strong
                }
                _ => Likeness::Weak,
            };
            let enough = likeness >= needed;
            if enough {
                return Some((prefix, count));
            }
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let Some((people, _)) = list(text, false) else { return "-".to_owned() };
        people
            .iter()
            .map(|p| {
                format!(
                    "{}|{}|{}",
                    p.name,
                    p.title.as_deref().unwrap_or(""),
                    p.affiliation.as_deref().unwrap_or("")
                )
            })
            .collect::<Vec<_>>()
            .join(" ; ")
    }

    #[test]
    fn who_somebody_is() {
        for (text, expected) in [
            (
                "Ingela Törnfeldt, docent vid Högskolan i Gävle, berättar om tio år",
                "Ingela Törnfeldt|docent|Högskolan i Gävle",
            ),
            (
                "Peter Ahlkvist, kriminolog, Malmö universitet",
                "Peter Ahlkvist|kriminolog|Malmö universitet",
            ),
            (
                "Ann-Louise Björs, planarkitekt Leksands kommun",
                "Ann-Louise Björs|planarkitekt|Leksands kommun",
            ),
            (
                "Alva Jernberg och Noel Skog, Ung Företagsamhet Dalarna",
                "Alva Jernberg||Ung Företagsamhet Dalarna ; Noel Skog||Ung Företagsamhet Dalarna",
            ),
            (
                "Roland Ek, Mehmet Aydin och Karin Hallström, vd Rättviksbostäder",
                "Roland Ek|| ; Mehmet Aydin|| ; Karin Hallström|vd|Rättviksbostäder",
            ),
            (
                "Laila Ek, Mona Hed och Maria Lind, utvecklingsledare Region Norrfjäll",
                "Laila Ek|utvecklingsledare|Region Norrfjäll ; Mona Hed|utvecklingsledare|Region Norrfjäll ; Maria Lind|utvecklingsledare|Region Norrfjäll",
            ),
            (
                "Maja Lindroos, trygghetssamordnare, Avesta kommun; Kjell Norberg, ordförande, Krylbo Byalag",
                "Maja Lindroos|trygghetssamordnare|Avesta kommun ; Kjell Norberg|ordförande|Krylbo Byalag",
            ),
            (
                "Dr Owen Baptiste, senior lecturer, Northlake University",
                "Owen Baptiste|senior lecturer|Northlake University",
            ),
            ("Regionråd Stina Wallberg (C) hälsar välkommen", "Stina Wallberg|Regionråd|"),
            (
                "Samira Haddad från Röda Korset i Arvika och Elof Bjurbäck, integrationssamordnare på Arvika kommun, inleder.",
                "Samira Haddad||Röda Korset i Arvika ; Elof Bjurbäck|integrationssamordnare|Arvika kommun",
            ),
            (
                "Anna Ros, områdeschef Utbildning och arbetsmarknad, Region Norrfjäll",
                "Anna Ros|områdeschef Utbildning och arbetsmarknad|Region Norrfjäll",
            ),
            (
                "Carl Ros, landshövding i Östergötland och nationell utredare",
                "Carl Ros|landshövding|Östergötland",
            ),
            (
                "Ulla Ros, GD Myndigheten för ordning (MFO)",
                "Ulla Ros|GD|Myndigheten för ordning (MFO)",
            ),
            ("Eva Ros, ordförande i regionstyrelsen (S)", "Eva Ros|ordförande i regionstyrelsen|"),
            (
                "Per Idivuoma, chair of the Sámi Health Network",
                "Per Idivuoma|chair|Sámi Health Network",
            ),
            (
                "Kerstin Rask, Regional Director, Region Norrfjäll",
                "Kerstin Rask|Regional Director|Region Norrfjäll",
            ),
            ("Jacob Frisk", "Jacob Frisk||"),
            // Bodies in small letters, and those called "råd".
            ("Anna Ros, ordförande, kulturnämnden", "Anna Ros|ordförande|kulturnämnden"),
            (
                "Anna Ros och Karl Frisk, enhetschefer, omsorgsförvaltningen",
                "Anna Ros|enhetschefer|omsorgsförvaltningen ; Karl Frisk|enhetschefer|omsorgsförvaltningen",
            ),
            (
                "Anna Ros och Karl Frisk, Sala byaråd",
                "Anna Ros||Sala byaråd ; Karl Frisk||Sala byaråd",
            ),
            ("Anna Ros, ungdomsrådet i Sala", "Anna Ros||ungdomsrådet i Sala"),
            ("Anna Ros, Brukarrådet i Sala", "Anna Ros||Brukarrådet i Sala"),
            ("Anna Ros, kommunalråd, Sala kommun", "Anna Ros|kommunalråd|Sala kommun"),
            ("Anna Ros, kassör i byalaget", "Anna Ros|kassör|byalaget"),
            ("Kommunpolis Anna Ros", "Anna Ros|Kommunpolis|"),
            (
                "Anna Ros, Karl Frisk (Region Sala) och Ulla Ek (vd, Glada Hem)",
                "Anna Ros|| ; Karl Frisk||Region Sala ; Ulla Ek|vd|Glada Hem",
            ),
            (
                "Anna Ros and Karl Frisk, both PhD students at Sala University",
                "Anna Ros|PhD students|Sala University ; Karl Frisk|PhD students|Sala University",
            ),
            (
                "Kommunalråden Anna Ros (C) och Karl Frisk (S)",
                "Anna Ros|Kommunalråden| ; Karl Frisk|Kommunalråden|",
            ),
            (
                "Chefen Anna Ros och juristen Karl Frisk, Sala kommun",
                "Anna Ros|Chefen|Sala kommun ; Karl Frisk|juristen|Sala kommun",
            ),
            ("Anna Ros, ingenjör, tekniska kontoret", "Anna Ros|ingenjör|tekniska kontoret"),
            ("Anna Ros, Leader Hamnbygd", "Anna Ros||Leader Hamnbygd"),
            ("Prof. Anna Ros, Sala University", "Anna Ros|Prof.|Sala University"),
            // A capital is a name's, not a verb's.
            ("Anna Ros, director, Fair Share Agency", "Anna Ros|director|Fair Share Agency"),
            (
                "Anna Ros, retired driver, and Zurima Tabenas, author",
                "Anna Ros|retired driver| ; Zurima Tabenas|author|",
            ),
            // Unknown names, by what stands around them; bodies of two capitals.
            (
                "Zurima Tabe, strateg, Sala kommun, Ibo Kan, HR-chef, Röda Korset",
                "Zurima Tabe|strateg|Sala kommun ; Ibo Kan|HR-chef|Röda Korset",
            ),
            (
                "Anna Ros (SKR) och Zurima Tabe (Sala kommun)",
                "Anna Ros||SKR ; Zurima Tabe||Sala kommun",
            ),
            (
                "Anna Ros, Sala kommun, Zurima Tabe, Röda Korset",
                "Anna Ros||Sala kommun ; Zurima Tabe||Röda Korset",
            ),
            (
                "Zurima Tabe, Ibo Kan och Anna Ros, Sala kommun",
                "Zurima Tabe||Sala kommun ; Ibo Kan||Sala kommun ; Anna Ros||Sala kommun",
            ),
            ("Anna Ros, strateg, Leader Höga Hamnen", "Anna Ros|strateg|Leader Höga Hamnen"),
            ("Anna Ros, Företagarna Sala", "Anna Ros||Företagarna Sala"),
            ("Kultur- och fritidschef Anna Ros", "Anna Ros|Kultur- och fritidschef|"),
            ("Lektor i sociologi Anna Ros", "Anna Ros|Lektor i sociologi|"),
            ("Glasblåsaren Anna Ros", "Anna Ros|Glasblåsaren|"),
            (
                "Anna Ros, fritidschef Hembygdsföreningen i Sala",
                "Anna Ros|fritidschef|Hembygdsföreningen i Sala",
            ),
            ("Anna Ros, Youth Worker, Fair Trust", "Anna Ros|Youth Worker|Fair Trust"),
            (
                "Anna Ros och Karl Frisk, båda från Sala kommun",
                "Anna Ros||Sala kommun ; Karl Frisk||Sala kommun",
            ),
            ("Landshövding Marianne Hultgren", "Marianne Hultgren|Landshövding|"),
            ("Assar Blad (utbildare, Ideell Dalarna)", "Assar Blad|utbildare|Ideell Dalarna"),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_nobody() {
        for text in [
            "Malmö universitet",
            "Region Örebro län",
            "Välkommen Till Oss",
            "Röda Korset",
            "Program Torsdag",
            "Folkets Park",
        ] {
            assert_eq!(told(text), "-", "{text}");
        }
    }

    #[test]
    fn a_title_and_then_a_person() {
        let text = "Nuläget – Ove Grahn, trafikplanerare, Länstrafiken";
        let (cut, people) = after_title(text).expect("a person");
        assert_eq!((text[..cut].trim(), people[0].name.as_str()), ("Nuläget", "Ove Grahn"));
        assert!(after_title("Projektkavalkad med Surdegsbageriet i Fågelås").is_none());
        assert!(after_title("Bo kvar eller flytta ihop?").is_none());
    }
}
