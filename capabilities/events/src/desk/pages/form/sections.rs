//! The sections of the event form, field by field.

use crate::desk::pages::form::part::{Part, PictureField, RowOfParts};
use crate::desk::rules::{days, lines, plan};
use crate::event::AttendanceMode;
use shared::Language;
use web::forms::{Checkbox, Choice, Choices, Problems, Select, TextArea, TextField, Width};
use web::{Fields, Words};

/// One section, as the form and the list beside it show it.
pub struct Section {
    pub id: &'static str,
    pub heading: String,
    pub lead: String,
    /// Where it is not finished: how much is wrong.
    pub state: Option<String>,
    pub parts: Vec<Part>,
}

/// What the sections are made from.
pub struct Typed<'a> {
    pub words: &'a Words,
    pub fields: &'a Fields,
    pub problems: &'a Problems,
    /// Slug and title of the events that this may be the pre-meeting of.
    pub conferences: &'a [(String, String)],
    /// The address of the picture that the event has, and what it shows.
    pub picture: Option<(String, String)>,
    pub picture_mib_max: usize,
}

pub fn sections(typed: &Typed<'_>) -> Vec<Section> {
    vec![
        what(typed),
        when(typed),
        place(typed),
        registration(typed),
        link(typed),
        people(typed),
        related(typed),
    ]
}

impl Typed<'_> {
    fn text(&self, key: &str) -> String {
        self.words.text(key)
    }

    fn line(&self, name: impl Into<String>, label: String) -> TextField {
        let name = name.into();
        let value = self.fields.raw(&name).to_owned();
        TextField::new(name, label, value).problem(self.problems)
    }

    fn optional(&self, name: impl Into<String>, label: String) -> TextField {
        self.line(name, label).optional(self.words)
    }

    fn area(&self, name: &str, label: String, rows: u32) -> TextArea {
        TextArea::new(name, label, self.fields.raw(name), rows)
            .optional(self.words)
            .problem(self.problems)
    }

    fn choice(&self, name: &str, value: &str, label: String) -> Choice {
        Choice::new(value, label, self.fields.raw(name) == value)
    }

    /// The same in English: open where something stands or is wrong, or where one reads English.
    fn in_english(&self, names: &[&str], parts: Vec<Part>) -> Part {
        let filled = names
            .iter()
            .any(|it| !self.fields.raw(it).is_empty() || self.problems.of(it).is_some());
        Part::More {
            summary: self.text("desk-form-in-english"),
            open: filled || self.words.language == Language::English,
            parts,
        }
    }

    fn section(
        &self,
        id: &'static str,
        heading: String,
        lead: String,
        parts: Vec<Part>,
        own: &[&str],
    ) -> Section {
        let wrong = self.problems.0.iter().filter(|it| own.contains(&stem(&it.field))).count();
        let state = (wrong > 0).then(|| {
            let wrong = i64::try_from(wrong).unwrap_or(i64::MAX);
            self.words.text_with("desk-form-state-wrong", [("count", wrong.into())])
        });
        Section { id, heading, lead, state, parts }
    }
}

/// A field's name without the number of its row.
fn stem(field: &str) -> &str {
    field.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('_')
}

