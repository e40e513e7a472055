/** The names the issue speaks of, and their like: they are always developed on, never set aside. */
const namedInTheIssue = `
Tikhanovskaya Tsikhanouskaya Cichanoŭskaja Tichanowskaja Tikhanovskaïa Cichanouska Tihanovskaja Tsikhanouskaia | Тихановская Ціханоўская Тихановской Тихановскую Ціханоўскай Ціханоўскую Тихановська
Lukashenko Lukashenka Łukašenka Lukaschenko Loukachenko Łukaszenka Lukašenko | Лукашенко Лукашэнка Лукашэнкі Лукашэнку Лукашэнкам
Alexander Aleksandr Alyaksandr Aliaksandr Alaksandr Oleksandr Alexandre | Александр Аляксандр Олександр Александра Аляксандру
Babariko Babaryka Babarika | Бабарико Бабарыка Бабарыкі Бабарыку
Protasevich Pratasevich Pratasievič Protassewitsch Protassevitch Pratasiewicz Protasevič | Протасевич Пратасевіч Протасевича Протасевичу Пратасевічам
Nikolai Nikolay Mikalai Mikałaj Mykola Nicolas Nikolaj Mikalay | Николай Мікалай Микола Николая Мікалаю
Olga Volha Olha Wolha | Ольга Вольга Ольги Вольгу Ольгой
Yevgeny Evgeny Evgenii Yauhen Jaŭhien Yevhen Evgueni Jewgeni Eugene | Евгений Яўген Євген Евгения Яўгена
Sergei Sergey Siarhei Siarhiej Serhiy Serhii Sjarhej Serguei Sergej | Сергей Сяргей Сергій Сергея Сергею Сяргеем
Vladimir Uladzimir Uładzimir Volodymyr Wladimir Władimir | Владимир Уладзімір Володимир Владимира Уладзіміру
Pavel Pavieł Paval Pawel Pavlo | Павел Павал Павел Павло Павла
Katsiaryna Ekaterina Yekaterina Kaciaryna Jekaterina Catherine Kateryna Kacia | Екатерина Кацярына Катерина Екатерины Кацярыну
Statkevich Statkievič Statkewitsch Statkevitch Statkiewicz | Статкевич Статкевіч Статкевича Статкевичу
Vilnius Vilna Vilnia Wilna Wilno | Вильнюс Вільня Вильнюса Вильно Вільнюс
`;

