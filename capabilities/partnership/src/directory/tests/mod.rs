//! The file is whole, and its order is Swedish.

use crate::directory::{counties, county, municipalities, municipality};
use std::collections::BTreeSet;

#[test]
fn every_municipality_lies_in_its_county() {
    assert_eq!(municipalities().len(), 290);
    assert_eq!(counties().len(), 21);
    for it in municipalities() {
        assert!(it.code.len() == 4 && it.code.bytes().all(|b| b.is_ascii_digit()), "{it:?}");
        assert_eq!(&it.code[..2], it.county_code, "{it:?}");
        assert!(county(it.county_code).is_some(), "{it:?}");
        assert!(!it.name.is_empty() && it.name.trim() == it.name, "{it:?}");
    }
    let codes: BTreeSet<_> = municipalities().iter().map(|it| it.code).collect();
    let names: BTreeSet<_> = municipalities().iter().map(|it| it.name).collect();
    assert_eq!((codes.len(), names.len()), (290, 290));
}

#[test]
fn a_code_names_one_municipality_and_anything_else_none() {
    let found = municipality("1880").unwrap();
    assert_eq!((found.name, county(found.county_code).unwrap().name), ("Örebro", "Örebro län"));
    assert_eq!(municipality("0484").unwrap().name, "Eskilstuna");
    for unknown in ["", "188", "18800", "9999", " 1880", "Örebro"] {
        assert_eq!(municipality(unknown), None, "{unknown:?}");
    }
}

#[test]
fn names_stand_in_swedish_order() {
    let names: Vec<_> = municipalities().iter().map(|it| it.name).collect();
    assert_eq!(&names[..3], ["Ale", "Alingsås", "Alvesta"]);
    assert_eq!(&names[287..], ["Östra Göinge", "Överkalix", "Övertorneå"]);
    let place = |name: &str| names.iter().position(|it| *it == name).unwrap();
    assert!(place("Ystad") < place("Åmål"));
    assert!(place("Årjäng") < place("Älmhult"));
    assert!(place("Malmö") < place("Malung-Sälen") && place("Upplands-Bro") < place("Uppsala"));
    let initials: Vec<_> =
        names.iter().map(|it| it.chars().next().unwrap()).filter(|it| !it.is_ascii()).collect();
    let mut ordered = initials.clone();
    ordered.sort_by_key(|it| "ÅÄÖ".find(*it));
    assert_eq!(initials, ordered);
    assert_eq!(counties().last().unwrap().name, "Östergötlands län");
}
