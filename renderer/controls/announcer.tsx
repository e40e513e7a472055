import { createContext, type ReactNode, use, useCallback, useState } from 'react';

const AnnounceContext = createContext<(message: string) => void>(() => undefined);

/** Says something to a screen reader without showing it. */
export function useAnnounce(): (message: string) => void {
  return use(AnnounceContext);
}

/** Holds the live region that announcements go through. */
export function Announcer({ children }: { readonly children: ReactNode }): ReactNode {
  const [message, setMessage] = useState('');
  // A repeated message is read again only if its text differs: a trailing space does it.
  const announce = useCallback((next: string) => setMessage((last) => (last === next ? `${next} ` : next)), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="visually-hidden" aria-live="polite" role="status" data-testid="announcer">
        {message}
      </div>
    </AnnounceContext>
  );
}
