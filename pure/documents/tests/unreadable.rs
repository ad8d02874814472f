//! Files that give no lines, each with its reason; and files made to take a reader's time.

use documents::{FileKind, Unreadable, read};
use std::io::Write;
use std::time::{Duration, Instant};

fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn refused(name: &str, bytes: &[u8]) -> Unreadable {
    match read(name, bytes) {
        Err(unreadable) => unreadable,
        Ok(document) => panic!("{name} was read as {:?}", document.kind),
    }
}

/// An archive of these parts, each packed as small as it gets.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut zip = rawzip::ZipArchiveWriter::new(&mut out);
    for (name, part) in parts {
        let (mut entry, config) = zip
            .new_file(name)
            .compression_method(rawzip::CompressionMethod::DEFLATE)
            .start()
            .expect("written to memory");
        let packer = flate2::write::DeflateEncoder::new(&mut entry, flate2::Compression::best());
        let mut writer = config.wrap(packer);
        writer.write_all(part).expect("written to memory");
        let (packer, descriptor) = writer.finish().expect("written to memory");
        packer.finish().expect("written to memory");
        entry.finish(descriptor).expect("written to memory");
    }
    zip.finish().expect("written to memory");
    out
}

#[test]
fn nothing_is_said_of_nothing() {
    assert_eq!(refused("x.pdf", b""), Unreadable::Empty);
    assert_eq!(refused("x.txt", b""), Unreadable::Empty);
}

#[test]
fn fifty_megabytes_are_too_large() {
    let large = vec![b'a'; 50 * 1024 * 1024];
    assert_eq!(refused("x.txt", &large), Unreadable::TooLarge);
    assert_eq!(refused("x.pdf", &large), Unreadable::TooLarge);
}

#[test]
fn a_scanned_page_has_no_text() {
    assert_eq!(refused("scan.pdf", &fixture("scanned.pdf")), Unreadable::NoText);
}

#[test]
fn a_password_locks_a_pdf_and_a_ban_on_printing_does_not() {
    assert_eq!(refused("locked.pdf", &fixture("locked.pdf")), Unreadable::Encrypted);
    let protected = read("protected.pdf", &fixture("protected.pdf")).unwrap();
    assert_eq!(protected, read("08.pdf", &fixture("open/08.pdf")).unwrap());
}

#[test]
fn a_password_locks_a_word_file() {
    // Word wraps the locked file in the container of old Office files.
    let mut wrapped = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    wrapped.resize(1_024, 0);
    wrapped.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refused("locked.docx", &wrapped), Unreadable::Encrypted);
    // Archivers set a bit on each part.
    let mut zip = fixture("open/08.docx");
    for at in 0..zip.len() - 10 {
        if zip[at..].starts_with(b"PK\x01\x02") {
            zip[at + 8] |= 1;
        }
    }
    assert_eq!(refused("locked.docx", &zip), Unreadable::Encrypted);
}

#[test]
fn an_old_word_file_says_so() {
    let mut old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    old.resize(4_096, 0);
    assert_eq!(refused("invitation.doc", &old), Unreadable::OldOffice);
}

