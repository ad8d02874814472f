//! The calendar file beside an event's page. The meeting link is never in it: files are passed on.

use crate::announcement::reads;
use crate::event;
use interchange::calendar::Calendar;
use shared::{Language, addresses};
use web::{Fault, Site};

pub async fn file(site: &Site, language: Language, slug: &str) -> Result<String, Fault> {
    let mut session = site.database.read().await?;
    let event = reads::public_event(&mut session, slug).await?.ok_or(Fault::NotFound)?;
    let url = site.url(&addresses::event(language, slug));
    let host = event::calendar_host(&site.settings.public_url);
    let entries = event::calendar_entries(&event, language, url, &host, None);
    Ok(Calendar { entries }.to_text())
}
