//! What a site writes over its pages changes nothing of what is read.

use super::all;

/// Who runs the site.
const SITES: &[&str] = &[
    "Region Österdal",
    "REGION ÖSTERDAL",
    "Bygdenätet Skogsmark",
    "Myndigheten för glesbygdsfrågor",
    "Högskolan i Ekfors",
    "Studieförbundet Tranan | Distrikt Norr",
    "Föreningsrådet Sydbygd – start",
    "Rural Policy Centre",
    "Kommunal framtid",
    "Hela kusten",
    "En webbplats från Region Österdal",
];

const MENUS: &[&str] = &[
    "Hem\nOm oss\nKalender\nKontakt",
    "Meny\nSök",
    "Vård i Österdal\nKultur & fritid\nKollektivtrafik\nPolitik & insyn",
    "Vårt uppdrag\nVåra tjänster\nMedarbetare\nLediga tomter",
    "Hem · Kurser · Om",
    "Hem / Kalender / Evenemang",
    "Du är här: Start » Kalender",
    "Logga in\nMin sida\nVarukorg (0)",
    "Gudstjänst\nDop\nVigsel\nBarn & unga",
    "Start\nProgram\nAnmälan\nHitta hit\nKontakt",
    "Visa meny",
];

const NOTICES: &[&str] = &[
    "Vi använder kakor för att sidan ska fungera bra. Godkänn alla",
    "Väder i dag: 7 °C, lätt regn",
    "Driftstörning i telefonväxeln på grund av uppgradering.",
    "Snöröjning pågår i centrum.",
    "Dela sidan: Facebook  LinkedIn  E-post",
    "Sidansvarig: Webbredaktionen",
    "Prenumerera på vårt nyhetsbrev",
    "Hjälp oss att bli bättre",
    "Sök på webbplatsen",
    "Kopiera länk",
    "Lästid: 3 minuter",
];

/// What kind of page it is.
const KINDS: &[&str] = &[
    "Evenemang",
    "Konferens",
    "INBJUDAN",
    "Välkommen!",
    "Möten och evenemang",
    "Utställning & samtal",
    "Kategori: Konferens",
    "Kommande evenemang",
    "Temadag",
    "Kalenderpost",
    "Månadens tips",
];

const PAGES: &[&str] = &[
    // A heading over its text, and labels.
    "Kvällssamtal om byns vatten\n\nVi bjuder in till en kväll om hur vattnet ska räcka till alla som bor i byn.\n\nDatum: 14 april 2026\nTid: 18.00–20.00\nPlats: Folkets hus, Storgatan 2, Sala\nAnmälan: senast 7 april till vatten@byarna.example",
    // One word, and labels at once.
    "Byakraftsdagen\n\nDatum\n14 april 2026\nTid\n18.00–20.00\nPlats\nFolkets hus, Storgatan 2, Sala\n\nByakraften samlar alla som vill veta hur bygden kan växa och tar fram nästa steg.",
    // A line under the heading.
    "Håll ihop! 2026\nLunch till lunch om att leda när alla är trötta\n\n14-15 april 2026\n\nFör dig som leder en grupp och känner att den knakar i fogarna. Vi blandar forskning och vila.\n\nPlats: Skogsgården, Backen 1, Mora",
    // A question, its day and hours under it, and a programme.
    "Vem bestämmer på landet?\n\nTisdag 14 april 2026 kl. 9-12, Folkets hus, Sala\n\nProgram\n9.00 Kaffe\n9.30 Vem bestämmer? Anna Ek, docent, Högskolan i Ekfors\n11.30 Avslutning",
    // Called off.
    "INSTÄLLT: Skördefest på Nygården\n\nFesten är tyvärr inställd eftersom för få har anmält sig. Vi försöker igen nästa höst.\n\nDatum: 12 september 2026\nTid: kl. 11-15",
    // In English, with the day over the heading.
    "Thursday 22 October 2026, 9.00 – 16.30\n\nRepair and reuse in small towns\n\nThis conference brings together people who repair things and people who study repair in small towns.\n\nVenue: City Library, 4 Main Street, Falun",
    // A summons.
    "ÅSENS BYALAG\n\nKallelse till årsmöte\n\nMedlemmarna i Åsens byalag kallas till årsmöte söndagen den 15 mars 2026 kl. 15 i bygdegården.\n\nDagordning\n\n§ 1 Mötets öppnande\n§ 2 Val av ordförande\n§ 3 Verksamhetsberättelse\n§ 4 Avslutning",
    // A letter.
    "Nyhetsbrev 2026:2\n\nHej alla!\n\nVåren är här och vi har mycket på gång.\n\nStäddag\nLördag 18 april kl. 10-14 träffas vi vid stugan och krattar.\n\nVårfest\nVi firar den 30 maj kl. 17 på bryggan, alla är välkomna.",
    // A tour.
    "Boklådan på hjul, våren 2026\n\nVi kommer med böcker och kaffe till fyra torg. Ingen bokning behövs.\n\n3/3 Torsby, Stora torget, kl 10-13\n4/3 Sunne, vid hamnen, kl 10-13\n5/3 Arvika, Västra torget, kl 14-17\n6/3 Säffle, utanför biblioteket, kl 9-12",
];

