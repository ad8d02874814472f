//! Who leads the day, told in a sentence: "Dagen leds av A och B", "A, journalist, är moderator",
//! "Konferencierer är A och B", "A and B guide us through the day".

use crate::lines::fold;
use crate::people;
use crate::people::Named;
use crate::words::Sifted;
use crate::words::find;
use crate::words::has_word;

/// What can be led as a whole; a talk, a workshop or a course has a leader, not a moderator.
const WHOLE: &[&str] = &[
    "dagen",
    "dagarna",
    "heldagen",
    "halvdagen",
    "kvällen",
    "kvällarna",
    "dygnet",
    "helgen",
    "förmiddagen",
    "eftermiddagen",
    "morgonen",
    "konferensen",
    "seminariet",
    "webbinariet",
    "webinariet",
    "mötet",
    "träffen",
    "tinget",
    "forumet",
    "evenemanget",
    "samtalet",
    "samtalen",
    "panelen",
    "panelsamtalet",
    "debatten",
    "paneldebatten",
    "diskussionen",
    "utfrågningen",
    "frågestunden",
    "programmet",
    "rådslaget",
    "symposiet",
    "mässan",
    "hearingen",
    "samlingen",
    "sändningen",
    "lunchen",
    "frukosten",
    "the day",
    "both days",
    "the days",
    "the evening",
    "the afternoon",
    "the morning",
    "the conference",
    "the seminar",
    "the webinar",
    "the meeting",
    "the talk",
    "the talks",
    "the panel",
    "the discussion",
    "the discussions",
    "the conversation",
    "the debate",
    "the event",
    "the programme",
    "the program",
    "the session",
    "the sessions",
    "the symposium",
    "the forum",
    "the summit",
    "the hearing",
    "the breakfast",
    "the lunch",
];

/// What one who leads is called. The longer word comes before its beginning.
const CALLED: &[&str] = &[
    "moderatorerna",
    "moderatorer",
    "moderatorn",
    "moderators",
    "moderator",
    "konferenciererna",
    "konferencierer",
    "konferencieren",
    "konferencier",
    "programledarna",
    "programledare",
    "samtalsledarna",
    "samtalsledare",
    "toastmaster",
    "dagvärdar",
    "dagvärd",
    "tingsvärd",
    "master of ceremonies",
];

/// The moderators that a sentence names. `low` is the sentence in small letters.
pub(crate) fn moderators(text: &str, low: &str) -> Vec<Named> {
    if text.len() > 600 {
        return Vec::new();
    }
    let low = &Sifted::of(low);
    passive(text, low)
        .or_else(|| active(text, low))
        .or_else(|| named(text, low))
        .or_else(|| inverted(text, low))
        .unwrap_or_default()
}

/// Is the sentence about the whole of a day or a conversation?
pub(super) fn of_the_whole(low: &str) -> bool {
    WHOLE.iter().any(|w| has_word(low, w))
}

/// "Samtalen leds båda dagarna av A", "The webinar is chaired by A and B".
fn passive(text: &str, low: &Sifted<&str>) -> Option<Vec<Named>> {
    // Some verbs say it themselves, others only of the whole.
    for (verb, alone) in [
        ("modereras ", true),
        ("moderated ", true),
        ("intervjuas ", true),
        ("chaired ", true),
        ("leds ", false),
        ("leddes ", false),
        ("ledd ", false),
        ("leder er genom dagen ", false),
        ("lotsas ", false),
        ("guidas ", false),
        ("hålls ihop ", false),
        ("hålls samman ", false),
        ("led ", false),
        ("hosted ", false),
        ("guided ", false),
        ("facilitated ", false),
    ] {
        let Some(at) = low.find(verb) else { continue };
        if low[..at].chars().next_back().is_some_and(char::is_alphanumeric) {
            continue;
        }
        let rest = &low[at + verb.len()..];
        let by = [" av ", " by "]
            .iter()
            .filter_map(|by| {
                let bare = &by[1..];
                let n = if rest.starts_with(bare) { 0 } else { find(rest, by)? + 1 };
                (rest[..n].split_whitespace().count() <= 4).then_some(n + bare.len())
            })
            .min();
        let Some(by) = by else { continue };
        let from = at + verb.len() + by;
        if !alone && !of_the_whole(&low[..from]) {
            continue;
        }
        if let Some((people, _)) = people::list(&text[from..], false) {
            return Some(people);
        }
    }
    None
}

