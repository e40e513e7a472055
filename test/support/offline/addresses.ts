/** An address and a port, as in `127.0.0.1:80` and `[::1]:80`; `null` where `text` is neither. */
export function splitAddress(text: string): { readonly host: string; readonly port: number } | null {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+)):(\d+)$/u.exec(text) ?? [];
  const host = bracketed ?? plain;
  return host === undefined || port === undefined ? null : { host, port: Number(port) };
}

/** Whether a host is this computer and nothing else: a loopback address, or a name that never leaves it (RFC 6761). */
export function isLoopback(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[|\]$/gu, '');
  if (bare === 'localhost' || bare.endsWith('.localhost')) return true;
  return bare === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/u.test(bare);
}

/**
 * Where Chromium asks the system whether there is a way to the outside by IPv6: it connects a UDP socket there, which only
 * looks at the routing table, and closes it. Nothing is sent; `judgeNetLog` sees to it that nothing was.
 */
export const reachabilityProbe = '2001:4860:4860::8888';
