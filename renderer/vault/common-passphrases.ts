/**
 * What is guessed before anything else, in lower case and without digits or signs at its end: the commonest of published
 * lists, with those of the keyboards and languages of our users.
 */
export const commonPassphrases: ReadonlySet<string> = new Set(
  `password passw passwd pass qwerty qwertyuiop qwert asdfgh asdfghjkl zxcvbn zxcvbnm iloveyou admin administrator welcome
  login letmein monkey dragon master shadow sunshine princess football baseball superman batman michael jordan trustno
  hello freedom whatever secret starwars ninja azerty solo access flower charlie donald abc abcd abcdef changeme default
  guest root test testtest computer internet killer hunter summer winter spring autumn attest passphrase
  йцукен йцукенгшщз фывапр ячсмить пароль любовь привет наташа максим марина андрей сергей солнышко минск беларусь
  живебеларусь жывебеларусь пагоня пагоня украина україна слава москва россия
  correcthorsebatterystaple belarus zhivebelarus minsk pahonia privet parol lubov natasha maksim marina andrey sergey ukraine kiev kyiv moscow russia`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);
