//! A draft as the fields of a form, and what the form brings back.

use crate::desk;
use crate::drafting::rules::event::{read_day, read_time};
use crate::drafting::rules::remains::item_field;
use crate::drafting::types::{Draft, Value};
use jiff::civil::Date;
use shared::Language;
use std::collections::BTreeSet;
use web::Fields;

/// What a choice between readings is called that is none of them.
pub const OTHER: &str = "other";

pub fn value<'a>(draft: &'a Draft, field: &str) -> Option<&'a Value> {
    draft.values.iter().find(|it| it.field == field)
}

pub fn title(draft: &Draft) -> Option<&str> {
    value(draft, "title").or_else(|| value(draft, "title_en")).map(|it| it.text.as_str())
}

pub fn first_on(draft: &Draft) -> Option<Date> {
    value(draft, "day_1").and_then(|it| read_day(&it.text))
}

/// How many items the draft has.
pub fn items(draft: &Draft) -> usize {
    draft.values.iter().filter_map(|it| item_field(&it.field)).map(|it| it.0).max().unwrap_or(0)
}

/// A value as the form shows it.
pub fn typed(language: Language, field: &str, text: &str) -> String {
    let is = |names: &[&str]| names.iter().any(|it| field == *it || numbered(field, it));
    if is(&["day", "deadline", "opens", "dispatch_on"]) {
        return read_day(text).map_or_else(|| text.to_owned(), |it| desk::typed_day(language, it));
    }
    let time = is(&["from", "to"])
        || item_field(field).is_some_and(|(_, name)| matches!(name, "starts" | "ends"));
    match read_time(text).filter(|_| time) {
        Some(it) => locale::time(language, it),
        None => text.to_owned(),
    }
}

/// "day_2" is a "day".
fn numbered(field: &str, name: &str) -> bool {
    let number = field.strip_prefix(name).and_then(|it| it.strip_prefix('_'));
    number.is_some_and(|it| it.parse::<u32>().is_ok())
}

/// The draft's fields, over what a form begins with.
pub fn fields(language: Language, draft: &Draft, begins_with: Fields) -> Fields {
    let mut fields = begins_with;
    for it in &draft.values {
        fields.set(&it.field, typed(language, &it.field, &it.text));
    }
    fields
}

/// The fields that a person should look at: said in two ways, doubtful, or only proposed.
pub fn doubtful(draft: &Draft) -> BTreeSet<&str> {
    let values = draft.values.iter().filter(|it| it.sure.is_doubtful()).map(|it| &it.field);
    let doubts = draft.doubts.iter().map(|it| &it.field).filter(|it| !it.is_empty());
    values.chain(doubts).map(String::as_str).collect()
}

/// What the form brought, with the choices between readings made.
pub fn settled(mut fields: Fields) -> Fields {
    let others: Vec<String> = fields
        .pairs()
        .filter_map(|(name, _)| name.strip_suffix("_other").map(str::to_owned))
        .collect();
    for name in others {
        if fields.raw(&name) == OTHER {
            let typed = fields.raw(&format!("{name}_other")).to_owned();
            fields.set(&name, typed);
        }
    }
    fields
}

/// Takes away what is not certain and still as it was proposed. What an event cannot be without
/// stays.
pub fn without_doubtful(language: Language, draft: &Draft, mut fields: Fields) -> Fields {
    for field in doubtful(draft) {
        let Some(value) = value(draft, field) else { continue };
        let required =
            ["title", "day", "from", "to"].iter().any(|it| field == *it || numbered(field, it))
                || field == "title_en"
                || field.starts_with("contact_name_")
                || item_field(field).is_some_and(|(_, name)| {
                    name.starts_with("title") || name.starts_with("talk_title") || name == "kind"
                });
        if required || fields.raw(field) != typed(language, field, &value.text) {
            continue;
        }
        match field {
            // A way without its day or number is no way.
            "dispatch" | "dispatch_on" | "dispatch_days" => fields.set("dispatch", "none"),
            _ if field.ends_with("_choosing") => fields.set(field, "none"),
            _ => fields.set(field, ""),
        }
    }
    fields
}

