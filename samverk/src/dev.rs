//! Letters of a development instance, shown in the browser: `/dev/mail`. There is no such address
//! on any other instance.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use mail_parser::{MessageParser, MimeHeaders as _};
use std::fmt::Write as _;
use std::path::Path as FilePath;
use web::{Fault, Routes, Site, Who};

/// The latest letters that are listed.
const LETTERS_MAX: usize = 200;

pub fn routes() -> Routes {
    Routes::new().get("/dev/mail", Who::Anyone, list).get("/dev/mail/{name}", Who::Anyone, show)
}

/// `GET /dev/mail`: the letters in the mail folder, latest first.
async fn list(State(site): State<Site>) -> Response {
    let folder = site.settings.mail_folder.as_deref();
    let mut page = String::from(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Letters</title>\
         <h1>Letters</h1><ul>",
    );
    for name in folder.map(names).unwrap_or_default().into_iter().rev().take(LETTERS_MAX) {
        let letter = folder.and_then(|it| std::fs::read(it.join(&name)).ok());
        let line = letter.as_deref().and_then(headline).unwrap_or_else(|| name.clone());
        let _ = write!(page, "<li><a href=\"/dev/mail/{name}\">{}</a></li>", escaped(&line));
    }
    page.push_str("</ul></html>");
    Html(page).into_response()
}

/// `GET /dev/mail/{name}`: one letter as text.
async fn show(State(site): State<Site>, Path(name): Path<String>) -> Result<Response, Fault> {
    let folder = site.settings.mail_folder.as_deref().ok_or(Fault::NotFound)?;
    // Only names that are listed: nothing else on the disk can be asked for.
    let name = names(folder).into_iter().find(|it| *it == name).ok_or(Fault::NotFound)?;
    let letter = std::fs::read(folder.join(name)).map_err(|_| Fault::NotFound)?;
    Ok(text_of(&letter).ok_or(Fault::NotFound)?.into_response())
}

fn names(folder: &FilePath) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|it| it.file_name().into_string().ok())
        .filter(|it| it.ends_with(".eml") && !it.starts_with('.'))
        .collect();
    names.sort();
    names
}

fn headline(letter: &[u8]) -> Option<String> {
    let letter = MessageParser::default().parse(letter)?;
    let to = letter.to()?.first()?.address()?;
    Some(format!("{} → {to}", letter.subject().unwrap_or_default()))
}

/// Headers that matter, the text, and the calendar file if one came with it.
fn text_of(letter: &[u8]) -> Option<String> {
    let letter = MessageParser::default().parse(letter)?;
    let mut text = String::new();
    for header in ["From", "To", "Reply-To", "Date", "Subject", "Message-ID", "Auto-Submitted"] {
        if let Some(value) = letter.header_raw(header) {
            let value = if header == "Subject" { letter.subject().unwrap_or(value) } else { value };
            let _ = writeln!(text, "{header}: {}", value.trim());
        }
    }
    let _ = write!(text, "\n{}\n", letter.body_text(0)?);
    for attachment in letter.attachments() {
        let name = attachment.attachment_name().unwrap_or("attachment");
        let _ = write!(text, "\n--- {name}\n{}", attachment.text_contents().unwrap_or_default());
    }
    Some(text)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
