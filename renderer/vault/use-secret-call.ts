import { useCallback, useEffect, useRef, useState } from 'react';
import type { Result } from '../../core/result.ts';
import { useSentence } from '../controls/use-sentence.ts';

interface SecretCall {
  /** Whether an answer is waited for: a key takes about a second to be made. */
  readonly isBusy: boolean;
  /** Why the last one was refused, in words; `null` where it was not, or something else has been typed since. */
  readonly refusal: string | null;
  readonly forget: () => void;
  /** Makes the call. `null` where one is under way already, or it was refused. */
  readonly run: <T>(call: () => Promise<Result<T>>) => Promise<T | null>;
}

/** One call at a time that takes a secret, with its refusal kept beside the field it is about. */
export function useSecretCall(): SecretCall {
  const tell = useSentence();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isUnderWay = useRef(false);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  const run = useCallback(
    async <T>(call: () => Promise<Result<T>>): Promise<T | null> => {
      if (isUnderWay.current) return null;
      isUnderWay.current = true;
      setBusy(true);
      setRefusal(null);
      try {
        const answer = await call();
        if (answer.ok) return answer.value;
        if (isThere.current) setRefusal(tell(answer.fault));
        return null;
      } finally {
        isUnderWay.current = false;
        if (isThere.current) setBusy(false);
      }
    },
    [tell],
  );
  const forget = useCallback(() => setRefusal(null), []);
  return { isBusy, refusal, forget, run };
}
