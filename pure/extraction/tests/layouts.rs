//! Layouts that failed as a whole before a rule was made for them: what a page looks like, in a few
//! lines, and the facts that hang on it. How single facts are worded is in `wordings.rs`.

mod pages;

use extraction::read;
use pages::check;

#[test]
fn a_summons_under_the_name_of_a_mailing() {
    check(
        "Hembygdsföreningen Gnistan\nMedlemsutskick 1-2027\n\nKallelse till ordinarie årsmöte\n\nSöndagen den 14 mars 2027 klockan 14 i Bystugan, Kyrkvägen 1 i Storvik.\n\nDAGORDNING\n\n§ 1   Mötets öppnande\n§ 2   Val av ordförande\n§ 3   Bokslut\n§ 4   Ansvarsfrihet\n§ 5   Mötet avslutas",
        &[
            ("/kind", "agenda"),
            ("/events/0/days/0/date", "2027-03-14"),
            ("/events/0/programme/4/title", "Mötet avslutas"),
        ],
    );
}

#[test]
fn matters_with_bare_numbers() {
    check(
        "Kallelse till kommunfullmäktige\n\nTid: Måndagen den 20 april 2026, kl. 17.00\nPlats: Stadshuset, Norrtull 2, Härnösand\n\nÄrenden\n1 Upprop\n2 Val av justerare\n3 Frågestund\n4 Årsredovisning 2025\n5 Taxa för vatten",
        &[
            ("/kind", "agenda"),
            ("/events/0/programme/0/title", "Upprop"),
            ("/events/0/programme/3/title", "Årsredovisning 2025"),
        ],
    );
}

#[test]
fn hours_of_the_day_before_the_matters() {
    check(
        "KALLELSE\n\ntill ordinarie stämma 2027\n\nLördagen den 10 april 2027 i Bollnäs.\n\nHålltider\n9.30 Kaffe\n10.15 Föredrag: Bomärken. Antikvarie Anna Ek, Arkivcentrum\n12.45 Förhandlingar\n\nDagordning\n§ 1   Stämman öppnas\n§ 2   Röstlängd\n§ 3   Val av ordförande\n§ 4   Avslutning",
        &[
            ("/kind", "agenda"),
            ("/events/0/title", "KALLELSE till ordinarie stämma 2027"),
            ("/events/0/programme/0/start", "09:30"),
            ("/events/0/programme/1/speakers/0/name", "Anna Ek"),
            ("/events/0/programme/3/title", "Stämman öppnas"),
        ],
    );
}

#[test]
fn a_tour_whose_weekdays_have_two_letters() {
    check(
        "Museet på hjul!\n\nmaj 2027\n\nVår gula buss är tillbaka.\n\nHÄR STANNAR BUSSEN\nMå 3 maj    Torsby, torget                     10–13\nTi 4 maj    Lekvattnet, vid bygdegården        13–17\nOn 5 maj    Östmark, skolgården                9.30–12\nLö 8 maj    Gräsmark, Kvarntorp                11-15",
        &[
            ("/kind", "newsletter"),
            ("/newsletter/sections/0/refs/0/date", "2027-05-03"),
            ("/newsletter/sections/0/refs/1/place", "Lekvattnet, vid bygdegården"),
            ("/newsletter/sections/0/refs/3/end", "15:00"),
        ],
    );
}

#[test]
fn evenings_that_are_told_of_before_their_date() {
    check(
        "Föreläsningskvällar hösten 2026\n\nTre kvällar, tre ämnen.\n\nSläktforska med DNA\n\nEtt topsprov räcker långt. Vad gör du sedan?\n\nMåndag 5 oktober kl. 18.00–20.00\nBiblioteket, Storgatan 35, Hudiksvall\nFri entré\nAnmälan senast 28 september: www.kurs.example/dna\n\nSvampens nätverk\n\nUnder marken pratar skogen med sig själv.\n\nOnsdag 14 oktober kl. 18–20\nKulturhuset, Långgatan 12, Söderhamn\n120 kr inkl. soppa\nAnmälan senast 7 oktober: www.kurs.example/svamp",
        &[
            ("/events/0/title", "Släktforska med DNA"),
            ("/events/0/registration/deadline", "2026-09-28"),
            ("/events/1/days/0/date", "2026-10-14"),
            ("/events/1/cost/amount", "120"),
            ("/events/2/title", ""),
        ],
    );
}

