//! One fact, many wordings: rows of what municipalities, regions and associations write for a day, a
//! last day to register, a title, how one takes part, what it costs and whether it is called off.
//! Each row stands in a small page of its own, so that a rule that only fits one layout shows.

use extraction::read;
use serde_json::Value;

fn event(text: &str) -> Value {
    let draft: Value = serde_json::from_str(&read(text).to_json()).expect("JSON");
    draft["events"][0].clone()
}

fn word(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Every row that is read in another way, so that one run shows them all.
fn check(rows: &[(&str, &str)], page: fn(&str) -> String, told: fn(&Value) -> String) {
    let wrong: Vec<_> = rows
        .iter()
        .filter_map(|(row, expected)| {
            let found = told(&event(&page(row)));
            (found != *expected).then(|| format!("{row}\n    {expected} is read as {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

fn days(event: &Value) -> String {
    let day = |day: &Value| {
        let clock = |key: &str| day[key].as_str().map(|c| format!(" {c}")).unwrap_or_default();
        format!("{}{}{}", word(&day["date"]), clock("start"), clock("end").replace(' ', "-"))
    };
    let days: Vec<_> = event["days"].as_array().into_iter().flatten().map(day).collect();
    if days.is_empty() { "-".to_owned() } else { days.join(", ") }
}

#[test]
fn days_and_hours() {
    check(
        &[
            ("Datum: 14 april 2026\nTid: 18.00–20.00", "2026-04-14 18:00-20:00"),
            ("Datum: tisdagen den 14:e april 2026\nTid: kl 18-20", "2026-04-14 18:00-20:00"),
            ("Datum: tis 14/4 2026, kl. 18–20", "2026-04-14 18:00-20:00"),
            ("När: 14/4-26 kl 18:00–20:00", "2026-04-14 18:00-20:00"),
            ("När: 14.4.2026 klockan 18.00", "2026-04-14 18:00"),
            ("När: 14.4 2026 klockan 18.00", "2026-04-14 18:00"),
            ("När: 2026/04/14, 18:00", "2026-04-14 18:00"),
            ("Dag: Tisdag 14 april -26\nTid: 18–20", "2026-04-14 18:00-20:00"),
            ("Tisdag den 14 april år 2026 kl. 18.00", "2026-04-14 18:00"),
            ("Tisdag 14 april 2026 | 18.00–20.00", "2026-04-14 18:00-20:00"),
            ("Tisdag 14 april 2026 • 18.00–20.00", "2026-04-14 18:00-20:00"),
            ("Tisdag, 14 april, 2026, 18:00 till 20:00", "2026-04-14 18:00-20:00"),
            ("April 14, 2026\n18:00–20:00", "2026-04-14 18:00-20:00"),
            ("14 APR 2026\n18.00", "2026-04-14 18:00"),
            ("14\nAPR\n2026\nkl. 18.00–20.00", "2026-04-14 18:00-20:00"),
            ("TIS\n14\napril\n2026\nkl. 18.00–20.00", "2026-04-14 18:00-20:00"),
            ("Startdatum: 2026-04-14 18:00\nSlutdatum: 2026-04-14 20:00", "2026-04-14 18:00-20:00"),
            ("Startar: 14 april 2026 18:00\nSlutar: 14 april 2026 20:00", "2026-04-14 18:00-20:00"),
            (
                "Börjar: 14 april 2026, kl. 18.00\nSlutar: 14 april 2026, kl. 20.00",
                "2026-04-14 18:00-20:00",
            ),
            ("Tidpunkt: 14 april 2026 kl. 18.00–20.00", "2026-04-14 18:00-20:00"),
            ("Evenemangsdatum: 14 april 2026\nTid: 18:00 - 20:00", "2026-04-14 18:00-20:00"),
            ("Mötesdag: 14 april 2026 kl. 18.00", "2026-04-14 18:00"),
            ("Mötesdatum: 14 april 2026 kl. 18.00", "2026-04-14 18:00"),
            ("Kursdag: 14 april 2026 kl. 18.00", "2026-04-14 18:00"),
            ("När och hur: 14 april 2026 kl. 18.00–20.00", "2026-04-14 18:00-20:00"),
            ("När äger mötet rum? 14 april 2026 kl. 18.00–20.00", "2026-04-14 18:00-20:00"),
            ("Boka in datumet: 14 april 2026 kl. 18.00", "2026-04-14 18:00"),
            ("Boka in den 14 april 2026 redan nu!", "2026-04-14"),
            ("Reservera den 14 april 2026 i kalendern.", "2026-04-14"),
            ("Save the date! 14 april 2026", "2026-04-14"),
            ("Save the date: 14–15 april 2026", "2026-04-14, 2026-04-15"),
            ("Datum: 14-15 april 2026, lunch till lunch", "2026-04-14, 2026-04-15"),
            ("Datum: 14 och 15 april 2026", "2026-04-14, 2026-04-15"),
            ("Datum: 14 & 15 april 2026", "2026-04-14, 2026-04-15"),
            ("Datum: 14/4 och 15/4 2026", "2026-04-14, 2026-04-15"),
            ("Datum: 14/4–15/4 2026", "2026-04-14, 2026-04-15"),
            ("Datum: 14.–15. april 2026", "2026-04-14, 2026-04-15"),
            ("Datum: den 14:e och 15:e april 2026", "2026-04-14, 2026-04-15"),
            ("Datum: den 14 resp. 15 april 2026", "2026-04-14, 2026-04-15"),
            ("Datum: den 14 respektive 21 april 2026", "2026-04-14, 2026-04-21"),
            ("Datum: den 14 samt 21 april 2026", "2026-04-14, 2026-04-21"),
            ("Datum: 14 eller 21 april 2026 (välj ett tillfälle)", "2026-04-14, 2026-04-21"),
            (
                "Datum: 14, 21 och 28 april samt 5 maj 2026",
                "2026-04-14, 2026-04-21, 2026-04-28, 2026-05-05",
            ),
            ("Datum: 14/4, 21/4 och 5/5 2026", "2026-04-14, 2026-04-21, 2026-05-05"),
            ("Datum: 30 april–1 maj 2026", "2026-04-30, 2026-05-01"),
            ("Datum: 30/4-1/5 2026", "2026-04-30, 2026-05-01"),
            ("Datum: 2026-04-14–15", "2026-04-14, 2026-04-15"),
            ("Datum: 2026-04-14--15", "2026-04-14, 2026-04-15"),
            ("Datum: 2026-04-14 – 2026-04-15", "2026-04-14, 2026-04-15"),
            ("Datum: 2026-04-14 till 2026-04-15", "2026-04-14, 2026-04-15"),
            ("Datum: tisdag–onsdag 14–15 april 2026", "2026-04-14, 2026-04-15"),
            ("Datum: tisdag 14 – onsdag 15 april 2026", "2026-04-14, 2026-04-15"),
            (
                "Datum: tisdagen den 14 april till onsdagen den 15 april 2026",
                "2026-04-14, 2026-04-15",
            ),
            ("Datum: tisdag den 14 april och onsdag den 15 april 2026", "2026-04-14, 2026-04-15"),
            ("Datum: from 14 april tom 16 april 2026", "2026-04-14, 2026-04-15, 2026-04-16"),
            ("Datum: fr.o.m. 14 april t.o.m. 16 april 2026", "2026-04-14, 2026-04-15, 2026-04-16"),
            (
                "Datum: från och med 14 april till och med 16 april 2026",
                "2026-04-14, 2026-04-15, 2026-04-16",
            ),
            ("När: Vecka 16, tisdag 14 april 2026, kl. 18", "2026-04-14 18:00"),
            ("När: v. 16 (14 april 2026) kl. 18", "2026-04-14 18:00"),
            ("När: tisdag (14 april 2026) kl. 18.00–20.00", "2026-04-14 18:00-20:00"),
            ("Den 14 april 2026 mellan kl. 18 och 20", "2026-04-14 18:00-20:00"),
            ("Den 14 april 2026 från kl. 18 till kl. 20", "2026-04-14 18:00-20:00"),
            ("Den 14 april 2026, start 18.00, slut 20.00", "2026-04-14 18:00-20:00"),
            ("Klockan 18.00–20.00 den 14 april 2026", "2026-04-14 18:00-20:00"),
            ("18.00–20.00, tisdag 14 april 2026", "2026-04-14 18:00-20:00"),
            ("Varmt välkommen tisdagen den 14 april 2026 klockan 18.00!", "2026-04-14 18:00"),
            ("Tisdag 14 april 2026\nkl.18.00-20.00", "2026-04-14 18:00-20:00"),
            ("Tisdag 14 april 2026, kl 18:00-20:00 (insläpp från 17:30)", "2026-04-14 18:00-20:00"),
            ("Datum & tid\n14 april 2026\n18:00–20:00", "2026-04-14 18:00-20:00"),
            ("Datum\tTid\n14 april 2026\t18:00–20:00", "2026-04-14 18:00-20:00"),
            ("Datum 2026-04-14 Tid 18:00-20:00", "2026-04-14 18:00-20:00"),
            ("14 april 2026 18:00 – 14 april 2026 20:00", "2026-04-14 18:00-20:00"),
            ("2026-04-14 18:00 – 2026-04-14 20:00", "2026-04-14 18:00-20:00"),
            ("2026-04-14T18:00", "2026-04-14 18:00"),
            ("2026-04-14 kl 18.00 - 2026-04-15 kl 12.00", "2026-04-14 18:00, 2026-04-15-12:00"),
            ("Date: Tuesday, 14th of April 2026, 6–8 pm", "2026-04-14 18:00-20:00"),
            ("Date: Tue 14 Apr 2026 18:00–20:00", "2026-04-14 18:00-20:00"),
            ("When: April 14–15, 2026", "2026-04-14, 2026-04-15"),
            ("When: 14 to 15 April 2026", "2026-04-14, 2026-04-15"),
            ("When: April 14 and 15, 2026", "2026-04-14, 2026-04-15"),
            ("When: 30 April to 1 May 2026", "2026-04-30, 2026-05-01"),
            ("When: from April 30 until May 1, 2026", "2026-04-30, 2026-05-01"),
        ],
        |row| {
            format!(
                "Kväll om hamnen\n\n{row}\nPlats: Folkets hus, Storgatan 2, Sala\n\nVi pratar om hamnen och vad den kan bli för oss som bor här."
            )
        },
        days,
    );
}

#[test]
fn last_days_to_register() {
    check(
        &[
            ("Sista anmälningsdag: 7 april", "2026-04-07"),
            ("Sista dag för anmälan är 7 april.", "2026-04-07"),
            ("Anmäl dig senast 7/4.", "2026-04-07"),
            ("Anmälan senast tisdag 7/4 till hamnen@sala.example", "2026-04-07"),
            ("Anmälan: senast 7 april via formuläret på webbplatsen.", "2026-04-07"),
            ("Anmälan görs via länken nedan fram till och med 7 april.", "2026-04-07"),
            ("Du kan anmäla dig till och med den 7 april.", "2026-04-07"),
            ("Du kan anmäla dig t.o.m. 7 april.", "2026-04-07"),
            ("Du kan anmäla dig tom 7 april.", "2026-04-07"),
            ("Anmälan är öppen till den 7 april.", "2026-04-07"),
            ("Anmälan stänger 7 april kl. 12.00.", "2026-04-07"),
            ("Anmälan stängs den 7 april.", "2026-04-07"),
            ("Anmälningen stänger den 7 april.", "2026-04-07"),
            ("Anmälningslänken stängs den 7 april.", "2026-04-07"),
            ("Anmälningstiden går ut den 7 april.", "2026-04-07"),
            ("Anmälningstid: till och med 7 april", "2026-04-07"),
            ("Anmälningsperiod: 1 mars–7 april", "2026-04-07"),
            ("Anmälningsperioden är 1 mars till 7 april.", "2026-04-07"),
            ("Anmälan öppnar 1 mars och stänger 7 april.", "2026-04-07"),
            ("Anmälan är öppen mellan 1 mars och 7 april.", "2026-04-07"),
            ("Anmälan är öppen 1 mars–7 april.", "2026-04-07"),
            ("Sista datum att anmäla sig är 7 april.", "2026-04-07"),
            ("Sista datum: 7 april", "2026-04-07"),
            ("Sista anmälningsdatum\n7 april", "2026-04-07"),
            ("Sista ansökningsdag: 7 april", "2026-04-07"),
            ("Deadline för anmälan är den 7 april.", "2026-04-07"),
            ("Deadline för anmälan: 7 april", "2026-04-07"),
            ("OSA senast 7 april till hamnen@sala.example", "2026-04-07"),
            ("OSA 7/4 till hamnen@sala.example", "2026-04-07"),
            ("O.S.A. före den 7 april.", "2026-04-07"),
            ("Vi vill ha din anmälan senast den 7 april.", "2026-04-07"),
            (
                "Vi behöver din anmälan senast den 7 april för att kunna beställa fika.",
                "2026-04-07",
            ),
            ("Meddela Anna Ek senast den 7 april om du kommer.", "2026-04-07"),
            ("Svara gärna senast den 7 april.", "2026-04-07"),
            ("Boka din plats senast den 7 april.", "2026-04-07"),
            ("Platserna bokas senast 7 april.", "2026-04-07"),
            ("Begränsat antal platser – anmäl dig innan 7 april.", "2026-04-07"),
            ("Först till kvarn! Anmälan senast den 7 april.", "2026-04-07"),
            ("Den 7 april är sista dagen att anmäla sig.", "2026-04-07"),
            ("7 april är sista dag för anmälan.", "2026-04-07"),
            ("7 april stänger anmälan.", "2026-04-07"),
            ("Senast den 7 april behöver vi veta om du kommer.", "2026-04-07"),
            ("Senast den 7 april vill vi ha din anmälan.", "2026-04-07"),
            ("Senast 7 april ska du ha anmält dig.", "2026-04-07"),
            ("Intresseanmälan lämnas senast 7 april.", "2026-04-07"),
            ("Anmälan (senast 7 april): hamnen@sala.example", "2026-04-07"),
            ("Anmäl dig här (sista dag 7 april)", "2026-04-07"),
            ("Anmälan krävs. Sista dag är den 7 april.", "2026-04-07"),
            ("Föranmälan krävs, senast den 7 april.", "2026-04-07"),
            ("Anmälan är obligatorisk och ska vara oss tillhanda den 7 april.", "2026-04-07"),
            ("Anmälan ska ha kommit in senast den 7 april.", "2026-04-07"),
            ("Välkommen med din anmälan före 7 april!", "2026-04-07"),
            ("Anmäl er till receptionen, dock senast tisdagen den 7 april.", "2026-04-07"),
            ("Anmälan\nSenast 7 april", "2026-04-07"),
            ("Anmälan\nTill: hamnen@sala.example\nSenast: 7 april", "2026-04-07"),
            ("Anmälan sker löpande, dock senast en vecka före mötet (7 april).", "2026-04-07"),
            ("Registration closes on 7 April.", "2026-04-07"),
            ("Please register no later than 7 April.", "2026-04-07"),
            ("Register by Tuesday 7 April.", "2026-04-07"),
            ("Please sign up before 7 April.", "2026-04-07"),
            ("Registration is open until 7 April.", "2026-04-07"),
            ("RSVP by April 7.", "2026-04-07"),
            ("The deadline for registration is 7 April.", "2026-04-07"),
            ("Last date to sign up: 7 April", "2026-04-07"),
            ("Kindly let us know by 7 April if you can come.", "2026-04-07"),
            // None of these is the last day to register.
            ("Avanmälan senast 7 april.", "-"),
            ("Avbokning ska ske senast den 7 april.", "-"),
            ("Motioner lämnas senast den 7 april.", "-"),
            ("Handlingarna skickas ut senast den 7 april.", "-"),
            ("Lämna synpunkter på planen senast den 7 april.", "-"),
            ("Specialkost meddelas senast den 7 april.", "-"),
            ("Beställ teckenspråkstolk senast den 7 april.", "-"),
            ("Skicka in frågor till panelen senast den 7 april.", "-"),
            ("Ansökan om stipendium senast den 7 april.", "-"),
            ("Fakturan betalas senast den 7 april.", "-"),
            ("Hotellrum bokas senast den 7 april.", "-"),
            ("Anmälan öppnar den 7 april.", "-"),
            ("Cancellations must be made by 7 April.", "-"),
            ("Ändringar i anmälan kan göras fram till 7 april.", "-"),
        ],
        |row| {
            format!(
                "Kväll om hamnen\n\nDatum: 14 april 2026\nTid: 18.00–20.00\nPlats: Folkets hus, Storgatan 2, Sala\n\nVi pratar om hamnen och vad den kan bli för oss som bor här.\n\n{row}"
            )
        },
        |event| word(&event["registration"]["deadline"]),
    );
}

#[test]
fn other_dates_are_not_the_days() {
    check(
        &[
            ("Publicerad: 3 mars 2026", "2026-04-14"),
            ("Senast uppdaterad 3 mars 2026", "2026-04-14"),
            ("Sidan granskades 3 mars 2026", "2026-04-14"),
            ("Ändrad 3 mars 2026", "2026-04-14"),
            ("Planen antogs av kommunfullmäktige den 3 mars 2026.", "2026-04-14"),
            ("Samrådet pågår 3 mars–7 maj 2026.", "2026-04-14"),
            ("Nästa möte är den 12 maj 2026.", "2026-04-14"),
            ("Utställningen visas till den 7 maj 2026.", "2026-04-14"),
            ("Handlingarna finns hos sekreteraren från den 3 mars 2026.", "2026-04-14"),
            ("Filmen från kvällen läggs ut den 3 maj 2026.", "2026-04-14"),
            ("Biljetterna släpps den 3 mars 2026.", "2026-04-14"),
            ("En ny lag gäller från den 1 juli 2026.", "2026-04-14"),
        ],
        |row| {
            format!(
                "Kväll om hamnen\n\nTisdag 14 april 2026\nPlats: Folkets hus, Storgatan 2, Sala\n\nVi pratar om hamnen och vad den kan bli för oss som bor här.\n\n{row}"
            )
        },
        days,
    );
}

#[test]
fn titles() {
    check(
        &[
            (
                "Rum för många: bygdens samlingslokaler i morgon",
                "Rum för många: bygdens samlingslokaler i morgon",
            ),
            ("Plats för alla: så planerar vi torget", "Plats för alla: så planerar vi torget"),
            ("Tid för samtal: demokratin i vardagen", "Tid för samtal: demokratin i vardagen"),
            ("Dag för dag – ett samtal om sorg", "Dag för dag – ett samtal om sorg"),
            ("Vem bestämmer på landsbygden?", "Vem bestämmer på landsbygden?"),
            ("Var bor framtidens unga?", "Var bor framtidens unga?"),
            (
                "När vattnet stiger: klimatdag för kustkommuner",
                "När vattnet stiger: klimatdag för kustkommuner",
            ),
            ("Hur möter vi oron?", "Hur möter vi oron?"),
            ("Delta i framtiden: ungas inflytande", "Delta i framtiden: ungas inflytande"),
            (
                "Kontakt med naturen: friluftsliv för alla",
                "Kontakt med naturen: friluftsliv för alla",
            ),
            (
                "Pris på allt: ett samtal om ekosystemtjänster",
                "Pris på allt: ett samtal om ekosystemtjänster",
            ),
            (
                "Start för odling – vårmöte för nybörjare",
                "Start för odling – vårmöte för nybörjare",
            ),
            ("Dialog: Ny skola i Salbohed", "Dialog: Ny skola i Salbohed"),
            ("Frukostmöte: Handeln i centrum", "Frukostmöte: Handeln i centrum"),
            ("Öppet hus på återbruket", "Öppet hus på återbruket"),
            ("Vårens kulturting", "Vårens kulturting"),
            ("Samverkansdagen 2026", "Samverkansdagen 2026"),
            ("Medborgardialog", "Medborgardialog"),
            ("Folkhälsoforum", "Folkhälsoforum"),
            ("Landsbygdsting 2026 i Sala", "Landsbygdsting 2026 i Sala"),
            ("Välkommen till Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("Inbjudan till Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("Inbjudan: Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("INBJUDAN\n\nLandsbygdsting 2026", "Landsbygdsting 2026"),
            ("Inbjudan till\nLandsbygdsting 2026", "Landsbygdsting 2026"),
            ("Sala kommun bjuder in till\nLandsbygdsting 2026", "Landsbygdsting 2026"),
            (
                "Sala kommun\nSamhällsbyggnadskontoret\n\nSamrådsmöte om Salberga",
                "Samrådsmöte om Salberga",
            ),
            ("Seminarium\n\nEfter skörden", "Efter skörden"),
            ("Konferens\nEfter skörden", "Efter skörden"),
            ("Save the date: Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("Save the date!\n\nLandsbygdsting 2026", "Landsbygdsting 2026"),
            ("Påminnelse: Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("INSTÄLLT: Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("INSTÄLLT! Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("Inställt – Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("(INSTÄLLT) Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("Landsbygdsting 2026 – INSTÄLLT", "Landsbygdsting 2026"),
            ("Landsbygdsting 2026 – ställs in", "Landsbygdsting 2026"),
            ("Landsbygdsting 2026 (framflyttat)", "Landsbygdsting 2026"),
            ("Landsbygdsting 2026 – nytt datum!", "Landsbygdsting 2026"),
            ("Landsbygdsting 2026 (fullbokad)", "Landsbygdsting 2026"),
            ("FULLBOKAT: Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("Nytt datum! Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("Nytt datum för Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("UPPSKJUTET: Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("OBS! Ny lokal: Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("Hem\nKalender\nLandsbygdsting 2026", "Landsbygdsting 2026"),
            ("Hem / Kalender / Evenemang\nLandsbygdsting 2026", "Landsbygdsting 2026"),
            (
                "Startsida > Evenemang > Landsbygdsting\n\nLandsbygdsting 2026",
                "Landsbygdsting 2026",
            ),
            (
                "Till innehållet\nSala kommun\nSök\nMeny\n\nLandsbygdsting 2026",
                "Landsbygdsting 2026",
            ),
            ("Evenemang\n\nLandsbygdsting 2026", "Landsbygdsting 2026"),
            ("Titel: Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("Rubrik: Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("Evenemang: Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("Vad: Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("Vad? Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("Tema: Landsbygdsting 2026", "Landsbygdsting 2026"),
            ("Ämne: VB: Inbjudan: Landsbygdsting 2026", "Landsbygdsting 2026"),
            (
                "Från: Anna Ek\nSkickat: den 3 mars 2026 10:12\nTill: alla\nÄmne: SV: VB: Landsbygdsting 2026\n\nHej!\n\nHär kommer inbjudan.",
                "Landsbygdsting 2026",
            ),
            ("\"Mer än kronor\" – om ideell ekonomi", "\"Mer än kronor\" – om ideell ekonomi"),
            ("Workshop 2: Budget på lätt svenska", "Workshop 2: Budget på lätt svenska"),
            ("Lunch med landshövdingen", "Lunch med landshövdingen"),
            ("Möt din politiker", "Möt din politiker"),
            ("Frågor om hälsa – en kväll för anhöriga", "Frågor om hälsa – en kväll för anhöriga"),
            ("Program för äldre: trygg hemma", "Program för äldre: trygg hemma"),
            ("Värd att minnas – om dialekter", "Värd att minnas – om dialekter"),
            ("Skog, pengar och politik", "Skog, pengar och politik"),
            ("Sommarlov för alla!", "Sommarlov för alla!"),
            ("Årets företagargala i Sala", "Årets företagargala i Sala"),
            ("Med jorden under naglarna", "Med jorden under naglarna"),
            ("Till havs: en dag om vindkraft", "Till havs: en dag om vindkraft"),
        ],
        |row| {
            format!(
                "{row}\n\nVi samlar alla som vill veta mer om hur bygden kan växa och samtalar om nästa steg.\n\nDatum: 14 april 2026\nTid: 18.00–20.00\nPlats: Folkets hus, Storgatan 2, Sala\n"
            )
        },
        |event| word(&event["title"]),
    );
}

#[test]
fn ways_to_take_part() {
    check(
        &[
            ("Plats: Folkets hus, Storgatan 2, Sala", "onsite -"),
            ("Plats: Digitalt via Teams", "online Teams"),
            ("Plats: Teams", "online Teams"),
            ("Plats: Microsoft Teams", "online Microsoft Teams"),
            ("Plats: Zoom (länk skickas till anmälda)", "online Zoom"),
            ("Plats: Digitalt", "online -"),
            ("Plats: Digital", "online -"),
            ("Plats: Online", "online -"),
            ("Plats: På webben", "online -"),
            ("Plats: Via länk", "online -"),
            ("Plats: Webbsänt", "online -"),
            ("Plats: Din dator", "online -"),
            ("Plats: Digitalt möte", "online -"),
            ("Plats: Digitalt, länk skickas ut", "online -"),
            ("Format: Digitalt", "online -"),
            ("Form: Webbinarium", "online -"),
            ("Mötesform: Digitalt via Zoom", "online Zoom"),
            ("Var: Hemma vid din skärm, via Zoom", "online Zoom"),
            ("Mötet hålls digitalt.", "online -"),
            ("Mötet hålls digitalt via Teams.", "online Teams"),
            ("Kvällen sker på Zoom.", "online Zoom"),
            ("Vi ses på Teams.", "online Teams"),
            ("Vi träffas digitalt i Teams.", "online Teams"),
            ("Utbildningen är helt digital.", "online -"),
            ("Utbildningen är webbaserad.", "online -"),
            ("Mötet är digitalt.", "online -"),
            ("Mötet genomförs på distans.", "online -"),
            ("Föreläsningen sänds på Youtube.", "online Youtube"),
            ("The meeting takes place online.", "online -"),
            ("The event is held virtually on Zoom.", "online Zoom"),
            ("Du deltar via Google Meet.", "online Google Meet"),
            ("Plats: Folkets hus, Storgatan 2, Sala eller digitalt via Teams", "hybrid Teams"),
            ("Plats: Folkets hus, Storgatan 2, Sala och på länk", "hybrid -"),
            ("Plats: Folkets hus, Storgatan 2, Sala, och digitalt", "hybrid -"),
            ("Plats: Folkets hus, Storgatan 2, Sala\nDu kan också delta digitalt.", "hybrid -"),
            (
                "Plats: Folkets hus, Storgatan 2, Sala\nDu kan delta på plats eller på länk.",
                "hybrid -",
            ),
            (
                "Plats: Folkets hus, Storgatan 2, Sala\nDet går även bra att delta via Zoom.",
                "hybrid Zoom",
            ),
            ("Plats: Folkets hus, Storgatan 2, Sala\nMötet är hybrid.", "hybrid -"),
            ("Plats: Folkets hus, Storgatan 2, Sala\nFormat: Hybrid", "hybrid -"),
            ("Plats: Folkets hus, Storgatan 2, Sala\nMötet direktsänds på webben.", "hybrid -"),
            ("Plats: Folkets hus, Storgatan 2, Sala\nMötet webbsänds.", "hybrid -"),
            (
                "Plats: Folkets hus, Storgatan 2, Sala\nMötet strömmas på kommunens webbplats.",
                "hybrid -",
            ),
            (
                "Plats: Folkets hus, Storgatan 2, Sala\nKan du inte komma? Följ med på distans.",
                "hybrid -",
            ),
            ("Plats: Folkets hus, Storgatan 2, Sala\nYou can also join online.", "hybrid -"),
            // On the spot only, whatever else is said of screens.
            ("Plats: Folkets hus, Storgatan 2, Sala\nMötet sänds inte.", "onsite -"),
            ("Plats: Folkets hus, Storgatan 2, Sala\nMötet direktsänds inte.", "onsite -"),
            ("Plats: Folkets hus, Storgatan 2, Sala\nDet går inte att delta digitalt.", "onsite -"),
            (
                "Plats: Folkets hus, Storgatan 2, Sala\nMötet hålls enbart på plats, inte digitalt.",
                "onsite -",
            ),
            ("Plats: Folkets hus, Storgatan 2, Sala\nIngen digital sändning.", "onsite -"),
            ("Plats: Folkets hus, Storgatan 2, Sala\nThe meeting is not streamed.", "onsite -"),
            ("Plats: Folkets hus, Storgatan 2, Sala\nAnmälan görs digitalt.", "onsite -"),
            (
                "Plats: Folkets hus, Storgatan 2, Sala\nAnmäl dig online på sala.example.",
                "onsite -",
            ),
            (
                "Plats: Folkets hus, Storgatan 2, Sala\nVi talar om digitala verktyg för hembygden.",
                "onsite -",
            ),
            (
                "Plats: Folkets hus, Storgatan 2, Sala\nKvällen filmas och kan ses i efterhand på Youtube.",
                "onsite -",
            ),
        ],
        |row| {
            format!(
                "Kväll om hamnen\n\nVi pratar om hamnen och vad den kan bli för oss som bor här.\n\nDatum: 14 april 2026\nTid: 18.00–20.00\n{row}\n"
            )
        },
        |event| format!("{} {}", word(&event["mode"]), word(&event["platform"])),
    );
}

#[test]
fn what_it_costs() {
    check(
        &[
            ("Kostnad: Ingen", "true - -"),
            ("Kostnad: Kostnadsfritt", "true - -"),
            ("Pris: Gratis", "true - -"),
            ("Pris: 0 kr", "true - -"),
            ("Pris: -", "- - -"),
            ("Avgift: Ingen avgift", "true - -"),
            ("Entré: Fri", "true - -"),
            ("Fri entré.", "true - -"),
            ("Inträde: fritt", "true - -"),
            ("Det är gratis att delta.", "true - -"),
            ("Deltagandet är kostnadsfritt.", "true - -"),
            ("Det är kostnadsfritt att delta, men anmälan krävs.", "true - -"),
            ("Kvällen är utan kostnad.", "true - -"),
            ("Ingen kostnad.", "true - -"),
            ("Vi tar inte ut någon avgift.", "true - -"),
            ("Det kostar inget att vara med.", "true - -"),
            ("Det kostar ingenting att delta.", "true - -"),
            ("Konferensen är avgiftsfri.", "true - -"),
            ("Kommunen bjuder på deltagandet.", "true - -"),
            ("Kommunen står för kostnaden.", "true - -"),
            ("Du deltar kostnadsfritt.", "true - -"),
            ("Participation is free of charge.", "true - -"),
            ("Free admission.", "true - -"),
            ("There is no fee.", "true - -"),
            ("Price: Free", "true - -"),
            ("Kostnad: 450 kr exkl. moms", "false 450 -"),
            ("Avgift: 1 200 kronor", "false 1200 -"),
            ("Pris: 450:-", "false 450 -"),
            ("Pris: 450 SEK", "false 450 -"),
            ("Pris 450 kr per person", "false 450 -"),
            ("Entré: 100 kr, barn gratis", "false 100 -"),
            ("Entré 100 kr. Barn under 12 år går in gratis.", "false 100 -"),
            ("Entré 100 kr, fri entré för medlemmar.", "false 100 -"),
            ("Kostnad: 300 kr. Gratis för medlemmar.", "false 300 -"),
            ("Det kostar 300 kr att delta.", "false 300 -"),
            ("Deltagaravgiften är 300 kr inklusive lunch.", "false 300 -"),
            ("The fee is SEK 300.", "false 300 -"),
            ("Kostnadsfritt. Vid utebliven avanmälan debiteras 300 kr.", "true - 300"),
            (
                "Kostnad: Kostnadsfritt, men vid uteblivet deltagande tar vi ut en avgift på 300 kr.",
                "true - 300",
            ),
            (
                "Deltagandet är kostnadsfritt men du som anmält dig och inte kommer faktureras 300 kr.",
                "true - 300",
            ),
            ("Free of charge. A no-show fee of SEK 300 applies.", "true - 300"),
            ("Kostnadsfritt. Lunch kan köpas för 120 kr.", "true - -"),
            ("Kostnadsfritt att delta. Lunch till självkostnadspris, 120 kr.", "true - -"),
            ("Mötet är inte kostnadsfritt.", "- - -"),
            ("Gratis parkering finns vid ån.", "- - -"),
        ],
        |row| {
            format!(
                "Kväll om hamnen\n\nVi pratar om hamnen och vad den kan bli för oss som bor här.\n\nDatum: 14 april 2026\nTid: 18.00–20.00\nPlats: Folkets hus, Storgatan 2, Sala\n{row}\n"
            )
        },
        |event| {
            let cost = &event["cost"];
            format!(
                "{} {} {}",
                word(&cost["free"]),
                word(&cost["amount"]),
                word(&cost["no_show_fee"])
            )
        },
    );
}

#[test]
fn called_off_or_moved() {
    check(
        &[
            ("INSTÄLLT", "cancelled"),
            ("Inställt!", "cancelled"),
            ("OBS! Inställt!", "cancelled"),
            ("OBS! Kvällen är inställd på grund av sjukdom.", "cancelled"),
            ("Kvällen ställs in.", "cancelled"),
            ("Vi har tyvärr fått ställa in kvällen.", "cancelled"),
            ("Tyvärr måste vi ställa in kvällen.", "cancelled"),
            ("Kvällen har ställts in på grund av för få anmälda.", "cancelled"),
            ("Kvällen blir tyvärr inte av.", "cancelled"),
            ("Arrangemanget utgår.", "cancelled"),
            ("Mötet är avlyst.", "cancelled"),
            ("Kvällen är inställd. Nytt datum meddelas senare.", "cancelled"),
            ("This event has been cancelled.", "cancelled"),
            ("CANCELLED", "cancelled"),
            ("Framflyttat!", "moved"),
            ("Kvällen är framflyttad till 14 april.", "moved"),
            ("Kvällen är flyttad från 7 april.", "moved"),
            ("Kvällen flyttas fram.", "moved"),
            ("Kvällen skjuts upp.", "moved"),
            ("Kvällen har skjutits upp.", "moved"),
            ("Kvällen är uppskjuten.", "moved"),
            ("Kvällen senareläggs.", "moved"),
            ("Obs! Nytt datum!", "moved"),
            ("OBS! Nytt datum: 14 april", "moved"),
            ("Nytt datum: 14 april 2026", "moved"),
            ("Observera nytt datum!", "moved"),
            ("Observera ändrat datum!", "moved"),
            ("Ändrat datum!", "moved"),
            ("Ny dag!", "moved"),
            ("Vi har bytt datum från 7 april till 14 april.", "moved"),
            ("Kvällen har fått ett nytt datum.", "moved"),
            ("The evening has been postponed.", "moved"),
            ("The evening has been rescheduled to 14 April.", "moved"),
            ("NEW DATE", "moved"),
            // Nothing of the kind.
            ("Kvällen ställs inte in vid regn.", "-"),
            ("Vi är inställda på en livlig kväll.", "-"),
            ("Vid för få anmälda kan kvällen komma att ställas in.", "-"),
            ("Kvällen ställs in om färre än tio anmäler sig.", "-"),
            ("Vi talar om varför biblioteket flyttar.", "-"),
        ],
        |row| {
            format!(
                "Kväll om hamnen\n\n{row}\n\nVi pratar om hamnen och vad den kan bli för oss som bor här.\n\nDatum: 14 april 2026\nTid: 18.00–20.00\nPlats: Folkets hus, Storgatan 2, Sala\n"
            )
        },
        |event| word(&event["status"]),
    );
}
