import type { ComponentProps, ReactNode } from 'react';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'aria-label' | 'title'> {
  /** What it does, in words: its name for a screen reader. */
  readonly name: string;
  /** What is shown where the pointer rests, such as the name with its key; the name where nothing is given. */
  readonly hint?: string;
}

/** A button that shows a sign and no words. Its name is said, and shown where the pointer rests. */
export function IconButton({ name, hint = name, className = '', ...rest }: IconButtonProps): ReactNode {
  return <button {...rest} type="button" className={`button icon ${className}`} aria-label={name} title={hint} />;
}
