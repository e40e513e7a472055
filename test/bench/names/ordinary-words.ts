/** English words that are on no list of the rules, most of them rarer; those of the bundled statements come beside them. */
export const englishWords: readonly string[] = `
abdomen abyss acorn admiral agile alley alloy almond amateur amber anchor antique apron arcade arena aroma arson artery ashes asylum
atlas attic axis bacon badge bakery bamboo barley barn baron basin batch beaver beetle bishopric blaze blossom bonfire booklet
boulder bracket bribe brigade brisk broom bruise brutal buckle buffalo bulk bureau burglar cabbage cactus calf candid cannon carnival
carrot casket catalog cavalry cedar cello cemetery chapel charcoal chariot chess chord chrome cider cigar cinema citadel clam clergy
cloak clover clumsy cobra cobweb cocoa cohort comet comma commune compass comrade condor convoy corridor cosmic courier covert crater
crayon creed cricket crimson crocus cruise crust cryptic cube cuisine curfew curl cushion cypher dagger dairy decoy delta demon denim
deputies detour diesel diploma discord dispatch ditch dome donor dorm dove dragon dummy dungeon easel echo eclipse elbow elegy elm
embargo ember emblem emperor enamel epic epoch errand espionage ethos evict exodus fable falcon farewell feast fern ferry feud fiasco
fiddle finch flask flicker flint flock foam fodder folklore forge fort fossil fraud fridge frigate fringe fudge fugitive furnace
gadget galaxy gallon gauge gazette genre geyser ginger glacier gladly glimpse glitter glossary gospel gossip govern gravel grease
grenade grill grove gully gutter gypsum hamlet harness harp hatch havoc hazel hedge helm hermit heron hinge hoax hobby hockey hound
hostel hull hurdle hymn iceberg icon idiom idol incense inferno insulin intern irony isle isotope jacket janitor jargon javelin jelly
jersey jigsaw jolly jostle jungle karma keel kernel keyboard kiosk kitten knack knot lagoon lament lantern lapse larva lasso latch
lattice laurel lava lavish leash ledger legion lentil leopard lethal lever lilac linen lizard llama locket locust lotus lumber lunar
lurk lynx magma magnet mallet mammal mango manor mantle maple marble marsh mascot mayhem medley melody mentor mesh midst mince mingle
mirage moat mocha mockery molar monk morale morgue mosaic moss motel mould mural musket mustard mutiny myth nasal nausea nectar nickel
nomad noodle nostril notch nozzle nudge nugget nylon oasis oats octave olive omen onset opal opaque oracle orchid osprey otter outcry
outrage oval oyster paddle pagan pamphlet panda panther paprika parcel parish parody parrot pastry patch patriot pavement pawn peach
pearl pedal pelican penguin perch peril petal petrol phantom piano picket pigeon pilgrim pillar pinch pirate pistol piston pixel plague
plasma plateau plaza pledge plumber plunder polar polka ponder porcelain portal postal poultry prairie prank prawn preach prism probe
prom prophet prose prune puddle pulp pulse puma puppet purge pyramid python quarrel quarry quartz quench quilt quiver quota rabbi
rabbit racket raft ramp ransom rapport rascal raven ravine razor realm rebuke recipe referee regal relic remorse rent repeal reptile
resin rhyme ribbon riddle rinse ripple rival roam robin rodent rogue rosary rotary rover rubble rubric rugby rustic saddle safari
saga salmon saloon salute samba sandal sapling sardine satin saucer savage scarf sceptic scissors scorn scout scroll sculptor seagull
seal senator serpent sesame severity shabby shaft shark shawl sheriff shiver shrapnel shriek shrine shrub siren skull slang slate
sleet sleeve slogan sluggish smuggle snail snare sober sofa solar solemn solo sonar sonata sonnet spark sparrow spatula spear spectrum
spice spider spine spiral splash sponge spruce squad squid stallion stanza stapler starch static stereo stern sticky stigma stool
stork strait strand stride stubborn stump sturdy suite sulfur summon surplus swamp swarm swan sweater syllable syrup tablet taboo
tactics talon tango tariff tarot tavern tempo tenant tender tenor tense terrace textile theft thesis thorn thrift thunder tiara tiger
timid toddler token tonic topaz torch tornado torrent totem toxic tractor tram trance trauma trek tremor trench triad trident trivia
trophy tropic trout tuition tulip tumble tuna tundra tunic turban turmoil turtle tutor twig tycoon typhoon umbrella unicorn uproar
urn utensil utopia vacant valve vanilla vapor varnish vault vector veil velvet vendor venom veranda vermin vest veto viable vicar
villa vine vinegar violet violin viper viral visa visor vodka volcano vortex vulture waffle wager wagon waist walnut walrus wardrobe
warrant wary wasp wax weasel wedge wharf whisk widget willow wince wizard wolf womb wreath wrestle wrist yacht yeast yogurt zeal zebra
zenith zigzag zinc zodiac zoology detainees arbitrarily crackdowns protesters beaten imprisoned sentences allegations perpetrators
impunity investigators prosecutors witnesses convicted deprivation dissidents extremism extremist fines guards humiliation inmates
interrogated journalists lawyers letters medics neighbours parcels pardons pensioners petitions placards policemen posters prisons
probation protests punished raids relatives released sentenced strikers students summoned surveillance teachers threatened torturers
trials truncheons unions victims volunteers wardens workers wounds
`
  .trim()
  .split(/\s+/u);

