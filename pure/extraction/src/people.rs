//! People in running text: "Ingela Törnfeldt, docent vid Högskolan i Gävle, berättar …",
//! "Laila Ek, Mona Hed och Maria Lind, utvecklingsledare Region X".
//!
//! Works on one line or sentence at a time. Whether a person speaks, leads or is to be called is
//! decided by who asks.

use crate::lines::fold;
use crate::words::{
    has_family_ending, is_collective, is_given_name, is_honorific, is_org_word, is_title_word,
    is_town, is_unshared_title,
};

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

/// A word between spaces, without the signs around it.
#[derive(Debug, Clone, Copy)]
struct Word<'a> {
    /// With signs.
    raw: &'a str,
    /// Without signs at its ends.
    bare: &'a str,
    start: usize,
    end: usize,
}

impl Word<'_> {
    /// The sign that ends a part of a sentence after the word, if any.
    fn stop(&self) -> Option<char> {
        self.raw
            .chars()
            .next_back()
            .filter(|c| matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | ')' | '|' | '•'))
    }

    fn opens(&self) -> bool {
        self.raw.starts_with(['(', '[', '"', '”', '“', '»', '\''])
    }

    fn capital(&self) -> bool {
        self.bare.chars().next().is_some_and(char::is_uppercase)
    }
}

fn split(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    for (index, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_whitespace() {
            if let Some(from) = start.take() {
                let raw = &text[from..index];
                let bare = raw.trim_matches(|c: char| !c.is_alphanumeric());
                words.push(Word { raw, bare, start: from, end: index });
            }
        } else if start.is_none() {
            start = Some(index);
        }
    }
    words
}

/// How much a run of words looks like a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// Two capitals, nothing more.
    Weak,
    /// A family name's ending.
    Fair,
    /// A known given name.
    Strong,
}

/// The number of words of a name that begins at word `i`, and how much it looks like one.
fn name_at(words: &[Word<'_>], i: usize) -> Option<(usize, Likeness)> {
    let first = words.get(i)?;
    if !name_word(first.bare)
        || first.stop().is_some()
        || first.raw.starts_with(['(', '"', '”', '#', '@']) && !first.raw.starts_with('(')
    {
        return None;
    }
    let given = is_given_name(first.bare);
    // "Dessutom Selma Bergdahl", "Ask Frida Lennox": the name begins at the next word.
    if !given
        && words.get(i + 1).is_some_and(|w| is_given_name(w.bare))
        && words.get(i + 2).is_some_and(|w| name_word(w.bare) && !w.opens())
        && words[i + 1].stop().is_none()
    {
        return None;
    }
    if !given
        && (not_a_name(first.bare)
            || is_org_word(first.bare)
            || is_title_word(first.bare)
            || is_town(first.bare))
    {
        return None;
    }
    let mut count = 1;
    let mut capitals = 1;
    while let Some(word) = words.get(i + count) {
        if count >= 5 || word.opens() {
            break;
        }
        let particle = matches!(
            word.bare,
            "von"
                | "af"
                | "de"
                | "van"
                | "al"
                | "el"
                | "bin"
                | "der"
                | "den"
                | "da"
                | "la"
                | "ter"
                | "du"
                | "dos"
                | "ben"
        ) && words.get(i + count + 1).is_some_and(|w| name_word(w.bare));
        let initial = word.bare.chars().count() == 1 && word.capital() && capitals == 1;
        if !particle && !initial {
            if !name_word(word.bare) || capitals >= 4 {
                break;
            }
            // "Malin Lindberg Region X": the organisation is no part of the name.
            if is_org_word(word.bare) && capitals >= 2 {
                break;
            }
            if capitals >= 2 && is_title_word(word.bare) && !has_family_ending(word.bare) {
                break;
            }
            capitals += 1;
        }
        count += 1;
        if word.stop().is_some() {
            break;
        }
    }
    if capitals < 2 {
        return None;
    }
    let family = &words[i + 1..i + count];
    if family.iter().any(|w| is_org_word(w.bare) && !(given && !hard_org(w.bare))) {
        return None;
    }
    if !given
        && family
            .iter()
            .any(|w| not_a_name(w.bare) || (is_town(w.bare) && !has_family_ending(w.bare)))
    {
        return None;
    }
    if family.iter().any(|w| not_a_name(w.bare)) {
        return None;
    }
    let likeness = if given {
        Likeness::Strong
    } else if family.last().is_some_and(|w| has_family_ending(w.bare)) {
        Likeness::Fair
    } else {
        Likeness::Weak
    };
    Some((count, likeness))
}

/// Capital first, then small letters; also parts after a hyphen or apostrophe.
fn name_word(word: &str) -> bool {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return false };
    first.is_uppercase()
        && word.chars().count() >= 2
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '‑'))
        && chars.any(char::is_lowercase)
        // "MSB", "HR-chef"
        && word.chars().nth(1).is_some_and(|c| c.is_lowercase() || matches!(c, '\'' | '’'))
}