/// The fields of one item, by the names of its own form. `None`: it was taken away.
pub fn item(fields: &Fields, nth: usize) -> Option<Fields> {
    let start = format!("item_{nth}_");
    let own = fields.pairs().filter_map(|(name, value)| {
        name.strip_prefix(&start).map(|it| (it.to_owned(), value.to_owned()))
    });
    let own = Fields::from_pairs(own);
    let empty = own.pairs().all(|(name, value)| {
        value.trim().is_empty() || matches!(name, "kind" | "choosing" | "day")
    });
    (!own.has("removed") && !empty).then_some(own)
}

/// How many items a form speaks of.
pub fn items_of(fields: &Fields) -> usize {
    fields
        .pairs()
        .filter_map(|(name, _)| item_field(name))
        .map(|it| it.0)
        .max()
        .unwrap_or(0)
        .min(100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafting::types::{Doubt, DoubtKind, Sure};

    fn draft(values: &[(&str, &str, Sure)]) -> Draft {
        let value = |(field, text, sure): &(&str, &str, Sure)| Value {
            field: (*field).to_owned(),
            text: (*text).to_owned(),
            lines: vec![1],
            sure: *sure,
        };
        Draft { values: values.iter().map(value).collect(), ..Draft::default() }
    }

    #[test]
    fn days_and_times_are_shown_as_people_type_them() {
        let of = |field, text| typed(Language::Swedish, field, text);
        assert_eq!(of("day_2", "2027-05-26"), "26 maj 2027");
        assert_eq!(of("deadline", "2027-05-21"), "21 maj 2027");
        assert_eq!(of("from_1", "16:00"), "16.00");
        assert_eq!(of("item_12_starts", "16:45"), "16.45");
        assert_eq!(of("item_1_day", "2027-05-26"), "2027-05-26");
        assert_eq!(of("title", "2027-05-26"), "2027-05-26");
    }

    #[test]
    fn what_is_doubtful_goes_and_what_was_typed_stays() {
        let mut draft = draft(&[
            ("title", "Mat", Sure::Doubtful),
            ("town", "Nora", Sure::Doubtful),
            ("venue", "Logen", Sure::Certain),
            ("dispatch", "days", Sure::Likely),
            ("dispatch_days", "2", Sure::Proposed),
            ("deadline", "2027-05-21", Sure::Certain),
        ]);
        draft.doubts = vec![Doubt {
            kind: DoubtKind::DeadlineConflict,
            field: "deadline".to_owned(),
            lines: vec![],
            readings: vec![],
        }];
        let shown = fields(Language::Swedish, &draft, Fields::default());
        let kept = without_doubtful(Language::Swedish, &draft, shown.clone());
        let of = |name: &str| kept.raw(name);
        assert_eq!((of("title"), of("town"), of("venue")), ("Mat", "", "Logen"));
        assert_eq!((of("dispatch"), of("deadline")), ("none", ""));
        let mut typed = shown;
        typed.set("deadline", "20 maj 2027");
        let kept = without_doubtful(Language::Swedish, &draft, typed);
        assert_eq!(kept.raw("deadline"), "20 maj 2027");
    }

    #[test]
    fn a_choice_that_is_none_of_the_readings_is_what_was_typed() {
        let pairs = [("deadline", "other"), ("deadline_other", "20 maj"), ("from_1", "16.00")];
        let fields = Fields::from_pairs(pairs.map(|(a, b)| (a.to_owned(), b.to_owned())));
        let settled = settled(fields);
        assert_eq!((settled.raw("deadline"), settled.raw("from_1")), ("20 maj", "16.00"));
    }

    #[test]
    fn an_item_is_what_says_something_and_was_not_taken_away() {
        let pairs = [
            ("item_1_title", "Kaffe"),
            ("item_2_title", ""),
            ("item_2_kind", "talk"),
            ("item_3_title", "Lunch"),
            ("item_3_removed", "1"),
        ];
        let fields = Fields::from_pairs(pairs.map(|(a, b)| (a.to_owned(), b.to_owned())));
        assert_eq!(items_of(&fields), 3);
        assert_eq!(item(&fields, 1).unwrap().raw("title"), "Kaffe");
        assert_eq!((item(&fields, 2), item(&fields, 3)), (None, None));
    }
}
