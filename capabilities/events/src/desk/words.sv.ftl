desk-heading = Organisera
desk-you-are-here = Du är här
desk-new-from-text = Ny från text eller fil
desk-new-event = Nytt evenemang

desk-week-heading = Veckan som kommer
desk-week-empty = Inget väntar på dig de närmaste dagarna. Här står sista anmälningsdagar, dagar då länkar skickas och brev som inte kom fram.
desk-week-today = I dag
desk-week-see = Visa evenemanget
desk-week-letters = { $refused ->
    [0] { $unknown ->
        [one] för ett brev vet vi inte om det kom fram.
       *[other] för { $unknown } brev vet vi inte om de kom fram.
    }
    [one] { $unknown ->
        [0] ett brev kom inte fram.
       *[other] ett brev kom inte fram, och för { $unknown } till vet vi inte.
    }
   *[other] { $unknown ->
        [0] { $refused } brev kom inte fram.
       *[other] { $refused } brev kom inte fram, och för { $unknown } till vet vi inte.
    }
}
desk-week-letters-act = Se breven
desk-week-full = alla platser är tagna.
desk-week-opens = anmälan öppnar.
desk-week-last-day = sista dag att anmäla sig.
desk-week-registered-act = Se de anmälda
desk-week-link = { $count ->
    [0] länken skickas till dem som anmäler sig.
    [one] länken skickas till en anmäld.
   *[other] länken skickas till { $count } anmälda.
}
desk-week-link-missing = Länken saknas
desk-week-link-act = Lägg in länken
desk-week-takes = dags för evenemanget. { $place }.

desk-events-heading = Evenemang
desk-tabs-label = Vilka evenemang
desk-tab-coming = Kommande
desk-tab-drafts = Utkast
desk-tab-past = Tidigare
desk-pages-label = Sidor
desk-page-number = Sida { $number }
desk-empty-coming = Inga kommande evenemang
desk-empty-coming-text = Här samlas det du bjuder in till: träffar, samtal och konferenser. Börja med rubrik, dag och tid. Resten kan du fylla på efter hand, och ingen ser det förrän du publicerar.
desk-empty-drafts = Inga utkast
desk-empty-drafts-text = Ett utkast är ett evenemang som bara ni som organiserar ser. Skriv det i lugn och ro och publicera när det är klart.
desk-empty-past = Inga tidigare evenemang
desk-empty-past-text = När ett evenemang är över hamnar det här.
desk-empty-act = Skapa ett evenemang

desk-state-draft = Utkast
desk-state-published = Publicerat
desk-state-cancelled = Inställt
desk-tag-open = Öppen
desk-tag-not-open = Inte öppnad
desk-tag-full = Fullt
desk-tag-closed = Stängd
desk-registered-of = { $count } av { $places } anmälda
desk-registered = { $count ->
    [one] 1 anmäld
   *[other] { $count } anmälda
}

