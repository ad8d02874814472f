access-email = E-post
access-email-hint = Dit skickar vi länken som loggar in.
access-name = Namn
access-role = Roll
access-role-organiser = Arrangör
access-role-organiser-note = Skapar och sköter evenemang och ser vilka som har anmält sig.
access-role-administrator = Administratör
access-role-administrator-note = Gör allt som en arrangör gör, och bestämmer vilka som har tillgång.
access-language = Språk i brev
access-language-sv = Svenska
access-language-en = English
access-you-are-here = Du är här

access-refused-name-missing = Skriv ett namn
access-refused-name-too-long = Skriv ett namn med högst { $max } tecken
access-refused-email-missing = Skriv en e-postadress
access-refused-email-implausible = Skriv en e-postadress med @, till exempel namn@example.org
access-refused-email-taken = Adressen hör redan till någon i listan
access-refused-role-missing = Välj en roll
access-refused-last-administrator = Det måste alltid finnas en administratör. Ge någon annan den rollen först.
access-refused-unknown-person = Ingen med den adressen har tillgång här

access-sign-in-heading = Logga in
access-sign-in-lead = Skriv din e-postadress, så skickar vi en länk som loggar in dig. Du behöver inget lösenord.
access-sign-in-send = Skicka länken
access-sign-in-for-whom = Inloggningen är till för dig som ordnar evenemang. Du behöver inte logga in för att anmäla dig eller ändra din anmälan.

access-sent-heading = Titta i din e-post
access-sent-lead = Om { $email } hör till någon som arbetar här är en länk på väg dit. Den gäller i { $minutes } minuter och kan användas en gång.
access-sent-waiting = Kommer den inte inom några minuter? Titta i skräpposten och kontrollera att adressen är rätt. Vi skickar högst { $max } brev i timmen till en adress.
access-sent-again = Skriv en annan adress

access-confirm-heading = Välkommen tillbaka
access-confirm-lead = Du loggar in som { $name }, { $email }.
access-confirm-button = Logga in
access-confirm-shared-computer = Är du vid en dator som flera använder? Logga ut när du är klar.

access-link-forged = Länken går inte att läsa
access-link-forged-lead = Kanske kom inte hela adressen med. Öppna länken direkt från brevet, eller be om en ny.
access-link-old = Länken gäller inte längre
access-link-old-lead = En länk gäller i { $minutes } minuter. Be om en ny, så kommer den i ett brev.
access-link-used = Länken är redan använd
access-link-used-lead = En länk kan användas en gång. Om det var du som nyss använde den är du inloggad. Annars ber du om en ny.
access-link-again = Be om en ny länk
access-link-onward = Gå vidare

access-people-heading = Personer
access-people-lead = De som kan logga in och arbeta här.
access-people-caption = { $count ->
    [one] 1 person har tillgång
   *[other] { $count } personer har tillgång
}
access-people-signed-in = Senast inloggad
access-people-never = Har inte loggat in än
access-people-you = (du)
access-people-add = Lägg till en person
access-people-send = Lägg till
access-people-send-note = Personen får ett brev som berättar att du har gett tillgång och hur man loggar in.
access-people-ended = Avslutade
access-people-ended-lead = De kan inte logga in längre. Lägg till personen igen med samma e-postadress för att ge tillgång på nytt.
access-people-ended-on = Avslutad
access-done-added = Personen har fått tillgång, och ett brev är på väg.
access-done-changed = Uppgifterna är ändrade.
access-done-role = Rollen är ändrad. Personen loggar in på nytt.
access-done-ended = Tillgången är avslutad. Personen är utloggad överallt.

access-person-change-heading = Uppgifter
access-person-change = Spara uppgifterna
access-person-role-heading = Vad personen får göra
access-person-role-note = När rollen ändras loggas personen ut och loggar in på nytt.
access-person-role = Ändra rollen
access-person-end-heading = Avsluta tillgången
access-person-end-text = Personen loggas ut överallt och kan inte logga in igen. Det som personen har gjort finns kvar.
access-person-end = Avsluta tillgången

access-ending-heading = Ska { $name } inte längre ha tillgång?
access-ending-lead = Personen loggas ut överallt med en gång och kan inte logga in igen. Du kan lägga till personen på nytt senare.
access-ending-confirm = Ja, avsluta tillgången
access-ending-keep = Nej, gå tillbaka

access-letter-greeting = Hej { $name },
access-letter-sign-in-subject = Din länk för att logga in
access-letter-sign-in-why = Du har bett om en länk för att logga in i Samverk.
access-letter-sign-in-link = Logga in
access-letter-sign-in-until = Länken gäller till { $until } och kan användas en gång.
access-letter-sign-in-other = Var det inte du? Då behöver du inte göra något: ingen kommer in utan länken.
access-letter-welcome-subject = Du har fått tillgång till Samverk
access-letter-welcome-why = { $inviter } har gett dig tillgång till Samverk.
access-letter-welcome-organiser = Du kan skapa och sköta evenemang och se vilka som har anmält sig.
access-letter-welcome-administrator = Du kan skapa och sköta evenemang, se vilka som har anmält sig och bestämma vilka som har tillgång.
access-letter-welcome-link = Be om en länk för att logga in
access-letter-welcome-how = Skriv din e-postadress, { $email }, så får du ett brev med en länk. Du behöver inget lösenord.
