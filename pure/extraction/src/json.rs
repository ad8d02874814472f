//! The draft as JSON: field names, the order of nothing, and the source line of every value.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value, json};

use crate::model::*;

/// Path of a value ("events[0].title"), its source line and how sure the reader is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub path: String,
    pub line: u32,
    pub confidence: Confidence,
}

impl Extraction {
    /// The draft as one JSON document, with `source_lines`.
    pub fn to_json(&self) -> String {
        self.value().to_string()
    }

    /// The same document as a value.
    pub fn value(&self) -> Value {
        let (mut root, marks) = self.write();
        let lines: Map<String, Value> =
            marks.into_iter().map(|(path, (line, _))| (path, json!(line))).collect();
        root.insert("source_lines".into(), Value::Object(lines));
        Value::Object(root)
    }

    /// Every value's place in the source, in the order of its path.
    pub fn marks(&self) -> Vec<Mark> {
        let (_, marks) = self.write();
        marks
            .into_iter()
            .map(|(path, (line, confidence))| Mark { path, line, confidence })
            .collect()
    }

    /// For each warning, in their order, the paths of the draft's values that it is about: the
    /// values that a person should choose again. Empty where the draft holds none of them.
    pub fn disputed(&self) -> Vec<Vec<String>> {
        let (root, marks) = self.write();
        let root = Value::Object(root);
        let mut by_line: HashMap<u32, Vec<(&str, &Value)>> = HashMap::new();
        for (path, (line, _)) in &marks {
            let pointer = format!("/{}", path.replace(['.', '['], "/").replace(']', ""));
            if let Some(value) = root.pointer(&pointer) {
                by_line.entry(*line).or_default().push((path, value));
            }
        }
        let paths = |warning: &Warning| {
            let mut found: Vec<String> = Vec::new();
            for reading in &warning.readings {
                let said = match reading.says {
                    Says::Day(day) => day.plain(),
                    Says::Clock(clock) => clock.plain(),
                    Says::Issue(issue) => issue.plain(),
                    Says::Weekday(_) => continue,
                };
                for (path, value) in by_line.get(&reading.line).into_iter().flatten() {
                    if **value == said && !found.iter().any(|f| f == path) {
                        found.push((*path).to_owned());
                    }
                }
            }
            found
        };
        self.warnings.iter().map(paths).collect()
    }

    fn write(&self) -> (Map<String, Value>, BTreeMap<String, (u32, Confidence)>) {
        let mut out = Writer::default();
        let mut root = Map::new();
        root.insert("kind".into(), json!(self.kind.word()));
        root.insert("language".into(), json!(self.language.word()));
        if !self.events.is_empty() {
            root.insert("events".into(), out.list("events", &self.events, Writer::event));
        }
        if let Some(letter) = &self.newsletter {
            root.insert("newsletter".into(), Value::Object(out.newsletter("newsletter", letter)));
        }
        let warnings = self
            .warnings
            .iter()
            .map(|w| json!({"kind": w.kind.word(), "detail": w.detail}))
            .collect();
        root.insert("warnings".into(), Value::Array(warnings));
        (root, out.marks)
    }
}

/// A value that JSON can hold.
trait Plain {
    fn plain(&self) -> Value;
}

impl Plain for String {
    fn plain(&self) -> Value {
        json!(self)
    }
}
impl Plain for bool {
    fn plain(&self) -> Value {
        json!(self)
    }
}
impl Plain for u32 {
    fn plain(&self) -> Value {
        json!(self)
    }
}
impl Plain for Day {
    fn plain(&self) -> Value {
        json!(self.to_string())
    }
}
impl Plain for Clock {
    fn plain(&self) -> Value {
        json!(self.to_string())
    }
}
impl Plain for Issue {
    fn plain(&self) -> Value {
        json!({"year": self.year, "number": self.number})
    }
}
impl Plain for LinkDispatch {
    fn plain(&self) -> Value {
        match self {
            Self::On(day) => json!({"date": day.to_string()}),
            Self::SameDay => json!({"rel": "same_day"}),
            Self::DaysBefore(None) => json!({"rel": "days_before"}),
            Self::DaysBefore(Some(days)) => json!({"rel": "days_before", "days": days}),
            Self::AfterDeadline => json!({"rel": "after_deadline"}),
            Self::OnRegistration => json!({"rel": "on_registration"}),
            Self::Later => json!({"rel": "later"}),
        }
    }
}

