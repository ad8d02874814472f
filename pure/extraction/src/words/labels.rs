//! Labels: "Datum:", "När?", "Sista anmälningsdag -", and headings that say what follows.

use std::collections::HashMap;
use std::sync::LazyLock;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum LabelKind {
    Date,
    Time,
    Start,
    End,
    Place,
    PlaceAndTime,
    Registration,
    Deadline,
    Opens,
    Cost,
    Audience,
    Organiser,
    Collaboration,
    Funder,
    Moderator,
    /// Leader of a group talk.
    Leader,
    Speakers,
    Contact,
    Programme,
    Themes,
    Updated,
    Published,
    Series,
    /// A mail's header.
    From,
    Sent,
    To,
    Subject,
    /// The joining link of an online event.
    Link,
    /// Dates of other things: cancelling, motions, abstracts, rooms, payment.
    Aside,
    /// Food, language, access, kind of event: told apart so that they are not read as something else.
    Other,
    /// Heading of a table's column only.
    Column,
}

impl LabelKind {
    /// A fact that an organiser would miss, so that an empty label is worth a warning.
    pub fn is_fact(self) -> bool {
        !matches!(
            self,
            Self::Column
                | Self::From
                | Self::Sent
                | Self::To
                | Self::Subject
                | Self::Other
                | Self::Aside
                | Self::Leader
                | Self::Published
                | Self::Updated
                | Self::Themes
                | Self::Programme
                | Self::Series
        )
    }
}

/// What stands before "talare" and its like in a heading.
const INVITED: &[&str] = &[
    "inbjudna ",
    "årets ",
    "våra ",
    "dagens ",
    "kvällens ",
    "konferensens ",
    "seminariets ",
    "mötets ",
    "bekräftade ",
    "medverkande ",
    "invited ",
    "confirmed ",
    "our ",
    "the ",
    "this year's ",
];

/// The kind of label that the words (lower case, without colon or question mark) are.
pub(crate) fn label_kind(words: &str) -> Option<LabelKind> {
    if words.len() > 60 {
        return None;
    }
    if let Some(kind) = TABLE.get(words) {
        return Some(*kind);
    }
    if !words.contains([' ', '\u{a0}']) {
        return None;
    }
    if let Some(kind) = asked(words) {
        return Some(kind);
    }
    // "Frågor om kvällen", "Questions about the course"
    if let Some(what) = ["frågor om ", "frågor kring ", "questions about the "]
        .iter()
        .find_map(|w| words.strip_prefix(w))
        && what.split(' ').count() == 1
        && (words.starts_with("questions")
            || super::ends_with(what, &["en", "et", "én", "arna", "erna", "an"]))
    {
        return Some(LabelKind::Contact);
    }
    // "Inbjudna talare", "Årets föreläsare", "Our panellists"
    if let Some(rest) = INVITED.iter().find_map(|w| words.strip_prefix(w))
        && TABLE.get(rest) == Some(&LabelKind::Speakers)
    {
        return Some(LabelKind::Speakers);
    }
    // "Så går kvällen till", "Så här ser dagarna ut"
    if words.starts_with("så ") && is_course_of_the_day(words) {
        return Some(LabelKind::Programme);
    }
    if is_last_day(words) {
        return Some(LabelKind::Deadline);
    }
    // "Datum 2026", "Program 14 april", "Anmälan (obligatorisk)"
    let (head, tail) = words.split_once([' ', '\u{a0}'])?;
    let known = TABLE.get(head).copied()?;
    let bracketed = tail.starts_with('(');
    // "Plats för besöket", "Tid för mötet", "Program för kvällen"
    let of_what =
        tail.strip_prefix("för ").or_else(|| tail.strip_prefix("for ")).is_some_and(|what| {
            // "Plats för alla", "Rum för många" are names; what is meant here stands in the
            // definite form.
            what.split(' ').count() <= 2
                && !what.contains(',')
                && (what.starts_with("the ")
                    || ["en", "et", "arna", "erna", "orna"].iter().any(|e| what.ends_with(e))
                    || what.ends_with(|c: char| c.is_ascii_digit()))
        });
    let qualified = matches!(
        tail,
        "för dagen"
            | "båda dagarna"
            | "under dagen"
            | "under kvällen"
            | "den här dagen"
            | "är"
            | "for the evening"
            | "för kvällen"
            | "i korthet"
            | "för konferensen"
            | "and speakers"
            | "preliminärt"
            | "(preliminärt)"
            | "till dig"
            | "for the day"
            | "at a glance"
    );
    (bracketed || qualified || of_what && known != LabelKind::Programme).then_some(known)
}