fn what(typed: &Typed<'_>) -> Section {
    let text = |key| typed.text(key);
    let parts = vec![
        typed.line("title", text("desk-form-title")).required().language("sv").into(),
        typed
            .area("lead", text("desk-form-lead"), 3)
            .hint(text("desk-form-lead-hint"))
            .language("sv")
            .into(),
        typed
            .area("text", text("desk-form-text"), 10)
            .hint(text("desk-form-text-hint"))
            .language("sv")
            .into(),
        typed.in_english(
            &["title_en", "lead_en", "text_en"],
            vec![
                typed.optional("title_en", text("desk-form-title-en")).language("en").into(),
                typed.area("lead_en", text("desk-form-lead-en"), 3).language("en").into(),
                typed.area("text_en", text("desk-form-text-en"), 10).language("en").into(),
            ],
        ),
        typed
            .area("themes", text("desk-form-themes"), 2)
            .hint(text("desk-form-one-a-line"))
            .language("sv")
            .into(),
        typed.in_english(
            &["themes_en"],
            vec![
                typed
                    .area("themes_en", text("desk-form-themes-en"), 2)
                    .hint(text("desk-form-themes-en-hint"))
                    .language("en")
                    .into(),
            ],
        ),
        typed
            .optional("series", text("desk-form-series"))
            .hint(text("desk-form-series-hint"))
            .language("sv")
            .into(),
        typed.area("series_about", text("desk-form-series-about"), 3).language("sv").into(),
        typed.in_english(
            &["series_en", "series_about_en"],
            vec![
                typed.optional("series_en", text("desk-form-series-en")).language("en").into(),
                typed
                    .area("series_about_en", text("desk-form-series-about-en"), 3)
                    .language("en")
                    .into(),
            ],
        ),
        Part::Picture(PictureField {
            label: text("desk-form-picture"),
            optional: text("web-optional"),
            hint: typed.words.text_with(
                "desk-form-picture-hint",
                [("mib", i64::try_from(typed.picture_mib_max).unwrap_or(i64::MAX).into())],
            ),
            error: typed.problems.of("picture"),
            shown: typed.picture.clone(),
        }),
        typed
            .line("picture_alt", text("desk-form-picture-alt"))
            .hint(text("desk-form-picture-alt-hint"))
            .language("sv")
            .into(),
        typed.in_english(
            &["picture_alt_en"],
            vec![
                typed
                    .optional("picture_alt_en", text("desk-form-picture-alt-en"))
                    .language("en")
                    .into(),
            ],
        ),
    ];
    let mut section = typed.section(
        "what",
        text("desk-form-what"),
        text("desk-form-what-lead"),
        parts,
        &[
            "title",
            "title_en",
            "lead",
            "lead_en",
            "text",
            "text_en",
            "themes",
            "themes_en",
            "series",
            "series_en",
            "series_about",
            "series_about_en",
            "picture",
            "picture_alt",
            "picture_alt_en",
        ],
    );
    if typed.picture.is_some() {
        let removed = typed.fields.has("picture_remove");
        let tick = Checkbox::new("picture_remove", text("desk-form-picture-remove"), removed);
        section.parts.push(tick.into());
    }
    section
}

fn when(typed: &Typed<'_>) -> Section {
    let text = |key| typed.text(key);
    let filled = (1..=days::DAYS_MAX)
        .filter(|row| days::names(*row).iter().any(|it| !typed.fields.raw(it).is_empty()))
        .max()
        .unwrap_or(1);
    let rows = (1..=(filled + 2).min(days::DAYS_MAX)).map(|row| {
        let [day, from, to] = days::names(row);
        let number = [("number", i64::try_from(row).unwrap_or(0).into())];
        let mut day = typed.line(day, text("desk-form-day")).width(Width::Small);
        let mut from = typed.line(from, text("desk-form-from")).width(Width::Tiny);
        let mut to = typed.line(to, text("desk-form-to")).width(Width::Tiny);
        if row == 1 {
            day = day.hint(text("desk-form-day-hint")).required();
            from = from.hint(text("desk-form-from-hint")).required();
            to = to.hint(text("desk-form-to-hint")).required();
        }
        RowOfParts {
            legend: typed.words.text_with("desk-form-day-number", number),
            parts: vec![Part::Row(vec![day.into(), from.into(), to.into()])],
        }
    });
    let typed_zone = typed.fields.raw("zone");
    let mut zones = vec![plan::ZONE_DEFAULT, "Europe/Helsinki", "Europe/London", "UTC"];
    if !typed_zone.is_empty() && !zones.contains(&typed_zone) {
        zones.push(typed_zone);
    }
    let zones = zones
        .into_iter()
        .map(|zone| {
            let label = match zone {
                "Europe/Stockholm" => text("desk-form-zone-stockholm"),
                "Europe/Helsinki" => text("desk-form-zone-helsinki"),
                "Europe/London" => text("desk-form-zone-london"),
                other => other.to_owned(),
            };
            typed.choice("zone", zone, label)
        })
        .collect();
    let parts = vec![
        Part::Rows {
            legend: text("desk-form-days"),
            hint: Some(text("desk-form-days-hint")),
            rows: rows.collect(),
        },
        Select::new("zone", text("desk-form-zone"), zones).problem(typed.problems).into(),
    ];
    let own = ["day", "from", "to", "zone"];
    typed.section("when", text("desk-form-when"), text("desk-form-when-lead"), parts, &own)
}

fn place(typed: &Typed<'_>) -> Section {
    let text = |key| typed.text(key);
    let modes = AttendanceMode::ALL
        .into_iter()
        .map(|mode| typed.choice("mode", mode.code(), mode_words(typed.words, mode)))
        .collect();
    let parts = vec![
        Choices::one_of("mode", text("desk-form-mode"), modes).problem(typed.problems).into(),
        typed.optional("venue", text("desk-form-venue")).into(),
        Part::Row(vec![
            typed.optional("street", text("desk-form-street")).into(),
            typed.optional("town", text("desk-form-town")).into(),
        ]),
        typed
            .optional("platform", text("desk-form-platform"))
            .hint(text("desk-form-platform-hint"))
            .width(Width::Medium)
            .into(),
    ];
    let own = ["mode", "venue", "street", "town", "platform"];
    typed.section("where", text("desk-form-where"), text("desk-form-where-lead"), parts, &own)
}