const activistsAndPoliticians = `
Tikhanovsky Tsikhanouski Cichanoŭski Tichanowski Tikhanovski Tikhanovskiy | Тихановский Ціханоўскі Тихановского Тихановскому Ціханоўскага
Kolesnikova Kalesnikava Kaleśnikava Kolesnikowa Kalesnikawa | Колесникова Калеснікава Калесьнікава Колесниковой Калеснікавай
Tsepkalo Tsapkala Capkała Zepkalo Tsepkala Cepkało | Цепкало Цапкала Цапкалы
Bialiatski Belyatsky Bialacki Bjaljazki Beliatski Byalyatski Bialiacki Beljazki | Беляцкий Бяляцкі Беляцкого Бяляцкага Беляцкому
Latushko Latushka Łatuška Latuschko Latouchko Łatuszka | Латушко Латушка Латушкі Латушку
Severinets Seviarynets Sieviaryniec Sewerinez Sieviarynets | Северинец Севярынец Севярынца Северинца
Dashkevich Daškievič Daschkewitsch Dachkevitch Daszkiewicz Dashkievich | Дашкевич Дашкевіч Дашкевича Дашкевічу
Sannikov Sannikau Sannikaŭ Sannikow Sannikaw | Санников Саннікаў Санникова Саннікава
Neklyaev Niaklajeu Niaklajeŭ Nyaklyaeu Niakliaeu Nekljajew Neklyayev | Некляев Някляеў Некляева Някляева
Khalip Chalip Halip | Халип Халіп
Sapega Sapieha Sapeha Sapiega | Сапега Сапеги Сапегу
Losik Losik Łosik Lossik | Лосик Лосік Лосика
Stefanovich Stefanovič Stefanowitsch Stefanovitch Stefanowicz | Стефанович Стэфановіч Стефановича
Labkovich Łabkovič Labkowitsch Labkovitch Labkowicz | Лабкович Лабковіч Лабковича Лабковічу
Rabkova Rabkowa Ryabkova | Рабкова Рябкова Рабковой Рабкову
Vlasova Ulasava Ułasava Vlasava Wlassowa | Власова Уласава Власовой
Kovalkova Kavalkova Kavaĺkova Kowalkowa Kaval'kova | Ковалькова Кавалькова Ковальковой
Dylevsky Dyleuski Dyleŭski Dylewski Dylevskiy | Дылевский Дылеўскі Дылевского
Poznyak Pazniak Paźniak Pozniak Pasnjak | Позняк Пазняк Пазьняк Позняка
Shushkevich Šuškievič Schuschkewitsch Chouchkevitch Szuszkiewicz | Шушкевич Шушкевіч Шушкевича
Gonchar Hanchar Hančar Gontschar Gontchar Hanczar Honchar | Гончар Ганчар Гончара
Zakharenko Zakharanka Zacharanka Sacharenko Zacharenko | Захаренко Захаранка Захаранку
Zavadsky Zavadski Zavadzki Sawadski Zawadzki | Завадский Завадскі Завадзкі Завадского
Krasovsky Krasouski Krasoŭski Krassowski Krasowski | Красовский Красоўскі Красовского
Milinkevich Milinkievič Milinkewitsch Milinkiewicz Milinkevitch | Милинкевич Мілінкевіч Милинкевича
Kozulin Kazulin Kazulin Kosulin Kozouline | Козулин Казулін Козулина
Lebedko Liabedzka Lyabedzka Labiedźka Lebedjko | Лебедько Лябедзька Лябедзькі
Rymashevsky Rymasheuski Rymašeŭski Rymaschewski Rymaszewski | Рымашевский Рымашэўскі Рымашевского
Romanchuk Ramanchuk Ramančuk Romantschuk Romantchouk Romanczuk | Романчук Раманчук Романчука
Kostusev Kastusiou Kastusioŭ Kastusyou | Костусев Кастусёў Костусёв Костусева
Mikhalevich Michalevič Michalewitsch Mikhalevitch Michalewicz Mikhalievich | Михалевич Міхалевіч Михалевича
Dmitriev Dmitriyeu Dzmitryieu Dmitrijeŭ Dmitrijew Dmitriyev | Дмитриев Дзмітрыеў Дмитриева
Konopatskaya Kanapatskaya Kanapackaja Konopazkaja Kanopatskaya Kanapackaya | Конопацкая Канапацкая Конопацкой
Cherechen Čerečeń Tscheretschen Tcheretchen Czereczeń | Черечень Чэрачэнь Череченя
Gubarevich Hubarevich Hubarevič Gubarewitsch Goubarevitch | Губаревич Губарэвіч Губаревича
Vecherko Viachorka Viačorka Vyachorka Wjatschorka Wiaczorka | Вечёрко Вячорка Вечерко
Yanukevich Yanukievich Janukievič Janukewitsch Ianoukevitch Janukiewicz | Янукевич Янукевіч Янукевича
Kovalenko Kavalenka Kavalenka Kowalenko Kovalenka | Коваленко Каваленка Каваленкі
Karpenko Karpenka Karpienka | Карпенко Карпенка Карпенку
Karaev Karayeu Karaeu Karajeŭ Karajew Karayev | Караев Караеў Караева
Kubrakov Kubrakou Kubrakoŭ Kubrakow Koubrakov | Кубраков Кубракоў Кубракова
Kazakevich Kazakievič Kasakewitsch Kazakevitch Kazakiewicz | Казакевич Казакевіч Казакевича
Azarenok Azaronak Azaronak Azarionok | Азарёнок Азаронак Азаренок
Eismont Eismant Ejsmant Aismant | Эйсмонт Эйсмант
Kochanova Kachanava Kačanava Kotschanowa Kotchanova | Кочанова Качанава Кочановой
Yermoshina Yarmoshyna Jarmošyna Ermoshina Jermoschina Ermochina | Ермошина Ярмошына Ермошиной
Vakulchik Vakulchyk Vakuĺčyk Wakultschik Vakoultchik | Вакульчик Вакульчык Вакульчика
Tertel Tsertsel Cierciel Tertiel | Тертель Цертель Цярцель Тертеля
Volfovich Valfovich Vaĺfovič Wolfowitsch Volfovitch | Вольфович Вальфовіч Вольфовича
Khrenin Khrenin Chrenin Hrenin Khrénine | Хренин Хрэнін Хренина
Makei Makey Makiej Makej | Макей Макея Макею
Golovchenko Halouchanka Hałoŭčanka Holowtschenko Golovtchenko Golovchanko | Головченко Галоўчанка Галоўчанкі
Shved Šved Schwed Chved | Швед Шведа
Sheiman Sheyman Šejman Scheiman Cheiman | Шейман Шэйман Шеймана
Vitushko Vitushka Vituška Wituschko | Витушко Вітушка
Ivashkevich Ivaškievič Iwaschkewitsch Iwaszkiewicz Ivachkevitch | Ивашкевич Івашкевіч Ивашкевича
Lebedok Labiadok Liabiadok | Лебедок Лебядок
Kulinkovich Kulinkovič Kulinkowicz Kulinkowitsch | Кулинкович Кулінковіч Кулинковича
Andreychik Andrejčyk Andreichyk Andreitschik | Андрейчик Андрэйчык Андрейчика
Bogdanovich Bahdanovich Bahdanovič Bogdanowitsch Bogdanovitch Bohdanowicz | Богданович Багдановіч Богдановича
Korotkevich Karatkievič Karatkevich Korotkewitsch Korotkiewicz | Короткевич Караткевіч Короткевича
Bykov Bykau Bykaŭ Bykow Bykaw | Быков Быкаў Быкова
Alexievich Aleksievich Aleksiyevich Aleksijevič Alexijewitsch Alexievitch | Алексиевич Алексіевіч
Kupala Kupala Kupała Koupala | Купала Купалы Купалу
Orlovsky Arlouski Arłoŭski Orlowski Orlovskiy Arlousky | Орловский Арлоўскі Орловского
`;