/// "A, journalist, är moderator", "A och B leder oss genom dagen", "A moderates".
fn active(text: &str, low: &Sifted<&str>) -> Option<Vec<Named>> {
    for (verb, alone) in [
        (" modererar", true),
        (" moderates", true),
        (" moderate ", true),
        (" will moderate", true),
        (" är ", false),
        (" blir ", false),
        (" is ", false),
        (" are ", false),
        (" will be ", false),
        (" leder ", false),
        (" håller i ", false),
        (" håller ihop ", false),
        (" håller samman ", false),
        (" håller i trådarna", true),
        (" lotsar ", false),
        (" guidar ", false),
        (" guide ", false),
        (" guides ", false),
        (" will guide ", false),
        (" lead ", false),
        (" leads ", false),
        (" will lead ", false),
        (" chair ", false),
        (" chairs ", false),
        (" will chair ", false),
        (" host ", false),
        (" hosts ", false),
        (" will host ", false),
    ] {
        let Some(at) = low.find(verb) else { continue };
        let after = low[at + verb.len()..].trim_start();
        if !alone {
            let being = matches!(verb, " är " | " blir " | " is " | " are " | " will be ");
            let head: String = after.split_whitespace().take(6).collect::<Vec<_>>().join(" ");
            let head = head.trim_end_matches(['.', '!', ',']);
            let told = if being {
                let head = head.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
                CALLED.iter().any(|w| has_word(&head, w))
            } else {
                of_the_whole(head)
            };
            if !told {
                continue;
            }
        }
        let before = text[..at].trim().trim_end_matches(',');
        // "… tillsammans med A från X, som leder oss genom kvällen": the last one named.
        if let Some(before) = before.strip_suffix(" som").or_else(|| before.strip_suffix(" who")) {
            if let Some(last) = people::anywhere(before).pop().filter(|p| p.sure) {
                return Some(vec![last]);
            }
            continue;
        }
        if let Some((people, end)) = people::list(before, false)
            && (people[0].sure
                || people[0].title.is_some()
                || end + 2 > before.len() && !crate::words::names_body(&people[0].name))
        {
            // "A och B hälsar välkommen och leder oss genom dagen"
            let rest = before[end.min(before.len())..].trim_start_matches([',', ' ']);
            let also = [" och", " and"].iter().find_map(|w| rest.strip_suffix(w));
            if end + 2 > before.len()
                || also.is_some_and(|rest| {
                    rest.split(' ').count() <= 4
                        && rest.split(' ').next().is_some_and(people::is_telling)
                })
            {
                return Some(people);
            }
        }
    }
    None
}

/// "Konferencierer är A och B", "Moderator båda dagarna: A", "moderatorerna A och B".
fn named(text: &str, low: &Sifted<&str>) -> Option<Vec<Named>> {
    for word in CALLED {
        let Some(at) = low.find(word) else { continue };
        if low[..at].chars().next_back().is_some_and(char::is_alphanumeric) {
            continue;
        }
        let from = at + word.len();
        if low[from..].starts_with(char::is_alphabetic) {
            continue;
        }
        let link = [
            " är ",
            " is ",
            " are ",
            " blir ",
            ": ",
            " will be ",
            " heter ",
            " har vi ",
            " möter vi ",
            " ser vi ",
            " medverkar ",
        ]
        .iter()
        .filter_map(|v| low[from..].find(v).map(|n| from + n + v.len()))
        .min()
        .filter(|&n| n - from < 60);
        let bare = low[from..].starts_with(' ').then_some(from + 1);
        // "Karta 1. Fisket, samtalsledare A" leads a group.
        if *word == "samtalsledare" && at > 0 {
            continue;
        }
        for from in link.into_iter().chain(bare) {
            if let Some((people, end)) = people::list(&text[from..], false)
                && (people[0].sure
                    // "Moderator är Zurima Tabe.", and nothing more is said.
                    || Some(from) == link
                        && (people[0].title.is_some()
                            || text[from + end..].trim_matches(|c: char| !c.is_alphanumeric()).is_empty()
                                && !crate::words::names_body(&people[0].name)))
            {
                return Some(people);
            }
        }
    }
    None
}

