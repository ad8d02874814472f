//! Where, how, what it costs, for whom, how one registers: each fact under a label in every layout,
//! with its neighbours in turn, and in sentences one after the other.

use super::all;
use serde_json::Value;

/// The page's only event.
fn event(text: &str) -> Value {
    all(text)["events"][0].clone()
}

/// What is read of one fact.
type Told = fn(&Value) -> String;

/// How a page lays out a label and its value.
type Layout = fn(&str, &str) -> String;

const LAYOUTS: &[(&str, Layout)] = &[
    ("on one line", |label, value| format!("{label}: {value}")),
    ("shouted", |label, value| format!("{}: {value}", label.to_uppercase())),
    ("under it", |label, value| format!("{label}\n{value}")),
    ("under it, shouted", |label, value| format!("{}\n{value}", label.to_uppercase())),
    ("under it, with a colon", |label, value| format!("{label}:\n{value}")),
    ("a paragraph each", |label, value| format!("{label}\n\n{value}\n")),
    ("two columns", |label, value| format!("{label}\t{value}")),
    ("cells", |label, value| format!("{label} | {value}")),
    ("a row in signs", |label, value| format!("| {label} | {value} |")),
    ("a dash", |label, value| format!("{label} – {value}")),
    ("in a list", |label, value| format!("• {label}: {value}")),
    ("bold", |label, value| format!("**{label}:** {value}")),
    ("an image before it", |label, value| format!("📍 {label}: {value}")),
    ("wide", |label, value| format!("{label}:     {value}")),
];

struct Fact {
    labels: &'static [&'static str],
    values: &'static [(&'static str, &'static str)],
    told: Told,
}

fn place(event: &Value) -> String {
    let part = |key: &str| event["venue"][key].as_str().unwrap_or_default().to_owned();
    format!("{}|{}|{}", part("name"), part("street"), part("town"))
}

fn cost(event: &Value) -> String {
    let cost = &event["cost"];
    format!("{} {} {}", cost["free"], cost["amount"], cost["no_show_fee"])
}

fn audience(event: &Value) -> String {
    let audience = &event["audience"];
    let part = |key: &str| audience[key].as_str().unwrap_or_default().to_owned();
    format!("{}: {}", part("admission"), part("text"))
}

fn registration(event: &Value) -> String {
    let registration = &event["registration"];
    let reach = |key: &str| registration[key].as_str().unwrap_or("-").to_owned();
    format!("{} {} {}", registration["required"], reach("email"), reach("url"))
}

fn mode(event: &Value) -> String {
    let part = |key: &str| event[key].as_str().unwrap_or("-").to_owned();
    format!("{} {}", part("mode"), part("platform"))
}

const PLACES: Fact = Fact {
    labels: &["Plats", "Var", "Lokal och adress", "Träffpunkt"],
    values: &[
        ("Folkets hus, Storgatan 2, Sala", "Folkets hus|Storgatan 2|Sala"),
        ("Storgatan 2, Sala (Folkets hus)", "Folkets hus|Storgatan 2|Sala"),
        ("Folkets hus, Sala (Storgatan 2)", "Folkets hus|Storgatan 2|Sala"),
        ("Sala, Folkets hus, Storgatan 2", "Folkets hus|Storgatan 2|Sala"),
        ("Folkets hus i Sala, Storgatan 2", "Folkets hus|Storgatan 2|Sala"),
        ("Läroverket, sal 214, Nygatan 31, 802 50 Gävle", "Läroverket, sal 214|Nygatan 31|Gävle"),
        ("Ekhaga gård, Norra Byn 14, 770 12 Rävmossen", "Ekhaga gård|Norra Byn 14|Rävmossen"),
    ],
    told: place,
};

const COSTS: Fact = Fact {
    labels: &["Kostnad", "Pris", "Deltagaravgift"],
    values: &[
        ("Kostnadsfritt", "true null null"),
        ("Inget", "true null null"),
        ("1 200 kr inklusive lunch", "false 1200 null"),
        ("500 kr för medlemmar och 800 kr för övriga", "false 800 null"),
        ("Ordinarie 1 500 kr, student 500 kr", "false 1500 null"),
        ("Kostnadsfritt, vid utebliven närvaro debiteras 300 kr", "true null 300"),
    ],
    told: cost,
};

const AUDIENCES: Fact = Fact {
    labels: &["Målgrupp", "För vem", "Vilka är välkomna", "Vem kan delta"],
    values: &[
        ("Föreningar och byalag", "open: Föreningar och byalag"),
        ("Enbart för inbjudna", "invited: Enbart för inbjudna"),
        ("Endast medlemmar", "members: Endast medlemmar"),
    ],
    told: audience,
};

const REGISTRATIONS: Fact = Fact {
    labels: &["Anmälan", "Så anmäler du dig", "Bokning", "Anmälan och frågor"],
    values: &[
        ("anmalan@byn.example", "true anmalan@byn.example -"),
        ("Via formuläret på https://byn.example/dag", "true - https://byn.example/dag"),
        ("Ring 0240-123 45", "true - -"),
        ("Krävs inte", "false - -"),
        ("Behövs ej", "false - -"),
    ],
    told: registration,
};

