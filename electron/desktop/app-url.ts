/** The scheme under which the reader is served. */
export const appScheme = 'app';

/** Where the reader's page is. */
export const appUrl = `${appScheme}://attest/`;

/**
 * Whether `url` belongs to the reader itself. Compared by scheme and host, because the origin of a scheme of our own is
 * opaque to `URL`. Takes an origin as well as a full address.
 */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${appScheme}:` && host === 'attest';
}