#[test]
fn a_date_under_a_label_heads_no_programme() {
    check(
        "Trade Forum\n\nA full day for exporters and freight forwarders.\n\nWhen\nThursday 15 October 2026\n9:00–16:30\n\nLast day to register\n5 October 2026\n\nLast day to cancel without charge\n8 October 2026\n\nProgramme\n\n09:00 Opening\n09:20 Tariffs\n10:10 Coffee break",
        &[
            ("/events/0/days/0/date", "2026-10-15"),
            ("/events/0/registration/deadline", "2026-10-05"),
            ("/events/0/programme/0/date", "2026-10-15"),
        ],
    );
}

#[test]
fn hours_glued_with_full_stops_and_a_lost_dash() {
    check(
        "Landsbygdsforum 2027\nOrka, våga, bo kvar\n8 10 oktober 2027 i Malung\n\nPROGRAM\n\nFredag 8 oktober\n\n16.0017.00  Incheckning\n17.0017.30  Forumet öppnas\n17.3018.30  Vem bestämmer i en by? . . . . . . . Stora salen\n            Anna Ek, statsvetare, Högskolan i Siljansnäs",
        &[
            ("/events/0/days/1/date", "2027-10-09"),
            ("/events/0/programme/2/start", "17:30"),
            ("/events/0/programme/2/end", "18:30"),
            ("/events/0/programme/2/title", "Vem bestämmer i en by?"),
            ("/events/0/programme/2/speakers/0/affiliation", "Högskolan i Siljansnäs"),
        ],
    );
}

#[test]
fn dates_of_other_things_in_a_list() {
    check(
        "The 4th Workshop on Repair\n\n22-23 April 2027 | Norrköping, Sweden and online\n\nIMPORTANT DATES\nAbstracts (closed)            10 January 2027\nNotification to authors       15 February 2027\nRegistration opens            1 March 2027\nRegistration closes           1 April 2027\nFinal slides                  16 April 2027\n\nThings break far away from the people who designed them.",
        &[
            ("/events/0/title", "The 4th Workshop on Repair"),
            ("/events/0/days/0/date", "2027-04-22"),
            ("/events/0/days/2/date", ""),
            ("/events/0/registration/opens", "2027-03-01"),
            ("/events/0/registration/deadline", "2027-04-01"),
        ],
    );
}

#[test]
fn an_invitation_from_a_calendar_program() {
    check(
        "Från: Maria Lund <maria.lund@kommun.example>\nSkickat: den 2 mars 2026 09:14\nTill: Nätverket\nÄmne: Inbjudan: Nätverksmöte om skolmat\nNär: den 14 april 2026 13:00-15:00\nVar: Microsoft Teams-möte\n\nHej!\n\nVälkommen till vårens andra nätverksmöte.",
        &[
            ("/events/0/title", "Nätverksmöte om skolmat"),
            ("/events/0/days/0/date", "2026-04-14"),
            ("/events/0/mode", "online"),
        ],
    );
}

#[test]
fn a_series_of_date_title_and_speaker() {
    check(
        "Seminarieserie våren 2026: Byn som forskningslabb\n\nTorsdagar kl. 13.15–14.30, sal E203, Mittlandets högskola, Akademigatan 1, Östersund. Det går också att följa på Zoom.\n\n5 februari\nSkogen som granne\nAnna Ek, docent i kulturgeografi\n\n5 mars\nVad är en tätort?\nBo Lund, postdoktor, Lissabons universitet",
        &[
            ("/events/0/mode", "hybrid"),
            ("/events/0/venue/street", "Akademigatan 1"),
            ("/events/0/days/1/start", "13:15"),
            ("/events/0/programme/1/date", "2026-03-05"),
            ("/events/0/programme/1/title", "Vad är en tätort?"),
        ],
    );
}

