import { say } from '../../../../../core/sentence.ts';

/** A file that is no Word document, or not a whole one. */
export const damagedDocument = say(
  /*i18n*/ 'The file is no Word document (DOCX), or is damaged: open it in Word or LibreOffice, save it again as DOCX, and import that.',
);

/** A Word document that would take too much time and memory. */
export const tooLargeDocument = say(
  /*i18n*/ 'The Word document is larger, or its parts lie deeper in each other, than what is read: divide it, and import the parts.',
);