const prisonersAndJournalists = `
Andreeva Andreyeva Andrejeva Andreyeva Andrejewa Andréïeva | Андреева Андрэева Андреевой
Chultsova Čulcova Tschulzowa Tchoultsova Chulcova | Чульцова Чульцовой
Zolotova Zolatava Załatava Solotowa | Золотова Золатава Залатава Золотовой
Ilyash Iljaš Iliash Iljasch Illiash | Ильяш Ільяш Ильяша
Borisevich Barysevich Barysievič Borissewitsch Borisevitch Borysewicz | Борисевич Барысевіч Борисевич
Gruzdilovich Hruzdzilovich Hruździłovič Grusdilowitsch Hruzdilovich | Груздилович Груздзіловіч Грузьдзіловіч
Daineko Daineka Dajnieka Dayneko | Дайнеко Дайнека
Kalinkina Kalinkina Kalinkina Kalinkina Kalynkina | Калинкина Калінкіна Калинкиной
Skochko Skachko Skačko Skotschko | Скочко Скачко
Ashurok Ashurak Ašurak Aschurok Achourak | Ашурок Ашурак Ашурка
Bondarenko Bandarenka Bandarenka Bondarenka | Бондаренко Бандарэнка Бандарэнкі
Taraikovsky Taraikouski Tarajkoŭski Taraikowski | Тарайковский Тарайкоўскі Тарайковского
Vikhor Vichor Wichor Vihor | Вихор Віхор Віхар
Emelyanov Yemialyanau Jemialjanaŭ Jemeljanow Yemelyanov Emelianov Yemelyanau | Емельянов Емяльянаў Емельянова
Zeltser Zelcer Selzer | Зельцер Зельцэр Зельцера
Klimovich Klimovič Klimowitsch Klimowicz Klimovitch | Климович Клімовіч Климовича
Olinevich Alinevich Alinievič Olinewitsch | Олиневич Аліневіч Олиневича
Rezanovich Razanovich Razanovič Resanowitsch | Резанович Рэзановіч Рэзановича
Dubovsky Dubouski Duboŭski Dubowski Doubovski | Дубовский Дубоўскі Дубовского
Shabalyuk Shabaliuk Šabaluk Schabaljuk Chabaliouk | Шабалюк Шабалюка
Gritskevich Hrytskevich Hryckievič Grizkewitsch | Грицкевич Грыцкевіч Грицкевича
Nosov Nosau Nosaŭ Nossow | Носов Носаў Носова
Popov Papou Papoŭ Popow Popoff | Попов Папоў Попова
Kabanov Kabanau Kabanaŭ Kabanow | Кабанов Кабанаў Кабанова
Ivashin Ivašyn Ivashyn Iwaschin Ivachine | Ивашин Івашын Ивашина
Vasilevich Vasilievič Wassilewitsch Vassilevitch Wasilewicz Vasilyevich | Василевич Васілевіч Василевича
Fomin Famin Famin Fomine | Фомин Фамін Фомина
Gaidukevich Haidukevich Hajdukievič Gajdukewitsch Gaïdoukevitch | Гайдукевич Гайдукевіч Гайдукевича
Zhemchuzhny Žamčužny Zhamchuzhny Schemtschuschny | Жемчужный Жамчужны Жемчужного
Pushkin Puškin Puschkin Pouchkine Puszkin | Пушкин Пушкін Пушкина
Sukhoi Sukhi Suchoj Suchoi | Сухой Сухі Сухого
Romanov Ramanau Ramanaŭ Romanow Romanoff | Романов Раманаў Романова
Kuleshov Kuliashou Kulašoŭ Kuleschow Koulechov Kulyashou | Кулешов Куляшоў Кулешова
Kazantsev Kazantsau Kazancaŭ Kasanzew Kazantsau | Казанцев Казанцаў Казанцева
Matskevich Mackievič Mazkewitsch Mackiewicz Matskievich Matskevitch | Мацкевич Мацкевіч Мацкевича
Feduta Fiaduta Fiaduta Fedouta Fyaduta | Федута Фядута Федуты
Zeltsov Zialtsou Ziaĺcoŭ | Зельцов Зяльцоў
Efremenko Yefremenka Jefremenka Jafremenka Yafremenka | Ефременко Яфрэменка
Zhuk Žuk Schuk Jouk Żuk | Жук Жука Жуку
Kuznetsov Kuzniatsou Kuzniacoŭ Kusnezow Kouznetsov Kuzniatsov | Кузнецов Кузняцоў Кузнецова
Shelest Šelest Schelest Chelest Szelest | Шелест Шэлест Шелеста
Vorobyov Varabyou Varabjoŭ Worobjow Vorobiev Vorobyev | Воробьёв Воробьев Вараб'ёў Воробьева
Lyubetskaya Liubetskaia Lubieckaja Ljubezkaja Lubiecka | Любецкая Любецкой Любецкую
Tolstoy Talstoi Tolstoi Tolstoj Tołstoj Tolstoï | Толстой Талстой Толстого
Shchetko Ščatko Shchatko Schtschetko | Щетко Шчэтка
Shcherbakov Shcharbakou Ščarbakoŭ Schtscherbakow Chtcherbakov Szczerbakow Scherbakov | Щербаков Шчарбакоў Щербакова
Zhigalko Zhyhalka Žyhałka Schigalko Jigalko | Жигалко Жыгалка
Ptitsyn Ptsitsyn Ptitsin Ptizyn | Птицын Птіцын Птицына
Drozdov Drazdou Drazdoŭ Drosdow | Дроздов Драздоў Дроздова
Zhdanovich Ždanovič Schdanowitsch Jdanovitch | Жданович Ждановіч Ждановича
Yurchenko Yurchanka Jurčanka Jurtschenko Iourtchenko | Юрченко Юрчанка Юрчанкі
Yushkevich Juškievič Juschkewitsch Iouchkevitch Juszkiewicz | Юшкевич Юшкевіч Юшкевича
Khomich Chomič Homich Chomitsch | Хомич Хоміч Хомича
Tarasevich Tarasievič Tarassewitsch Tarassevitch Tarasiewicz | Тарасевич Тарасевіч Тарасевича
Kolesnik Kalesnik Kaleśnik Kolesnyk | Колесник Калеснік Калесьнік Колесника
Stelmakh Stsielmakh Stelmach Steĺmach | Стельмах Стэльмах Стельмаха
Chichkov Čyčkaŭ Chychkau Tschitschkow | Чичков Чычкаў Чичкова
Dubrovsky Dubrouski Dubroŭski Dubrowski Doubrovski | Дубровский Дуброўскі Дубровского
`;

