/**
 * States and organisations that are written in full, in short and in several languages, each by all its names. Short
 * names count in capitals only.
 */
const bodies: readonly (readonly [key: string, short: string, full: string])[] = [
  [
    'osce',
    'OSCE|ОБСЕ|ОБСЄ|АБСЕ',
    'organi[sz]ation for security and co-?operation in europe|организаци\\p{L}+ по безопасности и сотрудничеству в европе|арганізацы\\p{L}+ па бяспецы і супрацоўніцтве ў еўропе|організаці\\p{L}+ з безпеки і співробітництва в європі',
  ],
  ['odihr', 'ODIHR|БДИПЧ|БДІПЧ|БДІПЛ', 'office (?:of|for) democratic institutions and human rights'],
  [
    'usa',
    'U\\.S\\.A\\.|U\\.S\\.|USA|US|США|ЗША',
    'united states(?: of america)?|соединенн\\p{L}+ штат\\p{L}+(?: америки)?|соединённ\\p{L}+ штат\\p{L}+(?: америки)?|злучан\\p{L}+ штат\\p{L}+|сполучен\\p{L}+ штат\\p{L}+',
  ],
  [
    'eu',
    'EU|ЕС|ЄС|ЕЗ',
    'european union|европейск\\p{L}+ союз\\p{L}*|еўрапейск\\p{L}+ саюз\\p{L}*|європейськ\\p{L}+ союз\\p{L}*|евросоюз\\p{L}*|еўрасаюз\\p{L}*|євросоюз\\p{L}*',
  ],
  ['un', 'U\\.N\\.|UN|ООН|ААН', 'united nations|организаци\\p{L}+ объедин[её]нных наций'],
  [
    'icc',
    'ICC|МУС|МКС',
    'international criminal court|международн\\p{L}+ уголовн\\p{L}+ суд\\p{L}*|міжнародн\\p{L}+ кримінальн\\p{L}+ суд\\p{L}*',
  ],
];

/** A state or an organisation named in a text; `start` and `end` are UTF-16 units. */
export interface NamedBody {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

const anyOf = (names: readonly (readonly [key: string, names: string])[], flags: string): RegExp => {
  const groups = names.map(([key, name]) => `(?<${key}>${name.replaceAll(' ', '[\\s\\u00A0]+')})`);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${groups.join('|')})(?![\\p{L}\\p{N}])`, flags);
};

const shortNames = anyOf(
  bodies.map(([key, short]) => [key, short]),
  'gu',
);
const fullNames = anyOf(
  bodies.map(([key, , full]) => [key, full]),
  'giu',
);

/** The states and organisations of a short list that `text` names, in its order, by one key for all their names. */
export function readKnownBodies(text: string): NamedBody[] {
  return [...text.matchAll(fullNames), ...text.matchAll(shortNames)]
    .map((match): NamedBody => {
      const [key = ''] = Object.entries(match.groups ?? {}).find(([, name]) => name !== undefined) ?? [];
      return { start: match.index, end: match.index + match[0].length, key };
    })
    .sort((a, b) => a.start - b.start);
}
