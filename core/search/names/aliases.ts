const givenNames = `
Alexander Aleksandr Alaksandr Alexandre Alexandros Oleksandr
Alexandra Aleksandra Alaksandra Oleksandra
Alexei Aleksei Alaksiej Oleksii Oleksa
Ales Oles
Alesia Olesia
Anastasia Nastassia Anastasija Nastasia Nasta Nastya
Andrei Andreas Andrzej Andrii
Anna Hanna Ganna Hania
Anthony Anton Antoni Antonius Antos
Afanasy Apanas Panas Opanas
Arseny Arsen Arsieni
Artem Artemy Artemi
Barbara Varvara
Basil Vasily Vasil
Benedict Benedikt Venedikt
Catherine Katherine Katsiaryna Katerina Ekaterina Yekaterina Jekaterina Kateryna Katarzyna Katarina Kacia Katya
Christina Kristina Khristina Krystsina
Christopher Khristofor Krzysztof
Clement Kliment Klim
Constantine Konstantin Constantin Kastus Kostiantyn Kostyantyn Kastantsin
Cyril Kirill Kiryl Kyrylo Kiril
Daniel Daniil Danila Danilo Danylo
Daria Darya Daryna
David Davyd Davydo
Demetrius Dmitry Dimitri Dmytro Zmicier Zmitser Dmitro Dimitrij
Dorothy Dorota Darota
Edward Eduard Edvard
Elena Alena Olena Helena Helene Yelena Jelena Alyona
Elizabeth Elisabeth Elizaveta Yelizaveta Lizaveta Yelyzaveta Elzbieta
Emelyan Yemelyan Amelyan Omelyan
Eugene Evgeny Yevgeny Jauhien Yevhen Eugeniusz Evgueni Yauhen
Eugenia Evgenia Yevgenia Yauhenia Yevhenia
Eudokia Evdokia Avdotya Audotstsia
Fyodor Fedor Fiodar Khviodar Khvedar Theodore Fedir Todar Teodor
Filipp Philip Pilip Filip Phillip Philippe Pylyp
Foma Thomas Tomasz Tamash Khoma
Francis Frantsisk Francysk Franciszek Frantsishak
Gabriel Gavriil Havryil Havrylo Gavrila
Gennady Hienadz Gennadi Hennadii Henadz
George Georgy Heorhi Georg Georges Jerzy Heorhii Georgij
Yuri Yury Juras Yuras Yurka
Gregory Grigory Hryhory Ryhor Rygor Hryhorii Grzegorz Gregor
Henry Genrikh Henryk Heinrich Henrik
Igor Ihor Ihar
Ilya Ilia Elias Illya Ilja
Ignatius Ignat Ihnat Ignacy Hnat
Irina Iryna Irena Irene
Isaac Isaak Izaak
Johann Johannes
Jacob Yakov Yakau Jakub Yakub Iakov
Joseph Iosif Josef Jazep Yazep Iosef Yosif Osip Asip Yosyp Josip Jozef
Julia Yulia Iulia Julija Juliya Julie Yuliya
Justin Yustyn Ustin Yustin
Karl Charles Carl
Casimir Kazimir Kazimierz Kazimer
Ksenia Xenia Aksinia Oksinia
Oksana Aksana Oxana
Larisa Larissa
Lawrence Lavrenty Laurentius Lavren Laurence
Leonid Leanid Lavon Leonidas
Leonti Liavon Leonty Levon
Louis Ludwig Ludvik Liudvik
Luke Luka Lukas Lukash Lucas
Lyubov Lubou Liubov Luba
Lyudmila Ludmila Ludmilla
Margaret Margarita Marharyta Malgorzata
Maria Mary Maryia Marie Marya Marija Mariya
Marina Maryna
Mark Marek Markus Marcus Marko
Martin Marcin Martyn Martsin
Matthew Matvei Mateusz Matsvei Matviy Mathieu Matthias
Maxim Maksim Maxime Maximus Maksym
Michael Mikhail Mykhailo Michal Mikhas Mihail Michel Mikhailo Mikhal Mykhaylo
Moses Moisei Maisei
Nadezhda Nadzeya Nadiya Nadia Nadziezhda Nadieja Nadya
Natalia Natallia Natalie Natalya Natalka
Nicholas Nikolai Mikalai Mykola Mikola Nicolas Nikolas Nikola Nicolai Mikolaj
Nikita Mikita Mykyta
Nikifor Mikifor Nichipor
Oleg Aleh Oleh
Olga Volha Olha Wolha
Patrick Patrik Patryk
Paul Pavel Paval Pavlo Pawel Paulo Paulus Pavlik Pavla Paula
Pelagia Palahieja Pelageya Palaheya
Peter Pyotr Piotr Petr Piatro Petro Piotra Petra Pierre
Polina Paulina Pauline Pavlina
Roman Raman
Sebastian Sevastyan Sevastian
Sergei Sergey Siarhei Serhii Serge Sergius Sergij
Simon Semyon Symon Siamion Semen Simeon
Sophia Sofia Zofia Sofya Sophie Safia
Stephen Stepan Stefan Steven Szczepan Scepan
Susanna Suzanna Zuzana Susan
Svetlana Sviatlana Svitlana Swetlana
Tatiana Tatsiana Tetiana Tania Tanya
Tikhon Tsikhan Tykhon
Timothy Timofei Tsimafei Tymofii Tymoteusz Timofey Tsimokh
Vadim Vadym Vadzim
Valentin Valentine Valentyn Valiantsin Walenty
Valery Valeri Valerij
Vera Viera Vira
Victor Viktor Wiktor
Victoria Viktoria Viktoryia
Vincent Vikenty Vintsent Wincenty Vikentsi
Vitaly Vitali Vital
Vladimir Uladzimir Volodymyr Vladimer Wlodzimierz Voladzimir Valadzimir Volodimir
Vladislav Uladzislau Wladyslaw Ladislav Vladyslav
Vyacheslav Viachaslau Waclaw Vaclav Vatslau
Xavier Ksavery Ksaver
Zachary Zakhar Zacharias Zakhary
Zenon Zianon Zyanon
Yegor Egor Yahor Yehor
Yakim Akim Joachim Yoakhim
Yaroslav Yaraslau Jaroslav
Zinaida Zinayida
`;

