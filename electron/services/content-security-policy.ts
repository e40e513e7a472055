/**
 * What the reader's page may load, on every host: its own files, images given as data, and a page of its own in a frame,
 * to print it. Nothing from elsewhere, no inline script or style, no worker (a service worker would outlive the page), no
 * text that becomes markup or code by itself, no frame around it.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "worker-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** What a page that is only there to be printed may do: be styled by itself, and stand in a frame of the reader. */
export const printedPagePolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');
