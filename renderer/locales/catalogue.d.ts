declare module '*.po' {
  import type { Messages } from '@lingui/core';

  /** The compiled messages of one language, by id. */
  export const messages: Messages;
}
