//! schema.org data about an event, for search engines and other calendars: one `Event` as JSON-LD,
//! to stand in a page's `<script type="application/ld+json">`.
//!
//! Machine formats keep their own spelling (`organizer`). Not here: what is public. A meeting link
//! that is secret until the day stays out of [`EventData`].

use jiff::ZonedDateTime;
use locale::Language;
use serde_json::{Map, Value, json};

/// What is told about one event. All addresses are whole (`https://…`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventData {
    pub name: String,
    /// Plain text.
    pub description: Option<String>,
    /// The public page, in this language.
    pub url: String,
    pub starts: ZonedDateTime,
    pub ends: ZonedDateTime,
    pub status: Status,
    pub attendance_mode: AttendanceMode,
    /// Where one goes, unless the event is online only.
    pub place: Option<Place>,
    /// Where anyone may follow online, if such an address is public. Without one, `url` is given:
    /// that is where people get to know.
    pub virtual_url_public: Option<String>,
    pub organisers: Vec<Organisation>,
    pub funders: Vec<Organisation>,
    /// Names of those who speak.
    pub performers: Vec<String>,
    pub in_language: Language,
    /// `None`: not said.
    pub free: Option<bool>,
    /// For whom, in words.
    pub audience: Option<String>,
    pub image: Option<String>,
    /// How many can come; `None` means no limit.
    pub capacity: Option<u32>,
    /// How many more can come; `None`: no limit, or not told.
    pub remaining: Option<u32>,
    /// The conference, series or tour that this is a part of.
    pub super_event: Option<Related>,
    /// The programme.
    pub sub_events: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    Scheduled,
    /// The page stays and says so, and so does this.
    Cancelled,
    /// Moved to `starts` from an earlier announced start.
    Rescheduled {
        previous: ZonedDateTime,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AttendanceMode {
    OnSite,
    Online,
    Mixed,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub name: String,
    pub street: Option<String>,
    pub town: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    pub name: String,
    pub url: Option<String>,
}

/// Another event, by name and page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    pub name: String,
    pub url: String,
}

/// An item of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub name: String,
    pub starts: ZonedDateTime,
    pub ends: Option<ZonedDateTime>,
}

impl EventData {
    /// One JSON object, on one line, that no text in it can break out of a `<script>` with. Keys
    /// in alphabetical order: the same event gives the same bytes.
    pub fn to_json(&self) -> String {
        in_script(&Value::Object(self.object()).to_string())
    }

    fn object(&self) -> Map<String, Value> {
        let mut event = Map::new();
        let mut put = |key: &str, value: Value| event.insert(key.to_owned(), value);
        put("@context", json!("https://schema.org"));
        put("@type", json!("Event"));
        put("@id", json!(self.url));
        put("url", json!(self.url));
        put("name", json!(self.name));
        put("startDate", instant(&self.starts));
        put("endDate", instant(&self.ends));
        put("eventStatus", json!(self.status.address()));
        if let Status::Rescheduled { previous } = &self.status {
            put("previousStartDate", instant(previous));
        }
        put("eventAttendanceMode", json!(self.attendance_mode.address()));
        put("inLanguage", json!(self.in_language.code()));
        let optional = [
            ("description", self.description.as_ref().map(|text| json!(text))),
            ("image", self.image.as_ref().map(|address| json!(address))),
            ("isAccessibleForFree", self.free.map(|free| json!(free))),
            ("maximumAttendeeCapacity", self.capacity.map(|places| json!(places))),
            ("remainingAttendeeCapacity", self.remaining.map(|places| json!(places))),
            ("audience", self.audience.as_deref().map(audience)),
            ("superEvent", self.super_event.as_ref().map(Related::object)),
            ("location", self.location()),
            ("organizer", all(&self.organisers, Organisation::object)),
            ("funder", all(&self.funders, Organisation::object)),
            ("performer", all(&self.performers, person)),
            ("subEvent", all(&self.sub_events, Part::object)),
        ];
        for (key, value) in optional {
            if let Some(value) = value {
                put(key, value);
            }
        }
        event
    }

    /// One location, or both where people can choose.
    fn location(&self) -> Option<Value> {
        let place = self.place.as_ref().map(Place::object);
        let address = self.virtual_url_public.as_ref().unwrap_or(&self.url);
        let online = json!({ "@type": "VirtualLocation", "url": address });
        match self.attendance_mode {
            AttendanceMode::OnSite => place,
            AttendanceMode::Online => Some(online),
            AttendanceMode::Mixed => Some(match place {
                Some(place) => json!([place, online]),
                None => online,
            }),
        }
    }
}

impl Status {
    fn address(&self) -> &'static str {
        match self {
            Self::Scheduled => "https://schema.org/EventScheduled",
            Self::Cancelled => "https://schema.org/EventCancelled",
            Self::Rescheduled { .. } => "https://schema.org/EventRescheduled",
        }
    }
}

impl AttendanceMode {
    fn address(self) -> &'static str {
        match self {
            Self::OnSite => "https://schema.org/OfflineEventAttendanceMode",
            Self::Online => "https://schema.org/OnlineEventAttendanceMode",
            Self::Mixed => "https://schema.org/MixedEventAttendanceMode",
        }
    }
}

impl Place {
    fn object(&self) -> Value {
        let mut place = json!({ "@type": "Place", "name": self.name });
        if self.street.is_some() || self.town.is_some() {
            let mut address = json!({ "@type": "PostalAddress" });
            if let Some(street) = &self.street {
                address["streetAddress"] = json!(street);
            }
            if let Some(town) = &self.town {
                address["addressLocality"] = json!(town);
            }
            place["address"] = address;
        }
        place
    }
}

impl Organisation {
    fn object(&self) -> Value {
        let mut organisation = json!({ "@type": "Organization", "name": self.name });
        if let Some(url) = &self.url {
            organisation["url"] = json!(url);
        }
        organisation
    }
}

impl Related {
    fn object(&self) -> Value {
        json!({ "@type": "Event", "name": self.name, "url": self.url })
    }
}

impl Part {
    fn object(&self) -> Value {
        let mut part =
            json!({ "@type": "Event", "name": self.name, "startDate": instant(&self.starts) });
        if let Some(ends) = &self.ends {
            part["endDate"] = instant(ends);
        }
        part
    }
}

fn audience(words: &str) -> Value {
    json!({ "@type": "Audience", "audienceType": words })
}

fn person(name: &String) -> Value {
    json!({ "@type": "Person", "name": name })
}

fn all<T>(items: &[T], object: impl Fn(&T) -> Value) -> Option<Value> {
    (!items.is_empty()).then(|| items.iter().map(object).collect())
}

/// "2027-05-26T16:00:00+02:00"
fn instant(moment: &ZonedDateTime) -> Value {
    json!(moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
}

/// Inside a script element HTML looks for `</script` and `<!--` before JSON is read, and old
/// JavaScript engines for U+2028. In JSON all of these can stand only inside strings, where an
/// escape means the same.
fn in_script(json: &str) -> String {
    let mut safe = String::with_capacity(json.len() + 16);
    for letter in json.chars() {
        match letter {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            letter => safe.push(letter),
        }
    }
    safe
}