#[test]
fn groups_told_of_after_the_end_of_the_day() {
    check(
        "Demokratidag\n\nNär: 17 mars 2026\n\nSchema\n9.00 Välkommen\n10.15 Grupparbeten (se nedan)\n12.00 Lunch\n15.00 Slut\n\nGrupparbeten\n1. Kollektivtrafik – ledare Karin Nyman\n2. Psykisk hälsa – ledare Anna Ek",
        &[
            ("/events/0/programme/1/choices/1/title", "Psykisk hälsa"),
            ("/events/0/programme/3/kind", "summary"),
            ("/events/0/programme/3/choices", ""),
        ],
    );
}

#[test]
fn hours_without_minutes_among_hours_with_them() {
    check(
        "Dialogdag\n\nOnsdagen den 6 maj 2026, klockan 9-15 i Ljusdal.\n\nProgrammet i korthet:\n9.00 kaffe\n10.45 samtal i grupper\n12 lunch\n13 Hur går vi vidare? Leds av Per Lund\n15 slut",
        &[
            ("/events/0/programme/2/start", "12:00"),
            ("/events/0/programme/3/speakers/0/name", "Per Lund"),
            ("/events/0/programme/4/start", "15:00"),
        ],
    );
}

#[test]
fn a_menu_of_the_sites_own_words() {
    check(
        "Lyssna    Teckenspråk    Other languages\n\nÖstra stiftet\n\nStart\nTro och liv\nKurser och mötesplatser\n   Diakoni\n   Musik\n   Unga\nOm stiftet\n\nKurser och mötesplatser / Diakoni\n\nInspirationsdag: Kyrkbussen och kaffestugan\n\nEnsamheten på landet syns inte från vägen. Den här dagen samlas församlingar och föreningar.\n\nDatum\nfre 5 feb 2027",
        &[
            ("/events/0/title", "Inspirationsdag: Kyrkbussen och kaffestugan"),
            ("/events/0/days/0/date", "2027-02-05"),
        ],
    );
}

#[test]
fn items_that_begin_with_kl_in_small_letters() {
    check(
        "Hearing om nya riktlinjer\n\nDatum: 15 oktober 2026\n\nProgram\n\nkl. 13.00 - Inledning, generaldirektör Robert Ek\nkl. 13.15 - Förslaget på tjugo minuter, Ylva Brandt, enhetschef\nkl. 14.30 - Kort paus",
        &[
            ("/events/0/programme/1/start", "13:15"),
            ("/events/0/programme/1/speakers/0/name", "Ylva Brandt"),
            ("/events/0/programme/2/kind", "break"),
        ],
    );
}

#[test]
fn a_running_head_on_every_page() {
    check(
        "Folkhälsodagarna i Sydost\n\nTvå dagar om jämlik hälsa.\n\nScandic, Kalmar                    1 (3)\n\nFolkhälsodagarna i Sydost          2 (3)\n\nMÅNDAG 28 SEPTEMBER 2026\n\n09:00   Registrering\n10:00   Tio år av hälsa\n18:30   Middag (egen anmälan)\n\nFolkhälsodagarna i Sydost          3 (3)\n\nTISDAG 29 SEPTEMBER 2026\n\n09:00   Morgonens fråga\n10:00   Lunch\n\nAnmäl dig senast 4 september.",
        &[
            ("/events/1", ""),
            ("/events/0/days/1/date", "2026-09-29"),
            ("/events/0/programme/4/title", "Lunch"),
            ("/events/0/registration/deadline", "2026-09-04"),
        ],
    );
}

