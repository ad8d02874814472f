//! Given names and family-name endings, to tell a person from an organisation. Not a register: a
//! name that is missing here is still found when the line around it has the shape of a person.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::vocabulary::Vocabulary;

/// Is this (or a part joined by a hyphen) a given name we know?
pub fn is_given_name(word: &str) -> bool {
    if GIVEN.contains(word) {
        return true;
    }
    // "Per-Olof", "Ing-Marie"
    word.contains('-') && word.split('-').any(|part| GIVEN.contains(part))
}

/// Has the word an ending that Swedish, Finnish or South Slavic family names have?
pub fn has_family_ending(word: &str) -> bool {
    word.chars().count() > 3 && FAMILY.ends(word, 0)
}

static FAMILY: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(&[], ENDINGS));

const ENDINGS: &[&str] = &[
    "sson", "berg", "ström", "lund", "gren", "qvist", "kvist", "dahl", "dal", "blad", "stedt",
    "feldt", "feld", "mark", "strand", "vall", "wall", "bäck", "beck", "holm", "nen", "ić", "vić",
    "lius", "rén", "én", "ell", "borg", "hag", "rup", "sen", "thal", "lind", "löv", "löf", "roth",
    "sjö", "stam", "crona", "stierna", "stjerna", "hammar", "zadeh", "oglu", "wicz", "ski",
    "elius", "ius", "lander", "sten", "man", "ndh", "mo", "dotter", "dóttir", "dottir", "ez",
    "oglou", "vik", "wik", "fors", "näs", "hult", "tjärn", "åker", "torp", "rud", "ling", "sköld",
    "skiöld", "hjelm", "hielm", "quist", "gård", "gaard", "wska", "wicz", "czyk", "cki", "cka",
    "enko", "opoulos", "escu", "ova", "ová", "shvili", "nejad", "pour", "oğlu", "son", "feldt",
    "ndez", "lander", "haug", "vold", "fjord", "dóttir", "rsson", "ič", "iak", "auskas", "iene",
    "ienė",
];

static GIVEN: LazyLock<HashSet<&'static str, super::Quick>> =
    LazyLock::new(|| LIST.split_whitespace().collect());

