announcement-start = Start
announcement-events = Evenemang
announcement-breadcrumb = Du är här
announcement-coming-heading = Evenemang
announcement-past-heading = Tidigare evenemang
announcement-list-lead = Samtal, möten och konferenser där kommuner, föreningar, arbetsgivare och lärosäten möts.
announcement-tabs = Vilka evenemang
announcement-tab-coming = Kommande
announcement-tab-past = Tidigare
announcement-search-label = Sök evenemang efter namn
announcement-search = Sök
announcement-search-all = Visa alla
announcement-found = { $count ->
    [0] Inget evenemang heter något med ”{ $q }”.
    [one] Ett evenemang heter något med ”{ $q }”.
   *[other] { $count } evenemang heter något med ”{ $q }”.
}
announcement-empty-search = Vi hittade inget
announcement-empty-search-text = Pröva ett kortare ord eller bara en del av namnet.
announcement-empty-coming = Inget planerat just nu
announcement-empty-coming-text = Här ser du vad som är på gång så snart något är bestämt. Under tiden kan du läsa om det som varit.
announcement-empty-coming-onward = Tidigare evenemang
announcement-empty-past = Inget har varit än
announcement-empty-past-text = När ett evenemang är över ligger sidan kvar här.
announcement-empty-past-onward = Kommande evenemang
announcement-pages = Sidor
announcement-page = Sida { $number }
announcement-previous = Föregående
announcement-next = Nästa
announcement-card-closed = Anmälan är stängd
announcement-card-opens = Anmälan öppnar { $day }
announcement-card-invited = För inbjudna
announcement-card-more-days = { $count ->
    [one] { $day } och en dag till
   *[other] { $day } och { $count } dagar till
}
announcement-card-unlimited = Det finns plats
announcement-places-none = Alla platser är tagna
announcement-places-left = { $count ->
    [one] En plats kvar
   *[other] { $count } platser kvar
}
announcement-places-left-of = { $left ->
    [one] En av { $places } platser kvar
   *[other] { $left } av { $places } platser kvar
}
announcement-places-all = { $places ->
    [one] En plats
   *[other] { $places } platser
}
announcement-places-unlimited = Ingen gräns
announcement-tag-cancelled = Inställt
announcement-tag-over = Har varit
announcement-tag-online = Digitalt
announcement-tag-on-site = På plats
announcement-tag-mixed = På plats och digitalt
announcement-tag-invited = För inbjudna
announcement-cancelled = Evenemanget är inställt sedan { $day }. Sidan ligger kvar så att du kan se vad som var tänkt.
announcement-cancelled-title = Inställt: { $title }
announcement-preview-draft = Så här ser sidan ut för den som besöker den. Evenemanget är ett utkast som bara arrangörer ser.
announcement-preview-public = Så här ser sidan ut för den som besöker den.
announcement-only-in-other-language = Den här texten finns bara på engelska.
announcement-partly-in-other-language = En del av texten finns bara på engelska.
announcement-facts = Kort om evenemanget
announcement-day = Dag
announcement-days = Dagar
announcement-hours = Tid
announcement-place = Plats
announcement-link-comes = Länken kommer { $day }.
announcement-link-sent = Länken har skickats till dem som anmält sig.
announcement-link-soon = Länken skickas så snart den är klar.
announcement-opens = Anmälan öppnar
announcement-deadline = Sista dag att anmäla sig
announcement-places = Platser
announcement-cost = Kostnad
announcement-amount = { $kronor } kronor
announcement-no-show-fee = Den som uteblir utan att avanmäla sig betalar { $kronor } kronor.
announcement-themes = { $count ->
    [one] Tema
   *[other] Teman
}
announcement-free = Kostnadsfritt
announcement-audience = För vem
announcement-register = Anmäl dig
announcement-invited = Det här evenemanget är för inbjudna. Du anmäler dig med länken i din inbjudan.
announcement-not-open = Anmälan öppnar { $day }.
announcement-full = Alla platser är tagna. Titta gärna in igen: den som avanmäler sig lämnar sin plats.
announcement-closed = Anmälan är stängd. Sista dag att anmäla sig var { $day }.
announcement-closed-over = Evenemanget har varit.
announcement-closed-cancelled = Det går inte att anmäla sig, eftersom evenemanget är inställt.
announcement-programme = Program
announcement-programme-of = Program { $day }
announcement-kind-arrival = Vi samlas
announcement-kind-welcome = Välkommen
announcement-kind-talk = Föredrag
announcement-kind-group-talks = Gruppsamtal
announcement-kind-break = Paus
announcement-kind-meal = Måltid
announcement-kind-summary = Sammanfattning
announcement-kind-other = Programpunkt
announcement-table-questions = Det här talar vi om vid borden
announcement-choosing-wishes = När du anmäler dig önskar du vilka samtal du helst vill vara med i. Grupperna delas in senare.
announcement-choosing-first-come = Du väljer när du anmäler dig. Den som kommer först får platsen.
announcement-led-by = { $count ->
    [one] Samtalsledare: { $names }
   *[other] Samtalsledare: { $names }
}
announcement-people = Medverkande
announcement-moderator = { $count ->
    [one] Moderator
   *[other] Moderatorer
}
announcement-speaker = { $count ->
    [one] Talare
   *[other] Talare
}
announcement-facilitator = { $count ->
    [one] Samtalsledare
   *[other] Samtalsledare
}
announcement-mix = Vilka som kommer
announcement-mix-over = Vilka som var anmälda
announcement-count-public = { $count } från offentlig sektor
announcement-count-civil-society = { $count } från civilsamhället
announcement-count-business = { $count } från näringslivet
announcement-count-academia = { $count } från akademin
announcement-count-other = { $count } andra
announcement-few-public = några få från offentlig sektor
announcement-few-civil-society = några få från civilsamhället
announcement-few-business = några få från näringslivet
announcement-few-academia = några få från akademin
announcement-few-other = några få andra
announcement-inviting = Vi som bjuder in
announcement-with = I samverkan med { $names }
announcement-project = Ingår i projektet
announcement-funded = Medfinansieras av { $names }
announcement-european-union = Europeiska unionen
announcement-union-emblem = Europeiska unionens emblem
announcement-pre-meeting-of = Det här är ett förmöte till
announcement-pre-meetings = Förmöten
announcement-about-series = Om { $series }
announcement-about = Om evenemangsserien
announcement-links = Läs mer
announcement-contact = Frågor
announcement-updated = Senast uppdaterad { $moment }.
announcement-calendar = Lägg till i kalendern
announcement-print = Skriv ut
announcement-print-back = Tillbaka till evenemanget
announcement-share = Dela
announcement-copy = Kopiera adressen
announcement-copied = Adressen är kopierad.
