/** Frequent English words of four letters or more, in their plain forms; words that are names too (Mark, Grace) are left out. */
const words = `
abandon ability about above abroad absence absolute abuse academy accept access accident account accountability accuse
achieve acquire across action active activist actor actual address adequate adjust admit adopt adult advance advantage
adventure advice affair affect afford afraid after again against agency agenda agent agree ahead airport alarm album
alcohol alert alien alive allegation allege allow almost alone along already also alter always ambassador america
american among amount ancient anger angle animal ankle announce annual another answer anxiety anyone anything apart
apology appeal appear apple apply appoint approach approve april argue arise army around arrange arrest arrive arrow
article artist aside assault assert assess asset assign assist association assume assure athlete attach attack attempt
attend attitude attorney attract auction august australia author autumn avenue average avoid awake award aware awful
baby back badly balance ballot banana band banker banner bargain barrel barrier basic basket battle beach bean bear
beard beast beat beauty became because become bedroom been before began begin begun behave behind being belarus
belarusian belief belong below bench beneath benefit berry beside better between beyond bicycle billion birth bishop
bitter black blade blame blanket bleed bless blind block blood blow board boat body boil bold bomb bone bonus book
boost boot border bore born borrow both bother bottle bottom bought bounce bound bowl brain branch brand brave bread
break breath breed brick bride bridge brief bright bring britain british broad broken bronze brother brought brown
browser brush bubble bucket budget build bullet bunch burden burn burst bury bush business busy butter button buyer
cabin cabinet cable cake calculate calendar call calm came camera camp campaign canada cancel cancer candle candy
cannot canvas capable capital captain capture carbon card care career careful cargo carpet carriage carry cart carve
case cash castle casual catch cattle cause caution cave cease ceiling cell census center central centre century cereal
certain chain chair chairman chairperson chalk chamber chance change channel chaos chapter charge charity charm chart
chase cheap cheat check cheek cheer cheese chemical cherry chest chicken chief child chill chimney chin china chinese
chip choice choose chosen church circle circuit citizen city civic civil civilian claim class clause clay clean clear
clerk clever client cliff climate climb clinic clock close cloth cloud club clue coach coal coast coat code coffee
coin cold collar colleague collect college colony color column combat come comedy comfort command comment commission
commit committee common company compare compel compete complain concept concern concert conclude concrete conduct
confess confirm conflict connect consent consist console constant consume contact contain contempt content contest
context contract control convention convey convict cook cookie cool copper copy copyright coral core corn corner
corpse correct corrupt cost cottage cotton couch cough could council counsel count country couple courage course court
cousin cover crack crackdown craft crash crazy cream create credit creek crew crime crisis crisp critic crop cross
crowd crown crucial cruel crush culture curious current curtain curve custom cycle daily damage dance danger dare dark
daughter dawn deal dear death debate debt decade decay december decent decide deck declaration declare decline deep
deer defeat defend defender define degree delay delegation deliver demand democracy democratic denial dense deny
depart department depend deport depth deputy derive desert deserve design desire desk despair despite destroy detail
detain detainee detect detention develop device devil devote dialogue diamond diary differ dilemma dinner direct dirt
disaster discover disease dish dismiss display dispute distance district disturb dive divide divorce dock doctor does
doing dollar domain donate done door dose double doubt down download dozen draft drag drain drama draw drawn dream
dress drew drift drill drink drive driven drop drought drown drug drum duck dull during dust duty dwell each eager
early earn earth ease east easy economy edge editor educate effect effort eight eighteen eighth eighty either elbow
elder elect election electric element eleven elite else email embassy emerge emotion empire employ empty enable enact
enemy energy enforce engage engine england english enjoy enormous enough ensure enter entire entry envelope equal
equip error escape essay essence estate ethics europe european even evening event ever every everyone everything
evidence evil exact exam example exceed except excess exchange excite exclude excuse execute exercise exile exist exit
expand expect expel expense expert explain explode export expose express extend extent extra extreme fabric face
facebook fact factor factory fade fail faint fair faith fall fallen false fame family famous fantasy farm fashion fast
fatal fate father fault favor fear feature february federal feed feel fell fellow felt female fence festival fetch
fever fiber fiction field fierce fifteen fifth fifty fight figure file fill film filter final finance find fine finger
finish fire firm first fiscal fish five flag flame flash flat flavor flee fleet flesh flew flight float flood floor
flour flow flower fluid focus fold follow food fool foot force foreign forest forget forgive forgot form formal former
fortune forty forum forward foster found foundation four fourteen fourth frame france free freedom freeze french
frequent fresh friday friend fright from front frost froze frozen fruit fuel full fund funeral funny further future
gain gallery game garage garden gate gather gave gaze gender gene general gentle gentlemen genuine georgia german
germany gesture gets getting ghost giant gift girl give given gives glad glance glass global glory glove goal going
gold gone good govern grab grade grain grand grape graph grass grave gray great green greet grew grief grin grip
ground group grow grown growth guard guess guest guide guilt guitar habit hair half hall hammer hand handle hang
happen happy harassment harbor hard harm harsh harvest haste hate have having hazard head heal health heap hear heard
heart heat heaven heavy height held hell hello help hence herb here hero hers herself hidden hide high hill himself
hint hire history hold hole holiday hollow holy home homepage honest honey honor hope horizon horror horse hospital
host hostage hostile hotel hour house however huge human humble humor hundred hung hunger hunt hurry hurt husband idea
ideal identify idle ignore illegal image imagine impact imply import impose improve impunity inch include income
increase indeed index india indicate inform injure injury inmate inner innocent inquiry insect insert inside insist
inspect inspire instagram install instance instead institute insult insure intend intense interest interior internet
into invade invent invest invite involve iron island issue italy item itself ivory jail january japan jealous jewel
join joint joke journal journalist journey judge juice july june junior jury just justice keen keep kept kettle kick
kidnap kidney kill kind king kingdom kiss kitchen knee knew knife knock know known label labor lack ladder ladies lady
laid lain lake lamp land lane language large laser last late later latvia latvian laugh launch lawyer layer lazy lead
leaf league lean leap learn least leather leave lecture left legal legend lemon lend length lens lent less lesson
letter level liberty library license life lift light like limb limit line link lion liquid list listen lithuania
lithuanian little live liver load loan lobby local locate lock lodge logic lonely long look loop loose lord lose loss
lost loud love loyal luck lunch lung luxury lying machine madam made magic mail main major make makes male mall manage
manner manual many march margin market marriage mask mass master match mate material matter mature maximum maybe mayor
meal mean meant measure meat mechanism medal media medical medium meet melt member memory mental mention menu merchant
mercy mere merge merit mess message metal method mexico middle might migrant mild mile military milk mill million mind
mine minimum minister ministry minor minute miracle mirror miss missile mission missus mistake mister mobile mode
model modern modest moment monday money monitor monkey month mood moon moral more morning mortal most mother motion
motive motor mount mountain mouse mouth move movie much murder muscle museum music must mutual myself mystery naked
name narrow nation nations native nature naval near nearly neat neck need needle neglect neither nerve nest network
neutral never news newsletter next nice night nine nineteen ninety ninth noble nobody noise none noon norm normal
north nose note nothing notice notion novel november nowhere nuclear number nurse oath obey object oblige observe
observer obtain obvious occasion occupy occur ocean october offend offense offer office official often okay once onion
online only onto open opera operate opinion oppose opposition option oral orange orbit order ordinary organ
organisation organization origin other others otherwise ought ours ourselves outcome outside oven over owner oxygen
pace pack page paid pain paint pair palace pale palm panel panic paper parade pardon parent park parliament parlor
parole part partner party pass passion past pastor path patience patrol pattern pause pave peace peak peasant penalty
pencil pension people pepper perfect perform perhaps period permit persecution person phase phone photo phrase piano
pick picture piece pile pillow pilot pink pipe pitch place plain plan planet plant plastic plate play plea plead
please pledge plenty plot plunge pocket poem poet point poison poland police policy polish polite poll pool poor pope
popular port pose position possess post potato pound pour poverty powder power practice praise pray prefer prepare
presence preserve president press pretend pretty prevent price pride priest prime prince print prior prison prisoner
privacy private prize problem proceed process produce professor profit program project promise proof proper propose
protect protest proud prove provide public pull pump punch punish pupil purchase pure purple purpose pursue push
quality quarter queen quest quick quiet quit quite quote race radar radio rage raid rail rain raise rally ranch random
rang range rank rape rapid rare rate rather ratio reach react read ready real really reason rebel recall receive
recent record recover recruit reduce refer reform refugee refuse regard regime region regret regular reject relate
relax release relief rely remain remark remedy remind remote remove rent repair repeat replace reply report reports
representative repression republic request require rescue reserve reserved resign resist resolution resolve resort
respect respond rest restore result retain retire retreat return reveal revenge review revolt reward rhythm rice rich
ride rifle right rights ring riot rise risen risk ritual rival river road roast robe robot rock rode role roll roof
room root rope rotten rough round route routine royal rubber ruin rule rumor rural rush russia russian sack sacred
sacrifice safe said sail saint sake salad salary sale salt same sample sanction sanctions sand sang satisfy saturday
sauce save says scale scandal scare scatter scene scheme scholar school science scope score scream screen script
search season seat second secret secretary section sector secure seed seek seem seen seize select self sell senate
send senior sense sent sentence separate september sequence series serious servant serve session settle seven
seventeen seventh seventy several severe shade shadow shake shall shame shape share sharp shave shed sheep sheet shelf
shell shelter shift shine ship shirt shock shoe shook shoot shop shore short shot should shoulder shout show shower
shown shrink shut sick side siege sight sign signal silence silent silk silver similar simple since sing single sink
sister site sixteen sixth sixty size skill skin skip skirt slave sleep slept slice slide slight slip slope slow small
smart smell smile smoke smooth snake snap snow soap soccer social society soft soil sold soldier sole solid solidarity
solve some someone something sometimes song soon sorry sort soul sound soup source south space spain spare speak
special speech speed spell spend spent sphere spill spin spirit spite split spoil spoke spoken spokesperson sport spot
spray spread spring square squeeze stable staff stage stair stake stamp stand star stare start starve state statement
states station statue status stay steady steal steam steel steep stem step stick stiff still stir stock stolen stomach
stone stood stool stop store storm story stove straight strange straw stream street strength stress stretch strike
string strip strong struck student studio study stuff stupid style subject submit subscribe subtle suburb succeed such
sudden suffer sugar suggest suicide suit summer summit sunday super supper supply support suppose sure surface surge
surgeon surprise survey survive suspect sustain swallow swam swear sweat sweep sweet swept swim swing switch sword
swore symbol symptom system table tackle tactic tail take taken tale talent talk tall tank tape target task taste
taught teach team tear telegram tell tells temple tend tennis tension tent tenth term terrible terror test text than
thank thanks that their theirs them theme themselves then theory there therefore these they thick thief thin thing
think third thirst thirteen thirty this those though thought thousand thread threat three threw throat throne through
throughout throw thrown thumb thursday thus ticket tide tight till timber time tiny tired title toast tobacco today
together toilet told tomato tomorrow tone tongue tonight took tool tooth topic tore torn torture toss total touch
tough tour toward towards towel tower town trace track trade tradition traffic tragic trail train trait transfer trap
trash travel tray treasure treat treaty tree trend trial tribe tribunal trick trip troop trouble truck true truly
trunk trust truth tube tuesday tunnel turn twelve twenty twice twin twist twitter type ugly ukraine ukrainian ultimate
unable uncle under undergo understood uniform union unique unit unite university unless until upon upper upset urban
urge usual vacuum vague valid valley value vanish vast vehicle venture verb verdict verse version very vessel veteran
victim victory video view village violate violation violence virtue virus visible vision visit vital vivid vocal voice
volume vote voyage wage wait wake walk wall wander want wants warm warn wash waste watch water wave weak wealth weapon
wear weather weave website wedding wednesday week weep weigh weight welcome well went were west western what whatever
wheat wheel when whenever where whereas wherever whether which whichever while whip whisper white whoever whole whom
whose wide widow wife wild will wind window wine wing winner winter wire wisdom wise wish with withdraw within without
witness woke woman wonder wood wool word wore work world worn worry worse worship worth would wound wrap wreck write
written wrong wrote yard year yellow yesterday yield young your yours yourself youth youtube zero zone
`;