#[test]
fn numbered_days_without_hours() {
    check(
        "Barns röster\n\nTid: 9.00–16.00 alla tre dagarna\nPlats: Konstmuseet, Tollsgatan, Halmstad\n\nDag 1, torsdag 14 januari 2027\nAtt höra det barnet inte säger\nEva Lind, psykolog\n\nDag 2, torsdag 4 februari 2027\nLek på allvar\nEva Lind\nRita och leka sig fram\nHanna Ek, specialpedagog, Varbergs kommun\n\nDag 3, torsdag 25 februari 2027\nFrån anteckning till beslut\nIngrid Malm, jurist\nRedovisning av egna ärenden\n\nKostnad\nGratis.",
        &[
            ("/events/0/days/2/date", "2027-02-25"),
            ("/events/0/venue/street", "Tollsgatan"),
            ("/events/0/programme/2/speakers/0/affiliation", "Varbergs kommun"),
            ("/events/0/programme/4/title", "Redovisning av egna ärenden"),
        ],
    );
}

#[test]
fn what_stands_under_a_matter() {
    check(
        "Landsbygdsrådet kallas till sammanträde\n\nTid: tisdag 20 oktober 2026 kl. 13.00\n\nÄrenden\n\n1    Upprop\n2    Bredband\n     Kim Alster, bredbandssamordnare\n3    Remiss om serviceplan, svar\n     senast 13 november\n14.15 Kaffe\n4    Bygdepeng\n5    Avslutning",
        &[
            ("/kind", "agenda"),
            ("/events/0/programme/1/speakers/0/name", "Kim Alster"),
            ("/events/0/programme/3/kind", "break"),
            ("/events/0/registration/deadline", ""),
            ("/events/0/programme/4/title", "Bygdepeng"),
        ],
    );
}

#[test]
fn a_column_of_speakers_and_choices_in_brackets() {
    check(
        "Hands Wanted: a seminar on sawmills\n\nThursday 4 March 2027\n\nProgramme\n\n9.00     Opening                     Marcus Berg, CEO\n11.00    What schools can promise    Panel: Frida Nyman and Jonte Hedlund, both teachers\n13.00    Workshops\n         (a) Mentors at night        Tomasz Wilk\n         (b) Recruiting abroad       Deborah Holm, lawyer\n14.30    Summary",
        &[
            ("/events/0/programme/1/speakers/1/name", "Jonte Hedlund"),
            ("/events/0/programme/2/choices/0/speakers/0/name", "Tomasz Wilk"),
            ("/events/0/programme/2/choices/1/title", "Recruiting abroad"),
        ],
    );
}

#[test]
fn parallel_sessions_lettered_on() {
    check(
        "RURAL CARE 2027\n\nProgramme\n\nWednesday 21 April 2027\n10.00 Parallel sessions I\nA. Home visits by boat\nChair: Anna Berg\nB. The night shift\nChair: Erik Holm\n11.00 Coffee\n13.00 Parallel sessions II\nC. More than one winter\nChair: Karin Lund\nD. Digital first\nChair: Erik Holm",
        &[
            ("/events/0/programme/2/choices/0/number", "C"),
            ("/events/0/programme/2/choices/1/facilitators/0", "Erik Holm"),
        ],
    );
}

#[test]
fn a_short_notice() {
    check(
        "Linedalens bygdegårdsförening\n\nStäddag och grillning lördag 25 april 2026\nVi ses vid bygdegården kl 9. Ta med kratta.\nFörst räfsar vi, sedan grillar vi. Klart till kl 14.\nSäg till Yngve på 070-174 06 14, senast onsdag 22 april.",
        &[
            ("/events/0/days/0/start", "09:00"),
            ("/events/0/days/0/end", "14:00"),
            ("/events/0/venue/name", "bygdegården"),
        ],
    );
}

#[test]
fn a_span_over_two_lines_and_what_else_is_on() {
    check(
        "Höstinternat för kommunala råd\n\nons 18 nov 2026 12:00 -\ntor 19 nov 2026 13:00\nHotell Gyllenbacken, Tällberg\n\nVälkommen till ett dygn där råden i länets kommuner får lära av varandra.\n\nKostnad\n3 950 kr\n\nKontakt\nLisbet Ek, lisbet@x.example\n\nKalendarium\n24 november   Styrelsemöte\n3 december   Funktionsrättsdagen, Falun",
        &[
            ("/events/0/title", "Höstinternat för kommunala råd"),
            ("/events/0/days/0/start", "12:00"),
            ("/events/0/days/1/end", "13:00"),
            ("/events/0/days/2", ""),
        ],
    );
}

