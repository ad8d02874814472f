//! The commands that read a text: what it says, as JSON, and a draft event made of it. How a text
//! is read is `documents`' and `extraction`'s, what becomes of it `events::drafting`'s.

use crate::cli;
use crate::commands::running;
use crate::instance::{Instance, Stop};
use events::drafting::{self, Doubt, DoubtKind, Findings, TextRefusal};
use jiff::SignedDuration;
use platform::clock::Clock;
use platform::failure::Failure;
use shared::{Language, addresses};
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;

/// No file that is read here is larger, in bytes. What `documents` takes in is less.
const FILE_BYTES_MAX: u64 = 50 * 1000 * 1000;

/// Prints the JSON of what a file says. Ends with 2 and a sentence where it cannot be read.
pub fn extract(file: &Path) -> Result<(), Stop> {
    let bytes = bytes(file)?;
    let json = if is_plain_text(file) {
        extraction::read(&documents::decode(&bytes)).to_json()
    } else {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let document = documents::read(&name, &bytes).map_err(|it| unreadable(file, &it))?;
        extraction::read_source(&drafting::source_of(&document)).to_json()
    };
    // A reader that has gone away ("| head") is no fault of the file.
    let _ = writeln!(std::io::stdout(), "{json}");
    Ok(())
}

/// Whatever is in it: the name says that its lines are to be counted as they stand.
fn is_plain_text(file: &Path) -> bool {
    file.extension().is_some_and(|it| it.eq_ignore_ascii_case("txt"))
}

fn bytes(file: &Path) -> Result<Vec<u8>, Stop> {
    let opened = File::open(file).map_err(|it| unreadable(file, &it))?;
    let mut bytes = vec![];
    opened.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(|it| unreadable(file, &it))?;
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(unreadable(file, &"the file is too large, at most 50 MB can be read"));
    }
    Ok(bytes)
}

fn unreadable(file: &Path, why: &dyn std::fmt::Display) -> Stop {
    let why = why.to_string();
    Stop::unreadable(format!("{} cannot be read: {}.", file.display(), why.trim_end_matches('.')))
}

/// Makes a draft event of what a file says; prints its address and what a person should look at.
pub async fn import(asked: cli::ImportPage) -> Result<(), Stop> {
    let file = asked.file.as_path();
    let bytes = bytes(file)?;
    let instance = Instance::find(&asked.instance)?;
    let database = instance.open_migrated().await?;
    let (public_url, offset_seconds) = running(&instance, &database).await?;
    let now = Clock::moved_by(SignedDuration::from_secs(offset_seconds)).now();
    let today = now.today(&drafting::zone());
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let read = if is_plain_text(file) {
        drafting::read_text(&documents::decode(&bytes), today)
    } else {
        drafting::read_file(&name, &bytes, today)
    };
    let found = match read {
        Ok(found) => found,
        Err(refusal) => {
            database.close().await;
            return Err(unreadable(file, &refused(refusal)));
        }
    };
    let imported = drafting::import(&database, now, today, found.clone()).await;
    database.close().await;
    let imported = match imported {
        Ok(imported) => imported,
        Err(Failure::Broken(error)) => return Err(error.into()),
        Err(Failure::NotFound) => return Err(Stop::failed("The text was erased meanwhile.")),
        Err(Failure::Refused(never)) => match never {},
    };
    let review = drafting::review_path(Language::Swedish, imported.reading, &found);
    let mut said = vec![match &imported.slug {
        Some(slug) => format!("{public_url}{}", addresses::organise_event(Language::Swedish, slug)),
        None => format!("{public_url}{review}"),
    }];
    if imported.slug.is_none() {
        said.push(match found.drafts.len() {
            1 => "No draft yet: the text lacks a title, a day or its hours; add them there.".into(),
            count => format!("No draft yet: the text speaks of {count} things; choose one there."),
        });
    } else {
        said.push(format!("What was read: {public_url}{review}"));
    }
    for (title, slug) in &imported.like {
        let path = addresses::organise_event(Language::Swedish, slug);
        said.push(format!("Looks like an event that is here already: {title}, {public_url}{path}"));
        let changes = drafting::update_path(Language::Swedish, imported.reading, 0, slug);
        said.push(format!("What it would change there: {public_url}{changes}"));
    }
    for field in &imported.left_out {
        said.push(format!("Left out, since it cannot be taken as it is: {field}"));
    }
    said.extend(warnings(&found));
    let _ = writeln!(std::io::stdout(), "{}", said.join("\n"));
    Ok(())
}

fn refused(refusal: TextRefusal) -> String {
    match refusal {
        TextRefusal::Nothing => "there is no text in it".to_owned(),
        TextRefusal::TooLong(max) => format!("its text is longer than {max} characters"),
        TextRefusal::File(why) => why.to_string(),
    }
}

/// One line for each thing that a person should look at.
fn warnings(found: &Findings) -> Vec<String> {
    let doubts = found.doubts.iter().chain(found.drafts.iter().flat_map(|it| &it.doubts));
    let mut said = vec![];
    for doubt in doubts {
        let line = format!("Warning: {}{}", sentence(doubt), whereabouts(doubt));
        // Both sides of a contradiction in a letter say the same.
        if !said.contains(&line) {
            said.push(line);
        }
    }
    said
}

fn whereabouts(doubt: &Doubt) -> String {
    let mut lines = doubt.lines.clone();
    lines.sort_unstable();
    let lines: Vec<String> = lines.iter().map(u32::to_string).collect();
    match &lines[..] {
        [] => String::new(),
        [line] => format!(" (line {line})"),
        lines => format!(" (lines {})", lines.join(", ")),
    }
}

fn sentence(doubt: &Doubt) -> String {
    let both = || {
        let said: Vec<&str> = doubt.readings.iter().map(|it| it.text.as_str()).collect();
        said.join(" and ")
    };
    match doubt.kind {
        DoubtKind::WeekdayMismatch => "a weekday does not fit its date".to_owned(),
        DoubtKind::IssueMismatch => format!("the issue has two numbers, {}", both()),
        DoubtKind::TimeConflict => format!("two times are given, {}", both()),
        DoubtKind::DeadlineConflict => format!("two last days to register are given, {}", both()),
        DoubtKind::DeadlineAfterEvent => "the last day to register is after the event".to_owned(),
        DoubtKind::EndBeforeStart => "something ends before it starts".to_owned(),
        DoubtKind::ItemOutsideHours => "an item is outside the hours of its day".to_owned(),
        DoubtKind::YearMissing => "no year is given; the next such day is proposed".to_owned(),
        DoubtKind::EmptyField => "a label has nothing after it".to_owned(),
        DoubtKind::Cancelled => "the text says that it is cancelled".to_owned(),
        DoubtKind::Moved => "the text says that it was moved".to_owned(),
        DoubtKind::DayMissing => "no day is given".to_owned(),
        DoubtKind::HoursMissing => "not all hours are given".to_owned(),
    }
}
