//! What sentences say of registering: that none is asked for, that it is for the coffee only, that one is
//! to send a word.

use crate::sentences;
use crate::words::Sifted;
use crate::words::find;
use crate::words::has_any;
use crate::words::has_word;

/// Words of who cannot come.
pub(super) const ABSENT: &[&str] = &[
    "förhinder",
    "återbud",
    "förhindrad",
    "inte kan komma",
    "inte kan delta",
    "kan du inte komma",
    "kan ni inte komma",
    "kan du inte delta",
    "unable to",
    "make it",
    "inte komma",
    "inte delta",
    "inte vara med",
    "cannot attend",
    "can't attend",
    "cannot come",
    "can't come",
    "apologies",
    "frånvaro",
    "inte kan närvara",
    "inte kan medverka",
    "ej kan komma",
    "ej kan delta",
    "ej kan närvara",
    "absence",
];

/// "Anmäl dig här: krävs inte", "OSA", and under it "Behövs ej": a label's value that says no.
pub(super) fn is_no(value: &str) -> bool {
    let value = value.trim_matches(|c: char| !c.is_alphanumeric());
    matches!(value, "nej" | "ingen" | "none" | "no" | "inte" | "ej")
        || [
            "krävs inte",
            "krävs ej",
            "behövs inte",
            "behövs ej",
            "ej nödvändig",
            "inte nödvändig",
            "ej obligatorisk",
            "inte obligatorisk",
            "not required",
            "not needed",
            "not necessary",
            "none needed",
            "none required",
            "ingen anmälan",
            "inget krav",
            "drop-in",
            "drop in",
            "bara att komma",
            "just come",
            "just turn up",
        ]
        .iter()
        .any(|no| value.starts_with(no))
}

/// "Anmälan är inte nödvändig", "No tickets are needed", "Du behöver inte boka plats": a word for
/// registering, and that it is not asked for.
pub(super) fn needs_none(low: &str) -> bool {
    const WHAT: &[&str] = &[
        "anmälan",
        "föranmälan",
        "anmäla",
        "föranmäla",
        "bokning",
        "förbokning",
        "boka",
        "förboka",
        "tidsbokning",
        "biljett",
        "biljetter",
        "osa",
        "registrering",
        "registrera",
        "registration",
        "pre-registration",
        "register",
        "booking",
        "book",
        "ticket",
        "tickets",
        "rsvp",
        "sign-up",
        "sign up",
        "reservation",
    ];
    const NO: &[&str] = &["ingen", "inga", "inte", "ej", "no", "not", "without", "utan"];
    const ASKED: &[&str] = &[
        "behöv",
        "kräv",
        "nödvändig",
        "obligatorisk",
        "need",
        "required",
        "necessary",
        "compulsory",
    ];
    if !has_any(low, ASKED) {
        return false;
    }
    sentences::split(low).into_iter().any(|(a, b)| {
        low[a..b].split([',', ';', '–']).any(|clause| {
            clause.len() < 90
                && has_any(clause, ASKED)
                // "Samlingen är …" has no "ingen".
                && (NO.iter().any(|no| has_word(clause, no)) || clause.contains("n't "))
                && WHAT.iter().any(|w| has_word(clause, w))
                && !has_any(
                    clause,
                    &[
                        "avboka",
                        "avbokning",
                        "avanmäl",
                        "cancel",
                        "medlem",
                        "member",
                        " om du inte",
                        " om ni inte",
                        "betal",
                        " if ",
                    ],
                )
        })
    })
}