desk-event-edit = Ändra
desk-event-preview = Förhandsgranska
desk-event-public = Visa sidan
desk-event-publish = Publicera
desk-event-parts = Det här hör till
desk-event-cancel-heading = Ställa in
desk-event-cancel-text = Sidan finns kvar och säger att evenemanget är inställt. De som är anmälda får ett brev.
desk-event-cancel = Ställ in
desk-lacks-heading = Det här frågar folk efter
desk-lacks-lead = Inget av det krävs, men sidan blir bättre med det.
desk-lack-lead = Ingressen saknas
desk-lack-text = Texten saknas
desk-lack-organiser = Det står inte vem som bjuder in
desk-lack-contact = Ingen kontakt med e-post: svar på brev når ingen
desk-lack-venue = Platsen saknas
desk-lack-meeting-link = Möteslänken saknas
desk-lack-dispatch = Det är inte bestämt när länken skickas
desk-lack-programme = Programmet är tomt
desk-lack-deadline-passed = Sista dag att anmäla sig har passerat
desk-part-registrations = Anmälda
desk-part-programme = Program
desk-part-link = Möteslänk
desk-part-see = Visa
desk-part-change = Ändra
desk-programme-empty = Inget program än
desk-programme-count = { $items ->
    [one] 1 punkt
   *[other] { $items } punkter
}{ $talks ->
    [0] { "" }
    [one] , 1 gruppsamtal
   *[other] , { $talks } gruppsamtal
}
desk-link-missing = Saknas
desk-link-there = Finns
desk-link-day = Skickas { $day } kl. 08.00
desk-link-no-day = Skickas inte: ingen dag är vald
desk-invitation-heading = Adress till anmälan
desk-invitation-text = Evenemanget är för inbjudna. Skicka den här adressen till dem som får anmäla sig. Den står inte på sidan, och den som har den kan anmäla sig.
desk-invitation-copy = Kopiera adressen
desk-invitation-copied = Adressen är kopierad.
desk-happens-heading = Vad som händer när
desk-milestone-published = Publicerat
desk-milestone-opens = Anmälan öppnar
desk-milestone-deadline = Sista dag att anmäla sig
desk-milestone-change-deadline = Sista dag att ändra sin anmälan
desk-milestone-link = Möteslänken skickas
desk-milestone-link-missing = Möteslänken ska skickas, men saknas än
desk-milestone-takes = Evenemanget
desk-milestone-erased = Anmälningarna raderas
desk-letters-heading = Brev
desk-letters-none = Inga brev har skickats än.
desk-letters-tally = { $sent } skickade, { $waiting } väntar, { $refused } kom inte fram, { $unknown } okända.
desk-letters-troubles = Okända brev togs emot av nästa server utan att den svarade. De kan ha kommit fram, och skickas bara igen om du säger till.
desk-letters-send-again = Skicka igen
desk-letter-refused = Kom inte fram
desk-letter-unknown = Okänt
desk-letter-confirmation = Bekräftelse
desk-letter-link = Personlig länk
desk-letter-meeting-link = Möteslänk
desk-letter-change = Ändrad tid eller plats
desk-letter-cancellation = Inställt
desk-letter-withdrawal = Avanmälan
desk-letter-link-missing = Påminnelse om möteslänken
desk-letter-other = Brev
desk-letter-to-organiser = till den som organiserar

desk-cancel-heading = Ställa in { $title }?
desk-cancel-lead = { $count ->
    [0] Sidan finns kvar och säger att evenemanget är inställt. Ingen är anmäld.
    [one] Sidan finns kvar och säger att evenemanget är inställt. Den som är anmäld får ett brev genast. Det går inte att ångra.
   *[other] Sidan finns kvar och säger att evenemanget är inställt. De { $count } som är anmälda får ett brev genast. Det går inte att ångra.
}
desk-cancel-confirm = Ja, ställ in
desk-cancel-keep = Nej, behåll det

desk-done-saved = Sparat.
desk-done-published = Evenemanget är publicerat. Nu syns det för alla.
desk-done-cancelled = Evenemanget är inställt. De som var anmälda får ett brev.
desk-done-sent-again = Brevet skickas igen.

desk-refused-over = Evenemanget är redan över. Ändra dagen och publicera sedan.
desk-refused-not-a-draft = Evenemanget är redan publicerat.
desk-refused-not-published = Bara ett publicerat evenemang kan ställas in.
desk-refused-title-missing = Skriv en rubrik
desk-refused-too-long = Korta till högst { $max } tecken
desk-refused-too-many = Skriv högst { $max } rader
desk-refused-day-missing = Skriv en dag, till exempel 26 maj 2027
desk-refused-day-unreadable = Skriv dagen så att den bara kan läsas på ett sätt, till exempel 26 maj 2027
desk-refused-no-such-day = Den dagen finns inte i kalendern
desk-refused-weekday = Veckodagen stämmer inte: det är { $day }. Rätta veckodagen eller dagen.
desk-refused-time-missing = Skriv ett klockslag, till exempel 16.00
desk-refused-time-unreadable = Skriv ett klockslag, till exempel 16.00
desk-refused-no-such-time = Det klockslaget finns inte. Skriv ett mellan 00.00 och 23.59.
desk-refused-time-skipped = Klockan visar aldrig { $time } { $day }: då går den över till sommartid. Välj en annan tid.
desk-refused-ends-before-start = Sluttiden måste vara efter starttiden
desk-refused-days-out-of-order = Skriv dagarna i ordning, varje dag en gång
desk-refused-unknown-zone = Välj en tidszon i listan
desk-refused-deadline-after = Sista dag att anmäla sig kan inte vara efter evenemangets sista dag, { $day }
desk-refused-opens-after = Anmälan måste öppna senast sista dag att anmäla sig, { $day }
desk-refused-change-after = Sista dag att ändra kan inte vara efter evenemangets sista dag, { $day }
desk-refused-dispatch-missing = Skriv dagen då länken ska skickas, eller välj ett antal dagar före
desk-refused-dispatch-after = Länken måste skickas senast första dagen, { $day }
desk-refused-free-with-amount = Ta bort priset, eller bocken för kostnadsfritt
desk-refused-number = Skriv ett helt tal från { $least } till { $most }
desk-refused-places-below-taken = { $taken ->
    [one] Det är redan en anmäld. Skriv minst 1.
   *[other] Det är redan { $taken } anmälda. Skriv minst { $taken }.
}
desk-refused-email = Skriv en e-postadress med @, till exempel namn@example.org
desk-refused-contact-nameless = Skriv kontaktens namn, eller töm raden
desk-refused-address = Skriv en webbadress som börjar med https://
desk-refused-address-missing = Skriv adressen som länken leder till, eller töm raden
desk-refused-link-on-site = Det finns en möteslänk, men evenemanget är bara på plats. Välj Digitalt eller På plats och digitalt, eller ta bort länken.
desk-refused-conference = Välj ett evenemang i listan
desk-refused-conference-itself = Ett evenemang kan inte vara förmöte till sig självt
desk-refused-alt-missing = Beskriv vad bilden visar, för den som inte ser den
desk-refused-picture-unreadable = Filen går inte att läsa som bild. Välj en bild i JPEG, PNG eller WebP.
desk-refused-picture-bytes = Bilden är för stor. Välj en på högst { $max } MB.
desk-refused-picture-pixels = Bilden har för många bildpunkter. Välj en på högst { $max } miljoner.
desk-refused-changed-meanwhile = Någon annan har sparat medan du skrev. Det du skrivit finns kvar här och är inte sparat än.

