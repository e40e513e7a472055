import { type Sentence, say } from '../../sentence.ts';
import type { NearNode, PhraseNode } from './query.ts';
import type { QueryOperator, QueryToken, QueryTokens } from './query-tokens.ts';

type Term = QueryToken & { readonly kind: 'term' };

/** Alternatives, one at least, that are looked for or, with `isNegated`, left out. */
export interface QueryAlternatives {
  readonly isNegated: boolean;
  readonly of: readonly (PhraseNode | NearNode)[];
}

/** The conditions of a query, with the fields as they stand in it, and what was odd. */
export interface JoinedTokens {
  readonly groups: readonly QueryAlternatives[];
  readonly fields: readonly (QueryToken & { readonly kind: 'field' })[];
  readonly remarks: readonly Sentence[];
}

/** Fields of which any value will do, so that `OR` between two of them says what holds anyway. */
const oneOfMany: ReadonlySet<string> = new Set(['in', 'speaker', 'publisher', 'lang']);

const dangling = (name: 'AND' | 'OR' | 'NEAR'): Sentence =>
  say(/*i18n*/ '{name} was left out where it does not stand between two words or phrases.', { name });
const danglingNot = say(/*i18n*/ 'NOT was left out where no word, phrase or tag comes after it.');
const negatedAlternative = say(
  /*i18n*/ 'What is to be left out cannot be an alternative of OR or a neighbour of NEAR: it is left out.',
);
const severalDistances = say(/*i18n*/ 'Words joined by several NEARs have one distance: the largest was taken.');

/** Words and phrases that one NEAR may join: what it costs to look for them doubles with each. */
const nearLimit = 5;
const tooManyNear = say(
  /*i18n*/ 'NEAR joins at most {limit} words or phrases: those after them only have to be there.',
  { limit: nearLimit },
);

const phrasesOf = ({ node }: Term): readonly PhraseNode[] => (node.kind === 'near' ? node.of : [node]);

/** What AND says holds anyway: it goes, with a remark where something is missing beside it. */
function leaveOutAnd({ tokens }: QueryTokens, isAtEndFine: boolean): QueryTokens {
  const out: QueryToken[] = [];
  const remarks: Sentence[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'operator' || token.name !== 'AND') {
      out.push(token);
      continue;
    }
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    const isLeftFine = before !== undefined && before.kind !== 'operator';
    const isRightFine = after ? after.kind !== 'operator' || after.name === 'NOT' : isAtEndFine;
    if (!isLeftFine || !isRightFine) remarks.push(dangling('AND'));
  }
  return { tokens: out, remarks };
}

function applyNot({ tokens }: QueryTokens, isAtEndFine: boolean): QueryTokens {
  const out: QueryToken[] = [];
  const remarks: Sentence[] = [];
  let isNegated = false;
  for (const token of tokens) {
    if (token.kind === 'operator' && token.name === 'NOT') {
      isNegated = true;
      continue;
    }
    if (isNegated && token.kind === 'operator') remarks.push(danglingNot);
    out.push(isNegated && token.kind !== 'operator' ? { ...token, isNegated } : token);
    isNegated = false;
  }
  if (isNegated && !isAtEndFine) remarks.push(danglingNot);
  return { tokens: out, remarks };
}

function joinTwo(
  left: Term,
  { distance }: QueryOperator,
  right: Term,
): { readonly term: Term; readonly isSame: boolean } {
  const { node } = left;
  const isSame = node.kind === 'phrase' || node.distance === distance;
  const widest = node.kind === 'near' ? Math.max(node.distance, distance) : distance;
  const of = [...phrasesOf(left), ...phrasesOf(right)];
  return { term: { ...left, node: { kind: 'near', of, distance: widest } }, isSame };
}

function joinNear({ tokens }: QueryTokens, isAtEndFine: boolean): QueryTokens {
  const out: QueryToken[] = [];
  const remarks: Sentence[] = [];
  let near: QueryOperator | null = null;
  for (const token of tokens) {
    if (token.kind === 'operator' && token.name === 'NEAR') {
      near = token;
      continue;
    }
    const left = out.at(-1);
    const isFull = left?.kind === 'term' && phrasesOf(left).length >= nearLimit;
    if (near && isFull && token.kind === 'term' && !token.isNegated) {
      remarks.push(tooManyNear);
      out.push(token);
    } else if (near && left?.kind === 'term' && token.kind === 'term' && !token.isNegated) {
      const { term, isSame } = joinTwo(left, near, token);
      if (!isSame) remarks.push(severalDistances);
      out[out.length - 1] = term;
    } else {
      if (near) remarks.push(token.kind === 'term' && token.isNegated ? negatedAlternative : dangling('NEAR'));
      out.push(token);
    }
    near = null;
  }
  if (near && !isAtEndFine) remarks.push(dangling('NEAR'));
  return { tokens: out, remarks };
}

function joinOr({ tokens }: QueryTokens, isAtEndFine: boolean): JoinedTokens {
  const groups: { readonly isNegated: boolean; readonly of: (PhraseNode | NearNode)[] }[] = [];
  const fields: (QueryToken & { readonly kind: 'field' })[] = [];
  const remarks: Sentence[] = [];
  let left: (typeof groups)[number] | null = null;
  let isOr = false;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'operator') {
      isOr = true;
      continue;
    }
    if (token.kind === 'field') {
      const before = tokens[at - 2];
      const isAnyway = before?.kind === 'field' && before.field === token.field && oneOfMany.has(token.field);
      if (isOr && !isAnyway) remarks.push(dangling('OR'));
      fields.push(token);
      left = null;
    } else if (isOr && left && !left.isNegated && !token.isNegated) {
      left.of.push(token.node);
    } else {
      if (isOr) remarks.push(left?.isNegated || token.isNegated ? negatedAlternative : dangling('OR'));
      left = { isNegated: token.isNegated, of: [token.node] };
      groups.push(left);
    }
    isOr = false;
  }
  if (isOr && !isAtEndFine) remarks.push(dangling('OR'));
  return { groups, fields, remarks };
}

/**
 * Applies the operators: `NEAR` binds closest, then `NOT` (and the minus), then `OR`, and what remains must all hold.
 * An operator without its operands is left out with a remark; with `typing` none is made of one at the end.
 */
export function joinTokens(tokens: QueryTokens, typing: boolean): JoinedTokens {
  const bare = leaveOutAnd(tokens, typing);
  const negated = applyNot(bare, typing);
  const near = joinNear(negated, typing);
  const joined = joinOr(near, typing);
  return { ...joined, remarks: [tokens, bare, negated, near, joined].flatMap(({ remarks }) => remarks) };
}
