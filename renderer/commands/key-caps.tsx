import type { ReactNode } from 'react';
import { isMac } from './is-mac.ts';
import { nameKeys } from './key-names.ts';
import type { Keys } from './keys.ts';

/** The keys of a command, each as a small key. */
export function KeyCaps({ keys }: { readonly keys: Keys }): ReactNode {
  return (
    <span className="key-caps">
      {nameKeys(keys, isMac()).map((step, at) => (
        // The steps of a sequence have no identity but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: they are shown as they stand
        <span key={at} className="key-step">
          {step.map((name) => (
            <kbd key={name} className="key">
              {name}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
