import type { Random } from '../seeded-random.ts';

const prefixes = ['', '', '', '', 'по', 'за', 'пере', 'не', 'об', 'вы', 'при', 'рас', 'до', 'от', 'под', 'со'];
const roots =
  `прав суд дел закон протест сил власт народ голос выбор держ арест тюрьм страх слов город стран жен муж дет врач
  газет сообщ свобод граждан журнал полит заключ пыт насил угроз штраф обыск допрос адвокат свидет винов пригов наказ
  област район улиц площад дом двор школ завод работ рук глаз лиц вод земл год дн ноч час врем мест сторон мир войн арм
  солдат границ паспорт письм телефон деньг банк товар рын цен`.split(/\s+/u);
const suffixes = ['', '', '', 'н', 'ник', 'ств', 'ени', 'ани', 'тель', 'ост', 'ов', 'ив', 'ск', 'оват'];
const endings = 'а у ы ом е ам ами ах ого ому ый ая ое ые ых ить ил ила или ит ют я ю ем'.split(' ');
const smallWords = `и в не на что с по как это он к но его из у от о за все для же до так вы мы они она было бы или
  быть был была были при уже если нет когда ещё чтобы который также после`.split(/\s+/u);

/** One word in this many is a small one: conjunctions, prepositions and their like. */
const smallWordEach = 3;

/** Different words, before their endings. */
const stemCount = 6_000;

/** A place in a list of `length`, the n-th about n times rarer than the first (Zipf). */
export function zipf(length: number, random: Random): number {
  return Math.min(length - 1, Math.floor(length ** random()) - 1);
}

/** Something of a list, each as likely as the others. Throws on an empty list. */
export function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

/** A source of Cyrillic words that could be Russian, as often as words of a language are. */
export function cyrillicWords(random: Random): () => string {
  const stems = Array.from(
    { length: stemCount },
    () => pick(prefixes, random) + pick(roots, random) + pick(suffixes, random),
  );
  return () => {
    if (random() * smallWordEach < 1) return smallWords[zipf(smallWords.length, random)] ?? '';
    const stem = stems[zipf(stems.length, random)] ?? '';
    return stem + (endings[zipf(endings.length, random)] ?? '');
  };
}