/// The words of the format for the closed lists.
macro_rules! words {
    ($($kind:ident { $($variant:ident => $word:literal),+ $(,)? })+) => {$(
        impl $kind {
            /// Its word in the JSON format.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
        impl Plain for $kind {
            fn plain(&self) -> Value {
                json!(self.word())
            }
        }
    )+};
}

words! {
    Kind { Event => "event", Newsletter => "newsletter", Agenda => "agenda" }
    Language { Swedish => "sv", English => "en" }
    Status { Cancelled => "cancelled", Moved => "moved" }
    Mode { Onsite => "onsite", Online => "online", Hybrid => "hybrid" }
    Admission { Open => "open", Invited => "invited", Members => "members" }
    ItemKind {
        Talk => "talk", GroupTalks => "group_talks", Break => "break", Meal => "meal",
        Arrival => "arrival", Welcome => "welcome", Summary => "summary", Other => "other",
    }
    Relation { PreMeetingOf => "pre_meeting_of", HasPreMeeting => "has_pre_meeting", Follows => "follows" }
    WarningKind {
        WeekdayMismatch => "weekday_mismatch", IssueMismatch => "issue_mismatch",
        TimeConflict => "time_conflict", DeadlineConflict => "deadline_conflict",
        DeadlineAfterEvent => "deadline_after_event", EndBeforeStart => "end_before_start",
        ItemOutsideHours => "item_outside_hours", YearMissing => "year_missing", EmptyField => "empty_field",
    }
}

#[derive(Default)]
struct Writer {
    marks: BTreeMap<String, (u32, Confidence)>,
}

type Object = Map<String, Value>;

impl Writer {
    fn put<T: Plain>(
        &mut self,
        object: &mut Object,
        path: &str,
        key: &str,
        found: Option<&Found<T>>,
    ) {
        if let Some(found) = found {
            self.marks.insert(format!("{path}.{key}"), (found.line, found.confidence));
            object.insert(key.into(), found.value.plain());
        }
    }

    fn list<T>(
        &mut self,
        path: &str,
        things: &[T],
        write: fn(&mut Self, &str, &T) -> Object,
    ) -> Value {
        let list = things
            .iter()
            .enumerate()
            .map(|(n, thing)| Value::Object(write(self, &format!("{path}[{n}]"), thing)));
        Value::Array(list.collect())
    }

    fn put_list<T>(
        &mut self,
        object: &mut Object,
        path: &str,
        key: &str,
        things: &[T],
        write: fn(&mut Self, &str, &T) -> Object,
    ) {
        if !things.is_empty() {
            let list = self.list(&format!("{path}.{key}"), things, write);
            object.insert(key.into(), list);
        }
    }

    fn put_words(&mut self, object: &mut Object, path: &str, key: &str, words: &[Found<String>]) {
        if words.is_empty() {
            return;
        }
        for (n, word) in words.iter().enumerate() {
            self.marks.insert(format!("{path}.{key}[{n}]"), (word.line, word.confidence));
        }
        object.insert(key.into(), words.iter().map(|word| json!(word.value)).collect());
    }

    fn put_object(object: &mut Object, key: &str, inner: Object) {
        if !inner.is_empty() {
            object.insert(key.into(), Value::Object(inner));
        }
    }

    fn event(&mut self, path: &str, event: &Event) -> Object {
        let mut o = Object::new();
        self.put(&mut o, path, "title", event.title.as_ref());
        self.put(&mut o, path, "lead", event.lead.as_ref());
        self.put(&mut o, path, "status", event.status.as_ref());
        self.put_list(&mut o, path, "days", &event.days, |w, path, day| {
            let mut o = Object::new();
            w.put(&mut o, path, "date", Some(&day.date));
            w.put(&mut o, path, "start", day.start.as_ref());
            w.put(&mut o, path, "end", day.end.as_ref());
            o
        });
        self.put(&mut o, path, "time_zone", event.time_zone.as_ref());
        self.put(&mut o, path, "mode", event.mode.as_ref());
        self.put(&mut o, path, "platform", event.platform.as_ref());
        let (mut inner, at) = (Object::new(), format!("{path}.venue"));
        self.put(&mut inner, &at, "name", event.venue.name.as_ref());
        self.put(&mut inner, &at, "street", event.venue.street.as_ref());
        self.put(&mut inner, &at, "town", event.venue.town.as_ref());
        Self::put_object(&mut o, "venue", inner);
        let (mut inner, at, reg) =
            (Object::new(), format!("{path}.registration"), &event.registration);
        self.put(&mut inner, &at, "required", reg.required.as_ref());
        self.put(&mut inner, &at, "deadline", reg.deadline.as_ref());
        self.put(&mut inner, &at, "opens", reg.opens.as_ref());
        self.put(&mut inner, &at, "email", reg.email.as_ref());
        self.put(&mut inner, &at, "url", reg.url.as_ref());
        Self::put_object(&mut o, "registration", inner);
        self.put(&mut o, path, "link_dispatch", event.link_dispatch.as_ref());
        let (mut inner, at) = (Object::new(), format!("{path}.audience"));
        self.put(&mut inner, &at, "admission", event.admission.as_ref());
        self.put(&mut inner, &at, "text", event.audience.as_ref());
        Self::put_object(&mut o, "audience", inner);
        let (mut inner, at) = (Object::new(), format!("{path}.cost"));
        self.put(&mut inner, &at, "free", event.cost.free.as_ref());
        self.put(&mut inner, &at, "amount", event.cost.amount.as_ref());
        self.put(&mut inner, &at, "no_show_fee", event.cost.no_show_fee.as_ref());
        Self::put_object(&mut o, "cost", inner);
        self.put_words(&mut o, path, "themes", &event.themes);
        self.put_list(&mut o, path, "programme", &event.programme, Self::item);
        let (mut inner, at, roles) = (Object::new(), format!("{path}.roles"), &event.roles);
        self.put_words(&mut inner, &at, "moderators", &roles.moderators);
        self.put_words(&mut inner, &at, "organisers", &roles.organisers);
        self.put_words(&mut inner, &at, "in_collaboration", &roles.in_collaboration);
        self.put_words(&mut inner, &at, "co_funders", &roles.co_funders);
        self.put_list(&mut inner, &at, "contacts", &roles.contacts, Self::contact);
        Self::put_object(&mut o, "roles", inner);
        self.put(&mut o, path, "series", event.series.as_ref());
        self.put_list(&mut o, path, "linked", &event.linked, |w, path, linked| {
            let mut o = Object::new();
            w.put(&mut o, path, "relation", Some(&Found::likely(linked.relation, linked.line)));
            w.put(&mut o, path, "date", linked.date.as_ref());
            w.put(&mut o, path, "title", linked.title.as_ref());
            o
        });
        self.put(&mut o, path, "updated_on", event.updated_on.as_ref());
        o
    }

    fn item(&mut self, path: &str, item: &Item) -> Object {
        let mut o = Object::new();
        self.put(&mut o, path, "date", item.date.as_ref());
        self.put(&mut o, path, "start", item.start.as_ref());
        self.put(&mut o, path, "end", item.end.as_ref());
        self.put(&mut o, path, "title", item.title.as_ref());
        self.put(&mut o, path, "kind", Some(&item.kind));
        self.put_list(&mut o, path, "speakers", &item.speakers, Self::person);
        self.put_list(&mut o, path, "choices", &item.choices, |w, path, choice| {
            let mut o = Object::new();
            w.put(&mut o, path, "number", Some(&choice.number));
            w.put(&mut o, path, "title", Some(&choice.title));
            w.put_words(&mut o, path, "facilitators", &choice.facilitators);
            w.put_list(&mut o, path, "speakers", &choice.speakers, Self::person);
            o
        });
        self.put_words(&mut o, path, "questions", &item.questions);
        o
    }

    fn person(&mut self, path: &str, person: &Person) -> Object {
        let mut o = Object::new();
        self.put(&mut o, path, "name", Some(&person.name));
        self.put(&mut o, path, "title", person.title.as_ref());
        self.put(&mut o, path, "affiliation", person.affiliation.as_ref());
        o
    }

    fn contact(&mut self, path: &str, contact: &Contact) -> Object {
        let mut o = Object::new();
        self.put(&mut o, path, "name", contact.name.as_ref());
        self.put(&mut o, path, "role", contact.role.as_ref());
        self.put(&mut o, path, "phone", contact.phone.as_ref());
        self.put(&mut o, path, "email", contact.email.as_ref());
        o
    }

    fn newsletter(&mut self, path: &str, letter: &Newsletter) -> Object {
        let mut o = Object::new();
        self.put(&mut o, path, "title", letter.title.as_ref());
        self.put(&mut o, path, "issue", letter.issue.as_ref());
        self.put_list(&mut o, path, "sections", &letter.sections, |w, path, section| {
            let mut o = Object::new();
            w.put(&mut o, path, "heading", Some(&section.heading));
            let refs = w.list(&format!("{path}.refs"), &section.refs, |w, path, thing| {
                let mut o = Object::new();
                w.put(&mut o, path, "date", Some(&thing.date));
                w.put(&mut o, path, "end_date", thing.end_date.as_ref());
                w.put(&mut o, path, "start", thing.start.as_ref());
                w.put(&mut o, path, "end", thing.end.as_ref());
                w.put(&mut o, path, "place", thing.place.as_ref());
                w.put(&mut o, path, "title", thing.title.as_ref());
                o
            });
            o.insert("refs".into(), refs);
            o
        });
        self.put_list(&mut o, path, "contacts", &letter.contacts, Self::contact);
        o
    }
}
