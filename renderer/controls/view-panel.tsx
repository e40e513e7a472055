import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

interface ViewPanelProps {
  /** The view whose tab shows it. */
  readonly value: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * One view of the window, shown by its tab. The tab names it, by `aria-controls`; inside, landmarks say what is where, so
 * that the panel itself is neither announced nor a stop of the Tab key.
 */
export function ViewPanel({ value, className = '', children }: ViewPanelProps): ReactNode {
  return (
    <Tabs.Panel className={`view ${className}`} value={value} tabIndex={-1} aria-labelledby={undefined}>
      {children}
    </Tabs.Panel>
  );
}