/** Frequent Russian, Belarusian and Ukrainian words of four letters or more that only join or place others. */
const cyrillicWords = `
если более менее также тоже только когда тогда потом после перед через между против около вокруг вместо кроме однако поэтому потому
чтобы зачем почему куда откуда здесь туда сюда везде всегда никогда иногда часто редко снова опять теперь сейчас сегодня вчера завтра
очень почти совсем может можно нужно нельзя надо должен должна должны было были была будет будут быть есть этот этого этому этим этой
этих этими эти тот того тому этом такой такая такие такого который которая которые которого которой которых которым свой своя свои
своего своей своих него неё ними нами вами меня тебя себя себе собой тебе мной весь всего всем всех всеми вся каждый каждая любой
другой другая другие другого самый самая самые сам сама больше меньше лучше хуже много мало большой большая большие новый новая новые
первый второй третий один одна одно одни двух трёх трех четыре пять шесть семь восемь девять десять сказал сказала сказали говорит
калі таксама толькі тады потым пасля перад праз паміж супраць каля вакол замест акрамя аднак таму чаму каб дзе куды адкуль тут туды
заўсёды ніколі часам часта зноў цяпер зараз сёння учора заўтра вельмі амаль зусім можа можна трэба нельга павінен былі было будзе будуць
быць гэты гэтага гэтаму гэтым гэтай гэтых гэта такі такая такія які якая якія якога якой якіх свой свая свае свайго сваёй сваіх яго яе
яны іх сябе сабе увесь усяго усім усіх кожны любы другі іншы іншыя самы больш менш лепш шмат мала вялікі вялікая новы новая першы адзін
якщо також тільки коли тоді потім після перед через проти навколо замість однак тому чому щоб звідки тут туди завжди ніколи іноді часто
знову тепер зараз сьогодні вчора завтра дуже майже зовсім може можна треба повинен були було буде будуть бути цей цього цьому цим цієї
такий який яка які якого якої яких свій своя свої його вона вони себе собі весь всього всім всіх кожен інший більше менше багато мало
`;

