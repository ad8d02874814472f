//! Who speaks, leads, arranges and is to be asked, on whole pages in a few lines.

mod pages;

use pages::check;

#[test]
fn people_in_lines_of_their_own_without_a_programme() {
    check(
        "Torgmöte om bron\n\nKom och fråga dem som vet.\n\nDatum: torsdag 26 november 2026\nTid: kl 16.30-18\nPlats: Stora torget, Sala\n\nDe vet\n\nAnna Ek, kommunalråd\nBo Lind, arkitekt, Vitsippa Arkitekter\n\nFrågor?\nKontaktcenter 0224-77 01 90\nkontaktcenter@sala.example\n\nDela på Facebook\n\nUppdaterad: 24 november 2026",
        &[
            ("/events/0/programme/0/speakers/0/name", "Anna Ek"),
            ("/events/0/programme/0/speakers/1/affiliation", "Vitsippa Arkitekter"),
            ("/events/0/roles/contacts/0/name", "Kontaktcenter"),
        ],
    );
    check(
        "Föreningskvällen\n\nDatum: torsdag 26 november 2026\nTid: kl 16.30-18\n\nTa med egen dator. Kursledare: Anna Ek, revisor\nEva Lind, jurist på Rådgivarna, går igenom fem missförstånd.\n\nVälkomna!\nMia Ask, ordförande\nUlf Holm, kassör",
        &[
            ("/events/0/programme/0/speakers/0/name", "Anna Ek"),
            ("/events/0/programme/0/speakers/1/name", "Eva Lind"),
            ("/events/0/programme/0/speakers/2", ""),
            ("/events/0/roles/contacts/1/name", "Ulf Holm"),
        ],
    );
}

#[test]
fn moderators_told_after_the_programme() {
    check(
        "Vattendagen\n\nDatum: torsdag 8 oktober 2026\nTid: kl 9-16\n\nProgram\n\n9.00 Inledning\nAnna Ek, landshövding\n10.00 Bensträckare\n10.20 Så delade byn på en å\nMia Ask och Ulf Holm, Sala byaråd\n15.50 Avslut\n\nEva Lind, journalist, är moderator.",
        &[
            ("/events/0/roles/moderators/0", "Eva Lind"),
            ("/events/0/programme/2/speakers/1/affiliation", "Sala byaråd"),
            ("/events/0/programme/3/speakers", ""),
        ],
    );
}

#[test]
fn who_pays_and_who_stands_behind() {
    check(
        "Kväll om bussen\n\nDatum: torsdag 26 november 2026\nTid: kl 18-20\nPlats: Folkets hus, Sala\n\nBakom kvällen står Bygdeforum, Sala kommun och Hembygdsföreningen Gnistan. Pengar kommer till viss del från Leader Hamnbygd. Sparbanksstiftelsen Viken bidrar med pengar.",
        &[
            ("/events/0/roles/organisers/1", "Sala kommun"),
            ("/events/0/roles/organisers/2", "Hembygdsföreningen Gnistan"),
            ("/events/0/roles/co_funders/0", "Leader Hamnbygd"),
            ("/events/0/roles/co_funders/1", "Sparbanksstiftelsen Viken"),
        ],
    );
}

#[test]
fn several_to_ask_in_one_line() {
    check(
        "Kväll om bussen\n\nDatum: torsdag 26 november 2026\nTid: kl 18-20\n\nKontaktpersoner: Anna Ek, anna@bussen.example och Ulf Holm, projektledare Bygdeforum, 0224-77 01 90",
        &[
            ("/events/0/roles/contacts/0/email", "anna@bussen.example"),
            ("/events/0/roles/contacts/0/phone", ""),
            ("/events/0/roles/contacts/1/name", "Ulf Holm"),
            ("/events/0/roles/contacts/1/phone", "0224-77 01 90"),
        ],
    );
    check(
        "Kväll om bussen\n\nDatum: torsdag 26 november 2026\nTid: kl 18-20\n\nKontakt\nAnhörigstödet\n0224-77 01 90\nstod@bussen.example",
        &[
            ("/events/0/roles/contacts/0/name", "Anhörigstödet"),
            ("/events/0/roles/contacts/0/email", "stod@bussen.example"),
            ("/events/0/roles/contacts/1", ""),
        ],
    );
}