/// "Förhinder anmäls senast …", "Anmälan för smörgås", "Anmäl dig om du vill ha kaffe", "Places on the
/// coach are booked by …": a word to the organiser that one may come without.
pub(super) fn is_aside(low: &str, agenda: bool) -> bool {
    // "Ingen anmälan behövs, men kaffe beställs senast …"
    let low = [" men ", " but "]
        .iter()
        .find_map(|joint| find(low, joint).map(|at| (&low[..at], &low[at + joint.len()..])))
        .filter(|(head, _)| {
            needs_none(head)
                || has_any(head, &["ingen anmälan", "ingen föranmälan", "no registration"])
        })
        .map_or(low, |(_, tail)| tail);
    const MEALS: &[&str] = &[
        "fika",
        "fikat",
        "kaffe",
        "kaffet",
        "smörgås",
        "smörgåsar",
        "macka",
        "mackor",
        "frukost",
        "frukosten",
        "lunch",
        "lunchen",
        "lunchpåse",
        "middag",
        "middagen",
        "mat",
        "maten",
        "soppa",
        "soppan",
        "ärtsoppa",
        "förtäring",
        "förtäringen",
        "tårta",
        "korv",
        "coffee",
        "sandwich",
        "sandwiches",
        "breakfast",
        "dinner",
        "soup",
        "food",
        "buss",
        "bussen",
        "busstur",
        "bussresan",
        "the bus",
        "the coach",
        "coach",
        "studiebesök",
        "studiebesöket",
        "supper",
        "allergi",
        "allergier",
        "specialkost",
    ];
    if has_any(low, ABSENT)
        && !has_any(low, &["anmäl dig", "anmäler dig", "register by", "anmälan till"])
    {
        return true;
    }
    let meal = |text: &str| {
        let next = text
            .split([' ', ',', '.'])
            .find(|w| !matches!(*w, "den" | "din" | "gemensam" | "the" | "a" | "till" | "en"));
        next.is_some_and(|w| MEALS.contains(&w))
    };
    // What the registration is for stands right after the word.
    let of_meal = [
        "anmälan för ",
        "anmälan till ",
        "anmäl dig till ",
        "anmäl dig för ",
        "anmäl er till ",
        "anmälan om ",
        "anmäl ",
        "beställ ",
        "boka ",
        "register for ",
        "sign up for ",
        "order ",
        "places on ",
        "seats on ",
        "plats på ",
        "platser på ",
        "platser till ",
        "plats till ",
    ]
    .iter()
    .any(|lead| low.match_indices(lead).take(4).any(|(at, _)| meal(&low[at + lead.len()..])));
    let eats = [
        "om du vill ha ",
        "om ni vill ha ",
        "om du vill äta",
        "om ni vill äta",
        "om du äter",
        "om ni äter",
        "som vill ha ",
        "som vill äta",
        "vill du ha ",
        "vill ni ha ",
        "if you want ",
        "if you would like ",
        "för att få ",
    ]
    .iter()
    .any(|lead| {
        low.match_indices(lead).take(4).any(|(at, _)| {
            lead.contains("äta") || lead.contains("äter") || meal(&low[at + lead.len()..])
        })
    });
    // In a summons to members who may come anyhow, any other word than "anmäl" is about the food.
    let comes = has_any(
        low,
        &[
            "om du kommer",
            "om ni kommer",
            "att du kommer",
            "att ni kommer",
            "deltag",
            "medverkan",
            "närvaro",
            "if you are coming",
            "attendance",
        ],
    );
    let weak = agenda
        && !comes
        && (!has_any(low, &["anmäl", "osa", "o.s.a", "register", "sign up", "rsvp", "boka"])
            || has_any(low, &["räcker", "beräkna", "beställa mat", "köpa in"]));
    // "Kaffe beställs senast …", "Smörgås bokas …"
    let ordered = meal(low)
        && has_any(low, &["beställ", "bokas", "anmäls", "order", "book"])
        && !has_any(low, &["anmäl dig", "anmälan"]);
    of_meal || ordered || eats && !comes || weak
}

/// "Hör av dig om du kommer, senast …", "Biljetter köps på …"
pub(super) fn asks_for_word(low: &Sifted<String>) -> bool {
    // "Mejla … om du vill vara med", "If you wish to attend, contact …"
    has_any(
        low,
        &[
            "mejla",
            "maila",
            "skriv till",
            "ring ",
            "kontakta",
            "contact",
            "e-mail",
            "email",
            "skicka",
        ],
    ) && has_any(
        low,
        &[
            "om du vill vara med",
            "om du vill delta",
            "om du vill komma",
            "om ni vill delta",
            "om ni vill vara med",
            "för att anmäla",
            "if you wish to attend",
            "if you would like to attend",
            "if you want to attend",
            "if you wish to join",
            "if you would like to join",
            "if you want to join",
            "if you wish to participate",
            "to attend,",
        ],
    ) || has_any(low, &["hör av dig", "hör av er", "let us know"])
        && has_any(
            low,
            &[
                "senast",
                "om du kommer",
                "om ni kommer",
                " by ",
                "no later",
                "if you",
                "om du vill vara med",
                "om du vill delta",
                "om ni vill vara med",
                "om ni vill delta",
                "om du vill komma",
            ],
        )
        || has_any(low, &["biljetter", "biljett "])
            && has_any(low, &["köps", "bokas", "köp ", "boka"])
        || low.contains("tickets")
            && has_any(
                low,
                &[
                    "tickets are available at",
                    "tickets available at",
                    "buy tickets",
                    "buy your tickets",
                    "get your tickets",
                ],
            )
}
