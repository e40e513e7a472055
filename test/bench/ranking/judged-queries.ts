import type { PassageName } from './judged-passages.ts';

/** A kind of question, as the table has it. */
export type QueryKind = 'name' | 'topic' | 'number or date' | 'phrase or operator';

/** A query, and the paragraphs that are relevant to it by their grade. */
export interface JudgedQuery {
  readonly query: string;
  readonly kind: QueryKind;
  readonly relevant: Readonly<Partial<Record<1 | 2 | 3, readonly PassageName[]>>>;
  /** The same in FTS5's language, where it is not just words. */
  readonly fts5?: string;
}

type Unsorted = Omit<JudgedQuery, 'kind'>;

const ofKind = (kind: QueryKind, queries: readonly Unsorted[]): JudgedQuery[] =>
  queries.map((query) => ({ kind, ...query }));

/**
 * What a human-rights researcher would ask of the five bundled statements. Judged by reading them: 3 is a paragraph that
 * one wants to find with this query, 2 one that says something of it, 1 one that only touches on it; all others are 0. A
 * person is one person however the name is spelt, and a thing is one thing however it is worded: who asks for electoral
 * fraud wants the rigged vote too. With quotation marks or operators only what they ask for is relevant. Afterwards the
 * ten best of every engine were read for paragraphs that had been missed.
 */
