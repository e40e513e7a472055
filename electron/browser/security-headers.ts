import { contentSecurityPolicy, printedPagePolicy } from '../services/content-security-policy.ts';

/**
 * The headers of every response. `no-store` keeps statements and notes out of the browser's cache on the disk; the
 * referrer policy is `same-origin` and not `no-referrer` because the latter may turn `Origin` into `null`.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
};

/** In place of those above, for a page that the reader shows in a frame to print it. */
export const printedPageHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': printedPagePolicy,
  'X-Frame-Options': 'SAMEORIGIN',
};