const MODES: Fact = Fact {
    labels: &["Plats", "Var"],
    values: &[
        ("Digitalt via Zoom", "online Zoom"),
        ("Webbinarium i Teams", "online Teams"),
        ("Online (Zoom)", "online Zoom"),
        ("Distans", "online -"),
        ("Virtuellt", "online -"),
    ],
    told: mode,
};

/// The fact among others of its page: before them, between them and after them.
fn pages(laid: &str, layout: Layout) -> Vec<String> {
    let date = layout("Datum", "14 oktober 2026");
    let language = layout("Språk", "Svenska");
    let head = "Samverkansdag om grannskap\n\nEn dag om hur vi gör mer ihop i byarna.\n\n";
    vec![
        format!("{head}{laid}\n{date}\n{language}\n"),
        format!("{head}{date}\n{laid}\n{language}\n"),
        format!("{head}{date}\n{language}\n{laid}\n"),
    ]
}

#[test]
fn facts_under_their_labels() {
    let mut wrong = Vec::new();
    for fact in [PLACES, COSTS, AUDIENCES, REGISTRATIONS, MODES] {
        for (value, expected) in fact.values {
            for label in fact.labels {
                for (name, layout) in LAYOUTS {
                    for page in pages(&layout(label, value), *layout) {
                        let found = (fact.told)(&event(&page));
                        if found != *expected {
                            wrong.push(format!("{name}: {expected} is read as {found}\n{page}"));
                        }
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n---\n"));
}

#[test]
fn labels_side_by_side() {
    for between in ["\t", " | ", "     "] {
        let page = format!(
            "Samverkansdag om grannskap\n\nDatum: 14 oktober 2026{between}Plats: Folkets hus, Storgatan 2, \
             Sala\nKostnad: 100 kr{between}Målgrupp: Föreningar och byalag\nAnmälan: Krävs inte{between}Språk: svenska"
        );
        let read = event(&page);
        assert_eq!(place(&read), "Folkets hus|Storgatan 2|Sala", "{page}");
        assert_eq!(cost(&read), "false 100 null", "{page}");
        assert_eq!(audience(&read), "open: Föreningar och byalag", "{page}");
        assert!(registration(&read).starts_with("false"), "{page}");
    }
}

/// Sentences, each with what it says, in a letter with all the others around it.
#[test]
fn facts_in_a_letter() {
    const PLACES: &[&str] = &[
        "Vi ses på Folkets hus, Storgatan 2 i Sala.",
        "Träffen äger rum på Folkets hus i Sala (Storgatan 2).",
        "Välkommen till Folkets hus, Storgatan 2 i Sala!",
        "Vi samlas utanför Folkets hus, Storgatan 2 i Sala.",
        "Mötesplatsen är Folkets hus, Storgatan 2, Sala.",
    ];
    const WAYS: &[(&str, &str)] = &[
        ("Kan du inte vara på plats? Följ sändningen på YouTube.", "hybrid YouTube"),
        ("Programmet sänds också direkt på webben.", "hybrid -"),
        ("Digitalt deltagande är möjligt.", "hybrid -"),
        ("Du väljer själv om du vill vara med i lokalen eller via Zoom.", "hybrid Zoom"),
        ("Inga möjligheter att delta digitalt finns.", "onsite -"),
        ("Konferensen genomförs enbart på plats.", "onsite -"),
        ("Vi pratar om digital delaktighet.", "onsite -"),
    ];
    const COSTS: &[(&str, &str)] = &[
        ("Dagen är gratis, men den som uteblir faktureras 300 kr.", "true null 300"),
        ("Medlemmar betalar 150 kr och övriga 250 kr.", "false 250 null"),
        ("Du betalar 100 kr på plats.", "false 100 null"),
        ("Ingen inträdesavgift.", "true null null"),
    ];
    const WHOM: &[(&str, &str)] = &[
        ("Utbildningen passar dig som är ny ledare.", "open: dig som är ny ledare"),
        ("Dagen är avsedd för lärare och rektorer.", "open: lärare och rektorer"),
        ("Lärare och rektorer är välkomna.", "open: Lärare och rektorer"),
        ("Inbjudan är personlig och kan inte överlåtas.", "invited: "),
    ];
    const WORD: &[(&str, &str)] = &[
        ("Mejla dag@byn.example om du vill vara med.", "true dag@byn.example -"),
        (
            "Skicka ett mejl till dag@byn.example och meddela att du kommer.",
            "true dag@byn.example -",
        ),
        ("Boka din plats på https://byn.example/dag.", "true - https://byn.example/dag"),
        ("Det är bara att komma, du behöver inte anmäla dig.", "false - -"),
    ];
    for n in 0..28 {
        let (way, told_way) = WAYS[n % WAYS.len()];
        let (price, told_price) = COSTS[n % COSTS.len()];
        let (whom, told_whom) = WHOM[(n / 2) % WHOM.len()];
        let (word, told_word) = WORD[(n / 3) % WORD.len()];
        let mut said = [PLACES[n % PLACES.len()], way, price, whom, word];
        said.rotate_left(n % 5);
        let page = format!(
            "Samverkansdag om grannskap\n\nVälkommen den 14 oktober 2026 kl. 9.00–15.00. {} {}\n\n{} {} {}\n",
            said[0], said[1], said[2], said[3], said[4]
        );
        let read = event(&page);
        assert_eq!(place(&read), "Folkets hus|Storgatan 2|Sala", "{page}");
        assert_eq!(mode(&read), told_way, "{page}");
        assert_eq!(cost(&read), told_price, "{page}");
        assert_eq!(audience(&read), told_whom, "{page}");
        assert_eq!(registration(&read), told_word, "{page}");
    }
}

/// What sounds like a fact of the event and is of something else, after a programme.
#[test]
fn facts_of_other_things() {
    const ROWS: &[(&str, Told, &str)] = &[
        (
            "Plats: Folkets hus, Sala\nKan du inte komma? Materialet läggs ut på webben.",
            mode,
            "onsite -",
        ),
        ("Plats: Folkets hus, Sala\nVi går igenom hur du använder Zoom.", mode, "onsite -"),
        ("Plats: Folkets hus, Sala\nAnmälan och betalning sker digitalt.", mode, "onsite -"),
        ("Plats: Folkets hus, Sala\nDigitalt deltagande är inte möjligt.", mode, "onsite -"),
        ("Plats: Sala/digitalt", mode, "hybrid -"),
        ("Plats:\nFolkets hus, Sala\neller\nZoom", mode, "hybrid Zoom"),
        ("Dagen hålls i Folkets hus i Sala.", place, "Folkets hus||Sala"),
        ("Folkets hus ligger på Storgatan 2 i Sala.", place, "Folkets hus|Storgatan 2|Sala"),
        (
            "Plats: Folkets hus, Storgatan 2, Sala eller Biblioteket, Torget 1, Heby",
            place,
            "Folkets hus|Storgatan 2|Sala",
        ),
        ("Middagen är endast för medlemmar.", audience, "open: "),
        ("Synpunkter på programmet är välkomna.", audience, "open: "),
        ("Inbjuden gäst: Anna Ek", audience, "open: "),
        ("Avanmälan görs till dag@byn.example senast 1 oktober.", registration, "null - -"),
        ("Gratis parkering finns vid huset.", cost, "null null null"),
        ("Vuxna 60 kr, barn gratis", cost, "false 60 null"),
    ];
    for (text, told, expected) in ROWS {
        let page = format!(
            "Samverkansdag om grannskap\n\nEn dag om hur vi gör mer ihop i byarna.\n\nDatum: 14 oktober 2026\n\n\
             Program\n9.00 Kaffe\n9.30 Inledning\n12.00 Lunch\n15.00 Avslutning\n\n{text}\n"
        );
        assert_eq!(told(&event(&page)), *expected, "{page}");
    }
}

#[test]
fn themes_told_in_lists_and_sentences() {
    for (text, expected) in [
        ("Teman: skola, vård och omsorg", vec!["skola", "vård", "omsorg"]),
        ("Teman: Skolan i bygden, Vägar och bussar", vec!["Skolan i bygden", "Vägar och bussar"]),
        (
            "Teman\n1. Skolan i bygden\n2. Unga som stannar",
            vec!["Skolan i bygden", "Unga som stannar"],
        ),
        (
            "Teman\n– Skolan i bygden\n– Unga som stannar\n\nÖppet för alla.\n\nVi träffas tidigt på dagen.",
            vec!["Skolan i bygden", "Unga som stannar"],
        ),
        ("Årets tema är unga och arbete.", vec!["unga och arbete"]),
        ("Temat är inte bestämt.", vec![]),
    ] {
        let page = format!(
            "Samverkansdag om grannskap\n\nEn dag om byarna.\n\nDatum: 14 oktober 2026\n\n{text}\n"
        );
        let read = event(&page);
        let themes: Vec<&str> =
            read["themes"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert_eq!(themes, expected, "{page}");
    }
}

#[test]
fn labels_in_other_words() {
    for label in ["Här ses vi", "Var vi ses", "Möteslokal", "Meeting point"] {
        let page = format!(
            "Dag om grannskap\n\nDatum: 14 oktober 2026\n{label}: Folkets hus, Storgatan 2, Sala\n"
        );
        assert_eq!(place(&event(&page)), "Folkets hus|Storgatan 2|Sala", "{page}");
    }
    for label in ["Målgruppen", "Primär målgrupp", "Kursen vänder sig till"] {
        let page =
            format!("Dag om grannskap\n\nDatum: 14 oktober 2026\n{label}: Lärare och rektorer\n");
        assert_eq!(audience(&event(&page)), "open: Lärare och rektorer", "{page}");
    }
}