/** The frequent words themselves, in lower case. */
export const frequentWords: ReadonlySet<string> = new Set(`${words} ${cyrillicWords}`.trim().split(/\s+/u));

/** Endings of the forms of a frequent word, and what stands in their place in the word itself. */
const inflections: readonly (readonly [ending: string, plain: readonly string[]])[] = [
  ['ies', ['y']],
  ['ied', ['y']],
  ['ily', ['y']],
  ['ing', ['', 'e']],
  ['es', ['', 'e']],
  ['ed', ['', 'e']],
  ['er', ['', 'e']],
  ['ly', ['']],
  ['est', ['', 'e']],
  ['s', ['']],
];

/** The last letters of `inflections`. */
const inflectedEndings = new Set(inflections.map(([ending]) => ending.slice(-1)));

const vowelLetters = 'aeiou';

function plainFormsOf(word: string): string[] {
  const forms: string[] = [];
  for (const [ending, plain] of inflections) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    forms.push(...plain.map((letters) => stem + letters));
    // stopped, stopping: the doubled consonant.
    if (stem.at(-1) === stem.at(-2) && !vowelLetters.includes(stem.at(-1) ?? '')) forms.push(stem.slice(0, -1));
  }
  return forms;
}

const plainLatin = /^[a-z]+$/u;

