drafting-you-are-here = Du är här
drafting-organise = Organisera
drafting-untitled = Text utan rubrik
drafting-nothing = Inget
drafting-yes = Ja
drafting-line = rad { $number }
drafting-page-number = Sida { $number }

drafting-new = Ny från text eller fil
drafting-new-lead = Har du redan en sida, en inbjudan eller ett nyhetsbrev? Klistra in texten eller välj filen, så läser vi ut dagar, plats, program och namn. Du granskar allt innan något blir ett evenemang.
drafting-text = Text
drafting-text-hint = Klistra in hela texten, från rubriken till kontaktuppgifterna.
drafting-file = Eller välj en fil
drafting-file-hint = Webbsida, mejl, Word, PDF med text, kalenderfil eller vanlig text. Högst { $mib } MB. Du kan också släppa filen här.
drafting-new-kept = Vi sparar texten i 14 dagar, så att du hinner granska den. Bara du och administratörer ser den. Filen sparas inte.
drafting-new-send = Läs texten
drafting-leave = Avbryt
drafting-text-missing = Klistra in en text, eller välj en fil
drafting-text-too-long = Korta texten till högst { $max } tecken
drafting-refused-file-empty = Filen är tom. Välj en annan, eller klistra in texten
drafting-refused-file-large = Filen är för stor. Klistra in texten i stället
drafting-refused-file-locked = Filen är låst med lösenord. Lås upp den, eller klistra in texten
drafting-refused-file-no-text = Filen har bilder av text men ingen text. Skriv av den, eller välj en annan fil
drafting-refused-file-expands = Filen blir alldeles för stor när den packas upp. Klistra in texten i stället
drafting-refused-file-tangled = Filen går inte att reda ut. Klistra in texten i stället
drafting-refused-file-damaged = Filen är skadad. Spara den på nytt, eller klistra in texten
drafting-refused-file-old = Filen är av en äldre sort. Spara den som docx eller PDF, och välj den igen
drafting-refused-file-kind = Filen är av en sort som vi inte kan läsa. Klistra in texten i stället
drafting-waiting = Texter som väntar på dig
drafting-waiting-about = { $made ->
    [0] Läst { $day }, sparas till { $until }
    [one] Läst { $day }, sparas till { $until }, ett utkast gjort
   *[other] Läst { $day }, sparas till { $until }, { $made } utkast gjorda
}

drafting-source = Texten
drafting-source-hint = Raderna har nummer. Vid varje fält står vilken rad det är läst ur.

drafting-review-eyebrow = Granska utkastet
drafting-review-title = Granska: { $title }
drafting-review-lead = Det här läste vi ut ur texten. Ändra det du vill. Inget blir synligt för andra förrän du publicerar.
drafting-made = Den här texten har redan blivit ett utkast:
drafting-like = Det här ser ut som ett evenemang som ni redan har: { $title }, { $day }.
drafting-like-moved = Ni har redan ett evenemang som heter så: { $title }, { $day }. Har det bytt dag?
drafting-like-act = Se vad som har ändrats
drafting-first = Titta på det här först
drafting-first-lead = Här är det som är osäkert, det som texten säger på två sätt och det som vi bara föreslår.
drafting-first-nothing = Inget i texten är osäkert eller säger emot sig självt.
drafting-item-doubtful = I programmet finns något att ta ställning till:
drafting-has-pre-meeting = Texten nämner ett förmöte. Gör det till ett eget evenemang, så kan det peka hit.
drafting-pre-meeting-of-unknown = Texten säger att det här är ett förmöte, men vi hittar inte konferensen. Välj den under Mer när den finns här.
drafting-pre-meeting-of-proposed = Texten säger att det här är ett förmöte. Vi föreslår en konferens. Stämmer den?
drafting-pre-meeting-of-field = konferensen
drafting-read-from = Läst ur
drafting-read-doubtfully = Osäkert, läst ur
drafting-proposed = Texten säger inget om det här. Det är ett förslag
drafting-proposed-from = Texten säger det inte rent ut. Det är ett förslag utifrån
drafting-is-it-right = Stämmer det?
drafting-which = { $field }: vad gäller?
drafting-other = Något annat
drafting-other-field = { $field }, om det är något annat
drafting-known = Namn som redan finns här
drafting-known-hint = Kryssa i dem som du vill skriva på samma sätt som förut.
drafting-known-instead = Skriv ”{ $instead }” i stället för ”{ $line }”
drafting-known-where = { $name } finns redan i { $event }.
drafting-programme = Programmet
drafting-programme-lead = Öppna en punkt för att se och ändra den.
drafting-item = { $number }. { $item }
drafting-item-problem = Programpunkt { $number }: { $text }
drafting-item-leave-out = Ta inte med den här punkten
drafting-talks = Gruppsamtal eller spår
drafting-talk = Nummer { $number } i ordning
drafting-save = Spara utkastet
drafting-certain = Godkänn allt säkert
drafting-certain-note = Godkänn allt säkert sparar utkastet med det som är säkert. Det osäkra lämnas tomt, utom rubrik, dag och tid.
drafting-forget = Kasta texten

