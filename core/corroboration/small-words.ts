/** Words that say nothing of what a sentence is about, in English, Russian, Belarusian and Ukrainian. */
const words = `
a about above after again against all also although am among an and another any anyone anything are around as at be
became because been before being below between both but by can cannot could did do does doing done down during each
either else ever every few for from further get go going had has have having he hence her here hers herself him himself
his how however i if in inside into is it its itself just let like made make many may me might more most much must my
myself neither no nor not now of off on once one only onto or other others our ours out over own per please put quite
rather said same say says see seen she should simply since so some someone something still such take tell than that the
their theirs them themselves then there these they thing things this those though through to together too toward
towards under until up upon us use used very was way we well went were what whatever when where whether which while who
whom whose why will with within without would yes yet you your yours
и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее её мне было вот от меня еще ещё
нет о об из ему теперь когда даже ну ли если уже или ни быть был него до вас нибудь вам ведь там потом себя ничего ей
может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот
того потому этого какой ним здесь этом один почти мой тем чтобы нее сейчас были куда зачем всех при об после над больше
через эти нас про них какая много разве эту эта это которые который которая которых свой своей своих также
і ў у што як па з са для гэта гэты гэтая не на да ад за аб пра яго яе іх ён яна яны мы вы быў была былі было якія які якая
якіх таксама але каб калі ці ж бы пры праз пад над больш свой сваёй сваіх
та й що як це цей ця ці від до за про його її їх він вона вони ми ви був була були було які який яка яких також але щоб
якщо чи при через під над більше свій своєї своїх
`;

/** The words themselves, folded (see `foldWord`). */
export const smallWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/u));
