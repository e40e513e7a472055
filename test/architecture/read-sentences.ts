import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

/** A call in a source file. `args` are the nodes of its arguments, `text` the whole source. */
export interface Call {
  readonly file: string;
  readonly line: number;
  readonly callee: string;
  readonly args: readonly Node[];
  readonly text: string;
}

/** A node of the syntax tree, as far as it is looked into. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const project = join(import.meta.dirname, '../..');

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** `node` and all nodes under it. */
function* nodesUnder(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesUnder(child);
  }
}

/** The syntax tree of `text`. Throws where it is none. */
function parseSource(file: string, text: string): Node {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  // The tree is plain data: what is looked at is checked where it is read.
  return program as unknown as Node;
}

/** Every call in `text` of a function with one of the `names`. */
export function callsIn(file: string, text: string, names: readonly string[]): Call[] {
  return [...nodesUnder(parseSource(file, text))].flatMap((node) => {
    const { callee } = node;
    if (node.type !== 'CallExpression' || !isNode(callee) || callee.type !== 'Identifier') return [];
    const name = String(callee['name']);
    const args = Array.isArray(node['arguments']) ? node['arguments'].filter(isNode) : [];
    const line = text.slice(0, node.start).split('\n').length;
    return names.includes(name) ? [{ file, line, callee: name, args, text }] : [];
  });
}

/** Every call in a file of the project of a function with one of the `names`. */
export function readCalls(file: string, names: readonly string[]): Call[] {
  return callsIn(file, readFileSync(join(project, file), 'utf8'), names);
}

/** The nodes that a `const` or `let` called `name` is given in the file of `call`, and whether it is a string parameter. */
function originsOf(
  name: string,
  { file, text }: Call,
): { readonly nodes: readonly Node[]; readonly isString: boolean } {
  const all = [...nodesUnder(parseSource(file, text))];
  const nodes = all.flatMap((node) => {
    const { id, init } = node;
    const isNamed = node.type === 'VariableDeclarator' && isNode(id) && id['name'] === name;
    return isNamed && isNode(init) ? [init] : [];
  });
  const isString = all.some((node) => {
    const { typeAnnotation } = node;
    const isNamed = node.type === 'Identifier' && node['name'] === name && isNode(typeAnnotation);
    return isNamed && /^:\s*string$/u.test(text.slice(typeAnnotation.start, typeAnnotation.end));
  });
  return { nodes, isString };
}

/** Whether `node`, an argument of `call`, is text that was put together on the spot, and no sentence. */
export function isText(node: Node, call: Call): boolean {
  if (['Literal', 'TemplateLiteral', 'BinaryExpression'].includes(node.type)) return true;
  if (node.type === 'MemberExpression') return isNode(node['property']) && node['property']['name'] === 'message';
  if (node.type === 'ConditionalExpression' || node.type === 'LogicalExpression') {
    return ['consequent', 'alternate', 'left', 'right'].some((key) => {
      const branch = node[key];
      return isNode(branch) && branch.type !== 'BinaryExpression' && isText(branch, call);
    });
  }
  if (node.type !== 'Identifier') return false;
  const { nodes, isString } = originsOf(String(node['name']), call);
  return isString || nodes.some((origin) => isText(origin, call));
}

/** A placeholder of an ICU message: `keys` are those of its texts, none for a plain one. */
export interface Placeholder {
  readonly name: string;
  readonly kind: 'plain' | 'plural' | 'select';
  readonly keys: readonly string[];
}

function closingBrace(pattern: string, open: number): number {
  let depth = 0;
  for (let at = open; at < pattern.length; at += 1) {
    depth += pattern[at] === '{' ? 1 : pattern[at] === '}' ? -1 : 0;
    if (depth === 0) return at;
  }
  throw new Error(`A brace is not closed in ${pattern}`);
}

/** The placeholders of an ICU message, those in its plurals and choices too. Throws where it is none. */
export function placeholdersOf(pattern: string): Placeholder[] {
  const found: Placeholder[] = [];
  for (let open = pattern.indexOf('{'); open !== -1; ) {
    const close = closingBrace(pattern, open);
    const inside = pattern.slice(open + 1, close);
    const [, name = '', kind, texts = ''] = /^\s*(\w+)\s*(?:,\s*(plural|select)\s*,(.*))?$/su.exec(inside) ?? [];
    if (name === '') throw new Error(`“{${inside}}” is no placeholder`);
    const keys: string[] = [];
    for (let at = texts.indexOf('{'), from = 0; at !== -1; ) {
      const end = closingBrace(texts, at);
      keys.push(texts.slice(from, at).trim());
      found.push(...placeholdersOf(texts.slice(at + 1, end)));
      from = end + 1;
      at = texts.indexOf('{', from);
    }
    found.push({ name, kind: kind === 'plural' || kind === 'select' ? kind : 'plain', keys });
    open = pattern.indexOf('{', close);
  }
  return found;
}
