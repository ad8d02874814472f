//! Swedish towns and localities that events take place in, to tell a town from a house. Not a
//! gazetteer: a town that is missing here is still found by where it stands in an address.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Is this the name of a Swedish town or larger locality?
pub fn is_town(name: &str) -> bool {
    TOWNS.contains(name)
}

static TOWNS: LazyLock<HashSet<&'static str, super::Quick>> =
    LazyLock::new(|| LIST.split([',', '\n']).map(str::trim).filter(|t| !t.is_empty()).collect());

const LIST: &str = "
Ale,Alingsås,Alvesta,Aneby,Arboga,Arjeplog,Arvidsjaur,Arvika,Askersund,Avesta,Bengtsfors,Berg,Bjurholm,Bjuv,Boden,Bollebygd,Bollnäs,Borgholm,Borlänge,Borås,Botkyrka,Boxholm,Bromölla,Bräcke,Burlöv,Båstad
Dals-Ed,Danderyd,Degerfors,Dorotea,Eda,Ekerö,Eksjö,Emmaboda,Enköping,Eskilstuna,Eslöv,Essunga,Fagersta,Falkenberg,Falköping,Falun,Filipstad,Finspång,Flen,Forshaga,Färgelanda,Gagnef,Gislaved,Gnesta,Gnosjö
Grums,Grästorp,Gullspång,Gällivare,Gävle,Göteborg,Gothenburg,Götene,Habo,Hagfors,Hallsberg,Hallstahammar,Halmstad,Hammarö,Haninge,Haparanda,Heby,Hedemora,Helsingborg,Herrljunga,Hjo,Hofors,Huddinge,Hudiksvall
Hultsfred,Hylte,Hyltebruk,Håbo,Hällefors,Härjedalen,Härnösand,Härryda,Hässleholm,Höganäs,Högsby,Hörby,Höör,Jokkmokk,Järfälla,Jönköping,Kalix,Kalmar,Karlsborg,Karlshamn,Karlskoga,Karlskrona,Karlstad
Katrineholm,Kil,Kinda,Kiruna,Klippan,Knivsta,Kramfors,Kristianstad,Kristinehamn,Krokom,Kumla,Kungsbacka,Kungsör,Kungälv,Kävlinge,Köping,Laholm,Landskrona,Laxå,Lekeberg,Leksand,Lerum,Lessebo,Lidingö,Lidköping
Lilla Edet,Lindesberg,Linköping,Ljungby,Ljusdal,Ljusnarsberg,Lomma,Ludvika,Luleå,Lund,Lycksele,Lysekil,Malmö,Malung,Malå,Mariestad,Mark,Markaryd,Mellerud,Mjölby,Mora,Motala,Mullsjö,Munkedal,Munkfors,Mölndal
Mönsterås,Mörbylånga,Nacka,Nora,Norberg,Nordanstig,Nordmaling,Norrköping,Norrtälje,Norsjö,Nybro,Nykvarn,Nyköping,Nynäshamn,Nässjö,Ockelbo,Olofström,Orsa,Orust,Osby,Oskarshamn,Ovanåker,Oxelösund,Pajala,Partille
Perstorp,Piteå,Ragunda,Robertsfors,Ronneby,Rättvik,Sala,Salem,Sandviken,Sigtuna,Simrishamn,Sjöbo,Skara,Skellefteå,Skinnskatteberg,Skurup,Skövde,Smedjebacken,Sollefteå,Sollentuna,Solna,Sorsele,Sotenäs
Staffanstorp,Stenungsund,Stockholm,Storfors,Storuman,Strängnäs,Strömstad,Strömsund,Sundbyberg,Sundsvall,Sunne,Surahammar,Svalöv,Svedala,Svenljunga,Säffle,Säter,Sävsjö,Söderhamn,Söderköping,Södertälje
Sölvesborg,Tanum,Tanumshede,Tibro,Tidaholm,Tierp,Timrå,Tingsryd,Tjörn,Tomelilla,Torsby,Torsås,Tranemo,Tranås,Trelleborg,Trollhättan,Trosa,Tyresö,Täby,Töreboda,Uddevalla,Ulricehamn,Umeå,Upplands Väsby
Upplands-Bro,Uppsala,Uppvidinge,Vadstena,Vaggeryd,Valdemarsvik,Vallentuna,Vansbro,Varberg,Vaxholm,Vellinge,Vetlanda,Vilhelmina,Vimmerby,Vindeln,Vingåker,Visby,Vårgårda,Vänersborg,Vännäs,Värmdö,Värnamo
Västervik,Västerås,Växjö,Ydre,Ystad,Åmål,Ånge,Åre,Årjäng,Åsele,Åstorp,Åtvidaberg,Älmhult,Älvdalen,Älvkarleby,Älvsbyn,Ängelholm,Öckerö,Ödeshög,Örebro,Örkelljunga,Örnsköldsvik,Östersund,Österåker,Östhammar
Östra Göinge,Överkalix,Övertorneå,Huskvarna,Lagan,Tjällmo,Alfta,Edsbyn,Järvsö,Delsbo,Hällefors,Grythyttan,Kopparberg,Bergsjö,Iggesund,Njurunda,Matfors,Sveg,Funäsdalen,Hammarstrand,Hammerdal,Föllinge
Fränsta,Alby,Arbrå,Kilafors,Storvik,Kungsgården,Skutskär,Månkarbo,Gimo,Alunda,Öregrund,Rimbo,Hallstavik,Åkersberga,Märsta,Gustavsberg,Bålsta,Storvreta,Björklinge,Morgongåva,Tärnsjö,Vittinge,Kolsva
Ramnäs,Virsbo,Norrsundet,Fjugesta,Pålsboda,Odensbacken,Frövi,Guldsmedshyttan,Storå,Vretstorp,Östansjö,Åsbro,Garphyttan,Mullhyttan,Karlholmsbruk,Söderfors,Horndal,Krylbo,Långshyttan,Stora Skedvi,Insjön
Tällberg,Furudal,Idre,Särna,Sälen,Lima,Äppelbo,Nås,Dala-Järna,Björbo,Floda,Grängesberg,Saxdalen,Fredriksberg,Ekshärad,Sysslebäck,Ambjörby,Charlottenberg,Åmotfors,Gräsmark,Rottneros,Molkom,Väse,Skattkärr
Skoghall,Vålberg,Deje,Svanskog,Bäckefors,Billingsfors,Dals Långed,Brålanda,Frändefors,Sjuntorp,Lilla Edet,Lödöse,Nol,Surte,Bohus,Marstrand,Skärhamn,Henån,Ellös,Brastad,Kungshamn,Smögen,Hunnebostrand
Fjällbacka,Grebbestad,Hamburgsund,Bullaren,Dingle,Hedekas,Ljungskile,Vargön,Grästorp,Nossebro,Kvänum,Vedum,Stenstorp,Floby,Sandhem,Hova,Moholm,Undenäs,Mölltorp,Tiveden,Fågelås,Hjovik,Brandstorp,Bankeryd
Taberg,Norrahammar,Gränna,Visingsö,Tenhult,Forserum,Malmbäck,Anneberg,Bodafors,Hok,Skillingaryd,Klevshult,Bredaryd,Reftele,Smålandsstenar,Anderstorp,Hestra,Burseryd,Broaryd,Rydaholm,Moheda,Vislanda,Grimslöv
Lammhult,Braås,Rottne,Ingelstad,Väckelsång,Urshult,Ryd,Älmeboda,Åseda,Lenhovda,Åfors,Kosta,Orrefors,Påryd,Ljungbyholm,Lindsdal,Rockneby,Timmernabben,Blomstermåla,Ålem,Ankarsrum,Gamleby,Gunnebo,Överum
Målilla,Virserum,Mörlunda,Silverdalen,Storebro,Södra Vi,Gullringen,Kisa,Rimforsa,Horn,Österbymo,Boxholm,Strålsnäs,Mantorp,Vikingstad,Skänninge,Borensberg,Skärblacka,Kimstad,Åby,Krokek,Gusum,Ringarum
Björneborg,Vintrosa,Degerfors,Storfors,Nykroppa,Lesjöfors,Persberg,Bofors,Åtorp,Gullspång,Fröberg,Arlöv,Bjärred,Dalby,Genarp,Veberöd,Södra Sandby,Löddeköpinge,Furulund,Kävlinge,Marieholm,Löberöd
Hurva,Broby,Knislinge,Glimåkra,Sibbhult,Vittsjö,Bjärnum,Tyringe,Sösdala,Vinslöv,Tollarp,Åhus,Degeberga,Yngsjö,Hammenhög,Borrby,Kivik,Brösarp,Skillinge,Smygehamn,Anderslöv,Klagstorp,Torekov,Förslöv
Vejbystrand,Munka-Ljungby,Viken,Mölle,Ödåkra,Påarp,Rydebäck,Bårslöv,Getinge,Oskarström,Simlångsdalen,Slöinge,Ullared,Vessigebro,Tvååker,Veddige,Horred,Kinna,Skene,Fritsla,Viskafors,Dalsjöfors,Limmared
Månstad,Dalstorp,Sjömarken,Sandared,Hindås,Rävlanda,Landvetter,Mölnlycke,Gråbo,Sollebrunn,Alafors,Floda,Torslanda,Angered,Hisingen,Rinkeby,Tensta,Kista,Skarpnäck,Farsta,Rågsved,Hallunda,Fittja,Tumba,Rosengård
Vilhelmsro,Saltsjöbaden,Vikingstad,Boxholm,Råneå,Gammelstad,Södra Sunderbyn,Vittangi,Karesuando,Malmberget,Kåbdalis,Porjus,Jukkasjärvi,Abisko,Junosuando,Norrfjärden,Rosvik,Öjebyn,Bureå,Byske,Burträsk,Boliden
Jörn,Kåge,Lövånger,Ånäset,Bygdeå,Sävar,Holmsund,Hörnefors,Vännäsby,Tavelsjö,Husum,Bjästa,Köpmanholmen,Bredbyn,Docksta,Ullånger,Nordingrå,Nyland,Bollstabruk,Sandöverken,Ramsele,Junsele,Näsåker,Långsele,Stöde
Kovland,Sundsbruk,Alnö,Kvissleby,Torpshammar,Rätan,Hackås,Svenstavik,Åsarna,Mattmar,Järpen,Undersåker,Duved,Storlien,Brunflo,Kälarne,Stugun,Gällö,Hoting,Gäddede,Vemdalen,Hede,Tännäs,Lillhärdal
Österbybruk,Hedesunda,Valbo,Bergby,Tobo,Oskar-Fredriksborg,Julita,Bettna,Stigtomta,Tystberga,Vagnhärad,Mariefred,Åkers styckebruk,Stallarholmen,Hällbybrunn,Torshälla,Kvicksund,Valskog,Malmköping,Hälleforsnäs,Sparreholm,Björkvik
Slite,Hemse,Klintehamn,Roma,Fårösund,Burgsvik,Färjestaden,Borgholm,Löttorp,Degerhamn,Hässelby,Vällingby,Norsborg,Alby,Jordbro,Handen,Bagarmossen,Hökarängen,Copenhagen,Köpenhamn,Oslo,Helsingfors,Helsinki,Bryssel,Brussels,Bologna,Budapest,Mariehamn
";
