import { type RefObject, useEffect, useRef } from 'react';

/** A ref for the element that takes the focus when it appears: its user has just asked for it. */
export function useFocusOnMount<Element extends HTMLElement>(): RefObject<Element | null> {
  const ref = useRef<Element>(null);
  useEffect(() => ref.current?.focus(), []);
  return ref;
}