/// Org words that are also family names ("Berg", "Park") do not count against a known given name.
fn hard_org(word: &str) -> bool {
    !matches!(
        fold(word).as_str(),
        "hall" | "park" | "lions" | "studio" | "hus" | "sal" | "stift" | "leader" | "brunn"
    )
}

/// Words that begin sentences and titles, and are no names.
fn not_a_name(word: &str) -> bool {
    let low = fold(word);
    crate::when::month_of(&low).is_some()
        && !matches!(low.as_str(), "maj" | "may" | "juni" | "april" | "augusti")
        || crate::when::weekday_word(&low).is_some()
        || matches!(
            low.as_str(),
            "vi" | "du"
                | "ni"
                | "de"
                | "den"
                | "det"
                | "en"
                | "ett"
                | "the"
                | "a"
                | "an"
                | "and"
                | "och"
                | "samt"
                | "eller"
                | "or"
                | "hur"
                | "vad"
                | "var"
                | "när"
                | "vem"
                | "varför"
                | "vilka"
                | "vilken"
                | "how"
                | "what"
                | "why"
                | "who"
                | "when"
                | "where"
                | "which"
                | "välkommen"
                | "välkomna"
                | "welcome"
                | "program"
                | "programme"
                | "program:"
                | "plats"
                | "datum"
                | "tid"
                | "kontakt"
                | "contact"
                | "anmälan"
                | "anmäl"
                | "fika"
                | "kaffe"
                | "lunch"
                | "middag"
                | "paus"
                | "panel"
                | "workshop"
                | "seminarium"
                | "konferens"
                | "dialog"
                | "samtal"
                | "gruppsamtal"
                | "avslutning"
                | "inledning"
                | "moderator"
                | "moderatorer"
                | "medverkande"
                | "arrangör"
                | "arrangörer"
                | "från"
                | "till"
                | "för"
                | "med"
                | "om"
                | "av"
                | "på"
                | "i"
                | "hos"
                | "vid"
                | "från:"
                | "hej"
                | "kära"
                | "bästa"
                | "dear"
                | "hello"
                | "hi"
                | "att"
                | "så"
                | "nu"
                | "här"
                | "där"
                | "alla"
                | "många"
                | "nya"
                | "ny"
                | "nytt"
                | "fri"
                | "fritt"
                | "gratis"
                | "free"
                | "registration"
                | "coffee"
                | "break"
                | "closing"
                | "opening"
                | "introduction"
                | "keynote"
                | "session"
                | "track"
                | "spår"
                | "grupp"
                | "group"
                | "regional"
                | "national"
                | "nationella"
                | "lokala"
                | "digital"
                | "digitalt"
                | "digitala"
                | "social"
                | "sociala"
                | "öppet"
                | "öppen"
                | "stora"
                | "lilla"
                | "gamla"
                | "norra"
                | "södra"
                | "östra"
                | "västra"
                | "mer"
                | "more"
                | "our"
                | "your"
                | "this"
                | "from"
                | "to"
                | "with"
                | "for"
                | "on"
                | "in"
                | "at"
                | "by"
                | "of"
                | "kulturhuset"
                | "medborgarhuset"
                | "folkets"
                | "stadshuset"
                | "sveriges"
                | "frågor"
                | "questions"
                | "under"
                | "efter"
                | "innan"
                | "inför"
                | "mellan"
                | "både"
                | "även"
                | "också"
                | "ideell"
                | "ideella"
                | "civilsamhället"
                | "möt"
                | "lär"
                | "bygg"
                | "skapa"
                | "ung"
                | "unga"
                | "framtidens"
                | "framtiden"
                | "hållbar"
                | "hållbart"
                | "nästa"
                | "första"
                | "andra"
                | "tredje"
                | "sista"
                | "senast"
                | "dagens"
                | "kvällens"
                | "årets"
                | "senior"
                | "main"
                | "new"
                | "open"
                | "swedish"
                | "nordic"
                | "european"
                | "international"
                | "internationella"
                | "europeiska"
                | "statens"
                | "zoom"
                | "teams"
                | "microsoft"
                | "google"
                | "facebook"
                | "youtube"
                | "mötet"
                | "dagen"
                | "kvällen"
                | "konferensen"
                | "projektet"
                | "universitetslektor"
                | "telefon"
                | "tel"
                | "mobil"
                | "phone"
                | "mail"
                | "mejl"
                | "e-post"
                | "epost"
                | "email"
                | "webb"
                | "hemsida"
                | "vänliga"
                | "hälsningar"
                | "varmt"
                | "medlem"
                | "medlemmar"
                | "statistics"
                | "mid"
                | "upper"
                | "lower"
                | "north"
                | "south"
                | "east"
                | "west"
                | "old"
                | "great"
                | "civic"
                | "rural"
                | "urban"
                | "public"
                | "studio"
                | "hela"
        )
}

