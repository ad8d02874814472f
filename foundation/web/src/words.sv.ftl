web-site-name = Samverk
web-skip-link = Hoppa till innehållet
web-nav-label = Huvudmeny
web-nav-start = Start
web-nav-events = Evenemang
web-nav-organise = Organisera
web-nav-people = Personer
web-sign-out = Logga ut
web-footer-about = Samverk är en mötesplats där kommuner, föreningar, arbetsgivare och lärosäten löser saker tillsammans.
web-footer-accessibility = Tillgänglighet
web-footer-privacy = Personuppgifter
web-footer-sign-in = För arrangörer
web-optional = (frivilligt)
web-error-title-prefix = Fel: { "" }
web-error-summary = { $count ->
    [one] En sak behöver rättas
   *[other] { $count } saker behöver rättas
}
web-fault-not-found = Sidan finns inte
web-fault-not-found-text = Adressen kan vara felskriven, eller så har sidan tagits bort. Kontrollera adressen eller börja om från startsidan.
web-fault-forbidden = Det här får du inte göra
web-fault-forbidden-text = Sidan är till för andra, eller så skickades formuläret från en annan webbplats. Gå till startsidan och försök därifrån.
web-fault-unreadable = Vi förstod inte det som skickades
web-fault-unreadable-text = Något i formuläret gick inte att läsa. Gå tillbaka, kontrollera vad du skrivit och skicka igen.
web-fault-too-large = Det som skickades är för stort
web-fault-too-large-text = Gå tillbaka, korta texten eller välj en mindre bild, och skicka igen.
web-fault-too-many = Det blev för många försök
web-fault-too-many-text = Vänta { $seconds } sekunder och försök igen. Det du skrivit finns kvar om du går tillbaka.
web-fault-busy = Just nu är det upptaget
web-fault-busy-text = Inget har sparats. Vänta några sekunder, gå tillbaka och skicka igen.
web-fault-broken = Något gick fel hos oss
web-fault-broken-text = Vi har antecknat felet. Försök igen om en stund.
web-fault-reference = Om du kontaktar oss, uppge numret { $reference }.
web-fault-onward = Till startsidan