const judgesAndSurnames = `
Kozlov Kazlou Kazłoŭ Koslow Kozlow Kozloff | Козлов Казлоў Козлову
Novikov Novikau Novikaŭ Nowikow | Новиков Новікаў Новикова
Morozov Marozau Marozaŭ Morosow | Морозов Марозаў Морозова
Zaitsev Zaitsau Zajcaŭ Saizew Zaytsev Zaitseu | Зайцев Зайцаў Зайцева
Petrov Piatrou Piatroŭ Petrow Petroff Pyatrou | Петров Пятроў Петрова
Sidorov Sidarau Sidaraŭ Sidorow Sydorov | Сидоров Сідараў Сидорова
Sokolov Sakalou Sakałoŭ Sokolow Sokoloff | Соколов Сакалоў Соколова
Stepanov Stsiapanau Ściapanaŭ Stepanow Stepanau | Степанов Сцяпанаў Сьцяпанаў Степанова
Fedorov Fiodarau Fiodaraŭ Fjodorow Fyodorov Fiodorov | Федоров Фёдараў Фёдоров Федорова
Zhukovsky Zhukouski Žukoŭski Schukowski Joukovski Żukowski | Жуковский Жукоўскі Жуковского
Savitsky Savitski Savicki Sawizki Sawicki | Савицкий Савіцкі Савицкого
Shevchuk Shauchuk Šaŭčuk Schewtschuk Chevtchouk Szewczuk | Шевчук Шаўчук Шевчука
Melnik Mielnik Mieĺnik Melnyk | Мельник Мельнік Мельника
Kravchuk Krauchuk Kraŭčuk Krawtschuk Kravtchouk Krawczuk | Кравчук Краўчук Кравчука
Gritsevich Hrytsevich Hrycevič Grizewitsch Hrycewicz | Грицевич Грыцэвіч Грицевича
Kuchinsky Kuchynski Kučynski Kutschinski Kuczyński | Кучинский Кучынскі Кучинского
Lisovsky Lisouski Lisoŭski Lissowski Lisowski | Лисовский Лісоўскі Лисовского
Grigoriev Hryhoryeu Hryhorjeŭ Grigorjew Grigoryev | Григорьев Грыгор'еў Григорьева
Yakovlev Yakaulieu Jakaŭleŭ Jakowlew Iakovlev | Яковлев Якаўлеў Яковлева
Bobrov Babrou Babroŭ Bobrow | Бобров Баброў Боброва
Ostapenko Astapenka Astapienka Ostapenka | Остапенко Астапенка Астапенку
Goncharenko Hancharenka Hančarenka Gontscharenko Gontcharenko Honcharenko | Гончаренко Ганчарэнка
Shevchenko Shauchenka Šaŭčenka Schewtschenko Chevtchenko Szewczenko | Шевченко Шаўчэнка Шаўчэнку
Savchenko Sauchanka Saŭčanka Sawtschenko Sawczenko | Савченко Саўчанка Саўчанкі
Kravets Kravets Kraviec Krawez Krawiec | Кравец Кравец Краўца Кравца
Chernyavsky Charniauski Čarniaŭski Tschernjawski Tcherniavski Czerniawski | Чернявский Чарняўскі Чернявского
Zhuravlyov Zhurauliou Žuraŭloŭ Schurawljow Zhuravlev Jouravlev | Журавлёв Журавлев Жураўлёў Журавлева
Makarevich Makarevič Makarewitsch Makarevitch Makarewicz | Макаревич Макарэвіч Макаревича
Yurevich Yurevich Jurevič Jurewitsch Iourevitch Jurewicz | Юревич Юрэвіч Юревича
Semenov Siamionau Siamionaŭ Semjonow Semyonov Semionov | Семенов Сямёнаў Семёнов Семенова
Solovyov Salauyou Sałaŭjoŭ Solowjow Soloviev Solovyev Salauiou | Соловьёв Салаўёў Соловьев Соловьева
Titov Tsitou Citoŭ Titow | Титов Цітоў Титова
Denisov Dzianisau Dzianisaŭ Denissow Denisau | Денисов Дзянісаў Денисова
Belov Bialou Biełoŭ Below Belou | Белов Бялоў Белоў Белова
Tretyak Tratsiak Traciak Tretjak Tretiak | Третьяк Трацяк Третьяка
Streltsov Straltsou Stralcoŭ Strelzow | Стрельцов Стральцоў Стрельцова
Chernov Charnou Čarnoŭ Tschernow Tchernov | Чернов Чарноў Чернова
Polyakov Paliakou Palakoŭ Poljakow Poliakov Poliakoff | Поляков Палякоў Полякова
Gerasimenko Herasimenka Hierasimienka Gerassimenko | Герасименко Герасіменка
Dedok Dziadok Dzyadok Djedok | Дедок Дзядок Дедка
Terekh Tserakh Cierach Terech | Терех Церах
Tereshko Tsiareshka Ciareška Tereschko | Терешко Цярэшка
Ryzhenkov Ryzhankou Ryžankoŭ Ryschenkow | Рыженков Рыжанкоў Рыженкова
Zhelezny Zhalezny Žalezny | Железный Жалезны Железного
Voronov Voranau Voranaŭ Woronow Varonau | Воронов Воранаў Воронова
Volkov Volkau Vołkaŭ Wolkow Volkoff | Волков Волкаў Волкова
Osipov Asipau Asipaŭ Ossipow Osipau | Осипов Осіпаў Осипова
Ustinov Vustsinau Vuścinaŭ Ustinow Oustinov | Устинов Усцінаў Вусцінаў Устинова
Kudryashov Kudrashou Kudrašoŭ Kudrjaschow | Кудряшов Кудрашоў Кудряшова
Kiselev Kisialiou Kisialoŭ Kisseljow Kiselyov Kisialyou | Киселев Кісялёў Киселёв Киселева
Tkachev Tkachou Tkačoŭ Tkatschow Tkachyov Tkatchev | Ткачев Ткачоў Ткачёв Ткачева
Bogomolov Bahamolau Bahamołaŭ Bogomolow | Богомолов Багамолаў Богомолова
Nikitin Mikitsin Mikicin Nikitine | Никитин Мікіцін Никитина
Nikolaev Mikalayeu Mikałajeŭ Nikolajew Nikolayev Mikalaeu | Николаев Мікалаеў Николаева
Vladimirov Uladzimirau Uładzimiraŭ Wladimirow | Владимиров Уладзіміраў
Khatskevich Chackievič Hatskevich Chazkewitsch | Хацкевич Хацкевіч Хацкевича
Gulyaev Hulyaeu Hulajeŭ Guljajew Goulaïev | Гуляев Гуляеў Гуляева
Dudnikov Dudnikau Dudnikaŭ Dudnikow | Дудников Дуднікаў Дудникова
Kryzhanovsky Kryzhanouski Kryžanoŭski Kryschanowski Krzyżanowski | Крыжановский Крыжаноўскі
Sharapov Sharapau Šarapaŭ Scharapow Charapov | Шарапов Шарапаў Шарапова
Kalashnikov Kalashnikau Kałašnikaŭ Kalaschnikow | Калашников Калашнікаў Калашникова
Tsvetkov Tsviatkou Ćviatkoŭ Zwetkow Cvetkov | Цветков Цвяткоў Цветкова
Tsybulko Tsybulka Cybulka Zybulko | Цыбулько Цыбулька
Shchukin Ščukin Schtschukin Chtchoukine Shchukin | Щукин Шчукін Щукина
Zhirnov Zhyrnou Žyrnoŭ | Жирнов Жырноў
Gorbachevsky Harbacheuski Harbačeŭski Gorbatschewski | Горбачевский Гарбачэўскі Горбачевского
Lagutin Lahutsin Łahucin Lagoutine | Лагутин Лагуцін Лагутина
Ignatenko Ihnatsenka Ihnacienka | Игнатенко Ігнаценка
Prokopenko Prakapenka Prakapienka Prokopenka | Прокопенко Пракапенка
Kozel Kaziel Koziel | Козел Казёл Козла Казла
Yaroshenko Yaroshanka Jarošanka Jaroschenko Iarochenko | Ярошенко Ярошанка
Demidovich Dzemidovich Dziemidovič Demidowitsch Demidowicz | Демидович Дземідовіч Демидовича
Lyashenko Liashenka Lašenka Ljaschenko Liachenko | Ляшенко Ляшэнка
Vdovin Udovin Wdowin Udavin | Вдовин Удовін Вдовина
Petrashkevich Piatrashkevich Piatraškievič Petraschkewitsch | Петрашкевич Пятрашкевіч
`;