desk-new-eyebrow = Nytt utkast
desk-new-heading = Nytt evenemang
desk-new-lead = Rubrik, dag och tid räcker för att spara. Ingen ser evenemanget förrän du publicerar det.
desk-edit-title = Ändra { $title }
desk-edit-lead = Ändra det som behövs och spara längst ner.
desk-form-parts = Delar av formuläret
desk-form-state-wrong = { $count ->
    [one] 1 att rätta
   *[other] { $count } att rätta
}
desk-form-compare = Jämför med det som är sparat nu. Sparar du igen gäller det som står här.
desk-form-compare-link = Visa det som är sparat
desk-form-save = Spara
desk-form-save-draft = Spara utkast
desk-form-save-programme = Spara och gå till programmet
desk-form-leave = Avbryt
desk-form-tell = { $count ->
    [one] Mejla den som är anmäld om dag, tid eller plats ändras
   *[other] Mejla de { $count } anmälda om dag, tid eller plats ändras
}
desk-form-tell-note = Brevet säger vad som gällde och vad som gäller nu. Ändrar du annat skickas inget.
desk-form-in-english = På engelska
desk-form-one-a-line = En på varje rad.

desk-form-what = Vad
desk-form-what-lead = Det första som folk läser.
desk-form-title = Rubrik
desk-form-title-en = Rubrik på engelska
desk-form-lead = Ingress
desk-form-lead-hint = En eller två meningar om varför man ska komma.
desk-form-lead-en = Ingress på engelska
desk-form-text = Text
desk-form-text-hint = Tom rad ger nytt stycke. ## före en rad gör den till underrubrik, - gör den till en punkt i en lista, **så här** blir fetstil.
desk-form-text-en = Text på engelska
desk-form-series = Serie
desk-form-series-hint = Om evenemanget är ett av flera under samma namn.
desk-form-series-en = Serie på engelska
desk-form-series-about = Om serien
desk-form-series-about-en = Om serien på engelska
desk-form-picture = Bild
desk-form-picture-hint = JPEG, PNG eller WebP, högst { $mib } MB. Utan bild får sidan ett vävt mönster.
desk-form-picture-again = Bilden följde inte med. Välj den igen.
desk-form-picture-alt = Vad bilden visar
desk-form-picture-alt-hint = För den som inte ser bilden. Behövs bara om det finns en.
desk-form-picture-alt-en = Vad bilden visar, på engelska
desk-form-picture-remove = Ta bort bilden

desk-form-when = När
desk-form-when-lead = Skriv dagar och tider som du är van. 26/5 och kl. 16 går bra.
desk-form-days = Dagar
desk-form-days-hint = Fyll i en rad för varje dag. Tomma rader räknas inte. Spara för att få fler.
desk-form-day-number = Dag { $number }
desk-form-day = Dag
desk-form-day-hint = Till exempel 26 maj 2027
desk-form-from = Från
desk-form-from-hint = Till exempel 16.00
desk-form-to = Till
desk-form-to-hint = Till exempel 18.00
desk-form-zone = Tidszon
desk-form-zone-stockholm = Svensk tid
desk-form-zone-helsinki = Finsk tid
desk-form-zone-london = Brittisk tid

