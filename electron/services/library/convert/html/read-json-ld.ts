/** What a page’s JSON-LD says of its article, as it says it. */
export interface JsonLdArticle {
  readonly type: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly language: string | null;
  readonly publisher: string | null;
  readonly authors: readonly { readonly name: string; readonly isOrganization: boolean }[];
}

type Json = Readonly<Record<string, unknown>>;

const articleType =
  /^(?:\w*Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|Statement|PressRelease)$/u;
/** The most values that are looked at. */
const mostValues = 20_000;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

const nameOf = (value: unknown): string | null => textOf(isObject(value) ? value['name'] : value);

const typesOf = (value: Json): string[] => listOf(value['@type']).filter((type) => typeof type === 'string');

function articleOf(value: Json, type: string): JsonLdArticle {
  const authors = listOf(value['author']).flatMap((author) => {
    const name = nameOf(author);
    return name === null
      ? []
      : [{ name, isOrganization: isObject(author) && typesOf(author).includes('Organization') }];
  });
  return {
    type,
    title: textOf(value['headline']) ?? textOf(value['name']),
    date: textOf(value['datePublished']) ?? textOf(value['dateCreated']),
    language: nameOf(value['inLanguage']),
    publisher: nameOf(value['publisher']),
    authors,
  };
}

function parse(script: string): unknown {
  try {
    // Some wrap it as if it could be taken for HTML.
    return JSON.parse(script.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)/u, '').replace(/(?:-->|\/\/\s*\]\]>)\s*$/u, ''));
  } catch {
    // A page with damaged data for search engines is a page all the same.
    return null;
  }
}

/** The first article in a page’s scripts of JSON-LD; `null` where there is none. What cannot be parsed counts as not there. */
export function readJsonLd(scripts: readonly string[]): JsonLdArticle | null {
  const waiting: unknown[] = scripts.map(parse);
  for (let at = 0; at < Math.min(waiting.length, mostValues); at += 1) {
    const value = waiting[at];
    if (Array.isArray(value)) for (const one of value.slice(0, mostValues)) waiting.push(one);
    if (!isObject(value)) continue;
    const type = typesOf(value).find((name) => articleType.test(name));
    if (type !== undefined) return articleOf(value, type);
    waiting.push(value['@graph'], value['mainEntity'], value['mainEntityOfPage']);
  }
  return null;
}
