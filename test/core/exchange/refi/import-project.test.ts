import { describe, expect, it } from 'vitest';
import { resolveSelector } from '../../../../core/anchoring/resolve.ts';
import { importProject } from '../../../../core/exchange/refi/import-project.ts';
import { parseProject } from '../../../../core/exchange/refi/parse-project.ts';
import { Work } from '../../../../core/exchange/work.ts';
import { inEnglish } from '../../../../core/sentence.ts';
import { guidFor } from './dialects.ts';
import { sourceOf } from './sample-work.ts';

const text = 'They used torture. They used force. Nobody was charged.';
const statement = sourceOf('s1', text, 'Report');

interface Parts {
  readonly selections: string;
  readonly head?: string;
  readonly tail?: string;
  readonly source?: string;
  readonly attributes?: string;
}

function read({ selections, head = '', tail = '', source = '', attributes = '' }: Parts) {
  const parsed = parseProject(
    `<Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="X"${attributes}>${head}<CodeBook><Codes>
    <Code guid="${guidFor('a')}" name="a" isCodable="true"><NoteRef targetGUID="${guidFor('on a')}"/></Code>
    <Code guid="${guidFor('b')}" name="b" isCodable="true"/></Codes></CodeBook>
    <Sources><TextSource guid="${guidFor('s')}" name="statement"><PlainTextContent>${text}</PlainTextContent>${selections}${source}</TextSource></Sources>${tail}</Project>`,
  );
  if (!parsed.ok) throw new Error(parsed.fault.message);
  const { work, lines } = importProject(parsed.value, { sources: new Map(), notes: new Map() }, [statement], []);
  Work.parse(work);
  return {
    work,
    highlights: Object.values(work.highlights),
    told: lines.map(({ outcome, item, sentence }) => `${outcome} ${item}: ${inEnglish(sentence)}`),
  };
}

const at = (quote: string, inside = '', attributes = ''): string => {
  const start = text.indexOf(quote);
  return `<PlainTextSelection guid="${guidFor(quote)}" name="${quote}" startPosition="${start}" endPosition="${start + quote.length}"${attributes}>${inside}</PlainTextSelection>`;
};

const note = (name: string, words: string): string =>
  `<Note guid="${guidFor(name)}"><PlainTextContent>${words}</PlainTextContent></Note>`;

const ref = (kind: string, name: string): string => `<${kind} targetGUID="${guidFor(name)}"/>`;

