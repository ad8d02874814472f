//! Who has registered in the demonstration: invented people from every part of society, the same
//! ones each time, so that what is shown can be told about.

use events::registration::{Registrant, Wanted};
use partnership::directory;
use shared::{Email, Language, RoleInSociety, Sector};

const FIRST: [&str; 47] = [
    "Agnes", "Ahmed", "Alma", "Anders", "Aster", "Barbro", "Bengt", "Carina", "Dragan", "Ebba",
    "Emelie", "Erik", "Fatima", "Frida", "Gunilla", "Göran", "Hanna", "Håkan", "Ida", "Ingrid",
    "Ismail", "Jenny", "Johan", "Kajsa", "Karim", "Kjell", "Lars", "Linnea", "Malin", "Marko",
    "Mona", "Naima", "Niklas", "Olga", "Olle", "Pia", "Rasmus", "Rut", "Sanna", "Selam", "Stina",
    "Tariq", "Tobias", "Ulla", "Vera", "Åke", "Östen",
];
const LAST: [&str; 43] = [
    "Abdi",
    "Alfredsson",
    "Aronsson",
    "Berglund",
    "Boberg",
    "Bäck",
    "Cederholm",
    "Dahlin",
    "Edvall",
    "Ekdahl",
    "Fors",
    "Gabrielsson",
    "Gran",
    "Hassan",
    "Hedin",
    "Holmgren",
    "Häggblad",
    "Isaksson",
    "Jernberg",
    "Kallin",
    "Kvist",
    "Lundell",
    "Malmqvist",
    "Mattsson",
    "Mehari",
    "Norling",
    "Nyqvist",
    "Omar",
    "Palm",
    "Quist",
    "Rosengren",
    "Rydell",
    "Sahlin",
    "Skoglund",
    "Sundin",
    "Tavakoli",
    "Thorell",
    "Uhlin",
    "Vesterlund",
    "Wallin",
    "Yildiz",
    "Åström",
    "Öhman",
];
/// A few from outside the county, as there always are.
const MUNICIPALITIES: [&str; 15] = [
    "1880", "1880", "1880", "1881", "1882", "1883", "1883", "1884", "1885", "1860", "1861", "1862",
    "1863", "1864", "1814",
];
const NEIGHBOURS: [&str; 4] = ["2085", "1984", "0580", "1780"];

fn organisations(sector: Sector) -> &'static [&'static str] {
    match sector {
        Sector::Public => &[
            "Örebro kommun",
            "Kumla kommun",
            "Lindesbergs kommun",
            "Karlskoga kommun",
            "Nora kommun",
            "Hallsbergs kommun",
            "Bergslagens räddningstjänst",
        ],
        Sector::CivilSociety => &[
            "Föreningsrådet i Nora",
            "Pensionärsringen i Hällefors",
            "Föreningen Öppna dörren",
            "Bygdegårdsvännerna i Viker",
            "Scoutkåren Tiveden",
            "Studieförbundet Lärkan",
        ],
        Sector::Business => &[
            "Hällefors Formverk",
            "Karlskoga Hus & Hem",
            "Vretstorps gård",
            "Slättens Bageri",
            "Bruksbygdens industrigrupp",
        ],
        Sector::Academia => &["Högskolan vid Hjälmarstrand", "Bergtorps folkhögskola"],
        Sector::Other => &["", "Egen företagare", "Lokaltidningen Norabladet"],
    }
}

fn roles(sector: Sector) -> &'static [RoleInSociety] {
    use RoleInSociety as Role;
    match sector {
        Sector::Public => {
            &[Role::PublicOfficial, Role::PublicOfficial, Role::ElectedRepresentative]
        }
        Sector::CivilSociety => &[Role::AssociationMember, Role::AssociationMember, Role::Resident],
        Sector::Business => &[Role::Employer, Role::Employee],
        Sector::Academia => &[Role::Researcher, Role::Student],
        Sector::Other => &[Role::Resident, Role::Other],
    }
}