const LIST: &str = "
Abbas Abdel Abdi Abdirahman Abdullah Abdullahi Abel Ada Adam Adan Adele Adina Adnan Adrian Agda Agnes Agneta Agnete Ahmad Ahmed Aida Aila Aili Aina Aino Aisha
Aiko Ajla Akram Aksel Albert Albin Aleksandar Aleksandra Alena Alex Alexander Alexandra Alf Alfons Alfred Alfrida Algot Ali Alice Alicia Alina Allan Alma Alva
Alvar Alvin Amal Amanda Amelia Amelie Amer Amin Amina Amir Amira Amra Ana Anahita Anders Andrea Andreas André Andrew Angela Angelica Angelika Anette Ania Anita
Anja Anki Ann Anna Annalena Annamaria Anne Annelie Anneli Annelise Annette Annica Annie Annika Annina Anneke Ann-Charlotte Ann-Christin Ann-Louise Ann-Mari
Ann-Marie Ann-Sofie Ann-Sofi Ann-Britt Antero Anthony Antje Anton Antonia Antonio Anu Anwar Aoife Ara Arash Ariel Arif Arja Armin Arne Arnold Aron Arthur Artur
Arvid Arvo Asa Aseel Asha Ashkan Asif Aslan Asma Asta Astrid Athena Atle Augusta August Aurora Awa Axel Ayan Ayaan Aydin Aysel Ayse Ayşe Azad Aziz Aziza
Babak Bahar Bahareh Barbara Barbro Barry Basim Bassam Beata Beatrice Behnam Behrouz Bella Ben Bengt Bengt-Erik Bengt-Åke Benjamin Benny Bente Berit Bernt Bert
Bertil Berta Beth Betty Bianca Bibi Bilal Bill Birger Birgit Birgitta Birte Bitte Bjarne Björn Bo Bob Bodil Boel Boris Bosse Brian Brita Britt Britta Britt-Marie
Britt-Inger Bror Bruno Bue Börje Cajsa Calle Camilla Carin Carina Carita Carl Carla Carl-Fredrik Carl-Johan Carl-Magnus Carlos Carmen Carola Carolina Caroline
Cassandra Caspar Catarina Catharina Catherine Cathrine Cato Cecilia Celia Celine Chanda Charles Charlie Charlotta Charlotte Chen Chiara Chris Christel Christer
Christian Christina Christine Christoffer Christopher Claes Claire Clara Clas Claudia Colin Conny Connie Cornelia Curt Cyrus Dag Dagmar Dagny Dahir Daisy Dalia
Damir Dan Dana Daniel Daniela Daniella Danijela Dario Dariush Darin David Davood Dawit Dean Deborah Deniz Dennis Deqa Diana Dick Didrik Diego Dilan Dilnoza
Dina Dino Disa Dmitri Dolores Dominik Donald Donya Dora Doris Dorota Dorotea Dragan Dragana Dunja Ebba Ebbe Ebrahim Eda Edda Eddie Edit Edith Edvard Edvin
Edward Edwin Eero Egil Eila Eili Einar Eino Eira Eivor Ekaterina Elena Eleonor Eleonora Elham Eli Elias Elif Elin Elina Elinor Elis Elisa Elisabet Elisabeth
Elise Elizabeth Ella Ellen Elle Ellinor Elliot Elma Elof Elon Elsa Elsie Elvira Elvy Embla Emelie Emil Emilia Emily Emina Emma Emmanuel Emmy Engla Enrico Erica
Eric Erik Erika Erkki Erland Erling Ermina Ernst Esa Esbjörn Eskil Esmail Ester Esther Ethan Eugenia Eva Eva-Lena Eva-Lotta Eva-Marie Evelina Evert Evin Ewa
Ewert Fabian Fadi Fadumo Fahad Faisal Fanny Fardin Farah Farhad Farhan Faris Farzaneh Fatemeh Fatima Fatma Fatou Fatuma Felicia Felix Ferhat Fernando Fereshteh
Ffion Fia Filip Filippa Fiona Firas Flora Florence Folke Frank Franz Fred Fredric Fredrik Fredrika Freja Frey Freya Frida Frideborg Fritiof Fritz Gabriel
Gabriella Gabrielle Galina Gen George Georg Gerd Gerda Gertrud Gerhard Ghada Ghazal Gina Giorgio Gisela Git Gita Githa Gittan Glenn Goran Gordon Grace Greger
Gregor Greta Grete Gry Gudrun Gull Gull-Britt Gulnaz Gun Gunborg Gun-Britt Gunhild Gunilla Gunn Gunnar Gunnel Gun-Marie Gunvor Gurli Gustaf Gustav Gustavo Göran
Gösta Göte Haben Hadi Hagar Haidar Haile Hakim Halima Halina Halvar Hamid Hamida Hamza Hana Hanan Hanna Hannah Hanne Hannele Hannes Hannu Hans Hans-Erik
Hans-Olof Harald Hardy Harriet Harry Hasan Hashim Hassan Hawa Hedda Hedvig Heidi Heini Heikki Helen Helena Helene Helga Helge Helmi Helmut Helin Helle Hemin
Henning Henric Henrik Henrietta Henry Herbert Herman Herta Hilda Hilde Hilding Hildur Hilma Hilja Hilkka Hillevi Hiwa Hjalmar Hjördis Hoda Hodan Holger Houda
Hubert Hugo Hussein Huda Håkan Ibrahim Ida Idil Idris Ieva Ilir Ilkka Ilona Ilse Iman Imane Imran Ina Ines Ing-Britt Inga Inga-Lill Ingalill Inga-Britt
Inge Ingeborg Ingegerd Ingela Ingemar Inger Ingmar Ingrid Ingvar Ingvor Inka Ion Ira Irena Irene Irina Iris Irja Irma Isa Isabel Isabella Isabelle Isac Isak
Iselin Ismail Issa Ivan Ivana Ivar Iveta Iwona Jack Jacob Jakob Jamal James Jamila Jamilah Jan Jana Jane Jan-Erik Jan-Olof Jan-Åke Janet Janina Janne Jannica
Jarl Jarmo Jasmin Jasmina Jasmine Jason Javad Javier Jean Jeanette Jelena Jenni Jennie Jennifer Jenny Jens Jerker Jerry Jesper Jessica Jill Jim Jimmy Jo Joachim
Joakim Joan Joanna Jobst Joel Johan Johanna Johannes John Johnny Jon Jonas Jonatan Jonathan Jonna Jonny Joseph Josef Josefin Josefina Josefine Josefa Joshua
Juan Judit Judith Juha Julia Julian Juliana Julie Juliette Julius Jussi Justina Justyna Jutta Jytte Jöran Jörgen Kadra Kai Kaija Kaisa Kaj Kajsa Kalervo Kalle
Kamal Kamila Kamran Karam Karen Kari Karim Karin Karina Karl Karla Karl-Erik Karl-Johan Karl-Gustav Karolina Katarina Kate Katharina Katherine Kathrin Kati
Katja Katrin Kawa Kay Keijo Kemal Ken Kenneth Kent Kerstin Kevin Khadija Khadra Khaled Khalid Kicki Kim Kimmo Kinga Kirsi Kirsten Kirsti Kitty Kjell Kjerstin
Klara Klas Klaus Knut Konrad Konstantin Krister Kristian Kristin Kristina Kristofer Kristoffer Krzysztof Kristine Kurt Kåre Ladan Laila Lamija Lana Lara Lars
Lars-Erik Lars-Gunnar Lars-Göran Lars-Olof Lars-Åke Lasse Latifa Laura Lauri Laurent Lea Leena Leif Leila Lejla Lena Lena-Maria Lennart Leo Leon Leona Leonard
Leyla Levi Lia Liam Liban Lidia Lili Lilian Lill Lilly Lily Lin Lina Linda Line Linn Linnea Linnéa Linus Lisa Lisbet Lisbeth Lise Lise-Lott Lise-Lotte Liselott
Liselotte Lisen Liv Liza Ljiljana Lo Loa Lollo Loke Lola Loreen Lorentz Lotta Lotten Louis Louisa Louise Lovis Lovisa Luca Lucas Lucia Lucy Ludvig Luis Luisa
Luka Lukas Lydia Lykke Lynn Maarit Mada Madeleine Madelene Mads Magda Magdalena Maggan Magnhild Magnus Maha Mahad Mahdi Mahin Mahmoud Mahmud Mai Maj Maja
Maj-Britt Maj-Lis Maja-Lena Majken Maks Malek Malena Malin Malte Malva Mana Manal Mandus Manne Manuel Marc Marcela Marco Marcus Mare Margaret Margareta Margaretha
Margit Margot Margret Mari Maria Mariam Mariana Mariann Marianne Marie Marie-Louise Mariella Marietta Marika Marina Mario Maris Marit Marita Marja Marjatta Marjo
Mark Marko Markus Marlene Marlen Marta Martha Marte Martin Martina Marwa Mary Maryam Masoud Massoud Mats Matteo Matthew Matti Mattias Maud Maurice Mauritz
Max Maximilian May Maya Maysam Mehdi Mehmet Mehran Meja Melissa Melker Melvin Memed Mercedes Merete Meri Merit Merja Meryem Mia Micael Michael Michaela Michel
Michelle Mika Mikael Mikaela Mike Mikko Mila Milad Milan Milena Milo Mimmi Mina Minna Minh Mio Mira Miranda Miriam Mirja Mirjam Mirjana Mirza Miroslav Mladen
Moa Modou Mohamed Mohammad Mohammed Mohammud Mohsen Moises Molly Mona Monica Monika Monir Morgan Morten Mostafa Muhammad Muhammed Muna Munir Murat Musa Mustafa
Måns Märit Märta Märtha Nabil Nada Nadia Nadine Nadja Nagham Naima Naimo Najib Najma Nancy Nanna Nanette Naomi Narges Nasim Nasir Nasrin Nasser Natalia Natalie
Natasha Nathalie Navid Nazanin Negar Neil Nela Nelly Nellie Neven Nicholas Niclas Nicola Nicolas Nicole Niko Nikola Nikolaj Niklas Niilo Nils Nils-Erik Nils-Olof Nima
Nina Nino Nisse Njord Noa Noah Noel Nomi Nooshin Nora Nordin Noomi Noor Norma Nour Nura Nurcan Nuria Nyamko Ola Olav Ole Oleg Olena Olga Oliver Olivia Olle
Olof Olov Omar Omid Ona Ophelia Orhan Orvar Oscar Oskar Osman Osvald Oswald Otto Ove Owe Owen Ottilia Pablo Pamela Paola Parisa Parvin Parviz Pasi Patric Patricia
Patrick Patrik Paul Paula Paulina Pauline Pavel Peder Pedro Pehr Pekka Pelle Pentti Per Perla Pernilla Per-Erik Per-Olof Per-Åke Per-Anders Pether Peter Petra
Petrus Petter Peyman Philip Phoebe Pia Pia-Maria Piotr Pirjo Pirkko Pontus Poya Priya Päivi Pär Raed Rafael Ragna Ragnar Ragnhild Rahel Rahim Rahma Raija
Raimo Rakel Ralf Ramazan Rami Ramin Ramona Rana Rania Rasha Rasmus Raul Rauni Raymond Razan Rebecca Rebecka Reem Reidar Reijo Reine Reinhold Reino Rene René
Reza Riad Ricardo Richard Rickard Rigmor Riikka Riitta Rikard Rita Ritva Robert Roberta Roberto Robin Roger Roine Roja Roland Rolf Roman Ron Ronja Ronny Rose
Rosa Rose-Marie Rosita Roy Rozita Rune Rut Ruth Ruben Rustam Ryszard Saara Sabah Sabina Sabine Sabrina Sadia Sadiq Saeed Saed Safa Safia Saga Sagal Sahar Sahra Said
Saida Saif Saila Salah Saleh Salem Salim Salma Salme Salwa Sam Sama Samantha Samar Samer Sami Samia Samir Samira Samuel Samuli Sandra Sanja Sanna Sanne Sara Sarah
Sari Sarita Sascha Sasha Sassa Sauli Sebastian Selam Selda Selin Selma Semir Senad Serkan Sergei Seth Sevim Shabnam Shadi Shahin Shahram Sharif Sharon Sherin
Shervin Shilan Shirin Shler Sia Sibel Sif Sigbritt Signar Signe Sigrid Sigurd Sigvard Siham Silja Silvia Silvana Simin Simon Simona Simone Sina Sinikka Siri Siv
Sivert Sixten Siw Sladjana Slavica Snezana Soheil Soile Sofi Sofia Sofie Soili Solbritt Solgerd Solveig Solveiga Somaya Sona Sonja Sonny Sophia Sophie Soran
Soraya Soroush Staffan Stanislav Stefan Stefanie Steffen Stella Sten Sten-Åke Stephan Stephanie Stephen Steve Steven Stig Stina Stoffe Sture Suad Sulejman Suleiman
Suljo Sumaya Sune Susan Susann Susanna Susanne Suzan Suzana Svante Svea Sven Sven-Erik Sven-Olof Svenne Svenja Svetlana Sylve Sylvia Sylwia Synnöve Synøve Sören
Tadesse Tage Taha Tahir Taina Tamara Tanja Tanya Tapio Tara Tareq Tariq Tarja Tatiana Tatjana Tarek Ted Teemu Teodor Teresa Teresia Terese Terje Tero Terttu
Tess Tessan Thanh Thea Theo Theodor Theres Therese Thomas Thor Thora Thorbjörn Thore Thorsten Thure Tiina Tilda Tilde Tim Timo Timothy Tina Tindra Tiril Titti
Tobias Toini Toivo Tolgay Tom Tomas Tommy Tone Toni Tony Tor Tora Torbjörn Tord Tore Torgny Torhild Torkel Torsten Torun Torvald Tove Trine Troed Truls Tryggve
Tua Tuija Tuomas Ture Tuula Tuva Tyra Tyr Ulf Ulla Ulla-Britt Ulla-Karin Ulrica Ulrich Ulrik Ulrika Una Uno Urban Urho Ursula Uwe Vahid Valborg Valdemar
Valentin Valentina Valeria Valter Vanessa Vanja Vasiliki Vedran Vega Veikko Vendela Vera Verner Veronica Veronika Vesa Vesna Vibeke Victor Victoria Vidar Viggo
Viktor Viktoria Vilgot Vilhelm Ville Vilma Vilmar Vincent Viola Violeta Virpi Vivan Vivi Viveca Viveka Vivianne Vivian Vladimir Wafa Waleed Walid Walter Wanja
Warsame Wenche Wendela Wenke Werner Wictoria Wilhelm Wille William Willy Wilma Wiola Xavier Xenia Yahya Yaman Yana Yannick Yara Yasin Yasir Yasmin Yasmine Yassin
Yima Ylva Yngve Yohannes Yonas Youssef Yrjö Ysolde Yusra Yusuf Yvonne Yvette Zahra Zaid Zaida Zainab Zakaria Zaki Zandra Zara Zarah Zdravko Zeinab Zelal Zeljko Zeynep
Ziad Zinaida Zlatan Zlata Zoe Zoran Zuzana Kattis Bibbi Dilba Conny Saga-Lie Inga-Lill Sibylla Jamal Ann-Cathrine Ayanna Tess Zahra Jocke Micke Nicke Ante Anto Lelle Olli Ollie Janni Nettan Sussi Bettan Lillemor Lilljan Yngvar Annbritt Mirza Petronella Wivianne Malakai Lovis Rashid Elmira Wilhelmina Ifrah Yonas Nikolai Lisbet Marlene Egon Rebecka Moa Nathanael Ulrica Teo Farnaz Tiril Bengt-Ove Signe-Lill Eva-Lis Maj-Gun Hadley Åsa Åke Åse Åshild Ärla Örjan Östen Özlem Øystein Øyvind Gisle Gudmund Halldor Hallvard Inge-Marie Jorunn Kjersti Magni Njål
Sigrun Torill Turid Vigdis Sunniva Sanela Selvi Senait Meron Mebrahtu Tesfay Tsegay Winta Yordanos Assar Hulda Ingeli Sanny Benita Bengta Ebon Elida Elvir Emira Enisa Fikret
Halil Hatice Hikmet Ilhan Kadir Nihad Nermin Osmo Rasim Refik Salih Sead Sefer Semra Suada Tarik Vahida Zehra Zijad Berivan Rojda Rojin Dilsa Hevin Jiyan Jwan Karwan Rebin
Rebwar Sarbast Shno Shwan Sirwan Zanyar Ngozi Chidi Kwame Kofi Abena Amara Amadou Aminata Ousmane Mariama Lamin Bintou Esi Femi Funmi Nia Zawadi Blessing Joy Hope Faith
Marjolein Pieter Joost Wouter Sanneke Greet Hendrik Siobhan Niamh Ciara Declan Padraig Eoin Sean Liadan Rhys Gareth Bronwyn Callum Fergus Isla Ewan Hamish Morag
Elle-Márjá Aslak Nils-Aslak Inga-Máret Áile Sunná Biret Risten Máret Jovnna Heaika Anaïs Bernard Camille Céline Chloé Élodie François Hélène Jacques Jérôme Mathilde Nadège Noémie
Pierre Thierry Yves Álvaro Begoña Inés Jesús Joaquín Jorge José Lucía Marisol Nuño Pilar Raúl Rocío Sofía Tomás Afonso Beatriz Duarte João Madalena Rui Tiago Agnieszka
Bartosz Ewelina Grzegorz Jolanta Katarzyna Łukasz Małgorzata Marek Paweł Wojciech Zbigniew Andrzej Beatrix Bogdan Florin Ioana Mihai Radu Ileana Dace Janis Kristaps Laima
Liga Mindaugas Rasa Vytautas Anneke Kersti Maret Priit Tiit Urmas Tõnu Hiroshi Keiko Naoko Yuki Kenji Ming Xiaoling Wei Li Jing Hui Lan Linh Phuong Tuan Thi Hung Quang Anh
Jouni Ossian Milton Sigge Elton Nils-Gunnar Helmer Ismael Izabela Jackie Janine Jannicke Jeff Jimmie Joacim Jordan Josephine Josette Juhani Jörn Jöns Jøran
Kamil Karima Karol Karolin Karsten Kasper Kathy Katrina Kaveh Keith Kenny Kenth Kia Kimberly Kira Kjell-Arne Kjell-Åke Klaudia Kornelia Kristel Kristen
Kristiina Kyösti Käthe Lajla Lavinia Leia Leonora Leopold Liisa Livia Ljubica Lorena Loreta Lotte Love Lova Lowe Ludmila Luna Magdi Mahnaz Maj-Lise Malou
Manfred Mara Marcel Maren Margrethe Marie-Anne Marija Matilda Matt Matts Mats-Ola Mats-Olof Maurits Melanie Melina Merve Mija Mileva Milica Mille Milos Minea
Mirella Mirko Mischa Mohamad Mona-Lisa Moni Morris Moses Munira Mårten Fardosa Farid Farida Fariba Feride Ferdinand Finn Forough Fouad Frances Franciska Frans
Freddie Freddy Frederic Frederick Frederik Frode Fuad Gail Gaston Gebriel Gemma Georgina Gerald Germund Gert Gert-Inge Ghassan Giovanni Gilbert Gitte Giulia
Glen Gloria Gordana Graham Gretel Gro Gustava Guy Gülsen Gun-Inger Görel Göta Görgen Hadil Hafsa Haifa Hala Hamed Hamoudi Hanne-Lise Haris Hasse Hector Hege
Heike Heino Heinz Heléne Heli Hella Hellen Helvi Henny Henrika Henriette Hermine Hibo Hildegard Hind Horst Husein Hussain Håvard Hördur Ida-Maria Ignas Igor
Iikka Ilana Imad Inez Inger-Marie Ingi Inkeri Iqra Isolde Israa Ivo Ivona Ernesto Erna Esko Essi Estelle Ethel Etta Eugen Eva-Karin Evald Eveline Evelyn Evy
Ewa-Britt Else Elsy Elva Elvis Ellen-Margrethe Elna Ellie Elmer Elodie Eloise Emeli Emilie Emilio Emin Emir Emrik Enar Enok Enrique Erdogan Erlend Zeb Zenia
Zineb Zita Zofia Zsuzsanna Zuhal Zuleyka Örn Ömer Özgür Åsne Åslaug Åsta Ägir Ottar Ottavia Otilia Orvokki Oddny Oddvar Oiva Olaf Olaug Olivier Omer Oriana
Osama Oskari Osvaldo Outi Oveis Quynh Queenie Rabia Rachel Radoslav Radka Rafal Raffaele Ragna-Lisa Rahima Raimund Raisa Raj Rajesh Ramadan Randi Raoul Raphael
Rauha Ravi Rebeka Regina Reggie Reima Reinhard Rena Renata Renate Renée Rickie Rie Rikke Rima Risto Rita-Lena Ritah Riina Rivan Robban Robbie Rodrigo Rogelio
Rolande Romana Romeo Rosalie Rosalind Rosanna Rosie Roxana Roza Ruby Rudolf Rufus Ruslan Russell Ruta Ryan Rydja Sabri Sadik Saija Sakarias Sakari Salla Sally
Salomon Samina Samsam Sander Sandor Sanni Santiago Sarina Satu Sauda Savannah Scott Sebbe Seija Selene Selena Seppo Serafia Serena Sergio Severin Shabana Shane
Shanti Sheila Shukri Sigfrid Signhild Sigurdur Sigvor Silas Sille Silke Simeon Simon-Pierre Sindre Sinead Siren Sirkka Sirpa Sissel Siv-Britt Sivan Smilla Sofus
Solange Solfrid Solja Sonali Sondre Stanley Stefania Steinar Stellan Stephane Stian Stina-Kajsa Stuart Suheir Sunita Sunna Suvi Sverker Sverre Svend Svend-Erik
Sylvester Szabolcs Sævar Tabita Taher Taisto Talia Tamam Tanu Tariku Tatu Taya Tekla Telma Tenzin Terence Terhi Terry Thea-Maria Theodora Theresa Thorild
Thorleif Thyra Tiffany Timmy Timur Tinna Tintin Tirill Tittie Tomasz Tonje Tonny Torben Torgeir Tormod Torolf Tova Trygve Tsegaye Tuulikki Tyko Tyrone Tzvetan
Udo Ugo Ulf-Göran Ulla-Maj Ulla-Stina Ulric Umar Unni Unto Uri Urszula Ulrikke Uma Usha Vania Varvara Vasco Vasil Veera Vegard Velma Venla Vera-Maria Verena
Verica Veslemøy Veton Vicky Vidya Vigga Vijay Vilja Viljo Vilda Villemo Villy Vimala Vincenzo Virginia Virve Vitalij Vitus Vlado Volker Vuokko Wael Waldemar
Wally Wali Walther Wanda Warda Wendy Wenzel Wera Wiggo Wiktor Wiktoria Willem Willis Willgot Wilmer Winnie Winston Witold Wolfgang Wolmar Wolter Wubet Yafa
Yakup Yamina Yannis Yasemin Yasmina Yevgenia Ylwa Ylva-Li Yoko Yolanda Yonna Yosef Younes Yousra Yulia Yuliya Yuri Aada Aage Aaron Aatu Abdallah Abdelkader
Abdulkadir Abdulrahman Abebe Abraham Absalon Achim Adalbert Adelina Adem Adeline Adil Adolf Adriana Adriano Agathe Agata Agim Ahlam Aiden Aija Aimée Aini
Aisling Aki Akira Alan Alban Albana Alberto Albertina Alda Aldo Alec Alejandra Alejandro Alekos Alenka Alessandra Alessandro Alessia Alexia Alexis Alice-Maria
Alida Alisa Alison Aliya Allie Almaz Almir Almira Alois Altan Alvaro Alwin Amadeus Amalia Amar Amélie Amela Amina-Lisa Amineh Amjad Ammar Amos Amund Amy
Anastasia Anatole Anca Anders-Petter Andor Andre Andreea Andrei Andrej Andrés Andris Ane Aneta Angel Angelina Angelo Angus Anikó Anisa Anish Anitha Ankie Anneka
Anne-Lie Anne-Marie Anne-Sofie Anne-Christine Anneli-Marie Ann-Cathrin Ann-Gerd Ann-Helen Ann-Helene Ann-Kristin Ann-Katrin Ann-Sophie Anna-Carin Anna-Karin
Anna-Lena Anna-Maria Anna-Sara Anna-Stina Annabel Annabelle Annacarin Annmarie Annika-Maria Anniken Anselm Antoine Antonella Antonina Aram Aranka Arezu Arild
Aristide Arkadi Arlette Arman Armand Arnar Arnau Arnfinn Arno Arnt Arta Artem Arto Arvind Asbjörn Asbjørn Asger Ashley Ashraf Asier Aslaug Asle Aslög Assad
Assia Astrida Atefeh Athanasios Atif Attila Auli Aulis Aune Avin Awet Axana Axelina Ayaz Ayhan Ayla Ayman Ayumi Azadeh Azar Azra Barbra Barbara-Ann Bart Bashar
Bashir Basil Batoul Beate Bea Becky Behar Behnaz Bekim Belinda Belal Bendik Benedicte Benedikt Bengt-Arne Bengt-Göran Bengt-Olof Benno Bent Berenice Bergljot
Berna Bernadette Bernhard Bernice Bernt-Olov Berta-Lena Bertha Bertina Besim Bettina Betül Beverly Birgir Birthe Björg Björn-Erik Blanca Blanka Blerim Blerta
Bo-Göran Bodvar Bogumila Bolette Borghild Borje Bosco Boukje Brage Branislav Branka Branko Brenda Brendan Brianna Bridget Brigitta Brigitte Brigida Brith
Britt-Louise Britt-Mari Britten Brittis Brynhild Bruce Bryan Bukar Burak Burhan Börge Cai Cajsa-Stina Calvin Camelia Camilla-Maria Candan Candice Caren Carine
Carl-Adam Carl-Axel Carl-Gustaf Carl-Gustav Carl-Henrik Carl-Olof Carla-Maria Carlotta Carlo Carmel Carsten Casimir Casper Cathrin Cecil Cecilie Celina Cemil
Cengiz Cesar Chadi Chandra Chantal Charbel Charlene Charlott Charlotte-Maria Chatarina Cheryl Chia Chloe Christa Christiane Christoph Christophe Cilla Cia Cindy
Cissi Claas Clarissa Claude Claudette Claudio Clement Clementine Cleo Clifford Clive Cliff Conrad Constance Constantin Cora Corina Corinna Corinne Cornelius
Cosima Craig Cristian Cristina Crister Curt-Ove Cynthia Czeslaw Dagfinn Dagny-Maria Dalila Dan-Olof Dani Danilo Danne Danny Daphne Darja Darko Dave Davor
David-Emil Dawid Dejan Delal Delia Della Delphine Demet Denise Derya Desirée Desiree Despina Detlef Devin Devrim Dharma Diala Diana-Maria Diane Didi Dieter
Dietmar Dimitra Dimitri Dimitrios Dinah Dionne Dirk Djamila Dolly Domenico Dominika Dominique Donatella Donna Dorina Dorothea Dorothy Dorrit Douglas Drita Duaa
Dusan Duska Dusko Dwight Dylan Dzenan Dzenana Ebony Edel Edelgard Edgar Edina Edita Edmund Edna Edona Eduard Eduardo Edvina Efrem Efva Eila-Maria Eileen Eilert
Eilif Eirik Eivin Eivind Ekrem Elaine Eldar Eleanor Elektra Elena-Maria Eleni Elfrida Elfriede Eliana Eliasson Eline Eliza Elke Ellenor Elling Ellinore Elmar
Elnaz Elodin Elona Elpida Elsbeth Elsemarie Elske Elvan Elvedin Elwira Emanuel Emanuela Emelina Emely Emerentia Emine Emmelie Emmi Emre Endre Engelbrekt Enver
Enya Erasmus Erbil Erdal Erhan Erin Erja Erki Ermin Ernestine Ersin Ervin Erwin Esben Esmeralda Esra Estrid Etienne Eufemia Eugenie Eunice Eva-Britt Eva-Lill
Evangelia Evangelos Evangeline Evelin Evgenia Evita Evren Eyvind Ezgi Ezra Lisa-Marie Lill-Marie Lars-Ove Lars-Magnus Leif-Åke Lennarth Linn-Marie Lilian-Maria
Leonie Leszek Lech Liibaan Liridona Lindita Lulzim Luljeta Luigi Lorenzo Loredana Ljubomir Layla Lubna Lujain Lamia Laleh Nahid Nael Nafiseh Naila Najat Nasra
Nawal Nazir Nebojsa Nedim Neda Nermina Nesrin Neta Nezha Nhu Nidal Nikita Nikolaus Nikolina Nilla Nils-Åke Nils-Göran Nils-Ante Nina-Maria Ninni Ninna Nisha
Nizar Noora Norea Novalie Nyasha Näzife Nanda Naum Nathan Nathaniel Paavo Pamina Panagiotis Parastoo Parham Paride Parvaneh Pascal Pasquale Patricio Patrizia
Pauli Pauliina Paulus Payam Pedram Peggy Pehr-Olof Peik Penelope Per-Arne Per-Ola Per-Olov Per-Gunnar Per-Inge Percy Perttu Pernille Peter-Emil Petri
Petter-Olof Petteri Phil Philippa Pierina Pilvi Pim Piroska Pirita Povel Poul Predrag Preben Pål Päivikki Pär-Ola Pär-Erik Paw Pietro Tjarda Torbjörg Tor-Björn
Tor-Erik Tora-Lisa Tore-Magnus Tomislav Toshiko Toufik Tuncay Tuulia Tyra-Lisa
Jonte Ludde Mattis Hampus Kwabena Lakshmi Mateus Teodora Annike Annefrid Nanny Jonne Jaana Zakarias Marzieh Oddný Þóra Jessika Duncan Putte Tompa Affe
Masse Matte Gugge Kwasi Ama Akosua Yaw Chioma Emeka Obinna Olu Tunde Sade Thandi Sipho Lindiwe Wanjiru Kamau Achieng Otieno Deepa Anjali Rahul Sanjay
Sunil Kavita Meera Nikhil Pooja Rohan Suresh Lakshman Ravindra Arjun Ananya Divya Ishaan Karthik Guðrún Sigríður Þórdís Ólafur Björk Jóhanna Hallgerd
Ragnheiður Ingvild Eirin Synnøve Torunn Håkon Solvor Lone Mogens Kaarina Jukka Antti Teppo Zuzanna Oksana Taras Bohdan Iryna Mykola Halyna Serhij
Yevhen Marzena Wiesław Jarosław Stanisław
";