#[test]
fn a_zip_bomb_is_not_unpacked() {
    let spaces = vec![b' '; 80 * 1024 * 1024];
    let bomb = archive(&[("word/document.xml", &spaces)]);
    assert!(bomb.len() < 200_000, "{}", bomb.len());
    assert_eq!(refused("bomb.docx", &bomb), Unreadable::Expands);
    // Text that unpacks to no more than is allowed, and is more than is given on.
    let xml = format!(
        "<w:document><w:body>{}</w:body></w:document>",
        "<w:p><w:r><w:t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</w:t></w:r></w:p>".repeat(400_000)
    );
    let bomb = archive(&[("word/document.xml", xml.as_bytes())]);
    assert_eq!(refused("bomb.docx", &bomb), Unreadable::Expands);
    // An archive of too many parts.
    let names: Vec<String> = (0..5_000).map(|it| format!("word/{it}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|it| (it.as_str(), &b"x"[..])).collect();
    assert_eq!(refused("bomb.docx", &archive(&parts)), Unreadable::Expands);
}

/// A PDF with these objects, numbered from 1; the first is the catalogue. Its table of objects is
/// missing, so it is repaired when it is read.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    for (index, object) in objects.iter().enumerate() {
        out.extend(format!("{} 0 obj\n", index + 1).bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    out.extend(b"trailer\n<</Root 1 0 R>>\n");
    out
}

fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<<{dictionary} /Length {}>>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

fn packed(content: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(content).expect("written to memory");
    packer.finish().expect("written to memory")
}

fn one_page(content: Vec<u8>) -> Vec<u8> {
    pdf(&[
        b"<</Type/Catalog /Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages /Kids [3 0 R] /Count 1>>".to_vec(),
        b"<</Type/Page /Parent 2 0 R /Contents 4 0 R /Resources <</Font <</F 5 0 R>> /XObject \
          <</X 4 0 R>>>>>>"
            .to_vec(),
        content,
        b"<</Type/Font /Subtype/Type1 /BaseFont/Helvetica /Encoding/WinAnsiEncoding>>".to_vec(),
    ])
}

#[test]
fn a_pdf_that_was_written_by_hand_is_read() {
    let content = b"BT /F 12 Tf 72 700 Td (V\xe4lkommen till sl\xe5tterdag) Tj ET";
    let document = read("x.pdf", &one_page(stream("", content))).unwrap();
    assert_eq!(document.kind, FileKind::Pdf);
    assert_eq!(document.lines[0].text.trim(), "Välkommen till slåtterdag");
    // Codes with names of their own, and a gap that is no space.
    let content = b"BT /F 12 Tf 72 700 Td [(\x01\x02) -300 (dag)] TJ ET";
    let font = b"<</Type/Font /Subtype/Type1 /BaseFont/Own /Encoding <</Differences [1 /Aring \
        /adieresis]>> /FirstChar 1 /Widths [700 500]>>";
    let named = String::from_utf8_lossy(&one_page(stream("", content))).into_owned();
    let usual = "<</Type/Font /Subtype/Type1 /BaseFont/Helvetica /Encoding/WinAnsiEncoding>>";
    let named = named.replace(usual, &String::from_utf8_lossy(font));
    let document = read("x.pdf", named.as_bytes()).unwrap();
    assert_eq!(document.lines[0].text.trim(), "Åä dag");
}

#[test]
fn a_pdf_bomb_is_not_unpacked() {
    let content = packed(&vec![b' '; 120 * 1024 * 1024]);
    let bomb = one_page(stream("/Filter/FlateDecode", &content));
    assert_eq!(refused("bomb.pdf", &bomb), Unreadable::Expands);
    let objects = stream("/Type/ObjStm /N 9 /First 9 /Filter/FlateDecode", &content);
    assert_eq!(refused("bomb.pdf", &one_page(objects)), Unreadable::Expands);
    // Packed twice.
    let twice = packed(&content);
    let objects = stream("/Type/ObjStm /N 9 /First 9 /Filter[/FlateDecode/FlateDecode]", &twice);
    assert_eq!(refused("bomb.pdf", &one_page(objects)), Unreadable::Tangled);
}

#[test]
fn a_page_that_draws_itself_ends() {
    let content = b"BT /F 12 Tf (a) Tj ET /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do";
    let form = stream("/Type/XObject /Subtype/Form", content);
    assert_eq!(refused("x.pdf", &one_page(form)), Unreadable::Tangled);
}

#[test]
fn what_was_cut_off_is_damaged() {
    let word = fixture("styled.docx");
    assert_eq!(refused("x.docx", &word[..word.len() / 2]), Unreadable::Damaged);
    let cut = archive(&[("word/document.xml", b"<w:document><w:body><w:p><w:r><w:t>Hi")]);
    assert_eq!(refused("x.docx", &cut), Unreadable::Damaged);
    let printed = fixture("open/01.pdf");
    assert_eq!(refused("x.pdf", &printed[..2_000]), Unreadable::Damaged);
}

#[test]
fn what_has_no_text_is_of_unknown_kind() {
    let kinds: [(&str, &[u8]); 5] = [
        ("photo.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        ("photo.docx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("program.exe", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff"),
        ("letter.rtf", b"{\\rtf1\\ansi Hi}"),
        ("noise", b"\0\x01\x02\x80\x90\xa0\0\0\0\x7f\x03\x04"),
    ];
    for (name, bytes) in kinds {
        assert_eq!(refused(name, bytes), Unreadable::UnknownKind, "{name}");
    }
    let sheet = archive(&[
        (
            "_rels/.rels",
            br#"<R><Relationship Type="http://x/officeDocument" Target="xl/workbook.xml"/></R>"#,
        ),
        ("xl/workbook.xml", b"<workbook/>"),
    ]);
    assert_eq!(refused("table.xlsx", &sheet), Unreadable::UnknownKind);
    assert_eq!(refused("any.zip", &archive(&[("a.txt", b"Hi")])), Unreadable::UnknownKind);
}

#[test]
fn deep_nesting_is_refused_or_cut() {
    let deep = format!("<w:document><w:body>{}", "<w:p>".repeat(100_000));
    let deep = archive(&[("word/document.xml", deep.as_bytes())]);
    assert_eq!(refused("x.docx", &deep), Unreadable::Tangled);
    let deep = format!("<html>{}Text", "<div><table><tr><td>".repeat(10_000));
    assert_eq!(read("x.html", deep.as_bytes()).unwrap().kind, FileKind::Html);
}

/// What a name or a label says of a file does not matter, and none of these may take long.
#[test]
fn hostile_files_take_no_time() {
    let many = |piece: &str, count: usize| piece.repeat(count).into_bytes();
    let page = |piece: &str, count: usize| [&b"<html>"[..], &many(piece, count)].concat();
    let letter = |piece: &str, count: usize| {
        let head = b"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; \
            boundary=\"x\"\r\n\r\n";
        [&head[..], &many(piece, count)].concat()
    };
    let paper = |piece: &str, count: usize| [&b"%PDF-1.4\n"[..], &many(piece, count)].concat();
    let files = [
        ("open tags", page("<b><i><a href=x><p>", 10_000)),
        ("tables", page("<table><b>x", 10_000)),
        ("attributes", page("<p a b c d e f g h i j k l m n o p>", 6_000)),
        ("list items", page("<ul><li>x", 10_000)),
        ("headers", page("<header>x", 10_000)),
        ("entities", page("&amp", 20_000)),
        ("parts", letter("--x\r\n\r\nHi\r\n", 10_000)),
        ("nested letters", letter("--x\r\nContent-Type: message/rfc822\r\n\r\n", 4_000)),
        (
            "nested parts",
            letter("--x\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n", 20_000),
        ),
        ("encoded words", letter("--x\r\nSubject: =?utf-8?B?=?=?=\r\n", 6_000)),
        ("open strings", paper("1 0 obj (", 20_000)),
        ("open dictionaries", paper("1 0 obj << /A ", 20_000)),
        ("comments", paper("1 %", 60_000)),
        ("objects", paper("1 0 obj 2 0 R endobj ", 10_000)),
        ("events", many("BEGIN:VEVENT\nSUMMARY:x\n", 10_000)),
    ];
    for (name, bytes) in files {
        let start = Instant::now();
        let _ = read("file", &bytes);
        let took = start.elapsed();
        // Unoptimised, on a busy machine; what grows with the square takes hours.
        assert!(took < Duration::from_secs(30), "{name}: {took:?}");
    }
}

#[test]
fn every_reason_is_a_sentence() {
    for reason in [
        Unreadable::Empty,
        Unreadable::TooLarge,
        Unreadable::Encrypted,
        Unreadable::NoText,
        Unreadable::Expands,
        Unreadable::Tangled,
        Unreadable::Damaged,
        Unreadable::OldOffice,
        Unreadable::UnknownKind,
    ] {
        let sentence = reason.to_string();
        assert!(sentence.starts_with("The ") || sentence.starts_with("There "), "{sentence}");
        assert!(sentence.ends_with('.'), "{sentence}");
    }
}