/** Letters that English words hold and Slavic names in Latin letters do not. */
const englishLetters = /th|wh|gh|qu|oo|oa|pp|bb|ck[^aiy]/u;

/** The same at the end of a word, by the word's last letter. */
const englishEndings: Readonly<Record<string, RegExp>> = {
  d: /dd$|[^aeiouyvw]ed$/u,
  // The mute e of names is left: Gilmore, Livingstone, Osborne, Clarke, Lagarde, Danielle.
  e: /(?<!.{3}or|.{3}ston|rn|[lr][dk]|ll)(?<=[^aeiouyjn]|[^i]n)e$/u,
  g: /gg$|ing$/u,
  m: /ism$/u,
  n: /[ts]ion$/u,
  p: /ship$/u,
  s: /ss$|[ei]ous$|ings$|ments$|[ts]ions$/u,
  t: /tt$|ment$/u,
  y: /[^aeiouy]ly$|ity$/u,
  z: /zz$/u,
};

/** Whether a lower-case word is an ordinary word rather than a name, by a list, or, in the letters a to z, by its looks. */
export function isCommonWord(word: string): boolean {
  if (frequentWords.has(word)) return true;
  if (!plainLatin.test(word)) return false;
  if (englishLetters.test(word)) return true;
  const last = word.slice(-1);
  if (englishEndings[last]?.test(word)) return true;
  return inflectedEndings.has(last) && plainFormsOf(word).some((form) => form.length > 2 && frequentWords.has(form));
}
