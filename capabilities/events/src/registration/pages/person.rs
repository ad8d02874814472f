//! The fields in which somebody says who they are and what they wish: read, and shown again as
//! they were typed. The same for who registers, who changes, and an organiser who helps.

use crate::programme::{Choosing, ProgrammeItem};
use crate::registration::pages::wording;
use crate::registration::rules::WISHES_MAX;
use crate::registration::types::{Registrant, Registration, Wanted};
use askama::Template;
use partnership::directory;
use shared::{Email, EmailProblem, Language, RoleInSociety, Sector};
use web::fields::LINE_CHARACTERS_MAX;
use web::forms::{Choice, Choices, Problems, Select, TextField};
use web::{Fields, Words};

/// What was typed, as far as it can be understood.
pub fn read(words: &Words, fields: &Fields) -> Result<(Registrant, Wanted), Problems> {
    let mut problems = Problems::default();
    let bounded = |problems: &mut Problems, name: &'static str| {
        let line = fields.line(name);
        if line.chars().count() > LINE_CHARACTERS_MAX {
            let max = i64::try_from(LINE_CHARACTERS_MAX).unwrap_or(i64::MAX);
            problems.add(name, words.text_with("registration-too-long", [("max", max.into())]));
        }
        // What came was not UTF-8: better asked again than kept with holes in it.
        if line.contains(char::REPLACEMENT_CHARACTER) {
            problems.add(name, words.text("registration-unreadable"));
        }
        line
    };
    let name = bounded(&mut problems, "name");
    if name.is_empty() {
        problems.add("name", words.text("registration-name-missing"));
    }
    let email = match Email::parse(fields.raw("email")) {
        Ok(email) => Some(email),
        Err(EmailProblem::Empty) => {
            problems.add("email", words.text("registration-email-missing"));
            None
        }
        Err(EmailProblem::Implausible) => {
            problems.add("email", words.text("registration-email-implausible"));
            None
        }
    };
    let organisation = bounded(&mut problems, "organisation");
    let sector = fields.line("sector");
    let known_sector = Sector::from_code(&sector);
    if !sector.is_empty() && known_sector.is_none() {
        problems.add("sector", words.text("registration-pick-from-list"));
    }
    let municipality = fields.line("municipality");
    if !municipality.is_empty() && directory::municipality(&municipality).is_none() {
        problems.add("municipality", words.text("registration-pick-from-list"));
    }
    // Somebody whose role we have no word for has one nevertheless.
    let role = fields.line("role");
    let role =
        (!role.is_empty()).then(|| RoleInSociety::from_code(&role).unwrap_or(RoleInSociety::Other));
    let language = fields.line("language");
    let known_language = Language::from_code(&language);
    if !language.is_empty() && known_language.is_none() {
        problems.add("language", words.text("registration-pick-from-list"));
    }
    let wanted = read_wanted(words, fields, &mut problems);
    match email {
        Some(email) if problems.is_empty() => Ok((
            Registrant {
                name,
                email,
                organisation,
                sector: known_sector,
                municipality,
                role,
                language: known_language.unwrap_or(words.language),
            },
            wanted,
        )),
        _ => Err(problems),
    }
}

fn read_wanted(words: &Words, fields: &Fields, problems: &mut Problems) -> Wanted {
    let mut wanted = Wanted::default();
    for rank in 1..=WISHES_MAX {
        let field = format!("wish_{rank}");
        let typed = fields.line(&field);
        match (typed.is_empty(), typed.parse()) {
            (true, _) => {}
            (false, Ok(number)) => wanted.wishes.push(number),
            (false, Err(_)) => problems.add(field, words.text("registration-wish-unknown")),
        }
    }
    for (name, value) in fields.pairs() {
        let Some(item) = name.strip_prefix("choice_").and_then(|it| it.parse::<u32>().ok()) else {
            continue;
        };
        match (value.trim().is_empty(), value.trim().parse()) {
            (true, _) => {}
            (false, Ok(number)) if wanted.choices.iter().all(|(it, _)| *it != item) => {
                wanted.choices.push((item, number));
            }
            (false, _) => problems.add(name, words.text("registration-choice-unknown")),
        }
    }
    wanted
}

