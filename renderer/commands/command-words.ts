import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type Language, languageNames, languages } from '../language/languages.ts';
import { type CommandId, languageCommands } from './command-keys.ts';

/** What a command is called. */
export interface CommandWords {
  readonly name: string;
  /** What else may be typed for it, with spaces between the words. It is nowhere shown. */
  readonly words: string;
}

type NamedCommand = Exclude<CommandId, (typeof languageCommands)[Language]>;

const words: Readonly<Record<NamedCommand, readonly [name: MessageDescriptor, ...words: MessageDescriptor[]]>> = {
  'go.palette': [msg`Find a command, statement, tag or dossier`],
  'go.search': [msg`Search everything`, msg`find look for words names all statements`],
  'go.back': [msg`Back`, msg`previous return earlier`],
  'go.forward': [msg`Forward`, msg`later again`],
  // A view is found by what stands on its tab too.
  'go.library': [msg`Show the library`, msg`Library`, msg`statements collection documents read list`],
  'go.catalogue': [msg`Show the catalogue`, msg`Catalogue`, msg`statements table records sets sort bulk edit fixity`],
  'go.excerpts': [msg`Show the excerpts`, msg`Excerpts`, msg`quotations quotes highlights all filter`],
  'go.dossiers': [msg`Show the dossiers`, msg`Dossiers`, msg`report chapters arrange order`],
  'go.insight': [msg`Show insight`, msg`Insight`, msg`figures charts graphs statistics heat map time line`],
  'go.codebook': [msg`Show the codebook`, msg`Codebook`, msg`tags labels codes rename merge`],
  'go.exchange': [msg`Show the exchange`, msg`Exchange`, msg`import export merge share colleague other programs`],
  'go.history': [msg`Show the history`, msg`History`, msg`changes versions backup restore`],
  'go.next-statement': [msg`Next statement`, msg`document following`],
  'go.previous-statement': [msg`Previous statement`, msg`document before`],
  'read.find': [msg`Find in this statement`, msg`search text words page`],
  'read.find-next': [msg`Next match`, msg`find search hit`],
  'read.find-previous': [msg`Previous match`, msg`find search hit`],
  'read.caret': [msg`Put a caret into the text, or take it away`, msg`cursor keyboard select`],
  'read.larger': [msg`Larger text`, msg`font size zoom in bigger letters`],
  'read.smaller': [msg`Smaller text`, msg`font size zoom out letters`],
  'read.settings': [
    msg`Reading settings`,
    msg`font typeface dyslexia size width line spacing theme colours preferences options`,
  ],
  'read.spellings': [
    msg`Find other spellings of names, or only the one typed`,
    msg`variants transliteration exact search`,
  ],
  'read.split': [msg`Read two statements side by side, or close one`, msg`split view compare columns two`],
  'read.pages': [msg`Show or hide the pages`, msg`PDF original facsimile scan page beside`],
  'read.structure': [
    msg`Say what this paragraph is`,
    msg`structure correct heading speaker speech turn list website text join split`,
  ],
  'read.other-column': [msg`Go to the other statement`, msg`switch column split side`],
  'read.focus': [msg`Focus on the text, or leave it`, msg`full screen distraction free mode zen hide`],
  'highlight.next': [msg`Next highlight`, msg`passage marked following`],
  'highlight.previous': [msg`Previous highlight`, msg`passage marked before`],
  'highlight.undo': [msg`Undo`, msg`take back revert`],
  'highlight.redo': [msg`Redo`, msg`do again repeat`],
  'library.add-files': [
    msg`Add statements: choose files…`,
    msg`import open documents PDF Word EPUB web page e-mail Markdown text`,
  ],
  'library.add-folder': [msg`Add statements: choose a folder…`, msg`import open documents directory`],
  'library.paste': [msg`Add a statement: paste text…`, msg`import clipboard insert`],
  'excerpts.export': [msg`Export`, msg`save file download report Word Excel print share`],
  'excerpts.import-work': [
    msg`Import work…`,
    msg`open read merge colleague archive Web Annotation REFI-QDA NVivo ATLAS.ti MAXQDA QualCoder Taguette codebook`,
  ],
  'excerpts.export-work': [
    msg`Export work…`,
    msg`send share colleague archive Web Annotation REFI-QDA NVivo ATLAS.ti MAXQDA QualCoder Taguette codebook`,
  ],
  'window.library': [msg`Show or hide the library pane`, msg`sidebar side left panel`],
  'window.highlights': [msg`Show or hide the highlights pane`, msg`sidebar side right panel`],
  'window.theme-system': [msg`Colours as the system`, msg`theme automatic mode appearance`],
  'window.theme-light': [msg`Light colours`, msg`theme day bright white mode appearance`],
  'window.theme-dark': [msg`Dark colours`, msg`theme night black mode appearance`],
  'window.theme-contrast-light': [msg`High contrast, light`, msg`theme colours mode appearance accessibility`],
  'window.theme-contrast-dark': [msg`High contrast, dark`, msg`theme colours mode appearance accessibility`],
  'window.encryption': [msg`Encryption`, msg`passphrase password protect safety recovery key secure`],
  'window.lock': [msg`Lock now`, msg`hide close passphrase password protect leave`],
  'window.messages': [msg`Go to the messages`, msg`notifications notices`],
  'help.keys': [msg`Keys`, msg`shortcuts keyboard hotkeys help`],
  'help.search': [msg`How to search`, msg`help query operators syntax`],
  'help.tour': [msg`Show the tour`, msg`help introduction tutorial guide start`],
};

/** What every command is called, with `translate` to put a message into a language. */
export function wordCommands(
  translate: (message: MessageDescriptor) => string,
): Readonly<Record<CommandId, CommandWords>> {
  const named = Object.entries(words).map(([id, [name, ...others]]): [string, CommandWords] => [
    id,
    { name: translate(name), words: others.map(translate).join(' ') },
  ]);
  const inEnglish = new Intl.DisplayNames('en', { type: 'language' });
  const ofLanguages = languages.map((language): [string, CommandWords] => {
    // Each in itself: whoever cannot read the present one still finds their own.
    const name = languageNames[language];
    const named = { name: translate(msg`Language: ${name}`), words: inEnglish.of(language) ?? '' };
    return [languageCommands[language], named];
  });
  // Every id is in one of the two.
  return Object.fromEntries([...named, ...ofLanguages]) as Record<CommandId, CommandWords>;
}
