import { foldWord } from '../search/fold-word.ts';

const english = `
a about above after again against all almost along already also although always am among an and another any anybody
anyone anything are aren't around as at away back be became because become been before behind being below between both
but by came can can't cannot come could couldn't did didn't do does doesn't doing don't done down during each either else
enough etc even ever every everybody everyone everything few first for from further get gets getting give given go goes
going gone got had hadn't has hasn't have haven't having he he'd he'll he's hence her here here's hers herself him
himself his how however i i'd i'll i'm i've if in indeed instead into is isn't it it'd it'll it's its itself just keep
kept know last later least less let let's like likely look lot made mainly make makes making many may maybe me might
mine more moreover most mostly much must my myself near need neither never nevertheless new next no nobody none nor not
nothing now nowhere of off often oh ok okay on once one one's only onto or other others otherwise ought our ours
ourselves out over own per perhaps please put quite rather really said same saw say saying says see seem seemed seems seen
several shall she she'd she'll she's should shouldn't since so some somebody somehow someone something sometimes
somewhere still such take taken than thank thanks that that's the their theirs them themselves then there there's thereby
therefore these they they'd they'll they're they've thing things think this those though through throughout thus to
together too took toward towards under unless until up upon us used using usually very via want was wasn't way ways we
we'd we'll we're we've well went were weren't what what's whatever when whenever where whereas wherever whether which
while who who's whoever whole whom whose why will with within without won't would wouldn't yes yet you you'd you'll
you're you've your yours yourself yourselves
`;

const belarusian = `
а або але альбо без бо будзе будзем будзеце будуць будучы бы была было былі быць быў бяз в вам вамі вас ваш ваша вашы
вельмі вось вы гэта гэтага гэтае гэтай гэтая гэтую гэты гэтым гэтых гэтыя да дзе дзеля для ды ж жа з за замест зараз к
каб каго каля калі кожны кім ля мае маем маюць мне мной можа можна мы мяне між на нават над нам намі нас наш наша нашы
не няма ні ніколі ніхто нічога па пад паміж пасля перад пра праз пры раней сам сама самі свае свайго сваю сваё сваёй
сваіх сябе тады так такая такі такіх такія там тая тое той толькі тут ты тым тымі тых тыя у усе усё усіх хто ці чаго
чаму чым шмат што яго яе як якая які якіх якія яму яна яны яшчэ ёй ён ёсць ёю і із ім імі іншы іншых іншыя іх ў ўсе
ўсё ўсіх
`;

const russian = `
а без более бы был была были было быть в вам вами вас ваш ваша ваши весь во вот все всегда всего всем всех всё вы где
да даже для до другие других другой его ее ей ему если есть еще ещё ею её же за здесь и из или им ими их к как какая
какие каких какой ко когда конечно которая которое которой которые который которым которых кто ли либо лишь между меня
мне много мной может можно мой моя мы на над надо нам нами нас наш наша наши не него нее ней нельзя нет неё ни нибудь
никогда никто ним ними них ничего но ну о об однако он она они оно от очень перед по под после потом потому почти при
про раз с сам сама сами свое своего своей свои своих свой свою своё себе себя сейчас со так такая также такие таких
такой там тебя тем теперь то того тоже той только том тот тут ты у уже хотя чего чей чем через что чтобы чуть эта эти
этих это этого этой этом этот эту я
`;

const ukrainian = `
або адже але б без би був буде будуть була були було бути більш в вам вами вас ваш ваша ваші вже ви вона вони воно все
всього всі всіх втім від він де для до дуже з за завжди замість зараз зі й його йому ким кого кожен коли коло крім
ледве лише майже мене мені ми може можна моя між мій на навіть над нам нами нас наш наша наші не нею неї ним ними них
ні ніж ніколи ніхто нічого о один однак ось перед по при про проте під після раз с сам сама самі свого свою своє своєї
свої своїх себе собі та так така такий таких такі там тебе теж ти тим тих то тобі того тоді тож той тому тут тільки у
хоч хто хіба це цей цим цих цього ця ці цієї через чи чим чого чому що щоб щодо як яка який яких якого якої якщо які і
із інший інших інші їй їм їх їхні їхній її
`;

/**
 * Words that say little of what a text is about: articles, pronouns, prepositions, auxiliaries and the like, of the
 * languages of the collection and the interface, folded by `foldWord`.
 */
export const functionWords: ReadonlySet<string> = new Set(
  `${english} ${belarusian} ${russian} ${ukrainian}`.trim().split(/\s+/u).map(foldWord),
);