const ukrainiansAndRussians = `
Putin Putsin Pucin Poutine | Путин Пуцін Путіна Путину
Zelensky Zelenskyy Zelenskyi Zelenskiy Selenskyj Zialenski Zelenski | Зеленский Зеленський Зяленскі Зеленского
Navalny Navalnyj Nawalny Navalnyi Navaĺny | Навальный Навальны Навального Навальному
Gorbachev Gorbachyov Harbachou Harbačoŭ Gorbatschow Gorbatchev | Горбачёв Горбачев Гарбачоў Горбачева
Khrushchev Khrushchou Chruščoŭ Chruschtschow Khrouchtchev Chruszczow | Хрущёв Хрущев Хрушчоў Хрущева
Yeltsin Yeltsyn Jelcyn Jelzin Eltsine Eltsin | Ельцин Ельцын Єльцин Ельцина
Nemtsov Nemtsou Niamcoŭ Nemzow | Немцов Нямцоў Немцова
Politkovskaya Palitkouskaya Palitkoŭskaja Politkowskaja Politkovskaïa Politkovskaia | Политковская Паліткоўская Политковской
Poroshenko Parashenka Parašenka Poroschenko Porochenko Poroszenko | Порошенко Парашэнка
Yanukovych Yanukovich Janukovič Janukowitsch Ianoukovitch Janukowycz | Янукович Януковіч Януковича
Tymoshenko Timoshenko Tsimashenka Cimašenka Timoschenko Timochenko | Тимошенко Цімашэнка
Kadyrov Kadyrau Kadyraŭ Kadyrow | Кадыров Кадыраў Кадырова
Lavrov Laurou Łaŭroŭ Lawrow | Лавров Лаўроў Лаврова
Peskov Piaskou Piaskoŭ Peskow Peskoff | Песков Пяскоў Пескова
Gerasimov Herasimau Hierasimaŭ Gerassimow Guerassimov | Герасимов Герасімаў Герасимова
Prigozhin Pryhozhyn Pryhožyn Prigoschin Prigojine Prigożyn | Пригожин Прыгожын Пригожина
Yashin Yashyn Jašyn Jaschin Iachine | Яшин Яшын Яшина
Budanov Budanau Budanaŭ Budanow Boudanov | Буданов Буданаў Буданова
Zaluzhny Zaluzhnyi Załužny Saluschnyj Zaloujny | Залужный Залужний Залужного
Klitschko Klychko Klichko Kličko Kliczko | Кличко Клічко
Stefanchuk Stefančuk Stefantschuk Stefantchouk Stefanczuk | Стефанчук Стефанчука
Akhmetov Akhmetau Achmetaŭ Achmetow Ahmetov | Ахметов Ахметаў Ахметова
Medvedev Miadzviedzieu Miadźviedzieŭ Medwedew Medvedeff | Медведев Мядзведзеў Медведева
Khodorkovsky Khadarkouski Chadarkoŭski Chodorkowski Khodorkovskiy | Ходорковский Хадаркоўскі Ходорковского
Dzhemilev Džamileŭ Dschemiljew Djemilev | Джемилев Джамілеў Джемілєв
Chubarov Chubarau Čubaraŭ Tschubarow Tchoubarov | Чубаров Чубараў Чубарова
Melnychenko Melnichenko Mielničenka Melnytschenko | Мельниченко Мельничэнка
Kravchenko Krauchanka Kraŭčanka Krawtschenko Kravtchenko Krawczenko | Кравченко Краўчанка Краўчанкі
`;

