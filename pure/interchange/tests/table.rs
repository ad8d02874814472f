//! Tables: what a reader of CSV finds, and that no cell of it is a formula.

mod golden;

use csv::ReaderBuilder;
use interchange::table::{Format, Separator, UnevenRow, to_csv};
use locale::Language;
use proptest::prelude::*;

fn read(format: Format, text: &str) -> Vec<Vec<String>> {
    let delimiter = match format.separator {
        Separator::Semicolon => b';',
        Separator::Comma => b',',
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(text.as_bytes());
    reader
        .records()
        .map(|record| record.expect("the text is CSV").iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn golden_tables() {
    let heading = ["Namn", "Önskemål", "Telefon"];
    let rows = [
        ["Alva Ek", "Verktyg; kläder, mat", "070-174 06 05"],
        ["Noor \"Nour\" Haddad", "=HYPERLINK(\"https://evil.example\")", "+46 70 174 06 06"],
        ["", "två\nrader", "-"],
    ];
    let swedish = to_csv(Format::for_spreadsheet(Language::Swedish), &heading, rows);
    golden::check("swedish.csv", &swedish.unwrap());
    let programs = to_csv(Format::for_programs(), &heading, rows);
    golden::check("programs.csv", &programs.unwrap());
}

#[test]
fn cells_that_begin_like_formulas_become_text() {
    for (cell, written) in [
        ("=1+1", "'=1+1"),
        ("+46 70", "'+46 70"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        (" =1", "' =1"),
        ("\0=1", "'=1"),
        ("＝1", "'＝1"),
        ("1+1", "1+1"),
        ("a=1", "a=1"),
        ("070-1", "070-1"),
        ("'=1", "'=1"),
        ("", ""),
        ("å", "å"),
    ] {
        let format = Format::for_programs();
        let text = to_csv(format, &[cell], [[cell]]).unwrap();
        assert_eq!(read(format, &text), [[written], [written]], "{cell:?}");
    }
}

#[test]
fn the_separator_and_the_mark_follow_the_language() {
    let text = |format| to_csv(format, &["a", "b"], [["c", "d"]]).unwrap();
    let swedish = Format::for_spreadsheet(Language::Swedish);
    assert_eq!(text(swedish), "\u{feff}\"a\";\"b\"\r\n\"c\";\"d\"\r\n");
    let english = Format::for_spreadsheet(Language::English);
    assert_eq!(text(english), "\u{feff}\"a\",\"b\"\r\n\"c\",\"d\"\r\n");
    assert_eq!(text(Format::for_programs()), "\"a\",\"b\"\r\n\"c\",\"d\"\r\n");
    let none: [[&str; 2]; 0] = [];
    assert_eq!(to_csv(Format::for_programs(), &["a", "b"], none).unwrap(), "\"a\",\"b\"\r\n");
}

#[test]
fn a_shifted_column_is_refused() {
    let rows = [vec!["1", "2"], vec!["1"]];
    let refused = to_csv(Format::for_programs(), &["a", "b"], rows).unwrap_err();
    assert_eq!(refused, UnevenRow { row: 2, cells: 1, expected: 2 });
    assert_eq!(refused.to_string(), "row 2 has 1 cells, not 2");
}

proptest! {
    #[test]
    fn every_cell_is_read_back_and_none_is_a_formula(
        rows in prop::collection::vec(
            prop::array::uniform3(prop_oneof![any::<String>(), "[=+@;,\"'\r\n\t -]{0,6}"]), 0..6,
        ),
        separator in prop::sample::select(&[Separator::Semicolon, Separator::Comma][..]),
        byte_order_mark in any::<bool>(),
    ) {
        let format = Format { separator, byte_order_mark };
        let text = to_csv(format, &["a", "b", "c"], &rows).expect("every row has three cells");
        prop_assert_eq!(text.starts_with('\u{feff}'), byte_order_mark);
        let read = read(format, &text);
        prop_assert_eq!(read.len(), rows.len() + 1);
        for (read, written) in read[1..].iter().flatten().zip(rows.iter().flatten()) {
            let written = written.replace('\0', "");
            let guarded = format!("'{written}");
            prop_assert!(*read == written || *read == guarded);
            prop_assert!(!read.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{:?}", read);
        }
    }
}
