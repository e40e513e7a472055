import { foldWord } from '../search/fold-word.ts';

/** Letters that names of one person may begin with, in one language and script or another. */
const alike = [
  'aа',
  'bб',
  'vwвуўu',
  'hgгґ',
  'dд',
  'eyjiеёэєіїийюя',
  'zзжж',
  'kcqкх',
  'lл',
  'mм',
  'nн',
  'oо',
  'aо',
  'pп',
  'rр',
  'szcсшщцчз',
  'tт',
  'fф',
  'xкхк',
];

/** One letter, or two that stand for one Cyrillic letter. */
const initial = /^(?:\p{Lu}|Y[aeou]|I[aeu]|J[aeu]|[ZKTCSD]h|Ts|Dz|Дз|Дж)$/u;

/** Whether `word` is written as an initial is; a full stop must follow it. */
export function isInitial(word: string): boolean {
  return initial.test(word);
}

/** Whether `word` may be the initial of `name`, in its script or in another. */
export function mayAbbreviate(word: string, name: string): boolean {
  const [one = '', other = ''] = [foldWord(word).charAt(0), foldWord(name).charAt(0)];
  return one !== '' && (one === other || alike.some((letters) => letters.includes(one) && letters.includes(other)));
}