export const judgedQueries: readonly JudgedQuery[] = [
  ...ofKind('name', [
    { query: 'Tikhanovskaya', relevant: { 3: ['v8', 'b42'] } },
    { query: 'Tsikhanouskaya', relevant: { 3: ['v8', 'b42'] } },
    { query: 'Тихановская', relevant: { 3: ['v8', 'b42'] } },
    { query: 'Ціханоўская', relevant: { 3: ['v8', 'b42'] } },
    { query: 'Svetlana Tikhanovskaya', relevant: { 3: ['v8', 'b42'] } },
    {
      query: 'Lukashenko',
      relevant: {
        3: ['v14', 'v15', 'p7', 'r8', 'r10', 'b44'],
        2: ['b11', 'b17', 'j7', 'j8', 'j9', 'b18', 'b31', 'b35'],
        1: ['b6', 'b30', 'b32', 'b34', 'b37', 'b38', 'b40', 'b43', 'b49'],
      },
    },
    {
      query: 'Lukashenka',
      relevant: {
        3: ['v14', 'v15', 'p7', 'r8', 'r10', 'b44'],
        2: ['b11', 'b17', 'j7', 'j8', 'j9', 'b18', 'b31', 'b35'],
        1: ['b6', 'b30', 'b32', 'b34', 'b37', 'b38', 'b40', 'b43', 'b49'],
      },
    },
    {
      query: 'Лукашенко',
      relevant: {
        3: ['v14', 'v15', 'p7', 'r8', 'r10', 'b44'],
        2: ['b11', 'b17', 'j7', 'j8', 'j9', 'b18', 'b31', 'b35'],
        1: ['b6', 'b30', 'b32', 'b34', 'b37', 'b38', 'b40', 'b43', 'b49'],
      },
    },
    {
      query: 'Aleksandr Lukashenko',
      relevant: {
        3: ['p7', 'v14', 'v15', 'r8'],
        2: ['b11', 'r10', 'b44'],
        1: ['b17', 'b31', 'b35', 'j7', 'j8', 'j9', 'b18'],
      },
    },
    { query: 'Babariko', relevant: { 3: ['b18'] } },
    { query: 'Viktor Babaryka', relevant: { 3: ['b18'] } },
    { query: 'Protasevich', relevant: { 3: ['b18', 'b19'] } },
    { query: 'Пратасевіч', relevant: { 3: ['b18', 'b19'] } },
    { query: 'Pratasevich Sapega', relevant: { 3: ['b19'], 2: ['b18'] } },
    { query: 'Mikalai Klimovich', relevant: { 3: ['b11'] } },
    { query: 'Benedek', relevant: { 3: ['b41'] } },
    { query: 'Ascensio', relevant: { 3: ['b10', 'b14'] } },
    { query: 'Herve Ascensio', relevant: { 3: ['b10'], 2: ['b14'] } },
    { query: 'Gilmore', relevant: { 3: ['v5'], 2: ['v9'], 1: ['v6', 'v8'] } },
    { query: 'Carpenter briefing', relevant: { 3: ['b6', 'b7'], 2: ['b55'], 1: ['b8', 'b23'] } },
    { query: 'George Kent', relevant: { 3: ['v11', 'v15'], 2: ['v14'], 1: ['v12', 'v16'] } },
    { query: 'Pompeo', relevant: { 3: ['v20'] } },
    { query: 'Putin', relevant: { 3: ['b44'] } },
    { query: 'Viasna', relevant: { 3: ['p44'] } },
    { query: 'Belarusian Helsinki Committee', relevant: { 3: ['p58'] } },
    { query: 'Moscow Helsinki Group', relevant: { 3: ['p54'] } },
  ]),
  ...ofKind('topic', [
    {
      query: 'torture',
      relevant: { 3: ['p7', 'p13', 'p14', 'r6', 'b14', 'v6'], 2: ['b42'], 1: ['p25', 'p26', 'p32'] },
    },
    { query: 'ill-treatment', relevant: { 3: ['p7'], 2: ['r6', 'p14', 'b14', 'b42', 'v6'], 1: ['b18'] } },
    { query: 'ill treatment', relevant: { 3: ['p7'], 2: ['r6', 'p14', 'b14', 'b42', 'v6'], 1: ['b18'] } },
    {
      query: 'detention',
      relevant: {
        3: ['p7', 'r6', 'b18', 'b20', 'b25', 'b26'],
        2: ['b17', 'b27', 'b41', 'b42', 'v6'],
        1: ['j7', 'b14'],
      },
    },
    {
      query: 'detained',
      relevant: {
        3: ['j7', 'b27'],
        2: ['b26', 'b14', 'b20'],
        1: ['p7', 'r6', 'b17', 'b18', 'b25', 'b41', 'b42', 'v6'],
      },
    },
    { query: 'impunity', relevant: { 3: ['p7', 'p14'], 2: ['b14', 'b51'] } },
    {
      query: 'accountability',
      relevant: {
        3: ['b13', 'b26', 'b27', 'b28', 'b50'],
        2: ['j7', 'j9', 'p13', 'p14', 'b21', 'b35', 'b43', 'b54', 'v2'],
        1: ['p7', 'b12', 'b51'],
      },
    },
    { query: 'sanctions', relevant: { 3: ['b43', 'v15'], 2: ['b35', 'b38', 'b40'], 1: ['v16'] } },
    {
      query: 'repression',
      relevant: { 3: ['p12', 'b10', 'b42', 'v18', 'v20'], 2: ['b21', 'b32', 'b35', 'b41', 'b43'], 1: ['b15'] },
    },
    { query: 'falsification', relevant: { 3: ['b11', 'v14', 'v15'], 1: ['j7', 'p7', 'r10', 'b41', 'v18'] } },
    { query: 'journalists', relevant: { 3: ['b16', 'b18'], 2: ['p47', 'r9'], 1: ['j8', 'b55', 'v5'] } },
    { query: 'children', relevant: { 3: ['b15', 'v6'], 2: ['b17'] } },
    { query: 'dialogue', relevant: { 3: ['p10', 'r13', 'v4'], 1: ['v7'] } },
    { query: 'constitution', relevant: { 3: ['b15', 'b20'] } },
    { query: 'disappearances', relevant: { 3: ['p7'] } },
    { query: 'Hungary', relevant: { 3: ['b37', 'b39'], 1: ['b38'] } },
    { query: 'Montenegro', relevant: { 3: ['b45', 'b47'], 1: ['b46', 'b48'] } },
    {
      query: 'prison conditions',
      relevant: { 3: ['p10', 'b14', 'b18'], 2: ['b20', 'b25', 'b26', 'b42', 'v6'], 1: ['b11'] },
    },
    {
      query: 'political prisoners',
      relevant: { 3: ['p12', 'b10', 'b14', 'b20', 'b25', 'b26', 'b27'], 2: ['v9'], 1: ['j7', 'b18'] },
    },
    { query: 'release of political prisoners', relevant: { 3: ['p12', 'b20', 'b25', 'b26'], 2: ['j7'] } },
    { query: 'medical care', relevant: { 3: ['b14', 'b20'], 2: ['b11'], 1: ['b18'] } },
    { query: 'universal jurisdiction', relevant: { 3: ['p14', 'b50'] } },
    {
      query: 'electoral fraud',
      relevant: {
        3: ['p7', 'r10', 'v14', 'v18'],
        2: ['j7', 'p6', 'r12', 'b11', 'b41', 'v15'],
        1: ['p12', 'r4', 'v17', 'v19'],
      },
    },
    {
      query: 'fraudulent election',
      relevant: {
        3: ['j7', 'b41'],
        2: ['p7', 'r10', 'b11', 'v14', 'v18'],
        1: ['p6', 'p12', 'r4', 'r12', 'v15', 'v17', 'v19'],
      },
    },
    {
      query: 'free and fair elections',
      relevant: { 3: ['p6', 'r12', 'v9', 'v14', 'v20'], 2: ['j7', 'p12', 'v17'], 1: ['p15'] },
    },
    { query: 'new elections', relevant: { 3: ['j7', 'p12', 'p15', 'v17'], 2: ['v20'] } },
    { query: 'independent media', relevant: { 3: ['r9'], 2: ['j8', 'b16', 'b18'], 1: ['b10', 'r16'] } },
    { query: 'freedom of expression', relevant: { 3: ['v6'], 2: ['b10', 'b27'], 1: ['j8', 'b11'] } },
    { query: 'peaceful assembly', relevant: { 3: ['v6'], 2: ['p7', 'r6', 'b11', 'b16'], 1: ['p10', 'v18'] } },
    {
      query: 'civil society',
      relevant: { 3: ['j8', 'r8', 'b10', 'b17', 'b43'], 2: ['j7', 'p10', 'r13', 'b35'], 1: ['p61'] },
    },
    { query: 'sexual violence', relevant: { 3: ['b17'], 2: ['v6'] } },
    { query: 'parental custody', relevant: { 3: ['b17'], 2: ['b15', 'v6'] } },
    { query: 'social media', relevant: { 3: ['b10', 'b11'] } },
    { query: 'facial recognition', relevant: { 3: ['b27'] } },
    { query: 'rule of law', relevant: { 3: ['j8'], 2: ['p16', 'p61', 'v7'], 1: ['p35'] } },
    {
      query: 'aggression against Ukraine',
      relevant: { 3: ['j8', 'b32', 'b38', 'b49', 'b50'], 2: ['b20', 'b39'], 1: ['b51', 'b52'] },
    },
    { query: 'security forces', relevant: { 3: ['p7', 'r12', 'v18'] } },
    { query: 'law enforcement', relevant: { 3: ['p14', 'p15'] } },
    { query: 'isolation cell', relevant: { 3: ['b18'] } },
    { query: 'judicial process', relevant: { 3: ['b26'], 2: ['b14'], 1: ['p10', 'p15', 'b51'] } },
    { query: 'election observation', relevant: { 3: ['p12', 'b46'], 1: ['b45'] } },
    { query: 'International Criminal Court', relevant: { 3: ['b50'] } },
    { query: 'OSCE Chairmanship', relevant: { 3: ['p10'] } },
    { query: 'Vienna Mechanism', relevant: { 3: ['r4'], 2: ['r3', 'r5', 'r6'], 1: ['r7'] } },
    { query: 'expel from OSCE', relevant: { 3: ['b34'], 2: ['b33', 'b36'], 1: ['b30'] } },
    { query: 'ambassador to Belarus', relevant: { 3: ['v11'], 2: ['v12'] } },
    { query: 'perpetrators to justice', relevant: { 3: ['p14'], 2: ['b27', 'b49', 'b50', 'b51'], 1: ['p13', 'b28'] } },
    { query: 'Ryanair flight Vilnius', relevant: { 3: ['b19'] } },
    { query: 'arrested for speaking Belarusian', relevant: { 3: ['b10'] } },
    { query: 'Hungary visas', relevant: { 3: ['b37'] } },
  ]),
  ...ofKind('number or date', [
    { query: '1,486', relevant: { 3: ['b10'] } },
    { query: '1486', relevant: { 3: ['b10'] } },
    { query: '1500 cases', relevant: { 3: ['r6'] } },
    {
      query: '9 August 2020',
      relevant: { 3: ['j7', 'p6', 'v7', 'v18'], 2: ['p12', 'v14', 'v19'], 1: ['r4', 'r8', 'b11'] },
    },
    { query: '65 recommendations', relevant: { 3: ['p9'] } },
    { query: '5 November 2020', relevant: { 3: ['p5'], 1: ['j7'] } },
    { query: '17 states', relevant: { 3: ['p6', 'p9', 'r11'] } },
    { query: '37 countries', relevant: { 3: ['j6', 'b42'], 2: ['b32'] } },
    { query: '35 countries', relevant: { 3: ['r3', 'r6'], 1: ['r4', 'r5'] } },
    { query: 'May 2021', relevant: { 3: ['b16'] } },
  ]),
  ...ofKind('phrase or operator', [
    { query: '"Helsinki Final Act"', relevant: { 3: ['b12', 'b32'] }, fts5: '"Helsinki Final Act"' },
    { query: '"Law on Mass Events"', relevant: { 3: ['b16'] }, fts5: '"Law on Mass Events"' },
    { query: '"massive and systematic"', relevant: { 3: ['p6', 'r12', 'v18'] }, fts5: '"massive and systematic"' },
    { query: '"free and fair"', relevant: { 3: ['v9', 'v14', 'v20'] }, fts5: '"free and fair"' },
    { query: '"civil society" sanctions', relevant: { 3: ['b35', 'b43'] }, fts5: '"civil society" "sanctions"' },
    {
      query: 'protest*',
      relevant: { 3: ['p7', 'r6', 'r8', 'b11', 'b41', 'v4', 'v18'], 2: ['b10', 'v5', 'v19'] },
      fts5: 'protest*',
    },
    {
      query: 'torture -victims',
      relevant: { 3: ['p7', 'p14', 'r6', 'b14', 'v6'], 2: ['b42'], 1: ['p32'] },
      fts5: 'torture NOT victims',
    },
    {
      query: 'sanctions OR "export controls"',
      relevant: { 3: ['b43', 'v15'], 2: ['b35', 'b40'] },
      fts5: 'sanctions OR "export controls"',
    },
    {
      query: 'prisoners NEAR/5 release',
      relevant: { 3: ['p12', 'b20'], 1: ['b26'] },
      fts5: 'NEAR(prisoners release, 5)',
    },
  ]),
];
