import { type Sentence, say } from '../../../../core/sentence.ts';
import type { Foreign } from './file-signatures.ts';
import { notText } from './refuse-source.ts';

/** What a file is that Attest does not read, and what its user can do. */
export function refuseFormat(kind: Foreign): Sentence {
  switch (kind) {
    case 'word':
    case 'rtf':
    case 'opendocument':
    case 'pages':
    case 'office':
      return say(
        /*i18n*/ 'The file is {kind, select, word {a document of an old version of Word (.doc)} rtf {a document in rich text (.rtf)} opendocument {an OpenDocument text (.odt)} pages {a document of Pages} other {an old document of an office program}}, which Attest does not read: open it in Word or LibreOffice, save it as DOCX, and import that.',
        { kind },
      );
    case 'spreadsheet':
    case 'presentation':
    case 'postscript':
    case 'djvu':
    case 'kindle':
      return say(
        /*i18n*/ 'The file is {kind, select, spreadsheet {a spreadsheet} presentation {a presentation} postscript {a PostScript document} djvu {a DjVu document} other {an e-book for Kindle}}, which Attest does not read: save it as PDF from a program that opens it, and import that.',
        { kind },
      );
    case 'outlook':
    case 'mailbox':
      return say(
        /*i18n*/ 'The file is {kind, select, outlook {a message of Outlook (.msg)} other {a mailbox with several messages}}, which Attest does not read: save each message as .eml from your mail program, and import that.',
        { kind },
      );
    case 'encrypted':
      return say(
        /*i18n*/ 'The document has a password: open it in the program that it was written with, save it without the password, and import that.',
      );
    case 'image':
      return say(
        /*i18n*/ 'The file is a picture, and Attest reads no text off pictures: have a program for text recognition make a PDF or a text of it, and import that.',
      );
    case 'recording':
      return say(/*i18n*/ 'The file is a recording: write down what is said in it, and import that text.');
    case 'archive':
      return say(/*i18n*/ 'The file is an archive: unpack it, and import the files that were in it.');
    case 'program':
      return notText;
  }
}
