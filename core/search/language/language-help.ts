import { type Sentence, say } from '../../sentence.ts';

/** One entry of the help on the query language: something that can be typed, and what it finds. */
export interface LanguageHelp {
  readonly example: string;
  readonly meaning: Sentence;
}

/**
 * The query language, as the reader's help, the README and the command line's help give it. Every example is a whole
 * query that `parseQuery` has no remark on.
 */
export const languageHelp: readonly LanguageHelp[] = [
  {
    example: 'detained journalists',
    meaning: say(/*i18n*/ 'Both words, in any order, with their other forms and spellings.'),
  },
  {
    example: '"human rights"',
    meaning: say(/*i18n*/ 'Exactly these words side by side, without other forms and spellings.'),
  },
  {
    example: 'minsk detained OR arrested',
    meaning: say(/*i18n*/ '“minsk” and one of the two words beside OR; | does the same.'),
  },
  {
    example: 'election -fraud',
    meaning: say(
      /*i18n*/ 'The first word, where the second, as it is written, is not in the same passage; NOT does the same.',
    ),
  },
  { example: 'detain*', meaning: say(/*i18n*/ 'Words that begin so: detain, detained, detainees.') },
  { example: 'ill-treatment', meaning: say(/*i18n*/ 'ill-treatment, ill treatment and illtreatment alike.') },
  {
    example: 'police NEAR/5 violence',
    meaning: say(/*i18n*/ 'In any order with at most five words between; NEAR alone means ten.'),
  },
  {
    example: 'tag:torture',
    meaning: say(
      /*i18n*/ 'Passages with a highlight that has this tag or one under it; several tags must all be there.',
    ),
  },
  {
    example: 'tag:"detention/conditions"',
    meaning: say(/*i18n*/ 'A tag by its path; quotation marks hold a name with spaces together.'),
  },
  { example: 'police -tag:reviewed', meaning: say(/*i18n*/ 'Not what has this tag.') },
  {
    example: 'in:notes torture',
    meaning: say(/*i18n*/ 'Only in notes; also in:statements and in:tags, or several with commas between.'),
  },
  {
    example: 'from:2020 to:2023-05',
    meaning: say(/*i18n*/ 'Statements dated from the year, month or day on, and up to the end of another.'),
  },
  { example: 'speaker:carpenter', meaning: say(/*i18n*/ 'Only what this person says; of several names any.') },
  { example: 'publisher:osce', meaning: say(/*i18n*/ 'Only statements of this publisher; of several any.') },
  { example: 'lang:be', meaning: say(/*i18n*/ 'Only statements in this language (en, be, ru, uk); of several any.') },
];