describe('a selection', () => {
  it('of a note that many sources name is one highlight', () => {
    const noted = `<Note guid="${guidFor('n')}"><PlainTextContent>Ask.</PlainTextContent>${at('torture')}</Note>`;
    const others = Array.from(
      { length: 5 },
      (_, count) =>
        `<TextSource guid="${guidFor(`other ${count}`)}" name="o"><PlainTextContent>${text}</PlainTextContent>${ref('NoteRef', 'n')}</TextSource>`,
    );
    const sources = `</TextSource>${others.join('').replace(/<\/TextSource>$/u, '')}`;
    const { highlights } = read({ selections: ref('NoteRef', 'n'), source: sources, tail: `<Notes>${noted}</Notes>` });
    expect(highlights).toHaveLength(1);
  });

  it('is read as quickly as any where thousands have one GUID', () => {
    const selections = Array.from(
      { length: 6_000 },
      () => `<PlainTextSelection guid="${guidFor('one')}" startPosition="0" endPosition="4"/>`,
    );
    expect(read({ selections: selections.join('') }).highlights).toHaveLength(selections.length);
  });

  it('has all codes of a coding, and each code once', () => {
    const codings = `<Coding guid="${guidFor('1')}">${ref('CodeRef', 'b')}${ref('CodeRef', 'a')}</Coding><Coding guid="${guidFor('2')}">${ref('CodeRef', 'b')}</Coding>`;
    const [highlight] = read({ selections: at('torture', codings) }).highlights;
    expect(Object.entries(highlight?.tags ?? {}).map(([id, { n }]) => [id, n])).toEqual([
      [guidFor('b'), 0],
      [guidFor('a'), 1],
    ]);
  });

  it('tells of codes that the file does not have, and of codings without one', () => {
    const codings = `<Coding guid="${guidFor('1')}">${ref('CodeRef', 'gone')}</Coding><Coding guid="${guidFor('2')}"/>`;
    const { told, highlights } = read({ selections: at('torture', codings) });
    expect(highlights[0]?.tags).toEqual({});
    expect(told).toContain(
      'refused torture: 2 codes on it are missing in the codebook of the file, so the highlight does not have them.',
    );
  });

  it('has as its note all that is said of it and of its codings, and says that they became one', () => {
    const inside = `<Description>First.</Description><Coding guid="${guidFor('1')}">${ref('CodeRef', 'a')}${ref('NoteRef', 'coding')}</Coding>${ref('NoteRef', 'own')}`;
    const tail = `<Notes>${note('own', 'Second.')}${note('coding', 'Third.')}${note('free', 'Nobody’s.')}${note('on a', 'What a is.')}</Notes>`;
    const { highlights, told, work } = read({ selections: at('torture', inside), tail });
    expect(highlights[0]?.fields.note?.value).toEqual({ text: 'First.\n\nSecond.\n\nThird.', isPrivate: false });
    expect(work.tags[guidFor('a')]?.fields.description?.value).toBe('What a is.');
    expect(told).toContain('changed torture: Its 3 notes became one, each after an empty line.');
    expect(told.filter((line) => line.includes('stays out'))).toEqual([
      'refused Nobody’s.: The note is on nothing that was taken and nothing that Attest keeps notes on: it stays out.',
    ]);
  });

  it('has a note no longer than one can be, and says what it lost', () => {
    const { highlights, told } = read({
      selections: at('torture', `<Description>${'😀'.repeat(60_000)}</Description>`),
    });
    expect(highlights[0]?.fields.note?.value.text).toBe('😀'.repeat(50_000));
    expect(told).toContain(
      'changed torture: Its note has 120,000 characters: the first 100,000 of them were taken.'.replaceAll(',', ''),
    );
  });

  it('has the times and users of the file, and none where the file has none', () => {
    const user = guidFor('ann');
    const head = `<Users><User guid="{${user.toUpperCase()}}" name="Ann"/></Users>`;
    const times = ` creatingUser="${user}" creationDateTime="2023-06-07T05:36:36.1234567+02:00" modifyingUser="${guidFor('ben')}" modifiedDateTime="2023-06-08T00:00:00"`;
    const { work } = read({
      selections: at('torture', '<Description>N.</Description>', times) + at('force'),
      head,
      attributes: ' creationDateTime="2020-01-01T00:00:00Z"',
    });
    const [timed, plain] = [work.highlights[guidFor('torture')], work.highlights[guidFor('force')]];
    expect(timed).toMatchObject({
      created: '2023-06-07T03:36:36.123Z',
      modified: '2023-06-08T00:00:00.000Z',
      since: `2023-06-07T03:36:36.123Z ${user}`,
      fields: { note: { at: `2023-06-08T00:00:00.000Z ${guidFor('ben')}` } },
    });
    expect(plain).toMatchObject({ since: '', created: '2020-01-01T00:00:00.000Z' });
    expect(work.people[user]).toMatchObject({ name: 'Ann', seen: `2023-06-07T03:36:36.123Z ${user}` });
    expect(work.people[guidFor('ben')]).toMatchObject({ name: '' });
  });

  it.each(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', 'yesterday', '2023-13-45T99:00:00Z', ''])(
    'has no time where the file says %j',
    (time) => {
      const [highlight] = read({ selections: at('torture', '', ` creationDateTime="${time}"`) }).highlights;
      expect(highlight).toMatchObject({ since: '', created: '1970-01-01T00:00:00.000Z' });
    },
  );

  it('is nobody’s of one’s own because a user of the file goes by the same id', () => {
    const head = `<Users><User guid="${guidFor('ann')}" name="Ann" id="me"/></Users>`;
    const selections = at('torture', '', ` creatingUser="${guidFor('ann')}" creationDateTime="2023-06-07T05:36:36Z"`);
    const { work, highlights } = read({ selections, head });
    expect(Object.keys(work.people)).toEqual([guidFor('ann')]);
    expect(highlights[0]?.since).toBe(`2023-06-07T05:36:36.000Z ${guidFor('ann')}`);
  });

  it('is kept beside another with the same GUID, with a new one, the same whenever it is read', () => {
    const twice = at('torture') + at('force').replace(guidFor('force'), guidFor('torture'));
    const { work, told } = read({ selections: twice });
    expect(Object.keys(work.highlights)).toHaveLength(2);
    expect(Object.keys(read({ selections: twice }).work.highlights)).toEqual(Object.keys(work.highlights));
    expect(told.some((line) => line.includes('a GUID that another has'))).toBe(true);
  });

  it('needs review where its place is not certain: the program shows it so', () => {
    const moved = at('They used').replace(
      /startPosition="\d+" endPosition="\d+"/u,
      'startPosition="3" endPosition="12"',
    );
    const { highlights, told } = read({ selections: moved });
    const selector = highlights[0]?.fields.place?.value.selector;
    if (!selector) throw new Error('There is no selector');
    const anchor = resolveSelector(text, statement.sha256, selector);
    expect(anchor.state).toBe('needs-review');
    expect(anchor.state === 'needs-review' && anchor.candidates).toHaveLength(2);
    expect(told).toContain('changed They used: Where it stands in the statement is not certain: it needs review.');
  });

  it('is refused where it marks nothing', () => {
    const nothing = at('torture').replace(
      /name="[^"]*" startPosition="\d+" endPosition="\d+"/u,
      'startPosition="-3" endPosition="2"',
    );
    const { work, told } = read({ selections: nothing });
    expect(work.highlights).toEqual({});
    expect(told).toContain('refused statement: It has no position that marks anything.');
  });
});