/** Russian and Belarusian words that are no names; a line holds the forms of one word, or one word in both languages. */
export const cyrillicWords: readonly (readonly string[])[] = `
свобода свабода свободы свабоды
правда праўда правды
право права правы
закон закона законы
суд суда
судья суддзя судьи
судить
человек чалавек человека чалавека
люди людзі людей людзей
тюрьма турма тюрьмы турмы
заключённый зняволены
пытки катаванні пытка
насилие гвалт насилия
полиция паліцыя
милиция міліцыя милиции
протест пратэст протесты пратэсты
выборы выбары
голос голоса
голод голад
город горад города горада
деревня вёска
страна краіна
сторона старана стороны
война вайна войны вайны
победа перамога
народ народа
родина радзіма
государство дзяржава
президент прэзідэнт президента
министр міністр министра
депутат дэпутат депутата
журналист журналіст журналиста
адвокат адвакат адвоката
свидетель сведка
обвинение абвінавачванне
приговор прысуд
арест арышт ареста
штраф штрафа
дело справа
работа праца работы
рабочий
завод завода
школа школы
учитель настаўнік
студент студэнт студента
больница бальніца
врач лекар
мать маці
отец бацька
брат брата
сестра сястра сестры
дочь дачка
сын сына
жена жонка жены
женщина жанчына
мужчина мужчына
ребёнок дзіця
дети дзеці
семья сям'я
дом дома
улица вуліца улицы
площадь плошча
дорога дарога дороги
машина машына машины
поезд цягнік
время час
неделя тыдзень
месяц месяца
вчера учора
сегодня сёння
завтра заўтра
утро раніца
вечер вечар
ночь ноч
зима зіма зимы
весна вясна весны
лето лета
осень восень
вода вада воды
хлеб хлеба
молоко малако
земля зямля земли
небо неба
река рака реки
озеро возера
лес леса
поле поля
трава травы
дерево дрэва
камень камень
огонь агонь
рука рукі руки
нога нагі ноги
глаза вочы
голова галава головы
сердце сэрца
кровь кроў
смерть смерць
жизнь жыццё
страх страха
помощь дапамога
письмо ліст письма
книга кніга книги
газета газеты
слово слова слоўы
язык мова
мысль думка
ответ адказ
вопрос пытанне
история гісторыя истории
будущее будучыня
старый стары старого
новый новы нового
большой вялікі
маленький маленькі
белый белы
красный чырвоны
чёрный чорны
хороший добры
сильный моцны
быстро хутка
только толькі
потом потым
теперь цяпер
который які
говорить гаварыць
делать рабіць
стоять стаяць
читать чытаць
писать пісаць
жить жыць
после пасля
между паміж
перед перад
против супраць
если калі
также таксама
более больш
менее менш
много многа
однако аднак
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/u));