desk-form-where = Var
desk-form-where-lead = Det du inte vet än kan du fylla i senare.
desk-form-mode = Hur möts man?
desk-mode-on-site = På plats
desk-mode-online = Digitalt
desk-mode-mixed = På plats och digitalt
desk-form-venue = Lokal
desk-form-street = Gatuadress
desk-form-town = Ort
desk-form-platform = Digital mötesplats
desk-form-platform-hint = Till exempel Zoom eller Teams

desk-form-registration = Anmälan
desk-form-registration-lead = Vem som får anmäla sig, och när.
desk-form-deadline = Sista dag att anmäla sig
desk-form-deadline-hint = Hela den dagen räknas. Lämnar du tomt blir det dagen före evenemanget.
desk-form-opens = Anmälan öppnar
desk-form-opens-hint = Tomt: när du publicerar.
desk-form-change-deadline = Sista dag att ändra
desk-form-change-deadline-hint = Tomt: sista dag att anmäla sig.
desk-form-places = Antal platser
desk-form-places-hint = Tomt: ingen gräns.
desk-form-admission = Vilka får anmäla sig?
desk-form-admission-open = Alla
desk-form-admission-open-note = Formuläret nås från evenemangets sida.
desk-form-admission-invited = Inbjudna
desk-form-admission-invited-note = Sidan syns för alla, men formuläret har en egen adress som du skickar till dem du bjuder in.
desk-form-audience = För vem
desk-form-audience-hint = Med egna ord, till exempel: du som arbetar i en kommun eller förening.
desk-form-audience-en = För vem, på engelska
desk-form-free = Kostnadsfritt
desk-form-amount = Pris i kronor
desk-form-amount-hint = Det vanliga priset, i hela kronor.
desk-form-no-show-fee = Avgift för den som uteblir, i kronor
desk-form-no-show-fee-hint = För den som anmält sig och inte kommer.
desk-form-themes = Teman
desk-form-themes-en = Teman på engelska
desk-form-themes-en-hint = Samma ordning som på svenska, ett på varje rad.
desk-form-cost = Mer om kostnaden
desk-form-cost-hint = Till exempel vad som ingår, eller nedsatt pris för studerande.
desk-form-cost-en = Kostnad på engelska
desk-form-retention = Anmälningar sparas
desk-form-retention-hint = Så många dagar efter sista dagen. Sedan raderas de. Tomt: 90.

desk-form-link = Möteslänk
desk-form-link-lead = För digitala evenemang. Länken är hemlig tills den skickas.
desk-form-meeting-link = Länk till mötet
desk-form-meeting-link-hint = Börjar med https://. Den syns aldrig på sidan. Ändrar du den efter att den skickats får alla den nya.
desk-form-dispatch = När skickas länken?
desk-form-dispatch-hint = Den går kl. 08.00 till alla anmälda, och genast till den som anmäler sig senare.
desk-form-dispatch-days = Ett antal dagar före första dagen
desk-form-dispatch-on = En viss dag
desk-form-dispatch-none = Ingen länk skickas
desk-form-dispatch-days-number = Dagar före
desk-form-dispatch-on-day = Dag

desk-form-people = Vilka
desk-form-people-lead = De som bjuder in, leder och svarar på frågor.
desk-form-organisers = Arrangörer
desk-form-co-organisers = I samverkan med
desk-form-moderators = Moderatorer
desk-form-moderators-hint = En på varje rad: namn, titel, organisation. Delar flera på rollen: Eva Ek och Bo Alm, titel, organisation.
desk-form-contacts = Kontakter
desk-form-contacts-hint = Den första med e-post får svaren på breven.
desk-form-contact-number = Kontakt { $number }
desk-form-contact-name = Namn
desk-form-contact-role = Roll
desk-form-contact-phone = Telefon
desk-form-contact-email = E-post
desk-form-project = Projekt
desk-form-project-en = Projekt på engelska
desk-form-co-funders = Medfinansiärer

desk-form-related = Mer
desk-form-related-lead = Länkar och det som hör ihop med evenemanget.
desk-form-links = Länkar
desk-form-link-number = Länk { $number }
desk-form-link-label = Vad länken heter
desk-form-link-href = Adress
desk-form-conference = Förmöte till
desk-form-conference-none = Inget
desk-form-conference-hint = Om det här är ett förmöte till ett annat evenemang. Sidorna länkar då till varandra.
