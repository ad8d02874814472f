//! Two texts that somebody in the county has pasted and not looked through yet: last week's page
//! of an event that is here already, with other hours, and a newsletter that gives two times for
//! one stop.

use events::event::Event;
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use shared::Language::Swedish;

/// The event that the page is about.
pub const AGAIN: &str = "skriv-en-ansokan-som-haller";

/// The page as it was told before: half an hour later than it is now.
pub fn page(event: &Event) -> String {
    let day = locale::day(Swedish, event.first_day().day);
    let deadline = locale::day(Swedish, event.deadline_on);
    let contradicted = event.deadline_on.yesterday().unwrap_or(event.deadline_on);
    let contradicted = locale::day_without_year(Swedish, contradicted);
    format!(
        "Skriv en ansökan som håller\n\
         \n\
         En kväll för föreningar som vill söka pengar och är trötta på blanketter. Ta med din idé, \
         gå hem med ett första utkast.\n\
         \n\
         Datum: {day}\n\
         Tid: kl. 18.00-20.00\n\
         Plats: Kumla bibliotek, studion, Skolvägen 6, Kumla\n\
         Sista anmälningsdag: {deadline}\n\
         Arrangör: Kumla kommun\n\
         \n\
         Anmäl dig senast {contradicted}, så vet vi hur mycket bröd som går åt.\n\
         \n\
         Program\n\
         \n\
         18.00 Så läser en handläggare\n\
         Farid Sultani, handläggare, Kumla kommun\n\
         \n\
         18.30 Skrivstuga\n\
         1. Den första idén\n\
         Samtalsledare: Tova Brink\n\
         2. Budgeten\n\
         Samtalsledare: Elin Hagström\n\
         \n\
         19.30 Högläsning och nästa steg\n\
         \n\
         Kontakt\n\
         \n\
         Elin Hagström, utvecklingsledare\n\
         elin.hagstrom@example.org\n"
    )
}

/// A letter of next month's days.
pub fn letter(today: Date) -> String {
    let monday = today
        .saturating_add(35.days())
        .nth_weekday(1, Weekday::Monday)
        .expect("the calendar goes on for longer than any demonstration");
    let year = monday.year();
    let of = |day: Date| {
        let said = locale::day(Swedish, day);
        // "4 oktober": the letter's own year is in its number.
        said.split(' ').skip(1).take(2).collect::<Vec<_>>().join(" ")
    };
    let stop = of(monday);
    let meeting = of(monday.saturating_add(9.days()));
    format!(
        "Nyhetsbrev {year}:3 - Länsnätverket Sju sjöar\n\
         \n\
         Skördeveckan\n\
         \n\
         Matbussen deltar under veckan genom att måndagen den {stop} besöka Degerfors på \
         förmiddagen (kl. 10-13).\n\
         \n\
         Matbussen\n\
         \n\
         Det sista stoppet i år blir i Degerfors den {stop}. Mellan kl. 10-12 står vi på torget i \
         Degerfors.\n\
         \n\
         Stormöten\n\
         \n\
         Årets sista stormöte genomförs {meeting} i Örebro.\n"
    )
}
