programme_desk-you-are-here = Du är här
programme_desk-desk = Organisera
programme_desk-programme = Program
programme_desk-heading = Program för { $event }
programme_desk-lead = Så här ser programmet ut. Lägg till punkterna i den ordning de kommer.
programme_desk-lead-published = Så här ser programmet ut. Evenemanget är publicerat, så det du ändrar syns för alla direkt.
programme_desk-empty = Programmet är tomt än så länge
programme_desk-empty-text = Börja med det som händer först, till exempel att någon hälsar välkommen. Tider kan du fylla i senare.
programme_desk-questions = Frågor att tala om vid borden:
programme_desk-edit = Redigera
programme_desk-up = Flytta upp
programme_desk-down = Flytta ned
programme_desk-remove = Ta bort
programme_desk-add = Lägg till programpunkt
programme_desk-save = Spara
programme_desk-leave = Avbryt
programme_desk-finished = Klart med programmet? Tillbaka till evenemanget

programme_desk-done-added = Programpunkten är tillagd. Här kan du lägga till nästa.
programme_desk-done-changed = Programpunkten är sparad.
programme_desk-done-moved = Programpunkten är flyttad.
programme_desk-done-removed = Programpunkten är borttagen.

programme_desk-starts = Börjar
programme_desk-starts-hint = Till exempel 16.00
programme_desk-ends = Slutar
programme_desk-ends-hint = Till exempel 16.15
programme_desk-day = Dag
programme_desk-kind = Typ
programme_desk-kind-arrival = Samling
programme_desk-kind-welcome = Välkomst
programme_desk-kind-talk = Föredrag
programme_desk-kind-group-talks = Gruppsamtal
programme_desk-kind-break = Paus
programme_desk-kind-meal = Måltid
programme_desk-kind-summary = Sammanfattning
programme_desk-kind-other = Annat
programme_desk-title-sv = Rubrik
programme_desk-text-sv = Text
programme_desk-appearances = Medverkande
programme_desk-appearances-hint = En rad per roll: Namn, titel, organisation. Delar flera på rollen: Namn och Namn, titel, organisation.
programme_desk-questions-sv = Frågor att tala om vid borden
programme_desk-questions-hint = En fråga per rad.
programme_desk-english = På engelska
programme_desk-title-en = Rubrik på engelska
programme_desk-text-en = Text på engelska
programme_desk-questions-en = Frågor på engelska
programme_desk-questions-en-hint = En fråga per rad, i samma ordning som på svenska. Skriv – där en saknas.

programme_desk-talks = Gruppsamtal
programme_desk-talks-lead = Fyll i om deltagarna delar sig i grupper. Tomma rader sparas inte.
programme_desk-talk = Gruppsamtal { $nth }
programme_desk-talk-number = Nummer
programme_desk-talk-places = Platser
programme_desk-talk-facilitators = Samtalsledare
programme_desk-talk-remove = Ta bort gruppsamtalet
programme_desk-talk-places-taken = { $taken } av { $places } platser är tagna
programme_desk-choosing = Hur väljer deltagarna?
programme_desk-choosing-none = De väljer inte
programme_desk-choosing-none-note = Grupperna visas i programmet, men ingen väljer när de anmäler sig.
programme_desk-choosing-wishes = De önskar i ordning
programme_desk-choosing-wishes-note = Första, andra och tredje önskan. Ingen plats tas; du delar in i grupper senare.
programme_desk-choosing-first-come = Först till kvarn
programme_desk-choosing-first-come-note = Den som väljer får platsen, så länge det finns platser.
programme_desk-chosen-wishes = Deltagarna önskar i ordning.
programme_desk-chosen-first-come = Deltagarna väljer, först till kvarn.

programme_desk-outside-hours = Tiden ligger utanför evenemangets, { $hours }
programme_desk-outside-day = Evenemanget hålls inte längre { $day }

programme_desk-removal-heading = Ta bort { $title }?
programme_desk-removal-lead = { $talks ->
    [0] Texter, medverkande och frågor i punkten försvinner. Det går inte att ångra.
    [one] Punkten försvinner med sitt gruppsamtal. Det går inte att ångra.
   *[other] Punkten försvinner med sina { $talks } gruppsamtal. Det går inte att ångra.
}
programme_desk-removal-chosen = { $count ->
    [one] Någon som anmält sig har valt eller önskat ett samtal här, så punkten kan inte tas bort.
   *[other] De som anmält sig har gjort { $count } val eller önskemål här, så punkten kan inte tas bort.
}
programme_desk-removal-confirm = Ta bort punkten
programme_desk-removal-keep = Behåll punkten

programme_desk-refused-title-missing = Skriv en rubrik
programme_desk-refused-too-long = Korta texten till högst { $max } tecken
programme_desk-refused-too-many-lines = Skriv högst { $max } rader
programme_desk-refused-time-unreadable = Skriv tiden som 16.00
programme_desk-refused-time-skipped = Den tiden finns inte: klockan ställs fram till sommartid då. Skriv en annan tid
programme_desk-refused-start-missing = Skriv också när punkten börjar
programme_desk-refused-ends-before-start = Skriv en sluttid som är senare än starttiden
programme_desk-refused-day-outside = Välj en av evenemangets dagar
programme_desk-refused-talks-needed = Fyll i minst ett gruppsamtal, eller välj att deltagarna inte väljer
programme_desk-refused-wishes-elsewhere = Deltagarna önskar redan i ”{ $title }”. Ett evenemang kan ha önskemål i en punkt. Välj något annat här eller ändra där först
programme_desk-refused-chosen-already = Någon har redan valt eller önskat här, så sättet att välja kan inte ändras
programme_desk-refused-talk-title-missing = Skriv en rubrik på gruppsamtal { $row }
programme_desk-refused-number-unreadable = Skriv ett nummer mellan 1 och 999 på gruppsamtal { $row }
programme_desk-refused-number-twice = Två gruppsamtal har nummer { $number }. Ge ett av dem ett annat nummer
programme_desk-refused-places-unreadable = Skriv antalet platser i gruppsamtal { $row } med siffror, minst 1, eller lämna tomt
programme_desk-refused-places-taken = Det är redan { $taken } som valt. Skriv minst { $taken } platser
programme_desk-refused-talk-chosen = { $count ->
    [one] En person har valt eller önskat samtalet, så det kan inte tas bort
   *[other] { $count } personer har valt eller önskat samtalet, så det kan inte tas bort
}
programme_desk-refused-too-many-talks = En punkt kan ha högst { $max } gruppsamtal
programme_desk-refused-too-many-items = Ett program kan ha högst { $max } punkter. Ta bort någon först