pub fn mode_words(words: &Words, mode: AttendanceMode) -> String {
    match mode {
        AttendanceMode::OnSite => words.text("desk-mode-on-site"),
        AttendanceMode::Online => words.text("desk-mode-online"),
        AttendanceMode::Mixed => words.text("desk-mode-mixed"),
    }
}

fn registration(typed: &Typed<'_>) -> Section {
    let text = |key| typed.text(key);
    let admissions = vec![
        typed
            .choice("admission", "open", text("desk-form-admission-open"))
            .note(text("desk-form-admission-open-note")),
        typed
            .choice("admission", "invited", text("desk-form-admission-invited"))
            .note(text("desk-form-admission-invited-note")),
    ];
    let parts = vec![
        typed
            .line("deadline", text("desk-form-deadline"))
            .hint(text("desk-form-deadline-hint"))
            .width(Width::Small)
            .into(),
        Part::Row(vec![
            typed
                .optional("opens", text("desk-form-opens"))
                .hint(text("desk-form-opens-hint"))
                .width(Width::Small)
                .into(),
            typed
                .optional("change_deadline", text("desk-form-change-deadline"))
                .hint(text("desk-form-change-deadline-hint"))
                .width(Width::Small)
                .into(),
        ]),
        typed
            .optional("places", text("desk-form-places"))
            .hint(text("desk-form-places-hint"))
            .inputmode("numeric")
            .width(Width::Tiny)
            .into(),
        Choices::one_of("admission", text("desk-form-admission"), admissions)
            .problem(typed.problems)
            .into(),
        typed
            .area("audience", text("desk-form-audience"), 2)
            .hint(text("desk-form-audience-hint"))
            .language("sv")
            .into(),
        Checkbox::new("free", text("desk-form-free"), typed.fields.has("free")).into(),
        Part::Row(vec![
            typed
                .optional("amount", text("desk-form-amount"))
                .hint(text("desk-form-amount-hint"))
                .inputmode("numeric")
                .width(Width::Small)
                .into(),
            typed
                .optional("no_show_fee", text("desk-form-no-show-fee"))
                .hint(text("desk-form-no-show-fee-hint"))
                .inputmode("numeric")
                .width(Width::Small)
                .into(),
        ]),
        typed
            .optional("cost", text("desk-form-cost"))
            .hint(text("desk-form-cost-hint"))
            .language("sv")
            .into(),
        typed.in_english(
            &["audience_en", "cost_en"],
            vec![
                typed.area("audience_en", text("desk-form-audience-en"), 2).language("en").into(),
                typed.optional("cost_en", text("desk-form-cost-en")).language("en").into(),
            ],
        ),
        typed
            .line("retention_days", text("desk-form-retention"))
            .hint(text("desk-form-retention-hint"))
            .inputmode("numeric")
            .width(Width::Tiny)
            .into(),
    ];
    typed.section(
        "registration",
        text("desk-form-registration"),
        text("desk-form-registration-lead"),
        parts,
        &[
            "deadline",
            "opens",
            "change_deadline",
            "places",
            "admission",
            "audience",
            "audience_en",
            "free",
            "amount",
            "no_show_fee",
            "cost",
            "cost_en",
            "retention_days",
        ],
    )
}

fn link(typed: &Typed<'_>) -> Section {
    let text = |key| typed.text(key);
    let mut link = typed
        .optional("meeting_link", text("desk-form-meeting-link"))
        .hint(text("desk-form-meeting-link-hint"))
        .inputmode("url");
    link.characters_max = lines::ADDRESS_MAX;
    let dispatches = vec![
        typed.choice("dispatch", "days", text("desk-form-dispatch-days")),
        typed.choice("dispatch", "on", text("desk-form-dispatch-on")),
        typed.choice("dispatch", "none", text("desk-form-dispatch-none")),
    ];
    let parts = vec![
        link.into(),
        Choices::one_of("dispatch", text("desk-form-dispatch"), dispatches)
            .hint(text("desk-form-dispatch-hint"))
            .problem(typed.problems)
            .into(),
        Part::Row(vec![
            typed
                .line("dispatch_days", text("desk-form-dispatch-days-number"))
                .inputmode("numeric")
                .width(Width::Tiny)
                .into(),
            typed.line("dispatch_on", text("desk-form-dispatch-on-day")).width(Width::Small).into(),
        ]),
    ];
    let own = ["meeting_link", "dispatch", "dispatch_days", "dispatch_on"];
    typed.section("link", text("desk-form-link"), text("desk-form-link-lead"), parts, &own)
}

