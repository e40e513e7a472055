import type { Query, QueryNode, QueryWord } from '../../../../core/search/language/query.ts';

const showWord = ({ parts, isPrefix }: QueryWord): string => parts.join('-') + (isPrefix ? '*' : '');

function showNode(node: QueryNode): string {
  if (node.kind === 'any') return `(${node.of.map(showNode).join(' | ')})`;
  if (node.kind === 'near') return `<${node.of.map(showNode).join(' ')}>${node.distance}`;
  const words = node.words.map(showWord).join(' ');
  if (node.isExact) return `"${words}"`;
  return node.words.length > 1 ? `[${words}]` : words;
}

/** What a query asks for in a short form of its keys: `"exact"`, `[side by side]`, `(a | b)`, `<a b>5`, `-left out`. */
export function showQuery({ all, none }: Query): string[] {
  return [...all.map(showNode), ...none.map((node) => `-${showNode(node)}`)];
}
