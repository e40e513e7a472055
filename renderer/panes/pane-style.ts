import type { CSSProperties } from 'react';
import type { Panes } from './panes.ts';

/** The chosen sizes as custom properties, which `styles/shell.css` lays the window out by; one not chosen is not set. */
export function paneStyle({ sizes }: Panes): CSSProperties {
  const { libraryWidth, highlightsWidth, highlightsHeight, besideWidth, pagesWidth } = sizes;
  const style = {
    ...(libraryWidth === null ? {} : { '--library-width': `${libraryWidth}px` }),
    ...(highlightsWidth === null ? {} : { '--highlights-width': `${highlightsWidth}px` }),
    ...(highlightsHeight === null ? {} : { '--highlights-height': `${highlightsHeight}px` }),
    ...(besideWidth === null ? {} : { '--beside-width': `${besideWidth}px` }),
    ...(pagesWidth === null ? {} : { '--pages-width': `${pagesWidth}px` }),
  };
  // Custom properties are not in React's list of styles.
  return style as CSSProperties;
}