const givenNames = `
Dmitry Dmitri Dzmitry Dzmitryj Dmytro Dimitri Dmitrij Dmitriy | Дмитрий Дзмітрый Дмитро Дмитрия
Andrei Andrey Andrej Andriy Andrii | Андрей Андрэй Андрій Андрея
Alexei Aleksei Aliaksei Alaksiej Oleksii Alexey Alyaksei | Алексей Аляксей Олексій Алексея
Mikhail Michail Mikhas Michaił Michael Mykhailo Mikhaïl Mihail | Михаил Міхаіл Михайло Михаила
Yury Yuri Jury Juri Yurii Iouri Jurij Yuriy | Юрий Юрый Юрій Юрия
Gennady Henadz Hienadź Gennadi Guennadi Hennadiy | Геннадий Генадзь Геннадій Геннадия
Vitaly Vital Vitali Vitalij Vitaliy Witali | Виталий Віталь Віталій Виталия
Anatoly Anatol Anatoli Anatolij Anatoliy | Анатолий Анатоль Анатолій Анатолия
Vasily Vasil Vasyl Wassili Vassili Vasiĺ | Василий Васіль Василь Василия
Igor Ihar Ihor | Игорь Ігар Ігор Игоря
Oleg Aleh Oleh Ołeh | Олег Алег Олега
Viktor Victor Wiktar Viktar Wiktor | Виктор Віктар Віктор Виктора
Konstantin Kanstantsin Kanstancin Kastus Constantin Kostiantyn | Константин Канстанцін Костянтин Константина
Valentin Valiantsin Valancin Walentin Valentyn | Валентин Валянцін Валентина
Maxim Maksim Maksym Maxime | Максим Максім Максима
Roman Raman | Роман Раман Романа
Artem Artyom Artsiom Arciom Artiom Artjom | Артем Артём Арцём Артема
Timofei Tsimafei Cimafiej Timofey Tymofiy | Тимофей Цімафей Тимофея
Denis Dzianis Denys Dzianis | Денис Дзяніс Дениса
Stepan Stsiapan Ściapan Stefan | Степан Сцяпан Степана
Yegor Egor Yahor Jahor Jegor | Егор Ягор Егора
Leonid Leanid | Леонид Леанід Леоніда
Matvei Matsvei Maćviej Matvey Matwei | Матвей Мацвей Матвея
Stanislav Stanislau Stanisłaŭ Stanisław Stanislaw | Станислав Станіслаў Станислава
Vladislav Uladzislau Uładzisłaŭ Władysław Wladislaw Vladyslav | Владислав Уладзіслаў Владислава
Vyacheslav Viachaslau Viačasłaŭ Wjatscheslaw Viacheslav Viatcheslav | Вячеслав Вячаслаў Вячеслава
Yaroslav Yaraslau Jarasłaŭ Jaroslaw Jarosław | Ярослав Яраслаў Ярослава
Ruslan Rusłan Rouslan | Руслан Руслана
Zenon Zianon Zyanon | Зенон Зянон Зенона
Nikita Mikita Mikita | Никита Мікіта Никиты
Ilya Illia Ilja Ilia | Илья Ілля Ільля Ильи
Pyotr Piotr Petr Piatro Petro Peter Pjotr | Пётр Петр Пятро Петро Петра
Grigory Ryhor Hryhory Grigori Hryhoriy Gregory | Григорий Рыгор Григорій Григория
Fyodor Fiodar Fedor Fiodor Fedir | Фёдор Фёдар Федор Федора
Iosif Joseph Yosif Jazep Iosef | Иосиф Іосіф Язэп Иосифа
Ivan Iwan Iván | Иван Іван Ивана Ивану
Ales Aleś Oles | Алесь Олесь Алеся
Tatyana Tatsiana Taciana Tatiana Tetiana Tatjana | Татьяна Таццяна Тетяна Татьяны
Elena Alena Yelena Olena Helena Jelena Ałena | Елена Алена Олена Елены
Svetlana Sviatlana Śviatłana Swetlana Svitlana | Светлана Святлана Сьвятлана Світлана Светланы
Maria Maryia Mariya Maryja Marija | Мария Марыя Марія Марии
Natalya Natallia Natalia Natalla Nataliya Natalja | Наталья Наталля Наталія Наталии Натальи
Yulia Yuliya Julija Julia Iulia Juliya | Юлия Юлія Юлии
Irina Iryna Irena Irène | Ирина Ірына Ирины
Marina Maryna | Марина Марына Марины
Ksenia Kseniya Xenia Ksienija Kseniia | Ксения Ксенія Ксении
Hanna Anna Ganna | Анна Ганна Анны
Viktoria Viktoryia Victoria Viktoryja Viktoriya | Виктория Вікторыя Вікторія Виктории
Daria Darya Daryia Darja | Дарья Дар'я Дарыя Дарьи
Anastasia Nastassia Anastasiya Nastaśsia Anastasija Nasta | Анастасия Настасся Анастасія Анастасии
Lyudmila Liudmila Ludmiła Ljudmila Ludmila Lioudmila | Людмила Людміла Людмилы
Lyubov Liubou Luboŭ Ljubow Lioubov | Любовь Любоў Любови
Nadezhda Nadzeya Nadzieja Nadeschda Nadejda Nadiya | Надежда Надзея Надія Надежды
Larisa Larysa Larissa | Лариса Ларыса Ларисы
Galina Halina Halyna | Галина Галіна Галины
Polina Palina Paulina | Полина Паліна Полины
Oksana Aksana Oxana | Оксана Аксана Оксаны
Vera Viera Wera Vira | Вера Вера Віра Веры
Evgenia Yauheniya Jaŭhienija Yevgenia Jewgenija Evguenia | Евгения Яўгенія Євгенія Евгении
Alexandra Aliaksandra Alaksandra Aleksandra Oleksandra | Александра Аляксандра Олександра Александры
`;