#[test]
fn a_letter_says_when_it_was_written() {
    check(
        "Alvik den 3 februari 2027\n\nTill delägarna i Alviks vägsamfällighet\n\nKALLELSE TILL STÄMMA\n\nDelägarna kallas härmed till stämma lördagen den 6 mars 2027 klockan 14.00 i Bystugan, Alvik.\n\nDagordning\n\n1. Öppnande\n2. Val av ordförande\n3. Remiss om broar\n   Svar ska lämnas senast 30 april 2027\n4. Kommande möten\n   8 maj, 4 september\n5. Avslutning\n\nFörhinder anmäls senast 1 mars till vagen@alvik.example.",
        &[
            ("/kind", "agenda"),
            ("/events/0/days/0/date", "2027-03-06"),
            ("/events/0/days/0/start", "14:00"),
            ("/events/0/days/1", ""),
            ("/events/0/registration/deadline", "2027-03-01"),
            ("/warnings/0", ""),
        ],
    );
}

#[test]
fn the_last_day_to_register_beside_the_day() {
    check(
        "Dag om torra diken\n\nons 18 nov 2026\n9.30–15.00\nons 4 nov 2026\nGillestugan, Torggatan 2, Sala\n\nDagen är gratis. Anmäl dig senast den 4 november på diken.example. Får du förhinder hör du av dig senast den 11 november.",
        &[
            ("/events/0/days/0/date", "2026-11-18"),
            ("/events/0/days/1", ""),
            ("/events/0/registration/deadline", "2026-11-04"),
            ("/warnings/0", ""),
        ],
    );
}

#[test]
fn evenings_with_numbers_and_hours_of_several_days() {
    check(
        "Kurs: Skriva protokoll\n\nKväll 1, tisdag 9 mars 2027 18.00–20.00\nKväll 2, tisdag 16 mars 2027 18.00–20.00\n\nPlats: Bibliotekets källare, Ystad",
        &[
            ("/events/0/days/0/date", "2027-03-09"),
            ("/events/0/days/1/date", "2027-03-16"),
            ("/events/0/days/2", ""),
        ],
    );
    check(
        "Sagostund\n\nFredag 5/2, 12/2 och 19/2 2027, 15.00–16.30\nRum: Sagohörnan",
        &[("/events/0/days/0/start", "15:00"), ("/events/0/days/2/end", "16:30")],
    );
    check(
        "Styrelsekurs\n\nLördagen den 6 och söndagen den 7 februari 2027, lördag kl. 10–17, söndag kl. 9–13\nFolkets hus, Nora",
        &[("/events/0/days/0/end", "17:00"), ("/events/0/days/1/start", "09:00")],
    );
    check(
        "Kurs i murning\n\n3–5 november 2026\nDag 1 kl 9–17, dag 2 och 3 kl 8–16\nByggskolan, Gävle",
        &[("/events/0/days/0/start", "09:00"), ("/events/0/days/2/start", "08:00")],
    );
}

#[test]
fn a_list_of_important_days_is_not_the_days_of_the_event() {
    check(
        "Small Towns Forum 2027\nUmeå, 14–15 September\n\nTwo days on how small places keep their schools.\n\nImportant dates\n1 April: call for sessions closes\n15 May: notice of acceptance\n20 August: last day to register\n\nVenue\nFolkets Hus, Skolgatan 59, Umeå",
        &[
            ("/events/0/days/0/date", "2027-09-14"),
            ("/events/0/days/1/date", "2027-09-15"),
            ("/events/0/days/2", ""),
            ("/events/0/registration/deadline", "2027-08-20"),
        ],
    );
}

