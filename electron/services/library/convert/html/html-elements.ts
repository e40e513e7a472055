/** Elements that browsers put on lines of their own; every other stands within a line. */
const blocks: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'button',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'listing',
  'main',
  'menu',
  'nav',
  'ol',
  'optgroup',
  'option',
  'p',
  'plaintext',
  'pre',
  'search',
  'section',
  'select',
  'summary',
  'table',
  'tbody',
  'td',
  'textarea',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'xmp',
]);

/** Elements whose content is not shown as text, whatever the page says. */
const unseen: ReadonlySet<string> = new Set([
  'annotation',
  'annotation-xml',
  'audio',
  'canvas',
  'datalist',
  'iframe',
  'noembed',
  'noframes',
  'noscript',
  'script',
  'style',
  'svg',
  'template',
  'title',
  'video',
]);

const preformatted: ReadonlySet<string> = new Set(['listing', 'plaintext', 'pre', 'textarea', 'xmp']);

/** Elements that hold what surrounds an article. */
const surroundings: ReadonlySet<string> = new Set([
  'aside',
  'button',
  'dialog',
  'footer',
  'menu',
  'nav',
  'search',
  'select',
  'textarea',
]);

const surroundingRoles =
  /^(?:alert|alertdialog|banner|complementary|contentinfo|dialog|menu|menubar|navigation|search|toolbar)$/iu;

/** How web sites call what surrounds their articles: the whole of a class or id, or a word of it. */
const surroundingNames = [
  /^(?:(?:site|page|global|main|top|sub|primary|secondary)[-_]?)?(?:header|footer|nav|navbar|navigation|menu|masthead|breadcrumbs?|sidebar|toolbar|banner)s?$/iu,
  /(?:^|[-_])(?:share|sharing|social|related|promo|newsletter|subscribe|advert\w*|ads?|sponsor\w*|cookies?|gdpr|consent|comments?|popup|modal|copyright|login|pagination|pager|widget|disqus|outbrain|taboola|trending|noprint)(?:$|[-_])/iu,
] as const;

/** The attributes of an element, by their names in small letters. */
export type Attributes = Readonly<Record<string, string>>;

/** Whether the element begins and ends a line. */
export function isBlock(name: string, { style = '' }: Attributes): boolean {
  return blocks.has(name) || /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|list-item|table)\b/iu.test(style);
}

/** Whether what is in the element is not shown: by its kind, or because the page itself says so. */
export function isHidden(name: string, attributes: Attributes): boolean {
  if (unseen.has(name)) return true;
  // Pages hide themselves until their scripts have run, which here they never do.
  if (name === 'html' || name === 'body') return false;
  const { hidden, style = '' } = attributes;
  // What is hidden until found, as what is folded, may be read.
  if (hidden !== undefined && hidden.toLowerCase() !== 'until-found') return true;
  if (name === 'dialog' && attributes['open'] === undefined) return true;
  return /(?:^|;)\s*display\s*:\s*none\b/iu.test(style);
}

/** Whether white space in the element is shown as it is. */
export function isPreformatted(name: string, { style = '' }: Attributes): boolean {
  return preformatted.has(name) || /(?:^|;)\s*white-space\s*:\s*(?:pre|pre-wrap|break-spaces)\s*(?:;|$)/iu.test(style);
}

/** Whether the element by its name, role, class or id surrounds an article and is no part of it. */
export function isSurrounding(name: string, attributes: Attributes): boolean {
  if (surroundings.has(name) || surroundingRoles.test(attributes['role'] ?? '')) return true;
  if (name === 'html' || name === 'body') return false;
  const names = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.slice(0, 1_000).split(/\s+/u);
  return names.some((own) => surroundingNames.some((pattern) => pattern.test(own)));
}