/// A question about the event itself, put as a heading: "Vem kan gå kursen?", "Who should come?",
/// "Vad kostar det att vara med?". "Vem är skogen till för?" is what an event is about.
fn asked(words: &str) -> Option<LabelKind> {
    const ITSELF: &[&str] = &[
        "det",
        "den",
        "detta",
        "dagen",
        "kvällen",
        "kursen",
        "träffen",
        "mötet",
        "konferensen",
        "seminariet",
        "utbildningen",
        "webbinariet",
        "workshopen",
        "evenemanget",
        "arrangemanget",
        "föreläsningen",
        "frukosten",
        "lunchen",
        "resan",
        "cirkeln",
        "studiecirkeln",
        "programmet",
        "it",
        "this",
        "the day",
        "the evening",
        "the course",
        "the event",
        "this event",
        "the meeting",
        "the conference",
        "the seminar",
        "the workshop",
        "the webinar",
    ];
    let itself = |text: &str| ITSELF.contains(&text.trim());
    let take_part = |text: &str| {
        let text = ITSELF.iter().find_map(|w| text.strip_suffix(w)).unwrap_or(text).trim_end();
        matches!(
            text,
            "delta"
                | "delta i"
                | "delta på"
                | "komma"
                | "komma på"
                | "gå"
                | "gå på"
                | "vara med"
                | "vara med på"
                | "anmäla sig"
                | "anmäla sig till"
                | "söka"
                | "följa med"
                | "attend"
                | "join"
                | "come"
                | "come to"
                | "take part"
                | "take part in"
                | "participate"
                | "participate in"
                | "apply"
                | "go"
                | "sign up"
                | "register"
        )
    };
    for lead in ["vem ", "vilka ", "who "] {
        let Some(rest) = words.strip_prefix(lead) else { continue };
        let able = ["kan ", "får ", "bör ", "ska ", "can ", "should ", "may ", "could "]
            .iter()
            .find_map(|verb| rest.strip_prefix(verb));
        // "är dagen till för", "is this for", "vänder sig mötet till"
        let meant = ["är ", "is ", "vänder sig ", "riktar sig "]
            .iter()
            .find_map(|verb| rest.strip_prefix(verb))
            .and_then(|of| {
                [" till för", " för", " till", " for"].iter().find_map(|end| of.strip_suffix(end))
            });
        if able.is_some_and(take_part) || meant.is_some_and(itself) {
            return Some(LabelKind::Audience);
        }
    }
    if let Some(of) = ["för vem är ", "för vilka är ", "till vem riktar sig "]
        .iter()
        .find_map(|lead| words.strip_prefix(lead))
        && itself(of)
    {
        return Some(LabelKind::Audience);
    }
    let of = ["vad kostar ", "hur mycket kostar ", "kostar "]
        .iter()
        .find_map(|lead| words.strip_prefix(lead))?;
    let of =
        of.strip_prefix("det något").map_or(of, |rest| if rest.is_empty() { "det" } else { rest });
    let of = of.trim_start();
    (itself(of)
        || of.strip_prefix("det att ").or_else(|| of.strip_prefix("att ")).is_some_and(take_part))
    .then_some(LabelKind::Cost)
}
/// "Så går kvällen till", "Så är kursen upplagd": how the day or the course goes.
fn is_course_of_the_day(words: &str) -> bool {
    let count = words.split(' ').count();
    let day = words.split(' ').any(|w| {
        ["dagen", "dagarna", "kvällen", "kvällarna", "mötet", "träffen", "träffarna", "kursen"]
            .iter()
            .any(|noun| w.ends_with(noun))
            || matches!(w, "det" | "konferensen" | "utbildningen" | "cirkeln" | "seminariet")
    });
    (3..=6).contains(&count)
        && day
        && [" till", " ut", " upplagd", " upplagt", " upplagda"].iter().any(|w| words.ends_with(w))
}