/// A number that looks thrown, the same for the same `nth` and `salt`; below `bound`.
fn pick(nth: u32, salt: u64, bound: usize) -> usize {
    let mut mixed = (u64::from(nth) << 20) ^ salt.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    for _ in 0..2 {
        mixed ^= mixed >> 31;
        mixed = mixed.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    }
    usize::try_from((mixed >> 33) % bound as u64).expect("a remainder is below its divisor")
}

fn of<T: Copy>(list: &[T], nth: u32, salt: u64) -> T {
    list[pick(nth, salt, list.len())]
}

/// The `nth` person of the county. No two have the same address.
pub fn registrant(nth: u32) -> Registrant {
    let (first, last) = (of(&FIRST, nth, 1), of(&LAST, nth, 2));
    let sector = match pick(nth, 3, 100) {
        0..38 => Some(Sector::Public),
        38..64 => Some(Sector::CivilSociety),
        64..81 => Some(Sector::Business),
        81..90 => Some(Sector::Academia),
        90..95 => Some(Sector::Other),
        // Some would rather not say.
        _ => None,
    };
    let municipality = match pick(nth, 4, 100) {
        0..6 => "",
        6..14 => of(&NEIGHBOURS, nth, 5),
        _ => of(&MUNICIPALITIES, nth, 5),
    };
    debug_assert!(municipality.is_empty() || directory::municipality(municipality).is_some());
    let address = format!("{}.{}.{nth}@example.org", plain(first), plain(last));
    Registrant {
        name: format!("{first} {last}"),
        email: Email::parse(&address).expect("made of plain letters, dots and a number"),
        organisation: sector.map_or("", |it| of(organisations(it), nth, 6)).to_owned(),
        sector,
        municipality: municipality.to_owned(),
        role: sector.map(|it| of(roles(it), nth, 7)),
        language: if pick(nth, 8, 12) == 0 { Language::English } else { Language::Swedish },
    }
}

/// What the `nth` person wishes among so many group talks, and chooses in the items named with
/// how many options each has.
pub fn wanted(nth: u32, talks: u32, choices: &[(u32, u32)]) -> Wanted {
    let mut left: Vec<u32> = (1..=talks).collect();
    let mut wishes = vec![];
    // Most name all three; one in ten leaves it to us.
    let named = [3, 3, 3, 3, 3, 3, 2, 2, 1, 0][pick(nth, 9, 10)];
    while wishes.len() < named && !left.is_empty() {
        wishes.push(left.remove(pick(nth, 10 + wishes.len() as u64, left.len())));
    }
    // In turn, so that no option fills before the others.
    let choices = choices.iter().map(|&(item, options)| (item, nth % options + 1)).collect();
    Wanted { wishes, choices }
}

fn plain(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .map(|c| match c {
            'å' | 'ä' => 'a',
            'ö' => 'o',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn three_hundred_people_are_three_hundred_people_from_everywhere() {
        let people: Vec<_> = (0..300).map(registrant).collect();
        let addresses: BTreeSet<_> = people.iter().map(|it| it.email.key()).collect();
        assert_eq!(addresses.len(), 300);
        let names: BTreeSet<_> = people.iter().map(|it| &it.name).collect();
        assert!(names.len() > 240, "{}", names.len());
        for sector in Sector::ALL {
            assert!(people.iter().filter(|it| it.sector == Some(sector)).count() > 5, "{sector:?}");
        }
        for person in &people {
            let code = &person.municipality;
            assert!(code.is_empty() || directory::municipality(code).is_some(), "{code}");
        }
    }

    #[test]
    fn nobody_wishes_for_the_same_talk_twice() {
        for nth in 0..300 {
            let wishes = wanted(nth, 4, &[]).wishes;
            assert_eq!(wishes.iter().collect::<BTreeSet<_>>().len(), wishes.len());
            assert!(wishes.iter().all(|it| (1..=4).contains(it)));
        }
    }
}
