import type { Sounds } from './sounds.ts';

/** The ways in which one manner of writing may mean some letters. */
export type Ways = readonly Sounds[];

/** What letters sound like: one sound for all, or for English, French, Slavic (Łacinka, Polish, scholarly), German. */
export type Reading = Sounds | readonly [english: Ways, french: Ways, slavic: Ways, german: Ways];

/** Letters that are read together. */
export interface Spelling {
  readonly letters: string;
  readonly reading: Reading;
}

/** `ts` before e, with the e: Russian це is Belarusian ца, цэ, or ця where it was те. */
const hardTs: Ways = ['te', 'ta'];
const hardTsForAll: Reading = [hardTs, hardTs, hardTs, hardTs];

/** `c` before other letters than e, i, y and h, in a word that looks Slavic. */
export const slavicC: Reading = [['k'], ['k'], ['t'], ['k']];

// biome-ignore format: a table of letters is read by line
const readings: Readonly<Record<string, Reading>> = {
  schtsch: 'S', chtch: 'S', shch: 'S', szcz: 'S', šč: 'S', stch: 'S',
  tsch: 'C', tch: 'C', cz: 'C', č: 'C', tč: 'C', tš: 'C', ch: [['C'], ['S'], ['h'], ['h']],
  sch: [['S'], ['S'], ['S'], ['S', 'Z']], sh: 'S', sz: 'S', š: 'S',
  dzh: 'Z', dż: 'Z', dž: 'Z', dsch: 'Z', zh: 'Z', ž: 'Z', ż: 'Z', rzh: 'rZ', rz: 'r', dj: [['dj'], ['Z'], ['dj'], ['dj']],
  j: [['j'], ['Z'], ['j'], ['j']],
  bj: 'bj', fj: 'fj', kj: 'kj', lj: 'lj', mj: 'mj', nj: 'nj', pj: 'pj', rj: 'rj', sj: [['sj'], ['sj'], ['sj'], ['sj', 'S']], tj: 'tj', vj: 'vj', wj: 'vj',
  dz: 'd', dź: 'd', ds: [['ds'], ['ds'], ['ds'], ['d']],
  ts: 't', tz: 't', tc: 't', ć: 't', tć: 't', ić: [['it', 'iC'], ['it', 'iC'], ['it', 'iC'], ['it', 'iC']], tse: hardTsForAll, tze: hardTsForAll, ck: [['k'], ['k'], ['tk'], ['k']],
  z: [['z'], ['z'], ['z'], ['t']], ze: [['ze'], ['ze'], ['ze'], hardTs],
  c: 'k', ce: [['te'], ['se'], hardTs, hardTs], cie: 'tje',
  ci: [['ti'], ['si'], ['ti'], ['ti']], cy: [['ti'], ['si'], ['ti'], ['ti']],
  kh: 'h', gh: 'h', g: 'h', ph: 'f', th: 't', x: 'ks', q: 'k', w: 'v', ŭ: 'v', ǔ: 'v', gue: 'he', gué: 'he', gui: 'hi',
  ł: 'l', ĺ: 'l', ß: 's', ś: 's', ź: 'z', ń: 'n', ç: 's', â: 'ja', û: 'ju', ŝ: 'S', ʹ: '', ʺ: '', đ: 'd', ø: 'e', æ: 'e', œ: 'e', ı: 'i',
  ó: [['o'], ['o'], ['o', 'u'], ['o']], y: 'i', ë: 'jo', ï: 'i', ä: 'e', ö: 'e', ü: 'ju', iou: [['jov'], ['ju'], ['jov'], ['jov']],
};

const byFirst: Spelling[][] = [];
for (const [letters, reading] of Object.entries(readings)) {
  const first = letters.charCodeAt(0);
  byFirst[first] = [...(byFirst[first] ?? []), { letters, reading }].sort(
    (a, b) => b.letters.length - a.letters.length,
  );
}

/** The longest known spelling that stands in `word` at `at`; letters that are in none sound as they are written. */
export function spellingAt(word: string, at: number): Spelling | undefined {
  const candidates = byFirst[word.charCodeAt(at)];
  if (!candidates) return undefined;
  for (const candidate of candidates) {
    if (candidate.letters.length === 1 || word.startsWith(candidate.letters, at)) return candidate;
  }
  return undefined;
}
