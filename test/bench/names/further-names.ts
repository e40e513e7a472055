/** Real surnames, given names and places in one spelling each, to be told apart; near misses of others on purpose. */
export const furtherNames: readonly string[] = `
Kovalev Kovalchuk Kovalsky Koval Kovac Karpov Karpenkov Karpovich Karpuk Ivanov Ivanenko Ivanchuk Ivanovich Ivanitsky
Petrenko Petrovich Petruk Petrovsky Sidorenko Sidorovich Sidorchuk Kozlovsky Kozlenko Kozlovich Kozak Kazakov Kazachenko
Romanenko Romanovsky Romanovich Romanyuk Morozko Moroz Marchenko Markov Markevich Markovich Martynov Martynenko Martinovich
Makarov Makarenko Makarchuk Maksimov Maksimovich Maksimenko Vasiliev Vasilenko Vasilevsky Vasilchenko Vasyuk Vasin
Andreenko Andreychuk Andronov Antonov Antonenko Antonovich Antipov Artemenko Astashenko Afanasyev Akulich Adamovich Adamenko
Adamchuk Abramov Abramovich Abramenko Ageev Alferov Alekseev Alekseenko Aleksandrov Aleksandrovich Aleshin Alyokhin Ananich
Babich Babkin Babenko Balabanov Baranov Baranovsky Barkovsky Bartosh Basalyga Batura Bashkirov Begun Bezruk Belenky Belsky
Belyaev Belyakov Belousov Berezin Berezovsky Bespalov Blinov Blokhin Bobko Bobrovich Bogatyrev Bogdan Bokhan Boldin Boyko
Boyarsky Bondar Bondarchuk Borisenko Borisovets Borovik Borodin Bragin Brovko Budko Bukhovets Burak Burdenko Burov Bushuev
Butko Bychkov Bykovsky Vaganov Vankevich Vashkevich Veliky Verbitsky Vershinin Vetrov Vinnik Vinogradov Vishnevsky Vlasenko
Vlasov Voitenko Voitovich Volchek Volkonsky Volkovich Volodko Voloshin Volynets Vorobey Voronin Voronko Vysotsky Gavrilov
Gavrilenko Gavrilovich Gaiduk Galkin Galko Garbuz Gerasimovich Gerasimchuk Glebov Glinsky Glushko Glushakov Golovin Golovko
Golubev Golubovich Goncharov Gonchariuk Gorbach Gorbunov Gordeev Gordienko Goretsky Gorodetsky Gorsky Grachev Gribov Grib
Grigorenko Grigorovich Grinevich Grinko Gritsenko Grishin Grishchenko Gromov Gromyko Gruzdev Gubin Gurevich Gurin Gurko
Gusakov Gusev Davidovich Davydov Davydenko Danilov Danilenko Danilchik Danilovich Demchenko Demchuk Demidov Demin Demyanov
Denisenko Denisevich Derevyanko Dmitrenko Dmitruk Dobrovolsky Dolgov Dolgy Domash Doroshenko Doroshevich Dorofeev Drobysh
Drozd Drozdovich Dubinin Dubko Dubovik Dubrova Dudko Dudarev Dudchik Duleba Dyachenko Dyakov Dyatlov Evdokimov Evseev
Egorov Egorenko Eliseev Elagin Ermak Ermakov Ermolaev Ermolenko Ershov Efimov Efimenko Zhdanov Zhevnerovich Zhilin Zhilko
Zhitko Zhukov Zhukovets Zavyalov Zaitsevsky Zakharov Zakharevich Zakharchenko Zalessky Zanko Zaretsky Zaruba Zakrevsky
Zelenko Zelenkevich Zenkevich Zenkov Zimin Zinovenko Zinkevich Zinchenko Zolotarev Zotov Zubko Zubov Zubarev Zuev Zybin
Ignatov Ignatovich Ignashevich Ilyin Ilyushin Isaev Isakov Isachenko Kabak Kabush Kazmin Kazimirov Kalinin Kalinovsky
Kalinovich Kalita Kalugin Kamensky Kaminsky Kanash Kandyba Kaplan Karasev Karavaev Kardash Karimov Karlov Karlovich
Kartashov Kasatkin Kaspersky Kasyanov Kashin Kashuba Kirienko Kirillov Kirichenko Kislyak Kisel Klimenko Klimov Klimchuk
Klimuk Klyuev Klyuchnikov Knyazev Kobets Kobzar Kovalevich Kovtun Kozhevnikov Kozyrev Kozhukh Kolas Kolosov Kolos Kolpakov
Koltsov Komar Komarov Komarovsky Kondratenko Kondratyev Kondratyuk Konev Kononov Kononovich Konovalov Kopylov Kopytko
Korzun Kornienko Kornilov Korobov Korobko Korol Korolev Korolenko Korolevich Korolko Korotkov Korotky Korshun Korshunov
Kostenko Kostin Kostyuk Kostyukevich Kostyuchenko Kot Kotov Kotlyarov Kotlyar Kotsuba Kochetkov Kochergin Koshel Koshelev
Kravtsov Kravchenya Krivko Krivosheev Krivtsov Krot Krotov Kruglov Krupsky Krupko Krylov Krylovich Kudinov Kudin Kudryavtsev
Kudrin Kuzmin Kuzmenko Kuzmich Kuzmitsky Kuzko Kulakov Kulagin Kulevich Kulik Kulikov Kulikovsky Kulbitsky Kunitsky Kupreev
Kurbatov Kurilo Kurilovich Kurlovich Kuropatkin Kurochkin Kutuzov Kutsko Kukharenko Kukharev Kukharchuk Kushner Kushnir
Lavrentiev Lavrinovich Lavrenov Lagun Lazarev Lazarenko Lapitsky Lapko Laptev Lapshin Larin Larionov Lebedev Lebedinsky
Levin Levkov Levkovich Levchenko Levchuk Leonov Leonovich Leonchik Leonenko Leshchenko Lipnitsky Lipsky Litvin Litvinov
Litvinenko Litvinchuk Likhachev Lobanov Lobko Lobach Loginov Lozovsky Loiko Lomakin Lopatin Losev Lukyanov Lukyanenko Lukin
Lukashov Lukashevich Lukashuk Lukashik Lupach Lutskevich Lysenko Lysov Lyakhov Lyakhovich Mazur Mazurov Mazurenko Makovsky
Malakhov Malinin Malinovsky Malevich Malyshev Malyuk Malchenko Mamontov Mankevich Marchuk Maslov Maslovsky Masherov
Matusevich Matveev Matveenko Matyushenko Makhnach Medvedko Melnikov Melnichuk Melekh Merkulov Metelsky Mironov Mironchik
Mironenko Mironovich Misko Mitskevich Mikhailov Mikhailovsky Mikhadyuk Mikheev Moiseev Moiseenko Moiseenkov Mokhov
Molchanov Moskalev Moskalenko Moskvin Mukhin Muravyov Murashko Myasnikov Myasnikovich Nazarov Nazarenko Nazarchuk Narkevich
Nareiko Naumov Naumenko Naumchik Nedelko Nekrasov Nekrashevich Neverov Nesterenko Nesterov Nesterovich Nesteruk Nechaev
Nikonov Nikonchuk Nikiforov Nikolaenko Nikulin Novak Novitsky Novikevich Novosad Obukhov Obukhovich Ovsyannikov Ovchinnikov
Okunev Oleinik Oleshkevich Orekhov Orlov Orlenko Osipenko Osipovich Ostrovsky Pavlenko Pavlov Pavlovich Pavlovsky Pavlyuk
Pavlyuchenko Palchik Panasyuk Panasenko Panin Panko Pankov Pankratov Pantsevich Parfenov Pasechnik Pashkevich Pashkov
Pashkovsky Petkevich Petrukhin Petukhov Pechko Pilipenko Pilipchuk Pinchuk Pirogov Piskun Plotnikov Plotnitsky Pobol Pogorelov
Podolsky Polevoy Polonsky Polyansky Ponomarev Ponomarenko Popko Popkov Popovich Porubov Potapenko Potapov Pranevich Prokofiev
Prokopovich Prokopchuk Prokopyev Prokhorov Prokhorenko Pronin Protasov Protasenko Prudnikov Puzyrev Pukhov Pyzhik Radkevich
Radchenko Radchuk Raikov Rak Rakov Rakovsky Razumov Rakhmanko Rebrov Reznik Reznikov Revkov Rogov Rogovtsov Rodionov Rodin
Rozanov Rozin Romashko Rubanov Rubtsov Rudakov Rudenko Rudkovsky Rudko Rudnev Rusak Rusakov Rusetsky Ryabov Ryabtsev Ryabko
Savelyev Savenko Savin Savinov Savich Savko Savchuk Sadovsky Sadovnikov Salnikov Samoilov Samoilenko Samsonov Samusev Sapozhnikov
Sapunov Sasnovsky Safonov Sakharov Sakhnovich Svetlov Svirid Sviridov Sviridenko Svirsky Senko Senkevich Serbin Serebryakov
Sergeev Sergienko Sergeenko Serov Sivakov Sidorkin Silivonchik Simakov Simonov Simonenko Sinitsyn Sinkevich Sinyavsky Sirota
Skakun Skvortsov Skorina Skripnik Slavin Slepukhin Slesarev Sluchak Slyunkov Smirnov Smolyak Smolsky Snegirev Snopkov Sobko
Sobolev Sobolevsky Sokol Sokolovsky Soloviy Solodukho Solonevich Solonovich Sorokin Soroka Sotnikov Spiridonov Stankevich
Starikov Starovoitov Stasevich Stashkevich Stepanenko Stepanovich Stepanyuk Stolyarov Strelchenko Strigelsky Struk Subbotin
Suvorov Sukhorukov Sushko Sysoev Tabolich Tamkovich Taranov Taranenko Tarasenko Tarasov Tarasyuk Tatarinov Telegin Terentyev
Tereshchenko Tikhonov Tikhonovich Timofeev Timofeenko Timchenko Titenkov Titovets Tishkevich Tishchenko Tkachenko Tkachuk
Tozik Tolkachev Tolochko Tomashevsky Torop Tregubov Tretyakov Trofimov Trofimenko Trubnikov Trukhan Tumanov Turko Turov
Turovets Turchin Tyurin Ulanov Ulasevich Usov Ustimenko Ustinovich Utkin Ushakov Fadeev Fedin Fedko Fedorenko Fedorovich
Fedorchuk Fedosenko Fedotov Filimonov Filipenko Filippov Filippovich Filonov Firsov Fokin Fomenko Fomichev Fomchenko Frolov
Frolovich Kharitonov Kharlamov Kharchenko Khatkevich Khatsko Khvostov Khlebnikov Khmelnitsky Khodosevich Khodko Kholod
Khomenko Khomchenko Khoroshko Khramov Khurs Tsaryuk Tsedik Tsvirko Tsitovich Tsyganov Tsyganok Chaly Chapkin Chaplin
Chebotarev Chekhov Cherkasov Cherkashin Chernenko Chernetsky Chernysh Chernyshev Chernyak Chernyakov Chechet Chizh Chizhov
Chistyakov Chubai Chugunov Chuikov Chumakov Shabanov Shabelnik Shavel Shalimov Shamov Shamko Shapiro Shapoval Shapovalov
Sharko Sharonov Shatilo Shatsky Shvets Shvedov Shevtsov Shevelev Shevko Sheshko Shilov Shimko Shimkovich Shimanovich
Shimansky Shinkevich Shiryaev Shishkin Shishko Shkuratov Shmatov Shmidt Shokhin Shpak Shpakovsky Shtepa Shubin Shulga
Shumakov Shumilin Shumilov Shut Shutov Shutko Shcherba Shcherbatov Shcherbina Shchurko Shchelkunov Yudin Yudenko Yurkov
Yurkevich Yurkovich Yurchuk Yusupov Yukhnevich Yushchenko Yakimov Yakimovich Yakimenko Yakovenko Yakovchik Yakub Yakubov
Yakubovich Yakushev Yanovich Yanovsky Yanchenko Yanchuk Yarmolovich Yaroshevich Yaroshuk Yasinsky Yastrebov Yatsevich
Yatskevich Yatsenko Smith Johnson Blinken Biden Borrell Merkel Macron Guterres Marin Bachelet Ramirez Nowak Kowalski
Schmidt Kelly Murphy Fisher Carpenter Wagner Schroeder Duda Tusk Walesa Nauseda Landsbergis Grybauskaite Simonyte Kallas
Boris Gleb Danila Ignat Kirill Kuzma Lazar Makar Mark Nikifor Rostislav Savva Semyon Taras Timur Filipp Eduard
Emma Inna Karina Kira Larion Lidia Margarita Nelli Regina Rimma Sofia Tamara Ulyana Valeria Valery Zinaida Zoya
Berezino Braslav Verkhnedvinsk Vileika Volozhin Gantsevichi Gorodok Davidgorodok Dokshitsy Drogichin Dubrovno Elsk Zelva
Kamenets Kirovsk Kletsk Klimovichi Kossovo Kruglyanka Lepel Logoisk Lyuban Lyakhovichi Malorita Mikashevichi Miory Mosty
Mstislavl Narovlya Petrishki Pruzhany Radoshkovichi Rossony Svisloch Senno Skidel Slavgorod Stolbtsy Stolin Tolochin
Turau Uzda Fanipol Khoiniki Chashniki Chechersk Sharkovshchina Shchuchin Poltava Sumy Dnipro Donetsk Lugansk Simferopol
Sevastopol Ternopil Rivne Uzhhorod Cherkasy Vinnytsia Tver Tula Pskov Kursk Bryansk Kaluga Samara Saratov Rostov Perm
`
  .trim()
  .split(/\s+/u);