drafting-doubt-weekday = Veckodagen och datumet hör inte ihop.
drafting-doubt-issue = Numret skrivs på två sätt: { $first } och { $second }.
drafting-doubt-time = Texten säger två olika tider.
drafting-doubt-deadline = Texten säger två olika sista dagar.
drafting-doubt-deadline-after = Sista dagen ligger efter evenemanget.
drafting-doubt-backwards = Det slutar innan det börjar.
drafting-doubt-outside = En programpunkt ligger utanför dagens tider.
drafting-doubt-year = Texten säger inget år. Vi föreslår nästa gång dagen kommer.
drafting-doubt-empty = En rubrik har inget efter sig:
drafting-doubt-cancelled = Texten säger att det är inställt.
drafting-doubt-moved = Texten säger att det är flyttat.
drafting-doubt-day-missing = Texten säger ingen dag.
drafting-doubt-hours-missing = Texten säger inte alla tider.

drafting-list-letter = Ur ett brev
drafting-list-page = Ur en text
drafting-list-lead = { $count ->
    [0] Vi hittade inga dagar i texten.
    [one] Vi hittade en sak med datum. Den kan bli ett utkast.
   *[other] Vi hittade { $count } saker med datum. Var och en kan bli ett utkast.
}
drafting-list-empty = Inget i texten har ett datum som vi kan läsa.
drafting-list-act = Gör ett utkast
drafting-events-found = Evenemang i texten
drafting-conflicts = Det här går inte ihop
drafting-conflicts-lead = Texten säger samma sak på två sätt. Välj det som stämmer.
drafting-no-day = Ingen dag
drafting-tag-made = Har blivit utkast
drafting-tag-conflict = Två uppgifter

drafting-update-eyebrow = Uppdatera från texten
drafting-update-title = Uppdatera: { $title }
drafting-update-lead = Här är det som den nya texten säger annorlunda. Kryssa i det du vill ta med.
drafting-update-nothing = Inget har ändrats. Den nya texten säger samma sak som den förra.
drafting-update-legend = { $count ->
    [one] En ändring
   *[other] { $count } ändringar
}
drafting-update-tell = { $count ->
    [one] Mejla den som är anmäld om dag, tid eller plats ändras
   *[other] Mejla de { $count } anmälda om dag, tid eller plats ändras
}
drafting-update-send = Ta med det som är ikryssat
drafting-update-leave = Till evenemanget
drafting-change-item = { $item }: { $field }
drafting-change-new = Ny programpunkt: { $item }
drafting-change-gone = Programpunkten finns inte längre i texten, ta bort: { $item }
drafting-change-before = Förra texten
drafting-change-now = Här nu
drafting-change-after = Nya texten
drafting-change-disputed = Ni har själva ändrat det här sedan förra texten.
drafting-refused-item-chosen = { $count ->
    [one] Programpunkten kan inte tas bort, för en anmäld har valt den. Ta bort krysset
   *[other] Programpunkten kan inte tas bort, för { $count } anmälda har valt den. Ta bort krysset
}
drafting-mode-on-site = På plats
drafting-mode-online = Digitalt
drafting-mode-mixed = På plats och digitalt
drafting-admission-open = Öppet för alla
drafting-admission-invited = För inbjudna
drafting-dispatch-on = En bestämd dag
drafting-dispatch-days = Några dagar före

drafting-removal-heading = Kasta { $name }?
drafting-removal-text = Texten och det vi läste ur den raderas nu, i stället för { $day }. Utkast som du redan har gjort finns kvar.
drafting-removal-send = Ja, kasta texten
drafting-removal-leave = Behåll den
