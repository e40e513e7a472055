import { createHash } from 'node:crypto';

/** A project as a program writes it: its own file, and the files beside it by their paths in the archive. */
export interface WrittenProject {
  readonly qdeName: string;
  readonly qde: string;
  readonly files: Readonly<Record<string, string>>;
}

/** A passage that a fixture marks: its words, and the codes on it. */
export interface Mark {
  readonly quote: string;
  readonly codes: readonly string[];
  readonly memo?: string;
}

/** A GUID that follows from a name. */
export function guidFor(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('>', '&gt;');

const codePoints = (text: string): number => [...text].length;

const spanIn = (text: string, quote: string): readonly [number, number] => {
  const at = text.indexOf(quote);
  if (at === -1) throw new Error(`“${quote}” is not in the text`);
  return [codePoints(text.slice(0, at)), codePoints(text.slice(0, at + quote.length))];
};

const time = '2023-06-07T03:36:36Z';

/**
 * As QualCoder writes: a byte order mark everywhere, the folder `Sources`, a selection for each code on a passage with the whole
 * passage as its name, line ends of the file as the system has them while positions count one, annotations as notes that hold a
 * selection, the memo of a coding in Description; attributes of the text before its GUID, and VariableValue before NoteRef.
 */
export function qualCoder(
  text: string,
  marks: readonly Mark[],
  annotation: { quote: string; memo: string },
): WrittenProject {
  const user = guidFor('qc user');
  const selections = marks.flatMap(({ quote, codes, memo }) => {
    const [start, end] = spanIn(text, quote);
    return codes.map(
      (
        code,
      ) => `<PlainTextSelection guid="${guidFor(`qc ${quote} ${code}`)}" startPosition="${start}" endPosition="${end}" name="${escaped(quote)}" creatingUser="${user}" creationDateTime="${time}">
${memo === undefined ? '' : `<Description>${escaped(memo)}</Description>`}
<Coding guid="${guidFor(`qcc ${quote} ${code}`)}" creatingUser="${user}" >
<CodeRef targetGUID="${guidFor(code)}" />
</Coding>
</PlainTextSelection>`,
    );
  });
  const [from, to] = spanIn(text, annotation.quote);
  const qde = `\ufeff<?xml version="1.0" encoding="utf-8"?>
<Project xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="field.qda" origin="QualCoder 3.6" creatingUserGUID="${guidFor('nobody')}" creationDateTime="${time}" xmlns="urn:QDA-XML:project:1.0">
<Users>
<User guid="${user}" name="Ольга" />
</Users>
<CodeBook>
<Codes>
<Code guid="${guidFor('abuse')}" name="abuse" isCodable="false">
<Code guid="${guidFor('torture')}" name="torture" isCodable="true" color="#FF0000"></Code>
<Code guid="${guidFor('detention')}" name="detention" isCodable="true" color="#1f5f9e"></Code>
</Code>
</Codes>
</CodeBook>
<Variables>
<Variable guid="${guidFor('age')}" name="age" typeOfVariable="Float" >
<Description />
</Variable>
</Variables>
<Cases>
<Case guid="${guidFor('case')}" name="Anna"><Description /></Case>
</Cases>
<Sources>
<TextSource richTextPath="internal://${guidFor('rich')}.txt" plainTextPath="internal://${guidFor('plain')}.txt" creatingUser="${user}" creationDateTime="${time}" guid="${guidFor('source')}" name="statement.txt">
${selections.join('\n')}
<VariableValue><VariableRef targetGUID="${guidFor('age')}" /><FloatValue>3</FloatValue></VariableValue>
<NoteRef targetGUID="${guidFor('annotation')}" />
</TextSource>
<PictureSource creatingUser="${user}" path="internal://${guidFor('photo')}.png" guid="${guidFor('photo')}" name="photo.png"><PictureSelection guid="${guidFor('square')}" firstX="1" firstY="1" secondX="2" secondY="2"/></PictureSource>
</Sources>
<Notes>
<Note guid="${guidFor('annotation')}" creatingUser="${user}" creationDateTime="${time}" >
<PlainTextContent>${escaped(annotation.memo)}</PlainTextContent>
<PlainTextSelection guid="${guidFor('annotated')}" startPosition="${from}" endPosition="${to}" />
</Note>
<Note guid="${guidFor('journal')}" creatingUser="${user}" creationDateTime="${time}" name="Journal"  plainTextPath="internal://${guidFor('journal')}.txt" ><Description /></Note>
</Notes>
<Description></Description>
</Project>`;
  return {
    qdeName: 'project.qde',
    qde,
    files: {
      [`Sources/${guidFor('rich')}.txt`]: `\ufeff${text}`,
      [`Sources/${guidFor('plain')}.txt`]: `\ufeff${text.replaceAll('\n', '\r\n')}`,
      [`Sources/${guidFor('journal')}.txt`]: '\ufeffDay one.',
    },
  };
}

/**
 * As NVivo writes: names that say nothing, text with CRLF whose line ends count two, a document in Word beside, and annotations as
 * notes of their own that a link leads from.
 */
export function nvivo(text: string, marks: readonly Mark[]): WrittenProject {
  const windows = text.replaceAll('\n', '\r\n');
  const selections = marks.map(({ quote, codes }) => {
    const [start, end] = spanIn(windows, quote.replaceAll('\n', '\r\n'));
    const codings = codes.map(
      (
        code,
      ) => `<Coding guid="${guidFor(`nvc ${quote} ${code}`)}" creatingUser="${guidFor('nv user')}" creationDateTime="${time}">
          <CodeRef targetGUID="${guidFor(code)}" />
        </Coding>`,
    );
    return `<PlainTextSelection guid="${guidFor(`nv ${quote}`)}" name="" startPosition="${start}" endPosition="${end}" creatingUser="${guidFor('nv user')}" creationDateTime="${time}" modifyingUser="${guidFor('nv user')}" modifiedDateTime="${time}">
        <Description />
        ${codings.join('\n')}
      </PlainTextSelection>`;
  });
  const annotated = marks.filter(({ memo }) => memo !== undefined);
  const note = (quote: string): string => guidFor(`nv note ${quote}`);
  const qde = `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns:xsd="http://www.w3.org/2001/XMLSchema" name="Untitled" origin="NVivo for Windows 12.6" creatingUserGUID="${guidFor('nv user')}" creationDateTime="${time}" basePath="" xmlns="urn:QDA-XML:project:1.0">
  <Users>
    <User guid="${guidFor('nv user')}" name="Coder" />
  </Users>
  <CodeBook>
    <Codes>
      <Code guid="${guidFor('abuse')}" name="abuse" isCodable="true">
        <Code guid="${guidFor('torture')}" name="torture" isCodable="true" color="#808080"><Description>Severe pain.</Description></Code>
      </Code>
    </Codes>
  </CodeBook>
  <Sources>
    <TextSource guid="${guidFor('nv source')}" name="statement" richTextPath="internal://${guidFor('nv source')}.docx" plainTextPath="internal://${guidFor('nv source')}.txt" creationDateTime="${time}">
      ${selections.join('\n')}
    </TextSource>
    <PDFSource guid="${guidFor('nv pdf')}" name="Scan" path="internal://${guidFor('nv pdf')}.pdf"><Representation guid="${guidFor('nv rep')}" plainTextPath="internal://${guidFor('nv rep')}.txt"><PlainTextSelection guid="${guidFor('nv rep sel')}" startPosition="0" endPosition="3"/></Representation></PDFSource>
  </Sources>
  <Notes>
    ${annotated.map(({ quote }) => `<Note guid="${note(quote)}" name="" plainTextPath="internal://${note(quote)}.txt" creatingUser="${guidFor('nv user')}" creationDateTime="${time}" />`).join('\n')}
  </Notes>
  <Links>
    ${annotated.map(({ quote }) => `<Link guid="${guidFor(`nv link ${quote}`)}" direction="OneWay" originGUID="${note(quote)}" targetGUID="${guidFor(`nv ${quote}`)}" />`).join('\n')}
    <Link guid="${guidFor('see also')}" direction="Associative" originGUID="${guidFor('abuse')}" targetGUID="${guidFor('torture')}" />
  </Links>
  <Sets>
    <Set guid="${guidFor('nv set')}" name="Documents"><MemberSource targetGUID="${guidFor('nv source')}" /></Set>
  </Sets>
</Project>`;
  return {
    qdeName: 'project.qde',
    qde,
    files: {
      [`sources/${guidFor('nv source')}.txt`]: windows,
      [`sources/${guidFor('nv source')}.docx`]: 'not read',
      ...Object.fromEntries(
        annotated.map(({ quote, memo = '' }) => [`sources/${note(quote)}.txt`, `\ufeff${memo}\r\n`]),
      ),
    },
  };
}

/**
 * As ATLAS.ti writes: its file called after the project, GUIDs in capitals, text with CRLF whose line ends count one, the beginning
 * of the quotation as the name, comments as notes, several codes on one quotation.
 */
export function atlasTi(text: string, marks: readonly Mark[]): WrittenProject {
  const upper = (name: string): string => guidFor(name).toUpperCase();
  const note = (quote: string): string => upper(`at note ${quote}`);
  const commented = marks.filter(({ memo }) => memo !== undefined);
  const selections = marks.map(({ quote, codes, memo }) => {
    const [start, end] = spanIn(text, quote);
    const name = quote.length > 24 ? `${quote.slice(0, 24)}...` : quote;
    const codings = codes.map(
      (code) =>
        `<Coding guid="${upper(`atc ${quote} ${code}`)}" creatingUser="${upper('at user')}" creationDateTime="${time}"><CodeRef targetGUID="${upper(code)}" /></Coding>`,
    );
    const comment = memo === undefined ? '' : `<NoteRef targetGUID="${note(quote)}" />`;
    return `<PlainTextSelection startPosition="${start}" endPosition="${end}" guid="${upper(`at ${quote}`)}" name="${escaped(name)}" creatingUser="${upper('at user')}" creationDateTime="${time}" modifyingUser="${upper('at user')}" modifiedDateTime="2023-06-08T00:00:00Z">${codings.join('')}${comment}</PlainTextSelection>`;
  });
  const qde = `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:QDA-XML:project:1.0 Project.xsd" origin="ATLAS.ti Win 23.4.0" name="Belarus" creatingUserGUID="${upper('at user')}" creationDateTime="${time}" modifyingUserGUID="${upper('at user')}" modifiedDateTime="${time}" xmlns="urn:QDA-XML:project:1.0">
<Users><User guid="${upper('at user')}" name="Researcher" /></Users>
<CodeBook><Codes>
<Code guid="${upper('torture')}" name="torture" isCodable="true" color="#E00000"><Description>By officials.</Description></Code>
<Code guid="${upper('detention')}" name="detention" isCodable="true" color="#46AA00" />
</Codes></CodeBook>
<Sources><TextSource plainTextPath="internal://${upper('at source')}.txt" guid="${upper('at source')}" name="statement" creatingUser="${upper('at user')}" creationDateTime="${time}">${selections.join('')}</TextSource>
<AudioSource path="relative:///talk.m4a" guid="${upper('talk')}" name="talk.m4a"><Transcript guid="${upper('transcript')}" plainTextPath="internal://t.txt"><TranscriptSelection guid="${upper('ts')}"/></Transcript><AudioSelection guid="${upper('as')}" begin="0" end="10"/></AudioSource></Sources>
<Notes>${commented.map(({ quote }) => `<Note guid="${note(quote)}" name="" plainTextPath="internal://${note(quote)}.txt" creatingUser="${upper('at user')}" creationDateTime="${time}" />`).join('')}</Notes>
<Links><Link guid="${upper('link')}" name="is associated with" direction="Bidirectional" originGUID="${upper('torture')}" targetGUID="${upper('detention')}" /></Links>
<Graphs><Graph guid="${upper('graph')}" name="Network" /></Graphs>
</Project>`;
  return {
    qdeName: 'Belarus.qde',
    qde,
    files: {
      [`sources/${upper('at source')}.txt`]: text.replaceAll('\n', '\r\n'),
      ...Object.fromEntries(commented.map(({ quote, memo = '' }) => [`sources/${note(quote)}.txt`, memo])),
    },
  };
}

/**
 * As MAXQDA writes: names that repeat the positions, memos on passages without a code in Description, groups of documents as sets, and
 * a memo on a coded passage in Description as well.
 */
export function maxqda(text: string, marks: readonly Mark[], shift = 0): WrittenProject {
  const user = guidFor('mx user').toUpperCase();
  const selections = marks.map(({ quote, codes, memo }) => {
    const [from, to] = spanIn(text, quote);
    const [start, end] = [from + shift, to + shift];
    const codings = codes.map(
      (code) =>
        `<Coding creatingUser="${user}" guid="${guidFor(`mxc ${quote} ${code}`).toUpperCase()}" creationDateTime="${time}"><CodeRef targetGUID="${guidFor(code).toUpperCase()}" /></Coding>`,
    );
    const description = memo === undefined ? '' : `<Description>${escaped(memo)}</Description>`;
    return `<PlainTextSelection creatingUser="${user}" modifiedDateTime="${time}" guid="${guidFor(`mx ${quote}`).toUpperCase()}" modifyingUser="${user}" endPosition="${end}" startPosition="${start}" creationDateTime="${time}" name="${start},${end}">${description}${codings.join('')}</PlainTextSelection>`;
  });
  const source = guidFor('mx source').toUpperCase();
  const qde = `<?xml version="1.0" encoding="utf-8"?>
<Project origin="MAXQDA 2022 (Release 22.4.0)" xsi:schemaLocation="urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd" name="New project" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" modifiedDateTime="${time}" xmlns="urn:QDA-XML:project:1.0">
<Users><User name="AB" guid="${user}"/></Users>
<CodeBook><Codes><Code guid="${guidFor('torture').toUpperCase()}" name="torture" isCodable="true" color="#ff0000"><Code guid="${guidFor('beating').toUpperCase()}" name="beating" isCodable="true" color="#ffa500"/></Code></Codes></CodeBook>
<Sources><TextSource guid="${source}" name="statement" creatingUser="${user}" plainTextPath="internal://${source}.txt">${selections.join('')}</TextSource>
<VideoSource path="internal://v.mp4" guid="${guidFor('video')}" name="v"/></Sources>
<Sets><Set name="Document group 1" guid="${guidFor('group')}"><Description>Memo</Description><MemberSource targetGUID="${source}"/></Set></Sets>
</Project>`;
  return { qdeName: 'project.qde', qde, files: { [`sources/${source}.txt`]: text } };
}