/// How many rows to show: those that are filled and one more, two at least.
fn rows_shown<const N: usize>(typed: &Typed<'_>, names: fn(usize) -> [String; N]) -> usize {
    let filled = (1..=lines::ROWS_MAX)
        .filter(|row| names(*row).iter().any(|it| !typed.fields.raw(it).is_empty()))
        .max()
        .unwrap_or(0);
    (filled + 1).clamp(2, lines::ROWS_MAX)
}

fn people(typed: &Typed<'_>) -> Section {
    let text = |key| typed.text(key);
    let contacts = (1..=rows_shown(typed, lines::contact_names)).map(|row| {
        let [name, role, phone, email] = lines::contact_names(row);
        let number = [("number", i64::try_from(row).unwrap_or(0).into())];
        RowOfParts {
            legend: typed.words.text_with("desk-form-contact-number", number),
            parts: vec![
                Part::Row(vec![
                    typed.line(name, text("desk-form-contact-name")).into(),
                    typed.optional(role, text("desk-form-contact-role")).into(),
                ]),
                Part::Row(vec![
                    typed.optional(phone, text("desk-form-contact-phone")).inputmode("tel").into(),
                    typed
                        .optional(email, text("desk-form-contact-email"))
                        .kind("email")
                        .inputmode("email")
                        .into(),
                ]),
            ],
        }
    });
    let one_a_line = || text("desk-form-one-a-line");
    let parts = vec![
        typed.area("organisers", text("desk-form-organisers"), 2).hint(one_a_line()).into(),
        typed.area("co_organisers", text("desk-form-co-organisers"), 2).hint(one_a_line()).into(),
        typed
            .area("moderators", text("desk-form-moderators"), 2)
            .hint(text("desk-form-moderators-hint"))
            .into(),
        Part::Rows {
            legend: text("desk-form-contacts"),
            hint: Some(text("desk-form-contacts-hint")),
            rows: contacts.collect(),
        },
        typed.optional("project", text("desk-form-project")).language("sv").into(),
        typed.in_english(
            &["project_en"],
            vec![typed.optional("project_en", text("desk-form-project-en")).language("en").into()],
        ),
        typed.area("co_funders", text("desk-form-co-funders"), 2).hint(one_a_line()).into(),
    ];
    typed.section(
        "people",
        text("desk-form-people"),
        text("desk-form-people-lead"),
        parts,
        &[
            "organisers",
            "co_organisers",
            "moderators",
            "contact_name",
            "contact_role",
            "contact_phone",
            "contact_email",
            "project",
            "project_en",
            "co_funders",
        ],
    )
}

fn related(typed: &Typed<'_>) -> Section {
    let text = |key| typed.text(key);
    let links = (1..=rows_shown(typed, lines::link_names)).map(|row| {
        let [label, href] = lines::link_names(row);
        let number = [("number", i64::try_from(row).unwrap_or(0).into())];
        let mut href = typed.line(href, text("desk-form-link-href")).inputmode("url");
        href.characters_max = lines::ADDRESS_MAX;
        RowOfParts {
            legend: typed.words.text_with("desk-form-link-number", number),
            parts: vec![Part::Row(vec![
                typed.line(label, text("desk-form-link-label")).into(),
                href.into(),
            ])],
        }
    });
    let chosen = typed.fields.raw("pre_meeting_of");
    let mut conferences =
        vec![Choice::new("", text("desk-form-conference-none"), chosen.is_empty())];
    conferences.extend(
        typed
            .conferences
            .iter()
            .map(|(slug, title)| Choice::new(slug.as_str(), title.as_str(), chosen == slug)),
    );
    let parts = vec![
        Part::Rows { legend: text("desk-form-links"), hint: None, rows: links.collect() },
        Select::new("pre_meeting_of", text("desk-form-conference"), conferences)
            .hint(text("desk-form-conference-hint"))
            .width(Width::Full)
            .optional(typed.words)
            .problem(typed.problems)
            .into(),
    ];
    let own = ["link_label", "link_href", "pre_meeting_of"];
    typed.section("related", text("desk-form-related"), text("desk-form-related-lead"), parts, &own)
}