/// Headers that between them set every site, menu, notice and kind beside many others.
fn headers() -> Vec<String> {
    let mut headers = Vec::new();
    for step in 0..7 {
        for n in 0..SITES.len() {
            let part = |list: &[&str], by: usize| list[(n + step * by) % list.len()].to_owned();
            let (site, menu) = (SITES[n].to_owned(), part(MENUS, 3));
            let (notice, kind) = (part(NOTICES, 5), part(KINDS, 2));
            headers.push(match step {
                0 => site,
                1 => format!("{site}\n{menu}"),
                2 => format!("{notice}\n\n{site}\n\n{menu}"),
                3 => format!("{site}\n{menu}\n{notice}\n\n{kind}"),
                4 => format!("{menu}\n\n{kind}"),
                5 => format!("{notice}\n{site}\n\n{kind}"),
                _ => format!("{menu}\n{notice}"),
            });
        }
    }
    headers
}

#[test]
fn a_header_over_a_page_changes_nothing() {
    unchanged(&headers());
}

#[test]
fn a_header_with_no_blank_line_changes_nothing() {
    let glued: Vec<String> = headers()
        .iter()
        .map(|h| h.lines().filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n"))
        .collect();
    unchanged(&glued);
}

/// Links and buttons between the heading and its text.
const LINKS: &[&str] = &[
    "Lyssna\nSkriv ut\nDela",
    "Lyssna  Skriv ut  Dela",
    "Dela sidan: Facebook  LinkedIn  E-post",
    "Lägg till i kalender",
    "Lästid: 2 minuter",
    "Till anmälan",
    "Boka plats\nVisa på karta",
    "Foto: Bygdearkivet",
    "Nästa\nTweet",
    "Sidansvarig: Kommunikationsenheten",
    "Tipsa en vän",
    "Ladda ner programmet (PDF)",
];

#[test]
fn links_under_the_heading_change_nothing() {
    let mut wrong = Vec::new();
    for page in PAGES.iter().filter(|page| !page.starts_with("Håll ihop")) {
        let bare = all(page);
        let title = heading(&bare);
        for links in LINKS {
            for gap in ["\n", "\n\n"] {
                let Some((before, after)) = page.split_once(&title) else { continue };
                let text = format!("{before}{title}{gap}{links}{gap}{}", after.trim_start());
                if all(&text) != bare {
                    wrong.push(format!("{title} over {links:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

fn heading(draft: &serde_json::Value) -> String {
    let title = draft["events"][0]["title"].as_str().or(draft["newsletter"]["title"].as_str());
    title.unwrap_or_default().to_owned()
}

fn unchanged(headers: &[String]) {
    let mut wrong = Vec::new();
    for page in PAGES {
        let bare = all(page);
        for header in headers {
            // A header of paragraphs, and one that runs into the page.
            let gap = if header.contains("\n\n") || !header.contains('\n') { "\n\n" } else { "\n" };
            let read = all(&format!("{header}{gap}{page}"));
            if read != bare {
                let name = page.lines().next().unwrap_or_default();
                let title = |v: &serde_json::Value| {
                    [&v["events"][0]["title"], &v["newsletter"]["title"]]
                        .iter()
                        .find_map(|t| t.as_str().map(str::to_owned))
                };
                wrong.push(format!("{name} as {:?} under\n{header}\n", title(&read)));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}\n{}",
        wrong.len(),
        PAGES.len() * headers.len(),
        wrong.join("\n")
    );
}

#[test]
fn the_pages_are_read() {
    let titles: Vec<_> = PAGES
        .iter()
        .map(|page| {
            let draft = all(page);
            let title =
                draft["events"][0]["title"].as_str().or(draft["newsletter"]["title"].as_str());
            title.unwrap_or_default().to_owned()
        })
        .collect();
    assert_eq!(
        titles,
        [
            "Kvällssamtal om byns vatten",
            "Byakraftsdagen",
            "Håll ihop! 2026",
            "Vem bestämmer på landet?",
            "Skördefest på Nygården",
            "Repair and reuse in small towns",
            "Kallelse till årsmöte",
            "Nyhetsbrev 2026:2",
            "Boklådan på hjul, våren 2026",
        ]
    );
}