const places = `
Minsk Mensk Miensk Mińsk | Минск Мінск Менск Минска Мінску Минске
Grodno Hrodna Horadnia Hrodno | Гродно Гродна Горадня Гродне
Mogilev Mahilyow Mahilioŭ Mogilyov Mahiliou Mahilyou | Могилев Могилёв Магілёў Могилёве Магілёва
Brest Bierascie Brześć Berastse Bieraście | Брест Брэст Берасце Бресте
Vitebsk Viciebsk Vitsebsk Witebsk Viciebsk | Витебск Віцебск Витебска Віцебску
Gomel Homel Homiel Homieĺ | Гомель Гомеля Гомелі
Baranovichi Baranavichy Baranavičy Baranowitschi Baranowicze Baranovitchi | Барановичи Баранавічы Барановичах Баранавічах
Bobruisk Babruysk Babrujsk Babruisk Bobrujsk Bobrouïsk | Бобруйск Бабруйск Бобруйска
Borisov Barysau Barysaŭ Borissow Barysaw | Борисов Барысаў Борисове
Pinsk Pińsk | Пинск Пінск Пинска
Orsha Vorsha Orša Vorša Orscha Orcha Orsza | Орша Ворша Оршы Оршу
Mozyr Mazyr Masyr | Мозырь Мазыр Мозыря
Soligorsk Salihorsk Salihorsk Soligorsk Salihorsk | Солигорск Салігорск Солигорска
Novopolotsk Navapolatsk Navapołack Nowopolozk | Новополоцк Наваполацк Новополоцка
Polotsk Polatsk Połack Polozk Połock Polack | Полоцк Полацк Полоцка
Molodechno Maladzyechna Maladziečna Maladzechna Molodetschno | Молодечно Маладзечна Маладзечне
Slutsk Słuck Sluzk Sloutsk | Слуцк Слуцка
Zhlobin Žłobin Schlobin Jlobine Żłobin | Жлобин Жлобін Жлобина
Svetlogorsk Svietlahorsk Svetlahorsk Śvietłahorsk Swetlogorsk | Светлогорск Светлагорск Сьветлагорск
Rechitsa Rechytsa Rečyca Retschiza Rzeczyca Retchitsa | Речица Рэчыца Речицы
Zhodino Zhodzina Žodzina Schodino Jodino | Жодино Жодзіна Жодине
Kobrin Kobryn Kobryń | Кобрин Кобрын Кобрина
Volkovysk Vawkavysk Vaŭkavysk Vaukavysk Wołkowysk Wolkowysk | Волковыск Ваўкавыск Волковыска
Kalinkovichi Kalinkavichy Kalinkavičy Kalinkowitschi | Калинковичи Калінкавічы Калинковичах
Smorgon Smarhon Smarhoń Smorgonie | Сморгонь Смаргонь Сморгони
Osipovichi Asipovichy Asipovičy Ossipowitschi | Осиповичи Асіповічы Осиповичах
Rogachev Rahachow Rahačoŭ Rogachyov Rahachou Rogatschow | Рогачев Рагачоў Рогачёв Рогачева
Novogrudok Navahrudak Navahrudak Nowogrudok Nowogródek Navagrudak | Новогрудок Навагрудак
Ivatsevichi Ivatsevichy Ivacevičy Iwazewitschi Iwacewicze | Ивацевичи Івацэвічы Ивацевичах
Luninets Luniniets Łuniniec Luninez Luninyets | Лунинец Лунінец Лунинца
Oshmyany Ashmyany Ašmiany Oschmjany Oszmiana Ashmiany | Ошмяны Ашмяны Ошмянах
Ostrovets Astravyets Astraviec Ostrowez Astravets Ostrowiec | Островец Астравец Островца
Zaslavl Zaslawye Zasłaŭje Saslawl Zaslauye | Заславль Заслаўе Заславля
Nesvizh Nyasvizh Niasviž Neswisch Nieśwież Niasvizh | Несвиж Нясвіж Несвижа
Dzerzhinsk Dzyarzhynsk Dziaržynsk Dserschinsk Dzierżyńsk Dziarzhynsk | Дзержинск Дзяржынск Дзержинска
Shklov Shklow Škłoŭ Schklow Chklov Shklou | Шклов Шклоў Шклова
Bykhov Bykhaw Bychaŭ Bychow Bykhau | Быхов Быхаў Быхова
Krichev Krychaw Kryčaŭ Kritschew Krychau | Кричев Крычаў Кричева
Glubokoye Hlybokaye Hłybokaje Glubokoe Hlybokaje Glubokoje | Глубокое Глыбокае Глубокого
Postavy Pastavy Pastavy Postawy | Поставы Паставы Поставах
Cherven Chervyen Červień Tscherwen Czerwień | Червень Чэрвень Червеня
Kopyl Kapyl Kapyĺ | Копыль Капыль Копыля
Kuropaty Kurapaty Kuropaty Kourapaty | Куропаты Курапаты Куропатах
Okrestina Akrestsina Akreścina Okrestino Akrescina | Окрестина Акрэсціна Окрестино
Volodarka Valadarka Vaładarka | Володарка Валадарка Володарке Валадарцы
Navinki Novinki Navinki Nowinki | Новинки Навінкі Новинках
Warsaw Varšava Varshava Warszawa Warschau | Варшава Варшавы Варшаве
Kyiv Kiev Kijeŭ Kyjiw Kiew Kijów | Киев Київ Кіеў Киева Києва
Moscow Moskva Maskva Moskau Moskwa Moscou | Москва Масква Москвы Москве
Lviv Lvov Lwów Lwiw Lvoŭ | Львов Львів Львоў Львова
Kharkiv Kharkov Charkiw Charkoŭ Charkow Harkiv | Харьков Харків Харкаў Харькова
Chernihiv Chernigov Tschernihiw Čarnihaŭ Czernihów | Чернигов Чернігів Чарнігаў Чернигова
Odesa Odessa Adesa | Одесса Одеса Адэса Одессы
Mariupol Maryupal Maryjupal Marioupol | Мариуполь Маріуполь Марыупаль Мариуполя
Kherson Chersoń Cherson | Херсон Херсона
Chernobyl Chornobyl Charnobyl Čarnobyl Tschernobyl Tchernobyl Czarnobyl | Чернобыль Чарнобыль Чорнобиль Чернобыля
Mykolaiv Nikolayev Mykolajiw Mikałajeŭ Mikolaiv | Николаев Миколаїв Мікалаеў
Zaporizhzhia Zaporozhye Saporischschja Zaparožža | Запорожье Запоріжжя Запарожжа
Smolensk Smalensk Smalensk Smoleńsk | Смоленск Смаленск Смоленска
Bialystok Belastok Białystok Bielastok Belostok | Белосток Беласток Белостока
Bucha Butscha Boutcha Buča Bucza | Буча Бучы
Voronezh Varonezh Woronesch Voronej Varonież | Воронеж Варонеж Воронежа
Zhitomir Zhytomyr Žytomir Schytomyr Jitomir Żytomierz | Житомир Жытомір Житомира
Vologda Volahda Wologda Valahda | Вологда Волагда Вологды
Slonim Słonim | Слоним Слонім Слонима
Cherikov Cherykaw Čerykaŭ Tscherikow Cherykau | Чериков Чэрыкаў Черикова
Beryozovka Biarozauka Biarozaŭka Berezovka | Берёзовка Бярозаўка Березовка
Petrikov Pyetrykaw Piatrykaŭ Petrykau Pietrykaŭ | Петриков Петрыкаў Пятрыкаў
Chausy Čavusy Tschaussy Chavusy | Чаусы Чавусы
Dobrush Dobruš Dobrusch Dobrouch | Добруш Добруша
`;