/// "Sista svarsdatum", "Senaste anmälningsdag för grupper", "Final day to book": the last day of
/// something that is a registration.
fn is_last_day(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    matches!(first, "sista" | "senaste" | "last" | "final" | "latest")
        && words.split(' ').count() <= 6
        && !words.contains(|c: char| c.is_ascii_digit() || c == '\t')
        && ["dag", "datum", "tid", "anmälan", "day", "date", "time"]
            .iter()
            .any(|w| words.contains(w))
        && ["anmäl", "svar", "bok", "registr", "regist", "sign", "rsvp", "book", "osa"]
            .iter()
            .any(|w| words.contains(w))
        && !["avbok", "avanm", "ombok", "cancel", "remiss", "ansvar"]
            .iter()
            .any(|w| words.contains(w))
}

static TABLE: LazyLock<HashMap<&'static str, LabelKind, super::Quick>> = LazyLock::new(|| {
    let mut table = HashMap::default();
    for (kind, words) in LABELS {
        for word in words.split(',') {
            table.insert(word.trim(), *kind);
        }
    }
    table
});

const LABELS: &[(LabelKind, &str)] = {
    use LabelKind::*;
    &[
        (
            Date,
            "datum,dag,dagar,när,när är det,date,dates,when,day,nytt datum,ny dag,new date,datum och tid,tid och datum,dag och tid,dag och datum,date and time,time and date,date & time,datum & tid,när händer det,tillfällen,kurstillfällen,kursdatum,träffar,mötestider,datum/tid,datum för kursen,kursdagar,dates and times,tillfälle",
        ),
        (
            Time,
            "tid,tider,time,klockan,klockslag,times,ny tid,new time,kl,hålltider för dagen,starttid och sluttid,vilken tid,hur dags,hur länge,vilka tider,hours,öppettider",
        ),
        (
            Start,
            "avresa,avfärd,avgång,departure,departs,start,starttid,startar,börjar,start time,startdatum,starts,begins,från och med,from date",
        ),
        (
            End,
            "slut,sluttid,slutar,slutdatum,end,end time,ends,åter,hemkomst,återkomst,hemma igen,återresa,hemresa,return,back",
        ),
        (
            Place,
            "plats,var,var någonstans,lokal,adress,venue,where,place,location,address,mötesplats,ny lokal,ny plats,new venue,plats och adress,lokal och adress,hitta hit,hitta till oss,konferenslokal,platser,rum,sal,mötesrum,ort och lokal,var är det,kursplats,kurslokal,samlingsplats,sändning,besöksadress,konferensplats,locale,meeting place,vart,samling,träffpunkt,samlingspunkt,gatuadress,street address,meeting point,where we meet,möteslokal,lokalen,platsen,mötesplatsen,var vi ses,här ses vi,vi ses här,här är vi,var ses vi,var är vi,var nånstans,var hålls dagen,här håller vi till,the venue,adress till lokalen,mötesplats och tid",
        ),
        (
            PlaceAndTime,
            "tid och plats,plats och tid,tid & plats,när och var,var och när,when and where,time and place,date and venue,datum och plats,plats och datum,where and when,time and venue,tid/plats,när & var,datum tid och plats",
        ),
        (
            Registration,
            "anmälan,sign-up,signup,anmäl dig,anmäl dig här,anmälan här,till anmälan,anmälningslänk,länk till anmälan,registration,register,register here,how to register,sign up,booking,rsvp,registrera dig,hur anmäler jag mig,hur,så anmäler du dig,så deltar du,så gör du,jag vill vara med hur gör jag,anmälan och kostnad,anmälan till,anmälan sker till,boka,bokning,boka plats,biljetter,delta,how to take part,how to participate,how to join,how,anmälan via,anmälningar,föranmälan,svar,meddela,how to sign up,kostnad och anmälan,anmälan och pris,pris och anmälan,how to attend,anmälan och frågor,frågor och anmälan,anmälan och kontakt,anmälan och information,information och anmälan,registration and questions,registration and contact,registration and information,boka din plats,bokning av plats,book,book your place,book a place,how to book,boka här,book here,så bokar du,anmälan och bokning,hur gör jag för att anmäla mig,hur anmäler man sig,how do i register,how do i sign up,anmälan till dagen,registrering,reservation,reservations",
        ),
        (
            Deadline,
            "sista anmälningsdag,när är sista anmälningsdag,när är sista dag för anmälan,när stänger anmälan,apply by,apply before,application deadline,ansökan senast,sista ansökningsdag,sista dag för ansökan,sista anmälningsdatum,sista anmälan,sista dag för anmälan,sista dag att anmäla sig,sista dagen för anmälan,sista dag,sista datum för anmälan,anmälan senast,anmäl dig senast,anmäl senast,osa,o.s.a,o.s.a.,osa senast,o.s.a. senast,o.s.a senast,svar senast,svara senast,anmälan stänger,anmälningstiden går ut,anmälan stänger den,deadline,registration deadline,last day to register,last day for registration,register by,rsvp by,deadline for registration,sista svarsdag,senast,anmälan öppen till,anmälan öppen till och med,anmälan senast den,registration closes,sista anmälningstid,anmälningsdag senast,bindande anmälan senast,sign up by,please register by,anmälningsstopp,anmälan är öppen till,closing date,sista dag för föranmälan,last date for registration,anmäl er senast,sista datum,förlängd anmälningstid,förlängd anmälan,anmälan förlängd till,ny sista anmälningsdag,extended deadline,anmälan stängs,anmälan stängs den,anmälan till och med,anmälan t.o.m,anmälan tom,anmälan före,anmälan innan,anmälan önskas senast,anmälan krävs senast,deadline anmälan,deadline för anmälan,sista dag att boka,sista bokningsdag,sista dag för bokning,bokning senast,boka senast,boka plats senast,osa före,osa till,svar före,sista dag att svara,sista dag att anmäla,registrering senast,sista registreringsdag,sista dag för registrering,föranmälan senast,intresseanmälan senast,registration until,last registration day,last date to register,last date to sign up,last day to sign up,sign-up deadline,register before,rsvp before,registration by,sista anmälningsdagen,när ska jag anmäla mig,när behöver jag anmäla mig",
        ),
        (
            Aside,
            "avbokning,avbokningar,avanmälan,återbud,cancellation,cancellations,avbokning senast,sista avbokningsdag,sista dag för avbokning,sista dag att avboka,sista dag för avanmälan,avanmälan senast,last day to cancel,last day for cancellation,last day to cancel without charge,free cancellation until,cancellation deadline,cancel by,avbokningsregler,cancellation policy,abstracts,abstract,abstract submission,abstract deadline,abstracts due,submission,submission deadline,submissions,paper submission,paper deadline,full papers,call for papers,notification,notification to authors,notification of acceptance,camera-ready,final slides,final papers,final versions,slides due,early bird,early bird deadline,motioner,sista dag för motioner,motioner senast,motionstid,handlingar,handlingar skickas,kallelse skickas,remiss,remisstid,remissvar,samråd,samrådstid,samrådet pågår,granskningstid,synpunkter,synpunkter senast,boende,hotell,hotel,betalning,payment,faktura,invoice,betalning senast,sista betalningsdag,payment deadline,nomineringar,nominering senast,ansökan om bidrag,specialkost senast,tolk,tolkning,previous,previous workshops,previous conferences,previous meetings,tidigare träffar,tidigare konferenser,tidigare år,förra årets konferens",
        ),
        (
            Opens,
            "anmälan öppnar,anmälan öppen från,registration opens,anmälan öppnar den,öppnar,opens,anmälningsstart,biljettsläpp,anmälningsperiod,anmälningsperioden,anmälningstid,anmälningstiden,anmälan öppen,anmälan är öppen,ansökningsperiod,registration period,registration open,anmälan öppnas,sign-up opens",
        ),
        (
            Cost,
            "kostnad,kostnader,pris,priser,avgift,avgifter,cost,costs,price,prices,fee,fees,kursavgift,deltagaravgift,deltagaravgifter,konferensavgift,inträde,entré,entre,entry,admission,anmälningsavgift,vad kostar det,hur mycket kostar det,kostar det,kostar det något att vara med,kostar det något,what does it cost,avgift och betalning,how much,how much is it,vad kostar kursen,vad kostar dagen,tickets,ticket,ticket price,biljettpriser,general admission,ordinarie pris,participation fee,conference fee,registration fee,pris per person,biljettpris,how much does it cost,vad kostar det att delta,what is the cost,what is the fee,kostnad för deltagande,inträdesavgift,entréavgift,avgift per person,kostnad per person,price per person,admission fee,entrance fee,entrance",
        ),
        (
            Audience,
            "målgrupp,målgrupper,för vem,till vem,vilka är välkomna,vem är välkommen,vem är inbjuden,vilka är inbjudna,inbjudna,kallade,kallas,deltar gör,deltagargrupp,who is invited,who is welcome,intended audience,intended for,aimed at,open to,vem,vilka,vem kan delta,vem kan komma,vem är det för,för vilka,riktar sig till,vänder sig till,target group,target audience,audience,who,who is it for,for whom,who should attend,who can attend,deltagare,för dig som,who can participate,vem får delta,vilka kan delta,vem riktar sig dagen till,vem vänder sig mötet till,för,for,målgruppen,primär målgrupp,huvudsaklig målgrupp,kursen vänder sig till,kursen riktar sig till,dagen vänder sig till,dagen riktar sig till,utbildningen vänder sig till,utbildningen riktar sig till,konferensen vänder sig till,konferensen riktar sig till,träffen riktar sig till,träffen vänder sig till,vem får komma,vilka får komma,för vem passar det,vem passar det för,vem är det till för,vem är målgruppen,vilka är målgruppen,who may attend,who is this for,who can come,who can join,open for",
        ),
        (
            Organiser,
            "arrangör,arrangörer,arrangörerna,organiser,organisers,organizer,organizers,arrangeras av,värd,värdar,host,hosts,hosted by,organised by,organized by,arranged by,inbjudare,avsändare,bjuder in,arr,arr.,arrangör är,arrangörer är,ansvarig arrangör,vi som arrangerar,presented by,anordnas av,anordnare,ordnas av,i regi av,genomförs av,inbjudan från,en inbjudan från,huvudarrangör,huvudarrangörer",
        ),
        (
            Collaboration,
            "i samarbete med,i samverkan med,i samverkan,i samarbete,samarbetspartner,samarbetspartners,in collaboration with,in cooperation with,i partnerskap med,partner,partners,tillsammans med,samarrangör,samarrangörer,medarrangör,medarrangörer,co-organiser,co-organisers,co-organizers,in partnership with,together with,samverkansparter,samarbete med",
        ),
        (
            Funder,
            "finansiärer,finansiär,finansieras av,medfinansieras av,med stöd av,medfinansiär,medfinansiärer,finansiering,funded by,co-funded by,with support from,supported by,funders,funding,stöds av,sponsorer,sponsor,med stöd från,bidragsgivare,financed by",
        ),
        (
            Moderator,
            "moderator,moderatorer,dagens moderator,moderators,konferencier,konferencierer,samtalsledare för kvällen,kvällens moderator,programledare,moderator för dagen,moderator båda dagarna,moderator under dagen,mötesledare,dagordförande,host for the day,toastmaster,facilitator for the day,dagens konferencier,moderated by,chaired by,mc,master of ceremonies,moderator är,co-chairs of the day,co-chairs,chairs of the day,chair of the day,conference chairs,conference chair,dagens ordförande,dagens mötesledare,dagens värdar,dagens värd,samtalsledare under dagen,moderators of the day,moderator of the day",
        ),
        (
            Leader,
            "samtalsledare,ledare,gruppledare,leds av,ledd av,led av,workshopledare,cirkelledare,processledare för gruppen,chair,chaired by,led by,facilitator,facilitators,facilitated by,leader,leaders,group leader,discussion leader,bordsvärd,bordsvärdar,bordsledare,spårledare,table host,inledare och samtalsledare,samtalsledning,host of the table,handledare,handleds av,track leader,session chair,sessionsledare,sessionsordförande,passledare,passansvarig,temaledare,workshopvärd,session leader,session chairs,chairs,table hosts,track leaders,sessionsledarna,samtalsvärd,samtalsvärdar,spårvärd,spårvärdar,gruppvärd,passvärd,rumsvärd,facilitatorer,convener,conveners,convenor,convenors,processledare för samtalet",
        ),
        (
            Speakers,
            "discussant,discussants,teachers,teacher,lärare,instructors,instructor,lecturer in charge,utbildare,respondent,kommentator,kommentatorer,vem föreläser,vem talar,vem pratar,vem medverkar,vilka medverkar,vilka föreläser,vilka talar,who is speaking,who speaks,gäst,dagens gäst,kvällens gäst,kvällens gäster,kvällens talare,kvällens föreläsare,dagens föreläsare,kvällens medverkande,dagens medverkande,medverkande i panelen,i panelen medverkar,panelister,kvällens panel,dagens panel,guest,samtalar gör,talar gör,inspiratörer,inspiratör,medverkande,medverkar,medverkar gör,föreläsare,talare,dagens talare,speakers,speaker,lecturers,lecturer,participants in the panel,presenters,presenter,gäster,dagens gäster,våra gäster,panel,panelen,i panelen,paneldeltagare,panellists,panelists,kursledare,kursledning,inledare,berättar,bland de medverkande,föredragshållare,våra talare,our speakers,keynote speakers,keynote speaker,keynotes,du möter,här möter du,möt,träffa,with,guests",
        ),
        (
            Contact,
            "handläggare,kansli,kansliet,programansvarig,ansvarig handläggare,handläggs av,projektledare och kontakt,kontakt,kontakter,kontaktperson,kontaktpersoner,kontakta oss,kontaktuppgifter,contact,contacts,contact person,contact persons,contact details,contact us,frågor,har du frågor,vid frågor,questions,any questions,mer information,upplysningar,för mer information,frågor om dagen,frågor och kontakt,frågor besvaras av,kontakt och frågor,frågor om programmet,för frågor,vid frågor kontakta,information,further information,more information,för frågor kontakta,frågor om evenemanget,kontakt vid frågor,for more information,kontakta,undrar du något,frågor kontakta,ansvarig,kursansvarig,for questions,redaktör,ansvarig utgivare,editor,redaktion,redaktionen",
        ),
        (
            Programme,
            "program,programme,programmet,dagens program,kvällens program,agenda,schema,schedule,hålltider,dagens hålltider,dagens hållpunkter,hållpunkter,upplägg,kvällens upplägg,dagens upplägg,innehåll,program och hålltider,programpunkter,kvällen i korthet,dagen i korthet,ur programmet,mötets upplägg,preliminärt program,preliminary programme,preliminary program,outline,timetable,dagordning,föredragningslista,förslag till dagordning,förslag på dagordning,preliminär dagordning,mötets dagordning,på dagordningen,dagordning enligt stadgarna,förslag till föredragningslista,ärenden,ärendelista,punkter,ärenden på mötet,agenda for the meeting,matters,proposed agenda,program - uppdateras löpande,programme outline,full programme,detaljerat program,dagsprogram,programöversikt,dagens innehåll,program for the day,dag för dag,running order,dagens agenda,körschema,schedule for the day,mötesprogram,konferensprogram,tidsschema,programschema,dagordning för mötet,kvällens innehåll,träffens innehåll,körordning,förmiddagens program,eftermiddagens program,så här ser dagen ut,så ser dagen ut,så ser kvällen ut,kväll för kväll,träff för träff,gång för gång,vecka för vecka,week by week,day by day,evening by evening,dagens tider,kvällens tider,programmet i korthet,kursinnehåll,kursens innehåll,kursplan,kursupplägg,kursens upplägg,course content,course outline,på programmet,på schemat,what will happen,detta händer,det här händer,vad händer,vad händer under dagen,vad händer under kvällen,vad gör vi,vad bjuds det på,dagens schema,så går det till,så här går det till,så går dagen till,what happens,what happens on the day,what's on,what is on,vad händer när,today's programme,order of the day,order of events,schedule of events",
        ),
        (
            Themes,
            "tema,teman,årets tema,årets teman,theme,themes,themes of the year,dagens tema,dagens teman,temaområden,this year's themes,this year's theme,våra teman,ämnen,topics,kvällens tema,konferensens teman,fokusområden,huvudtema,huvudteman,tema för dagen,tema för kvällen,teman för dagen,main theme,main themes,key themes,conference themes,seminariets tema,kursens tema,mötets tema,temat,ämne för kvällen,dagens ämnen,kvällens ämnen,träffens tema",
        ),
        (
            Updated,
            "senast uppdaterad,uppdaterad,sidan uppdaterad,sidan uppdaterades,senast ändrad,senast granskad,last updated,last modified,updated,page updated,uppdaterad den,senast uppdaterad den,sidan senast uppdaterad,senast reviderad,sidan uppdaterades senast,innehållet uppdaterat,senast publicerad,last reviewed,last changed,ändrad,granskad,sidan granskad,senaste uppdatering,uppdaterades",
        ),
        (
            Published,
            "publicerad,publicerades,publicerat,published,publicerad den,posted,publiceringsdatum,skapad,date published",
        ),
        (Series, "serie,series,del av serien,ingår i serien,part of the series,ur serien"),
        (From, "från,from,avs,avsänt av,fra"),
        (Sent, "skickat,skickades,sent,sänt,sänd"),
        (To, "till,to,kopia,cc,bcc,hemlig kopia,kopia till"),
        (Subject, "ämne,subject,ärende,rubrik,re,angående,ang"),
        (
            Link,
            "länk,möteslänk,link,meeting link,zoomlänk,teamslänk,anslut,join,länk till mötet,joining link,delta digitalt,anslutning,länk till sändningen",
        ),
        (
            Other,
            "attendance,mode of attendance,event format,format,mötesform,mötesformat,deltagandeform,mat,lunch,fika,språk,language,languages,tillgänglighet,accessibility,typ,type,kategori,category,allergier,specialkost,food,logi,accommodation,transport,parkering,parking,resväg,resa,material,att ta med,ta med,förberedelser,antal platser,platser kvar,max antal,kapacitet,capacity,ämnesområde,om dagen,om kursen,om föreläsaren,bakgrund,syfte,background,purpose,om mötet,om konferensen,about,about the day,about the event,about this event,om det här evenemanget,om utbildningen,om seminariet,om träffen,om arrangemanget,about the course,about the conference,detaljer,details,beskrivning av evenemanget,om evenemanget,beskrivning,description,praktisk information,praktiskt,practical information,välkommen,welcome,välkomna,bra att veta,good to know,inbjudan,invitation,kallelse,notice,fotografering,samtycke,personuppgifter,gdpr,övrigt,hur tar jag mig dit,hitta,kommunikationer,så tar du dig hit,getting there,bilagor,bilaga,attachments,nivå,omfattning,förkunskaper,kursinnehåll,läs mer,dokument,documents,relaterat,related,se även,see also,taggar,tags,nyckelord,prioriterade frågor,om oss,mål,aim,aims,obs,ps,not,note,kläder,begränsat antal platser,reservplats,hashtag,sändningen",
        ),
        (
            Column,
            "punkt,programpunkt,aktivitet,vad,what,item,activity,ort,town,session,ämne och talare,rubrik och talare,lokal/rum,talare och titel,moment,titel,title,topic,vem/vilka,klockan och plats,namn,arrangemang,room,stad,city,kommun,hållplats,stop",
        ),
    ]
};