const patronymics = `
Alexandrovich Aliaksandravich Oleksandrovych
Alexandrovna Aliaksandrauna Oleksandrivna
Evgenyevich Yevgenievich Yauhenavich Yevhenovych
Evgenyevna Yevgenievna Yauhenauna
Grigorievich Grigoryevich Ryhoravich Hryhorovych
Grigorievna Grigoryevna Ryhorauna
Igorevich Iharavich Ihorovych
Vasilyevich Vasilievich Vasylovych
Vasilyevna Vasilievna Vasileuna
Vladimirovich Uladzimiravich Volodymyrovych
Vladimirovna Uladzimirauna Volodymyrivna
`;

const surnames = `
Volk Vouk Vovk Wolk
Tolstoy Tousty Tovsty Talsty
Zhuravl Zhurauel Zhuravel
`;

const places = `
Belarus Belorussia Byelorussia Bielarus Białoruś Weissrussland Weißrussland Biélorussie
Russia Rossiya Rasiya Rosja Russland Rosiya Rasieja
Ukraine Ukraina Ukrayina
Lithuania Litva Lietuva Litwa Litauen
Latvia Latvija Lettland
Poland Polska Polsha Polshcha Polen
Germany Germania Deutschland Niamiechchyna Nimechchyna Niemcy Allemagne
Estonia Estoniya Eesti Estland
Minsk Mensk Miensk
Grodno Hrodna Horadnia Haradnia
Brest Bieraście Bierascie Berastse Beraste Brześć Berestye Berestia Litovsk
Mogilev Mahilyow Mahiliou
Vitebsk Viciebsk Vitsebsk
Gomel Homiel Homel
Volkovysk Vaukavysk Vawkavysk
Zaslavl Zaslaue Zaslauye Zaslawye Iziaslaul
Glubokoye Glubokoe Hlybokaye Hlybokaje Glubokoje Hlybokae
Novogrudok Navahrudak Nowogródek Navahradak Novogorodok
Smorgon Smarhon Smorgonie
Rechitsa Rechytsa Rzeczyca
Pruzhany Pruzhana
Verkhnedvinsk Vierkhniadzvinsk Drysa
Dzerzhinsk Dziarzhynsk Koidanovo Koidanava
Kuropaty Kurapaty
Vilnius Vilna Vilnia Wilno Vilno Wilna
Kaunas Kovno Kowno Kouna Kauna
Klaipeda Memel
Daugavpils Dvinsk Dzvinsk Dyneburg Dunaburg
Tallinn Tallin Talin Reval
Riga Ryha
Warsaw Warszawa Varshava Warschau Varsovie
Białystok Bialystok Belostok Bielastok Belastok
Krakow Cracow Krakau Krakov Cracovie
Gdansk Danzig
Kyiv Kiev Kijów Kieu
Lviv Lvov Lwów Lemberg Lvou
Kharkiv Kharkov
Odesa Odessa Adesa
Chernobyl Chornobyl Charnobyl
Chernivtsi Chernovtsy Charnautsy Czernowitz
Mykolaiv Nikolaev
Dnipro Dnepr Dniapro
Dnipropetrovsk Dnepropetrovsk
Rivne Rovno Rowne Rouna
Zhitomir Zhytomyr Żytomierz Zytomierz
Zaporizhzhia Zaporozhye Zaparozhzha Saporischschja Zaporizhia Zaporozhia
Luhansk Lugansk
Donetsk Danetsk
Ternopil Ternopol Tarnopol
Kremenchuk Kremenchug
Moscow Moskva Maskva Moskau Moskwa Moscou
Petersburg Peterburg Pieciarburh Peciarburh
Prague Praha Praga
Vienna Wien Viena Vena
Geneva Zheneva Geneve Genf
Brussels Bryussel Brusel Bruxelles Brussel
Strasbourg Strasburg Strassburg
Washington Vashington Vashynhton
Paris Parizh Paryzh
Rome Roma
Copenhagen Kopengagen Kapenhahen
Jerusalem Ierusalim Yerusalem
`;

const groupsOf = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

/**
 * Names that no rule joins, for they are translated rather than spelt: one name a group, in any spelling whose key
 * differs from the others', the usual one first. A group stands for all spellings of its names that the rules join.
 */
export const aliasGroups: readonly (readonly string[])[] = [givenNames, patronymics, surnames, places].flatMap(
  groupsOf,
);
