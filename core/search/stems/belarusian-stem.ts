import { undouble, withoutFleetingVowel } from './cyrillic-stem-ends.ts';

/** Endings of nouns, adjectives and verbs, as folded keys have them (ё is е). */
const endings: ReadonlySet<string> = new Set(
  [
    // Nouns.
    'а я у ю ы і е э о ь й ом ем эм ам ям ой ей эй ай яй ою ею эю аю яю аў оў яў еў амі ямі ах ях',
    'ыя ыі ыю ыяй ыяю ыей ыяў ый ыям ыямі ыях ія іі ію іяй іяю іей іяў ій іям іямі іях ье ья ьі ью ьем',
    // Adjectives and participles.
    'ая яя ае яе ое ага яга ога аму яму ому ым ім ых іх ымі імі ую юю ыі',
    // Verbs.
    'ць ці аць яць іць ыць уць юць ець аў яў іў ыў еў ала яла іла ыла ела алі ялі ілі ылі елі ало яло іло ыло ела',
    'ае ее уе юе ем аем яем уем юем еш эш аеш уеш еце эце аеце уеце іш ыш іце ыце ае аюць яюць уюць ваць аваць яваць',
    'аваў ававу авала авалі ваў вала валі уйце айце ойце юйце уючы аючы яючы учы ючы ачы ячы аўшы яўшы іўшы ыўшы ўшы',
    'цца ацца яцца іцца ыцца ецца уцца юцца аўся яўся іўся ыўся алася ялася ілася ылася аліся яліся іліся ыліся ецеся',
  ].flatMap((line) => line.split(' ')),
);
const longestEnding = 5;
/** What must be left of a word. */
const shortestStem = 3;

const fleetingVowels = { к: 'аео', ц: 'аео', н: 'е' };

/**
 * What is left of a Belarusian word, a folded key, without its ending: a light stemmer, which knows no dictionary. The
 * softening before an ending (свабодзе, пратэсце), doubled consonants and vowels that come and go (палітвязень,
 * палітвязні) are evened out, so the stem need not be a beginning of the word.
 */
export function belarusianStem(key: string): string {
  let stem = key;
  for (let length = Math.min(longestEnding, key.length - shortestStem); length > 0; length -= 1) {
    if (!endings.has(key.slice(-length))) continue;
    stem = key.slice(0, -length);
    break;
  }
  stem = undouble(stem);
  if (stem.length > shortestStem) stem = withoutFleetingVowel(stem, fleetingVowels);
  if (stem.endsWith('дз')) return stem.slice(0, -1);
  return stem.endsWith('ц') ? `${stem.slice(0, -1)}т` : stem;
}
