import { fail, type Result, succeed } from '../../result.ts';
import { say } from '../../sentence.ts';
import { importLimits } from '../limits.ts';
import { bareGuid } from './guid.ts';
import { attributeOf, childrenNamed, readXml, textOf, type XmlElement, type XmlLimits } from './read-xml.ts';
import type {
  RefiCode,
  RefiCoding,
  RefiMaking,
  RefiMedium,
  RefiProject,
  RefiSelection,
  RefiTextSource,
} from './refi-project.ts';

const limits: XmlLimits = {
  most: {
    PlainTextSelection: importLimits.highlights,
    Note: importLimits.highlights,
    Code: importLimits.tags,
    TextSource: importLimits.entries,
  },
  elements: 1_500_000,
};

const knownParts: ReadonlySet<string> = new Set([
  'Users',
  'CodeBook',
  'Variables',
  'Cases',
  'Sources',
  'Notes',
  'Links',
  'Sets',
  'Graphs',
  'Description',
  'NoteRef',
]);

const mediumKinds: Readonly<Record<string, RefiMedium['kind']>> = {
  PictureSource: 'picture',
  PDFSource: 'pdf',
  AudioSource: 'audio',
  VideoSource: 'video',
};

const written = (element: XmlElement, name: string): string => attributeOf(element, name) ?? '';
const guidOf = (element: XmlElement, name = 'guid'): string => bareGuid(attributeOf(element, name));
const targetsOf = (element: XmlElement, name: string): string[] =>
  childrenNamed(element, name).map((reference) => guidOf(reference, 'targetGUID'));

function inside(element: XmlElement, container: string, name: string): XmlElement[] {
  return childrenNamed(element, container).flatMap((found) => childrenNamed(found, name));
}

function positionOf(element: XmlElement, name: string): number | null {
  const digits = written(element, name).trim();
  const position = /^\+?\d{1,15}$/u.test(digits) ? Number(digits) : null;
  return position !== null && Number.isSafeInteger(position) ? position : null;
}

function makingOf(element: XmlElement): RefiMaking {
  return {
    user: guidOf(element, 'creatingUser'),
    created: written(element, 'creationDateTime'),
    modifier: guidOf(element, 'modifyingUser'),
    modified: written(element, 'modifiedDateTime'),
  };
}

function codeOf(element: XmlElement): RefiCode {
  return {
    guid: guidOf(element),
    name: written(element, 'name'),
    colour: written(element, 'color'),
    description: textOf(element, 'Description'),
    notes: targetsOf(element, 'NoteRef'),
    children: childrenNamed(element, 'Code').map(codeOf),
  };
}

function codingOf(element: XmlElement): RefiCoding {
  const { user, created } = makingOf(element);
  return { codes: targetsOf(element, 'CodeRef'), user, created, notes: targetsOf(element, 'NoteRef') };
}

function selectionOf(element: XmlElement): RefiSelection {
  return {
    ...makingOf(element),
    guid: guidOf(element),
    name: written(element, 'name'),
    start: positionOf(element, 'startPosition'),
    end: positionOf(element, 'endPosition'),
    description: textOf(element, 'Description'),
    codings: childrenNamed(element, 'Coding').map(codingOf),
    notes: targetsOf(element, 'NoteRef'),
  };
}

function textSourceOf(element: XmlElement): RefiTextSource {
  const rich = attributeOf(element, 'richTextPath');
  const content = childrenNamed(element, 'PlainTextContent')[0];
  return {
    ...makingOf(element),
    guid: guidOf(element),
    name: written(element, 'name'),
    path: attributeOf(element, 'plainTextPath') ?? (rich !== null && /\.txt$/iu.test(rich.trim()) ? rich : null),
    content: content?.text ?? null,
    description: textOf(element, 'Description'),
    selections: childrenNamed(element, 'PlainTextSelection').map(selectionOf),
    codings: childrenNamed(element, 'Coding').length,
    variables: childrenNamed(element, 'VariableValue').length,
    notes: targetsOf(element, 'NoteRef'),
  };
}

