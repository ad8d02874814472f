//! How one takes part, what it costs, and whether it is called off.

use super::*;

#[test]
fn ways_to_take_part() {
    check(
        &[
            ("Plats: Folkets hus, Storgatan 2, Sala", "onsite -"),
            ("Plats: Digitalt via Teams", "online Teams"),
            ("Plats: Digitalt (Zoom)", "online Zoom"),
            ("Plats: Online via Zoom", "online Zoom"),
            ("Plats: Webbinarium", "online -"),
            ("Var: På distans", "online -"),
            ("Var: Digitalt möte i Teams", "online Teams"),
            ("Plats: Via Zoom-länk", "online Zoom"),
            ("Plats: Teams-möte", "online Teams"),
            ("Plats: Webex", "online Webex"),
            ("Länk till Teams-mötet skickas ut till anmälda.", "online Teams"),
            ("Webbinariet sänds via Zoom.", "online Zoom"),
            ("Where: Online (Zoom link will be sent)", "online Zoom"),
            ("Plats: Folkets hus, Storgatan 2, Sala + Zoom", "hybrid Zoom"),
            ("Plats: Folkets hus, Storgatan 2, Sala / Teams", "hybrid Teams"),
            (
                "Plats: Folkets hus, Storgatan 2, Sala. Du kan även delta digitalt via Teams.",
                "hybrid Teams",
            ),
            ("Plats: Hybrid – Folkets hus, Storgatan 2, Sala och Teams", "hybrid Teams"),
            ("Plats: Folkets hus, Storgatan 2, Sala\nMötet går att följa digitalt.", "hybrid -"),
            (
                "Plats: Folkets hus, Storgatan 2, Sala\nFör dig som inte kan komma finns en Teamslänk.",
                "hybrid Teams",
            ),
            (
                "Plats: Folkets hus, Storgatan 2, Sala\nVälj om du vill delta på plats eller på distans.",
                "hybrid -",
            ),
            ("Plats: Folkets hus, Storgatan 2, Sala\nIn person or via Teams.", "hybrid Teams"),
            ("Plats: Folkets hus, Storgatan 2, Sala\nLär dig använda Teams och Zoom.", "onsite -"),
            (
                "Plats: Folkets hus, Storgatan 2, Sala\nSpelas in och läggs ut på webben efteråt.",
                "onsite -",
            ),
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
                "Plats: Folkets hus, Torget 2, Sala\nAnmälan på plats senast 2 april, digitalt senast 10 april.",
                "hybrid -",
            ),
            (
                "Plats: Folkets hus, Torget 2, Sala\nAnmälan görs digitalt, betalning på plats.",
                "onsite -",
            ),
            (
                "Plats: Folkets hus, Torget 2, Sala\nLänken till den digitala delen kommer senare.",
                "hybrid -",
            ),
            ("Plats: Folkets hus, Torget 2, Sala\nDu kan också lyssna hemifrån.", "hybrid -"),
            (
                "Plats: Folkets hus, Torget 2, Sala\nA link goes to those joining remotely.",
                "hybrid -",
            ),
            ("Plats: Folkets hus, Torget 2, Sala, or the live stream on Vimeo", "hybrid Vimeo"),
            ("Plats: Folkets hus, Torget 2, Sala\nFollow us on Vimeo.", "onsite -"),
            ("Plats: Folkets hus, Torget 2, Sala\nDet går också att vara med på länk.", "hybrid -"),
            ("Plats: Folkets hus, Torget 2, Sala\nDistans: Teams, länk kommer.", "hybrid Teams"),
            ("Plats: Hybrid: Folkets hus, Sala och Zoom", "hybrid Zoom"),
            (
                "Plats: Folkets hus, Torget 2, Sala\nTorsdag 2 april klockan 12 hålls ett digitalt förmöte på Teams för den som vill veta mer.",
                "onsite -",
            ),
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
            ("Pris: Fri entré. Våffla 45 kr.", "true - -"),
            ("Pris: Kostnadsfritt (lunch köps på plats för 125 kr)", "true - -"),
            ("Kostnad? Vi bjuder", "true - -"),
            ("Kvällen kostar 60 kronor. Studerande går gratis.", "false 60 -"),
            ("600 kronor per person. Är du medlem är kursen gratis.", "false 600 -"),
            ("Dagen kostar 650 kr för kommuner, för byalag är den kostnadsfri.", "false 650 -"),
            ("Pris\nTidig anmälan 690 kr\nOrdinarie avgift 890 kr", "false 890 -"),
            ("Pris: 300 kr (medlem), 500 kr (ordinarie)", "false 500 -"),
            ("The day is free. A fee of SEK 300 applies to those who do not come.", "true - 300"),
            ("Cost: Free entry. Boat trip SEK 80.", "true - -"),
            ("Pris\nMedlemmar: gratis\nÖvriga: 150 kr", "false 150 -"),
            ("Avgift\n395 kr\nUng (under 25): gratis", "false 395 -"),
            ("Deltagaravgift 1 100 kr. Avbokning utan kostnad till 4 april.", "false 1100 -"),
            ("Du kan avboka kostnadsfritt till den 4 april.", "- - -"),
            ("Deltagaravgift: 900,00 kr", "false 900 -"),
            ("Tickets: SEK350", "false 350 -"),
            (
                "Kursen är gratis. Får du förhinder säger du till senast den 4 april, annars tar vi ut 250 kr.",
                "true - 250",
            ),
            ("Free, but cancel by 4 April or we will charge SEK 200.", "true - 200"),
            ("Kostnad: Ingen. Lunch till självkostnadspris.", "true - -"),
            ("Kostnad: 0:-", "true - -"),
            ("Kostnad: Fritt", "true - -"),
            ("Kostar det något? Nej.", "true - -"),
            ("Vad kostar det? Ingenting.", "true - -"),
            ("How much? Nothing", "true - -"),
            ("Avgiftsfritt", "true - -"),
            ("Fri entré, ingen anmälan.", "true - -"),
            ("Gratis inträde", "true - -"),
            ("Utbildningen är gratis för dig som deltagare.", "true - -"),
            ("350 kr, fika ingår", "false 350 -"),
            ("Inträde 60 kr, barn under 12 gratis.", "false 60 -"),
            ("Pris: 1 950 kr inkl. moms", "false 1950 -"),
            ("Pris: 1.950 kr", "false 1950 -"),
            ("Kostnad: 250 kr för medlemmar, 400 kr för övriga", "false 400 -"),
            ("Pris: medlem 250 kr, icke medlem 400 kr", "false 400 -"),
            ("Avgift: 500 kr (studenter 200 kr)", "false 500 -"),
            ("Avgiften är 500 kronor per person.", "false 500 -"),
            ("Swisha 100 kr till 123 456 78 90.", "- - -"),
            ("Ta med 20 kr till fikat.", "- - -"),
            ("Fika finns att köpa för 40 kr.", "- - -"),
            ("Kostnadsfritt men vi tar ut 500 kr vid utebliven avbokning.", "true - 500"),
            ("Ej avbokad plats debiteras med 500 kr. Kostnadsfritt för övrigt.", "true - 500"),
            ("Free of charge, but please note that no-shows are charged SEK 500.", "true - 500"),
            ("Fee: SEK 1,200", "false 1200 -"),
            ("Tickets: 150 kr", "false 150 -"),
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
            ("Träffen är INSTÄLLD!", "cancelled"),
            ("Evenemanget är inställt p.g.a. sjukdom.", "cancelled"),
            ("Vi ställer in kvällen.", "cancelled"),
            ("Kvällen blir inställd på grund av vädret.", "cancelled"),
            ("Tyvärr ställs kvällen in.", "cancelled"),
            ("Sorry, this event is cancelled.", "cancelled"),
            ("We have had to cancel the evening.", "cancelled"),
            ("Kvällen flyttas till 14 april.", "moved"),
            ("Kvällen har flyttats till 14 april.", "moved"),
            ("Vi flyttar kvällen till 14 april.", "moved"),
            ("Flyttat från 7 april.", "moved"),
            ("Nytt datum är 14 april.", "moved"),
            ("This event has been moved to 14 April.", "moved"),
            ("POSTPONED", "moved"),
            ("Sista anmälningsdag är framflyttad till 7 april.", "-"),
            ("Fullbokat!", "-"),
            ("Ny lokal!", "-"),
            ("Boken om det inställda kriget säljs på plats.", "-"),
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

#[test]
fn whether_one_must_register() {
    check(
        &[
            ("Anmäl dig senast den 7 april till anmalan@hamnen.example.", "true"),
            ("Anmälan är inte nödvändig.", "false"),
            ("Ingen bokning krävs.", "false"),
            ("You do not need to book.", "false"),
            ("No tickets are required for the market.", "false"),
            ("Ingen anmälan behövs, men kaffe beställs senast 7 april.", "false"),
            ("Inga förkunskaper krävs. Anmäl dig till kansliet.", "true"),
            ("Om du inte kan komma behöver du avboka din anmälan.", "-"),
            ("Förhinder meddelas senast 7 april till sekr@hamnen.example.", "-"),
            ("Anmälan för smörgås görs senast den 7 april till mat@hamnen.example.", "-"),
            ("Anmäl dig till lunchen senast den 7 april.", "-"),
            ("Anmäl gärna senast 7 april om du vill ha fika.", "-"),
            ("Anmäl dig till kvällen och lunchen senast den 7 april.", "true"),
            ("Anmäl er senast den 7 april, och säg till om ni äter allt.", "true"),
        ],
        |row| {
            format!(
                "Kväll om hamnen\n\nVi pratar om hamnen och vad den kan bli för oss som bor här.\n\nDatum: 14 april 2026\nTid: 18.00–20.00\nPlats: Folkets hus, Sala\n\n{row}\n"
            )
        },
        |event| word(&event["registration"]["required"]),
    );
}

#[test]
fn for_whom() {
    check(
        &[
            ("Vem kan delta?\nLärare och rektorer", "Lärare och rektorer"),
            ("Vem är kvällen till för?\nLärare och rektorer", "Lärare och rektorer"),
            ("Vilka kan gå kursen?\nLärare och rektorer", "Lärare och rektorer"),
            ("Vem vänder sig dagen till?\nLärare och rektorer", "Lärare och rektorer"),
            ("Who should come?\nTeachers and parents", "Teachers and parents"),
            ("WHO IS IT FOR?\nTeachers and parents", "Teachers and parents"),
            ("Who can take part\nTeachers and parents", "Teachers and parents"),
            ("Vi vänder oss till lärare och rektorer.", "lärare och rektorer"),
            ("Dagen riktar sig i första hand till lärare och rektorer.", "lärare och rektorer"),
            ("Målgruppen är lärare och rektorer.", "lärare och rektorer"),
            ("En helg för dig mellan 16 och 25.", "dig mellan 16 och 25"),
            ("Föreningen bjuder in er som äger mark.", "er som äger mark"),
            // A label says more than a sentence before it.
            (
                "En kväll för dig som undrar.\n\nMålgrupp: Lärare och rektorer",
                "Lärare och rektorer",
            ),
            // What an event is about, and one of two ways to come.
            ("Vem är skogen till för?\nDet pratar vi om.", "-"),
            ("Who can afford a house?\nThat is what we talk about.", "-"),
            ("Anmälan för dig som kommer till skolan senast den 7 april.", "-"),
        ],
        |row| {
            format!(
                "Kväll om hamnen\n\nVi pratar om hamnen och vad den kan bli.\n\nDatum: 14 april 2026\nTid: 18.00–20.00\nPlats: Folkets hus, Sala\n\n{row}\n"
            )
        },
        |event| word(&event["audience"]["text"]),
    );
}

#[test]
fn who_is_let_in() {
    check(
        &[
            ("Alla är välkomna.", "open"),
            ("Kvällen är bara för medlemmar.", "members"),
            ("För medlemmar i Villaföreningen.", "members"),
            ("This is a members-only meeting.", "members"),
            ("Bara medlemmar får rösta, men alla är välkomna.", "open"),
            ("För medlemmar är inträdet gratis.", "open"),
            ("Endast 50 kr för medlemmar.", "open"),
            ("Vem får komma? Bara inbjudna ledamöter.", "invited"),
            ("Inbjudan är personlig.", "invited"),
        ],
        |row| {
            format!(
                "Kväll om hamnen\n\nVi pratar om hamnen och vad den kan bli.\n\nDatum: 14 april 2026\nTid: 18.00–20.00\nPlats: Folkets hus, Sala\n\n{row}\n"
            )
        },
        |event| word(&event["audience"]["admission"]),
    );
}

#[test]
fn where_it_is() {
    check(
        &[
            (
                "Plats: Vi ses på Folkets park i Sala, Parkvägen 3",
                "Folkets park, Parkvägen 3, Sala",
            ),
            (
                "Plats: Elite Park Avenue, Storgatan 36, Sala",
                "Elite Park Avenue, Storgatan 36, Sala",
            ),
            (
                "Plats: Medborgarhuset, Storgatan 6, SE-733 31 Sala",
                "Medborgarhuset, Storgatan 6, Sala",
            ),
            ("Medborgarhuset\nStorgatan 6\n733 31 Sala", "Medborgarhuset, Storgatan 6, Sala"),
            (
                "Vi samlas i Församlingshemmet på Prästgatan 8 i Sala.",
                "Församlingshemmet, Prästgatan 8, Sala",
            ),
            ("Välkommen till Kulturhuset i Sala den 14 april!", "Kulturhuset, -, Sala"),
            ("Plats: Lokal meddelas efter anmälan", "-, -, -"),
            ("Plats: Sala (lokal meddelas senare)", "-, -, Sala"),
            ("Plats\nPå nätet, i Google Meet\nKursmaterial:", "-, -, -"),
        ],
        |row| format!("Kväll om hamnen\n\n14 april 2026, kl 18.00–20.00\n{row}\n"),
        |event| ["name", "street", "town"].map(|key| word(&event["venue"][key])).join(", "),
    );
}