const list = [
  namedInTheIssue,
  activistsAndPoliticians,
  prisonersAndJournalists,
  judgesAndSurnames,
  ukrainiansAndRussians,
  givenNames,
  places,
];

/** One name: how it is spelt in Latin and in Cyrillic letters, the Cyrillic ones also in other cases. */
export interface VariantName {
  readonly latin: readonly string[];
  readonly cyrillic: readonly string[];
  /** Set aside before any rule was written, and looked at only as a total; the others are developed on. */
  readonly isSetAside: boolean;
}

/** FNV-1a, 32 bits: says, for good and without anyone's choice, to which half a name belongs. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

const spellingsOf = (part: string | undefined): string[] => [...new Set(part?.trim().split(/\s+/u))].filter(Boolean);

const isOdd = (number: number): boolean => ((number >>> 7) & 1) === 1;

/** All names of the list; those of the issue are never set aside, of the others about half. */
export const variantNames: readonly VariantName[] = list.flatMap((names, at) =>
  names
    .trim()
    .split('\n')
    .map((line) => {
      const [latin, cyrillic] = line.split('|').map(spellingsOf);
      return { latin: latin ?? [], cyrillic: cyrillic ?? [], isSetAside: at > 0 && isOdd(hashOf(latin?.[0] ?? '')) };
    }),
);