#[test]
fn labels_that_stand_empty() {
    let empty = |text: &str| {
        let kinds: Vec<_> = read(text).warnings.iter().map(|w| w.detail.clone()).collect();
        kinds.join("; ")
    };
    assert_eq!(
        empty(
            "Möte om bryggan\n\nTid: 4 maj 2027 kl. 18\nPlats: Hamnkrogen\nSekreterare:\n\nVi talar om vad som ska göras före sommaren."
        ),
        "nothing after \"Sekreterare:\""
    );
    assert_eq!(
        empty(
            "Träff om fjärrvärme\n\nDatum\n4 februari 2027\nPlats\nFörsamlingshemmet i Mora\nMålgrupp\nPris\nGratis\nArrangör\nMora kommun"
        ),
        "nothing after \"Målgrupp\""
    );
    // What introduces a list or a paragraph is no label.
    assert_eq!(
        empty(
            "Resa till Kosta\n\nDatum: 12 september 2026\nPris: 300 kr\n\nVi hinner med:\n- hyttan\n- museet\n\nDäremellan:\n\nLunch på egen hand."
        ),
        ""
    );
}

#[test]
fn hours_in_a_sentence_against_those_at_the_top() {
    let kinds = |text: &str| {
        read(text).warnings.iter().map(|w| format!("{:?}", w.kind)).collect::<Vec<_>>().join(" ")
    };
    let head =
        "Samråd om havsplanen\n\nDatum: 19 maj 2027\nTid: 17.00–19.30\nPlats: Tullhuset, Luleå\n\n";
    assert_eq!(kinds(&format!("{head}Mötet pågår från 17.00 till 20.00.")), "TimeConflict");
    assert_eq!(kinds(&format!("{head}Samrådet börjar klockan 18.")), "TimeConflict");
    assert_eq!(kinds(&format!("{head}Mötet pågår från 17.00 till 19.30.")), "");
    assert_eq!(kinds(&format!("{head}Mötet inleds med kaffe från 16.30.")), "");
}

#[test]
fn hours_and_limits_in_words_and_under_headings() {
    check(
        "Kväll om läsning\n\nOnsdagen den 28 oktober 2026 fyller biblioteket i Sala hundra år.\n\nKvällen börjar klockan sex i Folkets hus och håller på till halv nio. Boka en biljett före den 21 oktober. Från den 12 oktober går det att boka.",
        &[
            ("/events/0/days/0/start", "18:00"),
            ("/events/0/days/0/end", "20:30"),
            ("/events/0/registration/deadline", "2026-10-21"),
            ("/events/0/registration/opens", "2026-10-12"),
        ],
    );
    check(
        "Harbour days\n\nWhen\n15–16 April 2027\nDay one starts at 10:00 and ends at 17:00, day two runs 9:00 to 14:30.\n\nDeadlines\nRegistration on site: 19 March 2027\nRegistration for the stream: 12 April 2027\n\nWhere\nTown Hall, Lysekil",
        &[
            ("/events/0/days/0/end", "17:00"),
            ("/events/0/days/1/start", "09:00"),
            ("/events/0/days/1/end", "14:30"),
            ("/events/0/registration/deadline", "2027-03-19"),
            ("/warnings/0", ""),
        ],
    );
    check(
        "Ledarhelg på Fjällgården\n\nNär\nFredag 12 – söndag 14 mars\n\nFredag\n12.00 Lunch\n14.00 Att leda sin kompis\n\nLördag\n9.00 Workshops\n12.00 Lunch\n\nSöndag\n9.30 Brev till mig själv\n11.00 Tack och hej",
        &[
            ("/events/0/programme/2/date", "XXXX-03-13"),
            ("/events/0/programme/5/date", "XXXX-03-14"),
        ],
    );
    check(
        "Samrådslunch\n\nLunchen flyttas från den 3 december till torsdag den 12 november 2026, klockan 11.30 till 13.30.\n\nAnmäl dig senast 9 november till lunch@drivan.example.",
        &[
            ("/events/0/days/0/date", "2026-11-12"),
            ("/events/0/days/0/end", "13:30"),
            ("/events/0/days/1", ""),
        ],
    );
}
