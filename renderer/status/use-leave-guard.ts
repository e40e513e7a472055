import { useEffect } from 'react';
import { useAttest } from '../state/use-attest.tsx';

/** Makes the browser ask before it leaves the page while something is not on the disk. The desktop asks by itself. */
export function useLeaveGuard(): void {
  const { session } = useAttest();
  const mayLose = session.host === 'browser' && session.save.state !== 'saved';
  useEffect(() => {
    if (!mayLose) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [mayLose]);
}