function countSelections(element: XmlElement): number {
  return element.children.reduce(
    (count, child) => count + (child.name.endsWith('Selection') ? 1 : 0) + countSelections(child),
    0,
  );
}

function mediaOf(root: XmlElement): RefiMedium[] {
  const sources = childrenNamed(root, 'Sources').flatMap(({ children }) => children);
  return sources
    .filter(({ name }) => name !== 'TextSource')
    .map((source) => ({
      kind: Object.hasOwn(mediumKinds, source.name) ? (mediumKinds[source.name] ?? 'other') : 'other',
      name: written(source, 'name'),
      selections: countSelections(source),
    }));
}

function projectOf(root: XmlElement): RefiProject {
  const modified = written(root, 'modifiedDateTime');
  return {
    name: written(root, 'name'),
    origin: written(root, 'origin'),
    creator: guidOf(root, 'creatingUserGUID'),
    time: modified === '' ? written(root, 'creationDateTime') : modified,
    description: textOf(root, 'Description'),
    users: inside(root, 'Users', 'User').map((user) => ({
      guid: guidOf(user),
      name: written(user, 'name'),
      id: written(user, 'id'),
    })),
    codes: childrenNamed(root, 'CodeBook').flatMap((book) => inside(book, 'Codes', 'Code').map(codeOf)),
    sources: inside(root, 'Sources', 'TextSource').map(textSourceOf),
    media: mediaOf(root),
    notes: inside(root, 'Notes', 'Note').map(textSourceOf),
    projectNotes: targetsOf(root, 'NoteRef'),
    links: inside(root, 'Links', 'Link').map((link) => ({
      origin: guidOf(link, 'originGUID'),
      target: guidOf(link, 'targetGUID'),
    })),
    counts: {
      cases: inside(root, 'Cases', 'Case').length,
      variables: inside(root, 'Variables', 'Variable').length,
      sets: inside(root, 'Sets', 'Set').length,
      graphs: inside(root, 'Graphs', 'Graph').length,
      unknown: root.children.filter(({ name }) => !knownParts.has(name)).length,
    },
  };
}

/** A codebook as it was read, and how many sets of codes it has beside. */
export interface RefiCodebook {
  readonly origin: string;
  readonly codes: readonly RefiCode[];
  readonly sets: number;
}

/** Whether the namespace is one that programs write for this: they differ in how they write its version. */
const isSpace = (space: string, kind: string): boolean => space === '' || space.startsWith(`urn:QDA-XML:${kind}:`);

/** Reads `project.qde`, the XML of a REFI-QDA project. Fails with one sentence where it is none. */
export function parseProject(xml: string): Result<RefiProject> {
  const read = readXml(xml, limits);
  if (!read.ok) return read;
  const { name, space } = read.value;
  if (name !== 'Project' || !isSpace(space, 'project')) {
    return fail('invalid', say(/*i18n*/ 'The file holds no REFI-QDA project: export it as a project (QDPX) again.'));
  }
  return succeed(projectOf(read.value));
}

/** Reads a REFI-QDA codebook (`.qdc`). Fails with one sentence where it is none. */
export function parseCodebook(xml: string): Result<RefiCodebook> {
  const read = readXml(xml, limits);
  if (!read.ok) return read;
  const root = read.value;
  const isCodebook = isSpace(root.space, 'codebook') || isSpace(root.space, 'project');
  if (root.name !== 'CodeBook' || !isCodebook) {
    return fail('invalid', say(/*i18n*/ 'The file holds no REFI-QDA codebook: export it as a codebook (QDC) again.'));
  }
  return succeed({
    origin: written(root, 'origin'),
    codes: inside(root, 'Codes', 'Code').map(codeOf),
    sets: inside(root, 'Sets', 'Set').length,
  });
}