/// A registration as it stands in the form.
pub fn typed(registration: &Registration, programme: &[ProgrammeItem]) -> Fields {
    let registrant = &registration.registrant;
    let mut fields = Fields::from_pairs([
        ("name".to_owned(), registrant.name.clone()),
        ("email".to_owned(), registrant.email.as_str().to_owned()),
        ("organisation".to_owned(), registrant.organisation.clone()),
        ("sector".to_owned(), registrant.sector.map_or("", Sector::code).to_owned()),
        ("municipality".to_owned(), registrant.municipality.clone()),
        ("role".to_owned(), registrant.role.map_or("", RoleInSociety::code).to_owned()),
        ("language".to_owned(), registrant.language.code().to_owned()),
    ]);
    let talks = || programme.iter().flat_map(|it| it.talks.iter());
    for (rank, wish) in (1..).zip(&registration.wishes) {
        if let Some(talk) = talks().find(|it| it.id == *wish) {
            fields.set(&format!("wish_{rank}"), talk.number.to_string());
        }
    }
    for (nth, item) in (1..).zip(programme) {
        let chosen = item
            .talks
            .iter()
            .find(|talk| registration.choices.iter().any(|(_, it)| *it == talk.id));
        if let Some(talk) = chosen {
            fields.set(&format!("choice_{nth}"), talk.number.to_string());
        }
    }
    fields
}

/// The ranked wishes of one item.
pub struct WishGroup {
    pub heading: String,
    pub hint: String,
    pub wishes: Vec<Select>,
}

/// All fields about a person and what they wish.
#[derive(Template)]
#[template(path = "registration/pages/person.html")]
pub struct PersonFields {
    pub about_heading: String,
    pub name: TextField,
    pub email: TextField,
    pub language: Choices,
    pub mix_heading: String,
    pub mix_why: String,
    pub organisation: TextField,
    pub sector: Choices,
    pub municipality: Select,
    pub role: Select,
    pub wishes: Option<WishGroup>,
    pub choices: Vec<Choices>,
}

impl PersonFields {
    pub fn new(
        words: &Words,
        programme: &[ProgrammeItem],
        fields: &Fields,
        problems: &Problems,
    ) -> Self {
        let text = |key| words.text(key);
        let chosen_language = match fields.line("language") {
            typed if typed.is_empty() => words.language.code().to_owned(),
            typed => typed,
        };
        Self {
            about_heading: text("registration-about-you"),
            name: TextField::new("name", text("registration-name"), fields.raw("name"))
                .autocomplete("name")
                .required()
                .problem(problems),
            email: TextField::new("email", text("registration-email"), fields.raw("email"))
                .kind("email")
                .autocomplete("email")
                .hint(text("registration-email-hint"))
                .required()
                .problem(problems),
            language: Choices::one_of(
                "language",
                text("registration-language"),
                vec![
                    Choice::new("sv", "Svenska", chosen_language == "sv"),
                    Choice::new("en", "English", chosen_language == "en"),
                ],
            )
            .in_row()
            .problem(problems),
            mix_heading: text("registration-where-from"),
            mix_why: text("registration-where-from-why"),
            organisation: TextField::new(
                "organisation",
                text("registration-organisation"),
                fields.raw("organisation"),
            )
            .autocomplete("organization")
            .optional(words)
            .problem(problems),
            sector: sector_choices(words, &fields.line("sector")).problem(problems),
            municipality: municipality_select(words, &fields.line("municipality"))
                .problem(problems),
            role: role_select(words, &fields.line("role")).problem(problems),
            wishes: wish_group(words, programme, fields, problems),
            choices: first_come(words, programme, fields, problems),
        }
    }
}

