import { succeed } from '../../core/result.ts';
import type { FileToSave, SaveFile } from '../services/ports.ts';
import { createSecret } from '../services/secrets.ts';

/** How long a finished export waits for its download, in milliseconds. */
const downloadLifeMs = 5 * 60_000;

/** Where the downloads are: this and a token. */
export const downloadPath = '/download/';

const tokenBytes = 32;

/** The exports that wait to be downloaded. */
export interface Downloads {
  /** Keeps an export in memory for one download; nothing is written to the disk. */
  readonly saveFile: SaveFile;
  /** Hands an export out and forgets it. `null` where the token was never given, was used, or is too old. */
  readonly take: (token: string) => FileToSave | null;
}

/** Downloads by a clock in milliseconds that never goes backwards. */
export function createDownloads(now: () => number): Downloads {
  const waiting = new Map<string, { readonly file: FileToSave; readonly expires: number }>();
  const dropExpired = (): void => {
    for (const [token, { expires }] of waiting) if (expires <= now()) waiting.delete(token);
  };
  return {
    saveFile: async (file) => {
      dropExpired();
      const token = createSecret(tokenBytes);
      waiting.set(token, { file, expires: now() + downloadLifeMs });
      // Frees the memory where nothing else happens; unref, so that it does not keep the program alive.
      setTimeout(dropExpired, downloadLifeMs + 1000).unref();
      const { suggestedName, count } = file;
      return succeed({ outcome: 'download', url: `${downloadPath}${token}`, fileName: suggestedName, count });
    },
    take(token) {
      dropExpired();
      const found = waiting.get(token);
      waiting.delete(token);
      return found?.file ?? null;
    },
  };
}

/**
 * The Content-Disposition of a download (RFC 6266): the name in UTF-8 (RFC 8187, formerly 5987), and for old readers in
 * ASCII with `_` for what ASCII has not. Path separators and control characters become `_` in both.
 */
export function describeAttachment(name: string): string {
  const safe = name.replace(/[\p{Cc}\p{Surrogate}/\\]/gu, '_');
  const plain = safe.replace(/[^\x20-\x7e]|["%]/gu, '_');
  const full = encodeURIComponent(safe).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