/// "Två personer håller i dagarna: A och B", "Dagen leder A", "Dagens värdar är A och B".
fn inverted(text: &str, low: &Sifted<&str>) -> Option<Vec<Named>> {
    for verb in
        ["leder ", "håller i ", "håller ihop ", "lotsar ", "guidar ", "värd", "hosts", "host "]
    {
        let Some(at) = low.find(verb) else { continue };
        let from = [": ", " är ", " gör ", " is ", " are "]
            .iter()
            .filter_map(|v| low[at..].find(v).map(|n| at + n + v.len()))
            .min()
            .filter(|&n| n - at < 60);
        // "Dagen leder A": the verb comes second.
        let second = WHOLE
            .iter()
            .any(|w| low[..at].trim_end() == *w && !verb.starts_with(['v', 'h']))
            .then_some(at + verb.len());
        for from in from.into_iter().chain(second) {
            let lead = &low[..from];
            let whole = of_the_whole(lead)
                || ["dagens ", "kvällens ", "konferensens ", "dygnets ", "host for ", "hosts for "]
                    .iter()
                    .any(|w| lead.starts_with(w));
            if whole
                && let Some((people, end)) = people::list(&text[from..], false)
                && people[0].sure
                && fold(&text[from + end..]).chars().filter(|c| c.is_alphanumeric()).count() < 2
            {
                return Some(people);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        moderators(text, &fold(text)).iter().map(|p| p.name.as_str()).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn who_leads_the_whole() {
        for (text, expected) in [
            ("Elsa Bergman, författare, är moderator.", "Elsa Bergman"),
            ("Dygnet leds av Maria Holm och Per Ask.", "Maria Holm; Per Ask"),
            ("Samtalen leds båda kvällarna av Maria Holm.", "Maria Holm"),
            ("Maria Holm och Karl Rosén leder oss genom kvällen.", "Maria Holm; Karl Rosén"),
            ("Två personer håller i dagarna: Maria Holm och Karl Rosén.", "Maria Holm; Karl Rosén"),
            ("Konferencierer är Maria Holm och Karl Rosén.", "Maria Holm; Karl Rosén"),
            ("Maria Holm och Karl Rosén, processledare, leder samtalet.", "Maria Holm; Karl Rosén"),
            ("Moderator båda dagarna: Maria Holm", "Maria Holm"),
            (
                "Maria Holm och Karl Rosén hälsar välkommen och leder oss genom dagen.",
                "Maria Holm; Karl Rosén",
            ),
            (
                "Anna Ek hälsar välkommen tillsammans med Maria Holm från Hamnbyn, som leder oss genom kvällen.",
                "Maria Holm",
            ),
            ("Som moderator medverkar Maria Holm, redaktör.", "Maria Holm"),
            ("Maria Holm lotsar oss genom dagen.", "Maria Holm"),
            ("Kvällens värdar är Maria Holm och Karl Rosén.", "Maria Holm; Karl Rosén"),
            ("The seminar is chaired by Anna Brown and Peter Obi.", "Anna Brown; Peter Obi"),
            ("Anna Brown and Peter Obi guide us through the day.", "Anna Brown; Peter Obi"),
            ("Anna Brown is our moderator.", "Anna Brown"),
            ("Your hosts for the day are Anna Brown and Peter Obi.", "Anna Brown; Peter Obi"),
        ] {
            assert_eq!(of(text), expected, "{text}");
        }
    }

    #[test]
    fn who_leads_something_else() {
        for text in [
            "Workshopen leds av Maria Holm.",
            "Maria Holm leder projektet Levande Hamn.",
            "Maria Holm är ordförande i föreningen.",
            "Dagen arrangeras av Sala kommun.",
            "Maria Holm berättar om kvällen då hamnen brann.",
            "Maria Holm leads the research group.",
            "Studien leddes av Maria Holm.",
            "Fisket, samtalsledare Maria Holm",
        ] {
            assert_eq!(of(text), "", "{text}");
        }
    }
}
