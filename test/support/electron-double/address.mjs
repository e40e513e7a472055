/** Chromium cannot learn a scheme from outside, so the page stands under this host, which no name server knows. */
const hostSuffix = '.electron-double.invalid';

/**
 * The address the page has in Chromium for one with a scheme of the application; others stay as they are.
 *
 * @param {string} url
 * @param {ReadonlySet<string>} schemes The schemes that the application registered as standard.
 */
export function toPageUrl(url, schemes) {
  const { protocol, host, pathname, search, hash } = new URL(url);
  const scheme = protocol.slice(0, -1);
  return schemes.has(scheme) ? `https://${scheme}.${host}${hostSuffix}${pathname}${search}${hash}` : url;
}

/**
 * The address the application is told for one in Chromium: the inverse of `toPageUrl`.
 *
 * @param {string} url
 */
export function toAppUrl(url) {
  if (!URL.canParse(url)) return url;
  const { protocol, host, pathname, search, hash } = new URL(url);
  if (protocol !== 'https:' || !host.endsWith(hostSuffix)) return url;
  const [scheme, ...rest] = host.slice(0, -hostSuffix.length).split('.');
  return `${scheme}://${rest.join('.')}${pathname}${search}${hash}`;
}