describe('a project', () => {
  it('is told of all it holds that has no place', () => {
    const { told } = read({
      selections: '',
      source: `<Coding guid="${guidFor('w')}">${ref('CodeRef', 'a')}</Coding><VariableValue>${ref('VariableRef', 'v')}</VariableValue>`,
      tail: `<Links><Link guid="${guidFor('l')}"/></Links><Sets><Set guid="${guidFor('t')}" name="t"/></Sets><Graphs><Graph guid="${guidFor('g')}"/></Graphs><Description>All of it.</Description><Extension/>`,
      head: '',
    });
    expect(told.filter((line) => line.startsWith('refused'))).toEqual([
      'refused P: Attest has no sets of codes or documents: 1 set stays out.',
      'refused P: Attest has no graphs: 1 graph stays out.',
      'refused P: The format does not have 1 part of the project: it stays out.',
      'refused P: Attest has no links: 1 link stays out.',
      'refused All of it.: The description of the project as a whole has no place in Attest.',
      'refused statement: 1 code on the whole source stays out: Attest tags passages only.',
      'refused statement: Attest has no variables: 1 value of this source stays out.',
    ]);
  });

  it('takes no more words than a person can mark', () => {
    const long = sourceOf('long', [...Array(20_000).keys()].map((number) => `w${number}`).join(' '));
    const many = [...Array(600).keys()].map(
      (number) =>
        `<PlainTextSelection guid="${guidFor(String(number))}" startPosition="0" endPosition="${90_000 + number}"/>`,
    );
    const parsed = parseProject(
      `<Project xmlns="urn:QDA-XML:project:1.0" name="P"><Sources><TextSource guid="${guidFor('s')}" name="x"><PlainTextContent>${long.text}</PlainTextContent>${many.join('')}</TextSource></Sources></Project>`,
    );
    if (!parsed.ok) throw new Error(parsed.fault.message);
    const { work, lines } = importProject(parsed.value, { sources: new Map(), notes: new Map() }, [long], []);
    expect(Object.keys(work.highlights).length).toBeGreaterThan(500);
    expect(Object.keys(work.highlights).length).toBeLessThan(600);
    expect(lines.filter(({ outcome }) => outcome === 'refused').length + Object.keys(work.highlights).length).toBe(600);
  });
});
