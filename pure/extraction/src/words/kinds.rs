//! What kind of programme item a title speaks of.

use super::doings::{practice, tells_back};
use crate::model::ItemKind;
use crate::words::breaks::{MEALS, PAUSES};

/// The kind of an item from its title (lower case). `None` where nothing in the title says so.
pub fn kind_of_title(low: &str) -> Option<ItemKind> {
    let words = low.split_whitespace().count();
    let first = low.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
    let sieve = super::Sieve::of(low);
    let any = |list: &[&str]| list.iter().any(|n| sieve.may_have(n) && super::contains(low, n));
    // "kaffe", "kaffepaus" and "förmiddagskaffe", but not "skafferi".
    let part = |list: &[&str]| {
        low.split(|c: char| !c.is_alphanumeric()).any(|w| {
            let (first, last) = (w.as_bytes().first(), w.as_bytes().last());
            list.iter().any(|n| {
                n.as_bytes().first() == first && w.starts_with(n)
                    || n.as_bytes().last() == last && w.len() > n.len() + 2 && w.ends_with(n)
            })
        })
    };
    let starts = |list: &[&str]| super::begins_with(low, list);
    // What a thing is called in full says more than a word inside it.
    if starts(&[
        "panel",
        "föreläsning",
        "föredrag",
        "keynote",
        "inspel",
        "case",
        "lecture",
        "talk:",
        "presentation av",
        "intervju",
        "redovisning av kart",
    ]) {
        return Some(ItemKind::Talk);
    }
    if starts(&[
        "bus to ",
        "bus from ",
        "buss till ",
        "buss från ",
        "bussen går",
        "bussen avgår",
        "bus leaves",
        "bus departs",
        "buses leave",
        "båten går",
        "båten avgår",
        "tåg till ",
        "train to ",
        "morgonpromenad",
        "kvällspromenad",
        "morning walk",
        "promenad ",
        "bastu",
        "morgonyoga",
        "vi städar",
        "städning",
        "storstädning",
        "omröstning",
    ]) {
        return Some(ItemKind::Other);
    }
    if starts(&["samling och medskick", "samlade medskick", "medskick", "slutplenum"])
        || words <= 3 && any(&[" rapporterar", " report back"])
    {
        return Some(ItemKind::Summary);
    }
    // "Parallella pass före lunch"
    if starts(&["parallell", "parallel "]) {
        return Some(ItemKind::GroupTalks);
    }
    if starts(&["rundvandring", "guidad", "studiebesök", "utflykt", "exkursion", "guided tour"]) {
        return Some(ItemKind::Other);
    }
    if any(&[
        "lunchföreläsning",
        "frukostföredrag",
        "lunchföredrag",
        "lunchseminarium",
        "frukostseminarium",
    ]) {
        return Some(ItemKind::Talk);
    }
    // "Lunch och registrering": what comes first is what one comes for.
    if starts(&["lunch", "middag", "dinner", "supper"])
        && words <= 5
        && any(&["registr", "incheck", "check-in"])
    {
        return Some(ItemKind::Meal);
    }
    if any(&[
        "registrering",
        "incheckning",
        "drop-in",
        "drop in",
        "insläpp",
        "inskrivning",
        "inlämning av",
        "inprickning",
        "avprickning",
        "inpassering",
        "passerkort",
        "sign-in",
        "kaffet står framme",
        "utdelning av röstkort",
        "ankomst",
        "registration",
        "check-in",
        "arrival",
        "doors open",
        "badge",
        "namnskylt",
        "öppnar dörr",
        "insläppet",
    ]) || (any(&[
        "dörrarna",
        "dörrar",
        "dörren",
        "lokalen",
        "portarna",
        "grindarna",
        "entrén",
        "foajén",
        "huset öppn",
        "salen öppn",
        "zoomrummet",
        "waiting room",
        "online room",
        "zoom room",
        "digitala rummet",
    ]) && any(&[
        "öppnar",
        "öppnas",
        "öppnad",
        "öppnande",
        "öppna dörr",
        "opens",
        " open",
    ]) && !any(&["att öppna"]))
        || starts(&[
            "samling",
            "öppnar vi",
            "vi öppnar och",
            "vi öppnar dörr",
            "vi öppnar lokal",
            "mottagning",
            "insläpp",
            "välkomstkaffe",
            "doors",
            "inloggning",
            "vi öppnar mötesrummet",
            "mötesrummet öppnar",
            "teknikkoll",
        ])
    {
        return Some(ItemKind::Arrival);
    }
    let closing = tells_back(low)
        || any(&[
            "avslut",
            "summering",
            "sammanfatt",
            "avrund",
            "slutord",
            "nästa träff",
            "nästa möte",
            "slutsats",
            "knyter ihop",
            "ihopknyt",
            "nästa steg",
            "återsamling",
            "uppsamling",
            "insamling",
            "utcheckning",
            "rundar av",
            "tack för i",
            "tack för oss",
            "closing",
            "wrap-up",
            "wrap up",
            "summary",
            "summing up",
            "conclusion",
            "conclud",
            "sum-up",
            "farewell",
            "take-away",
            "takeaway",
            "next steps",
            "next meeting",
            "and close",
            "går vi vidare",
            "går vi nu",
            "går vi härifrån",
            "gör vi nu",
            "gör vi härnäst",
            "gör vi på måndag",
            "vad händer nu",
            "vad händer sedan",
            "vad händer sen",
            "vad händer härnäst",
            "what happens next",
            "what happens now",
            "what now?",
            "what next",
            "where next",
            "where do we go",
            "where to next",
            "hemgång",
            "final words",
            "final remarks",
            "tar vi med oss",
            "med dig hem",
            "med er hem",
            "med oss hem",
            "att ta med hem",
            "to take home",
            "to take with you",
            "knyts ihop",
            "knyter samman",
            "knyta samman",
            "knyts samman",
            "avtackning",
            "avtackas",
            "hej då",
            "vägen framåt",
            "vägen vidare",
            "the road ahead",
            "vem gör vad",
            "who does what",
            "blickar framåt",
            "framåtblick",
            "läses upp",
            "redovisas",
            "redovisning av",
            "redovisning från",
            "reports from",
            "report back",
            "utvärdering",
            "vi sammanfattar",
            "grupperna redovisar",
            "grupperna berättar",
            "borden berättar",
            "borden redovisar",
            "varje grupp har",
            "varje bord",
            "grupperna rapporterar",
            "grupperna presenterar",
            "redovisning i storgrupp",
            "redovisas gemensamt",
            "återrapport",
            "groups report",
            "tack och på återseende",
            "på återseende",
            "reflektion",
            "återkoppling",
            "slutdiskussion",
            "tar med oss",
            "gemensam återblick",
            "hängs upp",
            "way forward",
            "vi tackar",
            "and closing",
            "tack och ",
            "punkt slut",
            "tack för oss",
            "thank you",
            "återsaml",
            "slut för dagen",
            "slut för i dag",
            "slut för idag",
            "end of day",
            "backspegel",
            "samlar ihop",
            "samla ihop",
            "samlar trådarna",
            "knyta ihop",
            "rapport från sessionerna",
            "rapport från grupperna",
            "rapport från borden",
            "rapport från passen",
            "rapporter från grupperna",
            "rapporter från",
        ]);
    let closing = closing
        && !(starts(&["kaffe", "fika", "coffee"])
            && any(&["utcheckning", "check-out", "checkout"]));
    let meal = part(MEALS)
        || low == "mat"
        || low.starts_with("mat ")
        || words <= 5 && low.ends_with(" mat")
        || words <= 4 && starts(&["vi äter", "we eat", "alla äter"]);
    let pause = part(PAUSES) || low == "tea" || first == "te";
    let pause = pause || any(&["leg stretch", "stretch your legs", "tea break"]);
    // "Lönestöd på en kafferast" is about something.
    let pause = pause && !any(&[" på en ", " i en ", " under en ", " over a "]);
    let pause = pause
        && !any(&[
            "fikarum",
            "fikabord",
            "kafferum",
            "breakout",
            "break-out",
            "breakfast",
            "kontrast",
            "rastlös",
            "fruktodl",
        ]);
    let grouped = any(&[
        "gruppsamtal",
        "små grupper",
        "två och två",
        "tre och tre",
        "speed-dating",
        "speed-dejting",
        "speeddating",
        "speed dejting",
        "gruppdiskussion",
        "gruppövning",
        "grupparbete",
        "bordssamtal",
        "bordsamtal",
        "workshop",
        "verkstad",
        "verkstäder",
        "temapass",
        "valbart pass",
        "parallell",
        "valbara",
        "välj ett",
        "välj en ",
        "välj mellan",
        "välj bland",
        "choose one",
        "choose a ",
        "choose between",
        "parallel s",
        "valfria",
        "bikup",
        "i grupp",
        "smågrupp",
        "mindre grupper",
        "rundabord",
        "runda bord",
        "round table",
        "table talk",
        "roundtable",
        "breakout",
        "break-out",
        "table discussion",
        "group discussion",
        "working group",
        "group work",
        "in groups",
        "tracks",
        "samtal vid",
        "cafésamtal",
        "samtalscafé",
        "världscafé",
        "world café",
        "world cafe",
        "open space",
        "dialog vid",
        "parvis",
        "in pairs",
        "two and two",
        "tvärgrupp",
        "kommungrupper",
        "diskussion i",
        "diskussioner i",
        "samtal i ",
        "parallel sessions",
        "breakouts",
        "group talks",
        "group conversations",
        "samtalsgrupper",
        "dialogsamtal",
        "dialogbord",
        "idéverkstad",
        "walk-and-talk",
        "i team",
        "in teams",
        "erfarenhetsutbyte",
        "byter erfarenheter",
        "samtalsrundor",
        "tematiska samtal",
        "vid borden",
        "at the tables",
        "in small groups",
        "small groups",
        "discussion groups",
        "speed dating",
        "speeddejting",
        "spår",
    ]) && !any(&["sparsam", "spåra", "på spåret"]);
    // "Branschdagarna öppnar", "Landshövdingen inleder": a short sentence of who or what begins.
    let begins =
        matches!(low, "vi börjar" | "vi startar" | "vi drar i gång" | "we begin" | "we start")
            || (2..=5).contains(&words)
                && !low.contains([':', ',', '?'])
                && [
                    " inleder",
                    " öppnar",
                    " öppnas",
                    " inleds",
                    " hälsar",
                    " says hello",
                    " says welcome",
                ]
                .iter()
                .any(|verb| low.ends_with(verb));
    let short = words <= 6;
    if meal
        && pause
        && starts(&["kaffe", "fika", "coffee", "mingel"])
        && !starts(&["lunch"])
        && !closing
    {
        return Some(if any(&["lunch", "middag"]) { ItemKind::Meal } else { ItemKind::Break });
    }
    if meal
        && (short
            || starts(&[
                "lunch",
                "middag",
                "gemensam",
                "dinner",
                "vegetarisk",
                "frukost",
                "breakfast",
            ]))
        && !starts(&["samtal", "avslutande", "inled", "välkom"])
    {
        return Some(ItemKind::Meal);
    }
    if (starts(&[
        "välkom",
        "welcome",
        "varmt välkom",
        "vi hälsar välkom",
        "inledning",
        "inledande",
        "inledn",
        "opening",
        "öppning",
        "invigning",
        "god morgon",
        "good morning",
        "godmorgon",
        "hej och",
        "hej från",
        "vi kör igång",
        "vi drar igång",
        "hello and",
        "hej!",
        "introduktion och",
        "uppstart",
        "mötet inleds",
        "dagen inleds",
        "dagen startar",
        "kvällen inleds",
        "konferensen öppn",
        "konferensen inleds",
        "dagen öppn",
        "kvällen öppn",
        "forumet öppn",
        "forumet inleds",
        "mötet öppn",
        "seminariet öppn",
        "seminariet inleds",
        "vi hälsar",
        "dagordförande hälsar",
        "inaugur",
    ]) || begins
        || words <= 4 && any(&["välkomnande", "och välkom", "and welcome"])
        || any(&[
            "hälsar välkom",
            "hälsas välkom",
            "öppnas av",
            "bids you welcome",
            "hälsar alla välkom",
            "välkomstord",
            "hälsningsord",
            "welcome address",
            "öppnar dagen",
            "öppnar kvällen",
            "öppnar mötet",
            "öppnar konferensen",
            "inleder dagen",
            "inleder kvällen",
            "inleder mötet",
            "opens the ",
            "opening words",
            "opening remarks",
            "words of welcome",
            "welcoming remarks",
            "welcoming words",
        ])
        || (starts(&["introduktion", "introduction", "intro", "start", "öppnande"]) && words <= 3)
        || low == "inledning"
        || (starts(&[
            "introduktion till dagen",
            "introduktion till kvällen",
            "introduktion av",
            "introduction to the day",
        ])))
        && !(closing && !short)
    {
        return Some(ItemKind::Welcome);
    }
    if closing && !starts(&["gruppsamtal", "workshop", "bordssamtal"]) {
        return Some(ItemKind::Summary);
    }
    if pause && (short || starts(&["kaffe", "fika", "paus", "coffee"])) {
        return Some(ItemKind::Break);
    }
    if grouped {
        return Some(ItemKind::GroupTalks);
    }
    if starts(&[
        "frågor",
        "questions",
        "diskussion",
        "discussion",
        "samtal",
        "dialog",
        "q&a",
        "frågestund",
    ]) && words <= 4
    {
        return Some(
            if starts(&["samtal", "dialog", "diskussion", "discussion"])
                || any(&["samtal", "discussion", "diskussion"])
            {
                ItemKind::GroupTalks
            } else {
                ItemKind::Talk
            },
        );
    }
    if words <= 2 && any(&["förhandling"])
        || starts(&["bussen", "båten", "färjan", "tåget"])
            && (words <= 2 || any(&["avgår", "går ", "åker", "hem", "till "]))
    {
        return Some(ItemKind::Other);
    }
    if starts(&[
        "hemfärd",
        "hemresa",
        "buss ",
        "avresa",
        "avgång",
        "departure",
        "rundvandring",
        "guidad",
        "utflykt",
        "bussutflykt",
        "studiebesök",
        "stadsvandring",
        "bygdevandring",
        "vandring",
        "underhållning",
        "musik",
        "morgonsång",
        "sång",
        "körsång",
        "allsång",
        "exkursion",
        "fältbesök",
        "visning",
        "rundtur",
        "field trip",
        "tour of",
        "konsert",
        "filmvisning",
        "film:",
        "filmen ",
        "film screening",
        "screening",
        "föreställning",
        "teaterföreställning",
        "uppträdande",
        "live music",
        "levande musik",
        "auktion",
        "auction",
        "loppis",
        "tipspromenad",
        "tipsrunda",
        "frågesport",
        "exhibition",
        "poster session",
        "posterutställning",
        "postervisning",
        "prisceremoni",
        "prize",
        "gruppbild",
        "fotografering",
        "group photo",
        "quiz",
        "utställning",
        "mässa",
        "marknad",
        "lottdragning",
        "lotteri",
        "prisutdelning",
        "end",
        "slut",
        "guided",
        "excursion",
        "site visit",
        "award",
        "concert",
        "årsmöte",
        "gruppfoto",
        "promenad",
        "walk",
        "tid för",
        "egen tid",
        "fri tid",
        "incheckning på hotell",
        "visit to",
        "study visit",
        "studiebesök",
        "resa till",
    ]) || words <= 4
        && matches!(
            first,
            "dans"
                | "dance"
                | "dancing"
                | "music"
                | "performance"
                | "tävling"
                | "lekar"
                | "lek"
                | "teater"
                | "spel"
                | "games"
                | "film"
                | "movie"
                | "show"
                | "disco"
                | "pub"
        )
        && !low.ends_with('?')
        || part(&["gudstjänst", "andakt", "hemfärd", "hemresa", "rundtur"])
        || any(&[
            "rundvandring",
            "byvandring",
            "bygdevandring",
            "bussutflykt",
            "guidad tur",
            "guided tour",
            "walking tour",
            "bus tour",
            "coach tour",
            "boat tour",
            "boat trip",
            "tour of the ",
        ])
        || practice(low, words)
    {
        return Some(if low == "slut" || low == "end" {
            ItemKind::Summary
        } else {
            ItemKind::Other
        });
    }
    None
}