/// Verbs after a person that end what is said about who it is.
fn is_telling(word: &str) -> bool {
    matches!(
        word,
        "berättar"
            | "berättade"
            | "talar"
            | "talade"
            | "pratar"
            | "presenterar"
            | "presenterade"
            | "inleder"
            | "introducerar"
            | "visar"
            | "delar"
            | "hälsar"
            | "modererar"
            | "leder"
            | "föreläser"
            | "reflekterar"
            | "diskuterar"
            | "medverkar"
            | "beskriver"
            | "ger"
            | "tells"
            | "talks"
            | "presents"
            | "shares"
            | "opens"
            | "explains"
            | "describes"
            | "welcomes"
            | "introduces"
            | "leads"
            | "will"
            | "öppnar"
            | "driver"
            | "avslutar"
            | "samtalar"
            | "svarar"
            | "förklarar"
            | "sammanfattar"
            | "guidar"
            | "håller"
            | "deltar"
            | "kommer"
            | "går"
            | "redogör"
            | "möter"
            | "summerar"
            | "tar"
            | "spelar"
            | "gästar"
            | "rapporterar"
            | "informerar"
            | "moderates"
            | "speaks"
            | "hosts"
            | "gives"
            | "discusses"
            | "invites"
            | "arbetar"
            | "jobbar"
            | "forskar"
            | "works"
            | "is"
            | "är"
            | "har"
            | "has"
            | "who"
            | "som"
            | "finns"
            | "visade"
            | "redovisar"
            | "bjuder"
            | "lyfter"
            | "tillsammans"
            | "önskar"
            | "about"
            | "about:"
            | "on"
            | "läser"
            | "utmanar"
            | "blickar"
            | "lotsar"
            | "rundar"
            | "knyter"
            | "svarade"
            | "hälsade"
            | "utvecklar"
            | "ställer"
            | "belyser"
            | "sätter"
            | "intervjuar"
            | "intervjuas"
            | "resonerar"
            | "spanar"
            | "återkommer"
            | "besvarar"
            | "nås"
    )
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
            let only_honour =
                title_words.iter().all(|w| is_honorific(w.raw.trim_end_matches([',', ':'])));
            if !only_honour {
                // "moderatorerna Simon Bäckman och Zeinab Rahimi"
                plural = fold(&lead).ends_with("na").then(|| lead.clone());
                person.lead = Some(lead);
            }
        } else if let Some(lead) = &plural {
            person.lead = Some(lead.clone());
        }
        i += prefix + count;
        end = words[i - 1].end;
        let closed = matches!(last.stop(), Some(';' | '.' | '!' | '?' | '|' | '•'));
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
        while !stopped && i < words.len() {
            let word = &words[i];
            let low = fold(word.bare);
            if depth <= 0 {
                let joins = matches!(word.raw, "och" | "and" | "samt" | "&" | "/" | "+");
                let dash = matches!(word.raw, "–" | "-" | "—");
                if joins
                    && person_at(
                        &words,
                        i + 1,
                        if upto == from { Likeness::Weak } else { Likeness::Fair },
                    )
                    .is_some()
                {
                    next_person = true;
                    joined = upto == from;
                    break;
                }
                if joins && words.get(i + 1).is_some_and(|w| is_collective(w.bare)) {
                    stopped = true;
                    break;
                }
                if fresh
                    && person_at(&words, i, Likeness::Fair).is_some()
                    && (is_strong_person(&words, i) || upto > from)
                {
                    next_person = true;
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
                if !joins && is_telling(&low) && !works_as && !part_of {
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
                Some(';' | '|' | '•') => {
                    semicolon = true;
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
        let (title, affiliation) = describe(
            about,
            after_comma_start || words.get(direct).is_some_and(|w| w.raw.starts_with('(')),
        );
        if upto > from {
            end = upto;
        }
        let told = title.is_some() || affiliation.is_some();
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
        if told {
            share(&mut people, group);
            group = 0;
        }
        if semicolon {
            group = 0;
        }
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
    if last.title.as_deref().is_some_and(is_unshared_title) {
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
            let titled = is_title_word(word.bare) || is_honorific(word.raw);
            let linked = matches!(word.bare, "i" | "för" | "och")
                || word.bare.ends_with('s')
                    && (!word.capital() || prefix == 1 && word.bare.chars().count() > 6);
            let linking = matches!(
                word.bare,
                "till"
                    | "från"
                    | "med"
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
            );
            if linking {
                return None;
            }
            if !(titled || linked && prefix < 4) {
                return None;
            }
            if !(titled || words.get(i + prefix).is_some_and(|w| is_title_word(w.bare))) {
                continue;
            }
            if !titled {
                continue;
            }
        }
        if let Some((count, likeness)) = name_at(words, i + prefix) {
            let enough = if prefix > 0 { likeness >= Likeness::Weak } else { likeness >= needed };
            if enough {
                return Some((prefix, count));
            }
            return None;
        }
    }
    None
}

fn abbreviated(word: &str) -> bool {
    let low = fold(word.trim_start_matches(['(', '"']));
    matches!(
        low.as_str(),
        "fil."
            | "dr."
            | "prof."
            | "tekn."
            | "med."
            | "jur."
            | "lic."
            | "doc."
            | "bitr."
            | "f.d."
            | "vice."
            | "tf."
            | "st."
            | "ordf."
            | "samh."
            | "bl.a."
            | "t.ex."
            | "m.fl."
            | "ev."
            | "f."
            | "ass."
            | "univ."
            | "leg."
            | "kl."
    ) || (low.chars().count() == 2 && low.ends_with('.'))
}

/// What a phrase about a person says: title and affiliation.
fn describe(about: &str, separated: bool) -> (Option<String>, Option<String>) {
    let mut text = about.trim().trim_start_matches([',', '–', '-', '—', ':']).trim().to_owned();
    strip_parties(&mut text);
    let text = text.trim().trim_matches([',', '.', ';', '|', '•', ' ']).trim();
    if text.is_empty() {
        return (None, None);
    }
    // "(Region X)", "(utvecklare, Region X)"
    if let Some(inner) = text.strip_prefix('(')
        && let Some(close) = inner.find(')')
    {
        let rest = inner[close + 1..].trim().trim_start_matches(',').trim();
        let (title, affiliation) = describe(&inner[..close], true);
        if rest.is_empty() || title.is_some() && affiliation.is_some() {
            return (title, affiliation);
        }
        let (t, a) = describe(rest, true);
        return (title.or(t), affiliation.or(a));
    }
    // What came before, or beside: "…, tidigare chef i Y", "… och affilierad till Z".
    let low = fold(text);
    let mut cut = text.len();
    for marker in [
        ", tidigare ",
        " och affilierad",
        " samt adjungerad",
        " samt affilierad",
        " och adjungerad",
        ", arbetar ",
        ", även ",
        ", formerly ",
        ", och tidigare ",
        ", f.d. ",
        ", också ",
    ] {
        if let Some(at) = low.find(marker)
            && at > 0
        {
            cut = cut.min(at);
        }
    }
    let tail = &text[cut..];
    let text = text[..cut].trim();
    let mut segments: Vec<&str> = Vec::new();
    let mut depth = 0i32;
    let mut from = 0;
    for (index, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth <= 0 => {
                segments.push(text[from..index].trim());
                from = index + 1;
            }
            _ => {}
        }
    }
    segments.push(text[from..].trim());
    // How to reach somebody is not who it is.
    segments.retain(|s| {
        let low = fold(s);
        !s.is_empty()
            && !s.contains('@')
            && !s.starts_with(|c: char| c.is_ascii_digit() || c == '+')
            && ![
                "tfn", "tel", "mobil", "www.", "http", "e-post", "mejl", "phone", "email", "senast",
            ]
            .iter()
            .any(|w| low.starts_with(w))
    });
    // "Anna Lind – strateg – Region X"
    if segments.len() == 1 {
        for dash in [" – ", " - ", " — "] {
            if text.contains(dash) {
                segments = text.split(dash).map(str::trim).filter(|s| !s.is_empty()).collect();
                break;
            }
        }
    }
    let Some(&first) = segments.first() else { return (None, None) };
    let clean = |s: &str| {
        let s = s.trim().trim_end_matches(['.', ',', ';']).trim();
        (!s.is_empty() && s.chars().any(char::is_alphabetic)).then(|| s.to_owned())
    };
    let (mut title, mut affiliation) = if let Some(org) = after_preposition(first) {
        (None, Some(org.to_owned()))
    } else if is_role(first, separated) {
        let (title, org) = split_role(first);
        match (org, segments.get(1)) {
            // "områdeschef Utbildning och arbetsmarknad, Region X": the organisation comes last.
            (Some((org, bare)), Some(next))
                if bare
                    && starts_capital(next)
                    && !crate::words::looks_like_org(org)
                    && !is_town(next) =>
            {
                (clean(first), clean(next))
            }
            (Some((org, _)), _) => (clean(title), clean(org)),
            (None, _) => (clean(title), None),
        }
    } else if separated || starts_capital(first) && crate::words::looks_like_org(first) {
        (None, clean(first))
    } else {
        (None, None)
    };
    for segment in segments.iter().skip(1).take(3) {
        if affiliation.as_deref() == Some(*segment)
            || title.as_deref() == Some(first) && title.as_deref() == Some(*segment)
        {
            continue;
        }
        if affiliation.is_none()
            && let Some(org) = after_preposition(segment)
        {
            affiliation = clean(org);
        } else if affiliation.is_none()
            && starts_capital(segment)
            && !(title.is_none() && is_title_word(segment.split(' ').next().unwrap_or_default()))
        {
            affiliation = clean(segment);
        } else if title.is_none() && is_role(segment, true) {
            let (role, org) = split_role(segment);
            title = clean(role);
            if let (None, Some((org, _))) = (&affiliation, org) {
                affiliation = clean(org);
            }
        }
    }
    // "…, arbetar som utvecklingsledare inom X, Region Y": where the work is done.
    if affiliation.is_none()
        && fold(tail).starts_with(", arbetar")
        && let Some(last) = tail.split('.').next().and_then(|t| t.rsplit(',').next())
        && starts_capital(last.trim())
    {
        affiliation = clean(last);
    }
    if let Some(title) = title.as_mut() {
        // "moderator för dagarna" is moderator.
        for tail in [
            " för dagen",
            " för dagarna",
            " för kvällen",
            " för konferensen",
            " båda dagarna",
            " under dagen",
            " för mötet",
            " for the day",
        ] {
            if fold(title).ends_with(tail) {
                title.truncate(title.len() - tail.len());
            }
        }
        while title.ends_with(" i") || title.ends_with(" på") || title.ends_with(" vid") {
            let keep = title.rfind(' ').unwrap_or(0);
            title.truncate(keep);
        }
    }
    (title.filter(|t| !t.is_empty()), affiliation)
}

fn starts_capital(text: &str) -> bool {
    text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// Is a phrase after a name a role, not an organisation?
fn is_role(segment: &str, separated: bool) -> bool {
    let Some(first) = segment.split_whitespace().next() else { return false };
    let lower = first.chars().next().is_some_and(char::is_lowercase);
    if lower {
        if is_title_word(first) {
            return true;
        }
        let any = segment.split_whitespace().take(5).any(is_title_word);
        return any
            || (separated
                && !matches!(
                    first,
                    "och"
                        | "and"
                        | "samt"
                        | "med"
                        | "om"
                        | "på"
                        | "i"
                        | "vid"
                        | "från"
                        | "hos"
                        | "för"
                        | "till"
                ));
    }
    // "Strateg Region X", "Regional Director", "PR- och näringslivschef", not "Studio Timmer".
    is_title_word(first) && !is_org_only(first)
        || (first.ends_with('-') && segment.split_whitespace().any(is_title_word))
        || segment.split_whitespace().last().is_some_and(|w| {
            is_title_word(w)
                && !is_org_word(w)
                && segment.split_whitespace().count() <= 4
                && w.chars().next().is_some_and(|c| c.is_lowercase())
        })
        || (segment.split_whitespace().count() <= 4
            && segment.split_whitespace().last().is_some_and(|w| {
                matches!(
                    fold(w).as_str(),
                    "director"
                        | "manager"
                        | "coordinator"
                        | "officer"
                        | "lecturer"
                        | "researcher"
                        | "professor"
                        | "adviser"
                        | "advisor"
                        | "strategist"
                        | "planner"
                        | "architect"
                        | "secretary"
                        | "chair"
                        | "president"
                )
            }))
}

fn is_org_only(word: &str) -> bool {
    matches!(
        fold(word).as_str(),
        "community" | "policy" | "development" | "youth" | "it" | "hr" | "pr"
    )
}

/// "från Röda Korset", "på Arvika kommun", "at Civic Numbers".
fn after_preposition(segment: &str) -> Option<&str> {
    const PREPOSITIONS: [&str; 12] = [
        "från ",
        "på ",
        "vid ",
        "hos ",
        "i ",
        "at ",
        "from ",
        "of ",
        "with ",
        "för ",
        "representing ",
        "inom ",
    ];
    let rest = PREPOSITIONS.iter().find_map(|p| segment.strip_prefix(p))?;
    // "från Borås turistbyrå om cykelleder": what the talk is about is no part of it.
    let rest = rest.find(" om ").map_or(rest, |at| &rest[..at]);
    let rest = rest.strip_prefix("the ").unwrap_or(rest).trim();
    (starts_capital(rest) || segment.starts_with("från ") && rest.len() > 3).then_some(rest)
}

/// A role phrase into the role and what follows as an organisation; `true` when nothing but a
/// capital told them apart.
fn split_role(role: &str) -> (&str, Option<(&str, bool)>) {
    let words = split(role);
    for (n, word) in words.iter().enumerate().skip(1) {
        if !matches!(
            word.raw,
            "vid"
                | "på"
                | "hos"
                | "från"
                | "at"
                | "from"
                | "of"
                | "with"
                | "inom"
                | "i"
                | "in"
                | "för"
                | "for"
                | "to"
                | "till"
        ) {
            continue;
        }
        let mut next = n + 1;
        if words.get(next).is_some_and(|w| w.raw == "the") {
            next += 1;
        }
        let Some(after) = words.get(next) else { continue };
        if after.capital() || after.bare.starts_with(|c: char| c.is_ascii_digit()) {
            let mut org = role[after.start..].trim();
            // "landshövding i Östergötland och nationell utredare"
            for marker in [" och ", " and "] {
                if let Some(at) = org.find(marker)
                    && org[at + marker.len()..].chars().next().is_some_and(char::is_lowercase)
                    && org[at + marker.len()..].split_whitespace().take(3).any(is_title_word)
                {
                    org = org[..at].trim();
                }
            }
            return (role[..words[n - 1].end].trim(), Some((org, false)));
        }
    }
    for (n, word) in words.iter().enumerate().skip(1) {
        let before = &words[n - 1];
        if !word.capital() || before.raw.ends_with('-') {
            continue;
        }
        // "Regional Director": still the role. "GD Myndigheten": not.
        if is_title_word(word.bare)
            && !is_org_word(word.bare)
            && word.bare.chars().skip(1).any(char::is_lowercase)
            && words[0].capital()
        {
            continue;
        }
        if matches!(before.raw, "och" | "and" | "i" | "för" | "of" | "in") {
            continue;
        }
        return (role[..before.end].trim(), Some((role[word.start..].trim(), true)));
    }
    (role, None)
}

const PARTIES: [&str; 14] = [
    "(S)", "(M)", "(C)", "(L)", "(V)", "(MP)", "(KD)", "(SD)", "(FI)", "(-)", "(s)", "(m)", "(c)",
    "(v)",
];

/// A party letter in brackets stands after a person and nothing else.
fn is_party(raw: &str) -> bool {
    PARTIES.contains(&raw.trim_end_matches([',', '.', ';', ':']))
}

/// Takes "(S)", "(MP)" away.
fn strip_parties(text: &mut String) {
    for party in PARTIES {
        while let Some(at) = text.find(party) {
            text.replace_range(at..at + party.len(), "");
        }
    }
    while let Some(at) = text.find(" ,") {
        text.replace_range(at..=at, "");
    }
    while let Some(at) = text.find("  ") {
        text.replace_range(at..=at, "");
    }
}

/// Where in the text a person begins (after a comma, dash, bracket, full stop, "med", "av" …),
/// with the people from there on: the text before is a title.
pub(crate) fn after_title(text: &str) -> Option<(usize, Vec<Named>)> {
    let words = split(text);
    let mut tried = 0;
    for i in 1..words.len() {
        let before = &words[i - 1];
        let word = &words[i];
        let low = fold(before.bare);
        let boundary =
            matches!(before.stop(), Some(',' | ';' | '.' | '!' | '?' | ':' | '|' | '•' | ')'))
                || before.raw.ends_with(['”', '"'])
                || matches!(before.raw, "–" | "-" | "—" | "|" | "•" | "/")
                || word.raw.starts_with('(')
                || matches!(
                    low.as_str(),
                    "med"
                        | "av"
                        | "by"
                        | "with"
                        | "mellan"
                        | "between"
                        | "värd"
                        | "led"
                        | "ledd"
                        | "leds"
                        | "från"
                        | "talare"
                        | "föreläsare"
                        | "moderator"
                        | "samtalsledare"
                );
        if !boundary {
            continue;
        }
        tried += 1;
        if tried > 40 {
            return None;
        }
        let weak = matches!(before.stop(), Some(',' | '.' | ':' | '|' | '•'))
            || word.raw.starts_with('(')
            || matches!(before.raw, "–" | "-" | "—" | "|" | "•");
        let by = matches!(low.as_str(), "med" | "av" | "by" | "with");
        let needed = if weak || by { Likeness::Fair } else { Likeness::Strong };
        let needed = if matches!(low.as_str(), "från") { continue } else { needed };
        let rest = &text[word.start..];
        let enough = person_at(&words, i, needed).is_some()
            // "…, Git Månsols, ordförande, Siljansrådet": an unknown name with a role after it.
            || person_at(&words, i, Likeness::Weak).is_some_and(|(p, n)| {
                words.get(i + p + n).is_some_and(|w| w.raw.starts_with('(')) && words[i + p + n - 1].stop().is_none()
                    || matches!(low.as_str(), "medverkande" | "talare" | "föreläsare" | "speaker" | "speakers" | "gäst" | "gäster" | "värd")
                    || weak && (words[i + p + n - 1].stop() == Some(',') && words.get(i + p + n).is_some_and(|w| w.bare.chars().next().is_some_and(char::is_lowercase) && !matches!(w.raw, "och" | "and")
                    || is_title_word(w.bare))
                    || p > 0)
            });
        if !enough {
            continue;
        }
        let inner = match rest.strip_prefix('(') {
            Some(inner) => inner.split(')').next().unwrap_or(inner),
            None => rest,
        };
        if let Some((people, _)) = list(inner, false) {
            let mut cut = before.end;
            // The word or sign that led over is no part of the title.
            if matches!(before.raw, "–" | "-" | "—" | "|" | "•" | "/")
                || matches!(
                    low.as_str(),
                    "med"
                        | "av"
                        | "by"
                        | "with"
                        | "mellan"
                        | "between"
                        | "värd"
                        | "led"
                        | "ledd"
                        | "leds"
                        | "talare"
                        | "föreläsare"
                        | "moderator"
                        | "samtalsledare"
                )
            {
                cut = before.start;
                if i >= 2
                    && matches!(
                        fold(words[i - 2].bare).as_str(),
                        "led" | "ledd" | "leds" | "samtal" | "lett"
                    )
                    && matches!(low.as_str(), "av" | "by")
                {
                    cut = words[i - 2].start;
                }
            }
            return Some((cut, people));
        }
    }
    None
}

/// Every person in a sentence that something is told about, wherever they stand.
pub(crate) fn anywhere(text: &str) -> Vec<Named> {
    let words = split(text);
    let mut found = Vec::new();
    let mut i = 0;
    while i < words.len() {
        if person_at(&words, i, Likeness::Fair).is_some()
            && let Some((people, end)) = list(&text[words[i].start..], true)
        {
            let stop = words[i].start + end;
            found.extend(people);
            while i < words.len() && words[i].start < stop {
                i += 1;
            }
            continue;
        }
        i += 1;
    }
    found
}

/// Does the text begin with a person?
pub(crate) fn begins(text: &str, strict: bool) -> bool {
    let words = split(text);
    person_at(&words, 0, if strict { Likeness::Strong } else { Likeness::Fair }).is_some()
}

/// Is the text one name and nothing more?
pub(crate) fn is_name(text: &str) -> bool {
    let words = split(text);
    name_at(&words, 0)
        .is_some_and(|(count, likeness)| count == words.len() && likeness >= Likeness::Weak)
}

/// Is the text a name that could hardly be something else?
pub(crate) fn is_sure_name(text: &str) -> bool {
    let words = split(text);
    name_at(&words, 0)
        .is_some_and(|(count, likeness)| count == words.len() && likeness >= Likeness::Fair)
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