fn sector_choices(words: &Words, chosen: &str) -> Choices {
    let choices = Sector::ALL
        .into_iter()
        .map(|it| Choice::new(it.code(), wording::sector(words, it), chosen == it.code()))
        .collect();
    Choices::one_of("sector", words.text("registration-sector"), choices).in_row().optional(words)
}

fn municipality_select(words: &Words, chosen: &str) -> Select {
    let none = Choice::new("", words.text("registration-none-picked"), chosen.is_empty());
    let choices = std::iter::once(none)
        .chain(
            directory::municipalities()
                .iter()
                .map(|it| Choice::new(it.code, it.name, chosen == it.code)),
        )
        .collect();
    Select::new("municipality", words.text("registration-municipality"), choices)
        .autocomplete("address-level2")
        .optional(words)
}

fn role_select(words: &Words, chosen: &str) -> Select {
    let none = Choice::new("", words.text("registration-none-picked"), chosen.is_empty());
    let choices = std::iter::once(none)
        .chain(
            RoleInSociety::ALL
                .into_iter()
                .map(|it| Choice::new(it.code(), wording::role(words, it), chosen == it.code())),
        )
        .collect();
    Select::new("role", words.text("registration-role"), choices)
        .autocomplete("organization-title")
        .optional(words)
}

fn wish_group(
    words: &Words,
    programme: &[ProgrammeItem],
    fields: &Fields,
    problems: &Problems,
) -> Option<WishGroup> {
    let item = programme.iter().find(|it| it.choosing == Choosing::RankedWishes)?;
    let wishes = (1..=WISHES_MAX.min(item.talks.len()))
        .map(|rank| {
            let name = format!("wish_{rank}");
            let chosen = fields.line(&name);
            let none = Choice::new("", words.text("registration-no-wish"), chosen.is_empty());
            let choices = std::iter::once(none)
                .chain(item.talks.iter().map(|talk| {
                    let number = talk.number.to_string();
                    let label = format!("{number}. {}", talk.title.words(words.language));
                    let is_chosen = chosen == number;
                    Choice::new(number, label, is_chosen)
                }))
                .collect();
            let rank = i64::try_from(rank).unwrap_or(i64::MAX);
            let label = words.text_with("registration-wish", [("rank", rank.into())]);
            Select::new(name, label, choices)
                .width(web::forms::Width::Full)
                .optional(words)
                .problem(problems)
        })
        .collect();
    Some(WishGroup {
        heading: item.title.words(words.language).to_owned(),
        hint: words.text("registration-wishes-hint"),
        wishes,
    })
}

fn first_come(
    words: &Words,
    programme: &[ProgrammeItem],
    fields: &Fields,
    problems: &Problems,
) -> Vec<Choices> {
    (1..)
        .zip(programme)
        .filter(|(_, item)| item.choosing == Choosing::FirstCome)
        .map(|(nth, item): (u32, _)| {
            let name = format!("choice_{nth}");
            let chosen = fields.line(&name);
            let none = Choice::new("", words.text("registration-no-choice"), chosen.is_empty());
            let choices = item
                .talks
                .iter()
                .map(|talk| {
                    let number = talk.number.to_string();
                    let label = format!("{number}. {}", talk.title.words(words.language));
                    let is_chosen = chosen == number;
                    let mut choice = Choice::new(number, label, is_chosen);
                    if let Some(left) = talk.limit.left() {
                        let left = i64::from(left);
                        choice = choice.note(
                            words.text_with("registration-places-left", [("left", left.into())]),
                        );
                        choice.disabled = left == 0 && !is_chosen;
                    }
                    choice
                })
                .chain([none])
                .collect();
            Choices::one_of(name, item.title.words(words.language).to_owned(), choices)
                .hint(words.text("registration-first-come-hint"))
                .problem(problems)
        })
        .collect()
}
