//! What is said about a person: title and affiliation.

use crate::lines::fold;
use crate::people::words::split;
use crate::words::{Sifted, find, is_body, is_house, is_org_word, is_title_word, is_town};

pub(super) fn abbreviated(word: &str) -> bool {
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
pub(super) fn describe(about: &str, separated: bool) -> (Option<String>, Option<String>) {
    let mut text = about.trim().trim_start_matches([',', '–', '-', '—', ':']).trim().to_owned();
    strip_parties(&mut text);
    let text = text.trim().trim_matches([',', '.', ';', ':', '|', '•', ' ']).trim();
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
    let low = Sifted::of(fold(text));
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
    // "båda Hantverksbyrån", "the County Administrative Board"
    for segment in &mut segments {
        for word in ["båda ", "samtliga ", "both ", "the "] {
            if let Some(rest) = segment.strip_prefix(word)
                && (starts_capital(rest) || rest.starts_with("från ") || rest.starts_with("from "))
            {
                *segment = rest;
            }
        }
    }
    // How to reach somebody is not who it is, nor is the room.
    segments.retain(|s| {
        let low = fold(s);
        !s.is_empty()
            && !in_house(&low)
            && !s.ends_with('!')
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
            // "Professor of Geography, University of Gdynia": what it is a title in.
            (Some((org, false)), Some(next))
                if first[title.len()..].starts_with(" of ")
                    && starts_capital(next)
                    && crate::words::looks_like_org(next)
                    && !crate::words::looks_like_org(org)
                    && !is_town(org) =>
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
            && (is_body_phrase(segment)
                || starts_capital(segment)
                    && !(title.is_none()
                        && is_title_word(segment.split(' ').next().unwrap_or_default())))
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

/// "rum Eken", "Stora salen", "room 12": where in the house.
fn in_house(low: &str) -> bool {
    let (first, rest) = low.split_once(' ').unwrap_or((low, ""));
    let counted = matches!(first, "rum" | "sal" | "lokal" | "room" | "bord" | "table" | "plan")
        && (1..=2).contains(&rest.split(' ').count())
        && !rest.is_empty();
    counted || matches!(rest, "salen" | "scenen" | "rummet" | "foajén") && !first.is_empty()
}

fn starts_capital(text: &str) -> bool {
    text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// "Skärgårdsrådet", "fritidskontoret", "ungdomsrådet i Huskvarna": a body, not a role.
fn is_body_phrase(segment: &str) -> bool {
    let (first, rest) = segment.split_once(' ').unwrap_or((segment, ""));
    // "tekniska kontoret"
    let adjective = first.len() > 4 && first.ends_with('a') && !is_title_word(first);
    if adjective && first.starts_with(char::is_lowercase) && !rest.contains(' ') && is_body(rest) {
        return true;
    }
    is_body(first)
        && (rest.is_empty()
            || ["i ", "på ", "vid ", "för "]
                .iter()
                .any(|p| rest.strip_prefix(p).is_some_and(|r| r.split(' ').count() <= 4)))
}

/// Is a phrase after a name a role, not an organisation?
fn is_role(segment: &str, separated: bool) -> bool {
    let Some(first) = segment.split_whitespace().next() else { return false };
    if is_body_phrase(segment) {
        return false;
    }
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
    is_title_word(first)
        && !is_org_only(first)
        && !is_guild(first, segment)
        // "Leader Mellansjö" is an area, "Leader" alone a role.
        && !(first == "Leader" && segment.len() > first.len())
        || (first.ends_with('-') && segment.split_whitespace().any(is_title_word))
        || segment.split_whitespace().last().is_some_and(|w| {
            is_title_word(w)
                && !is_org_word(w)
                && segment.split_whitespace().count() <= 4
                && w.chars().next().is_some_and(|c| c.is_lowercase())
        })
        // "Youth Worker", "Research Fellow"
        || (2..=4).contains(&segment.split_whitespace().count())
            && segment.split_whitespace().all(|w| w.starts_with(char::is_uppercase) || w == "of")
            && segment.split_whitespace().last().is_some_and(|w| {
                is_title_word(w) && !is_org_word(w) && !is_org_only(w) && !w.ends_with("rna")
            })
            && !crate::words::looks_like_org(segment)
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

/// "Företagarna Sala", "Konstnärerna i norr": those of a trade, as an association calls itself.
pub(super) fn is_guild(first: &str, whole: &str) -> bool {
    let mut rest = whole.split(' ').skip(1);
    first.starts_with(char::is_uppercase)
        && (first.ends_with("arna") || first.ends_with("erna"))
        && rest.next().is_some_and(|w| w.starts_with(char::is_uppercase) || matches!(w, "i" | "på"))
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
        // "fritidschef Hembygdsföreningen i Sala": the body stands before the preposition.
        if words[1..n].iter().any(|w| w.capital() && (is_org_word(w.bare) || is_body(w.bare))) {
            break;
        }
        let mut next = n + 1;
        if words.get(next).is_some_and(|w| w.raw == "the") {
            next += 1;
        }
        let Some(after) = words.get(next) else { continue };
        // "kassör i handelsföreningen", not "rektor på skolan i Sala".
        if after.end == role.len() && is_house(after.bare) {
            return (role[..words[n - 1].end].trim(), Some((after.bare, false)));
        }
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
        if word.titled()
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
pub(super) fn is_party(raw: &str) -> bool {
    PARTIES.contains(&raw.trim_end_matches([',', '.', ';', ':']))
}

/// Takes "(S)", "(MP)" away.
fn strip_parties(text: &mut String) {
    if text.contains('(') {
        for party in PARTIES {
            while let Some(at) = find(text, party) {
                text.replace_range(at..at + party.len(), "");
            }
        }
    }
    for gap in [" ,", "  "] {
        while let Some(at) = find(text, gap) {
            text.replace_range(at..=at, "");
        }
    }
}
