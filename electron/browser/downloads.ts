import { succeed } from '../../core/result.ts';
import type { FileToSave, SaveFile } from '../services/ports.ts';
import { createSecret } from '../services/secrets.ts';

/** How long a finished export waits for its download, in milliseconds. */
const downloadLifeMs = 5 * 60_000;

/** Where the downloads are: this and a token. */
export const downloadPath = '/download/';

/** Where the pages to be printed are: this and a token. */
export const printPath = '/print/';

const tokenBytes = 32;

/** What a download hands out. */
type Downloadable = Pick<FileToSave, 'suggestedName' | 'mimeType' | 'content'>;

/** The exports that wait to be downloaded, or to be printed. */
export interface Downloads {
  /** Keeps an export in memory for one download, and its record for another; nothing is written to the disk. */
  readonly saveFile: SaveFile;
  /** Keeps a page of HTML in memory for one printing, and its record for a download. */
  readonly printInReader: SaveFile;
  /** Hands an export out and forgets it. `null` where the token was never given, was used, or is too old. */
  readonly take: (token: string) => Downloadable | null;
  /** Hands a page out and forgets it, as `take` does with exports: neither gives what the other keeps. */
  readonly takePage: (token: string) => Downloadable | null;
  /** Forgets all that waits, and wipes it as far as it lies in bytes: the workspace has been locked. */
  readonly forget: () => void;
}

/** Things kept for one taking each, by tokens nobody can guess. */
class Waiting {
  readonly #now: () => number;
  readonly #files = new Map<string, { readonly file: Downloadable; readonly expires: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  keep(file: Downloadable): string {
    this.#dropExpired();
    const token = createSecret(tokenBytes);
    this.#files.set(token, { file, expires: this.#now() + downloadLifeMs });
    // Frees the memory where nothing else happens; unref, so that it does not keep the program alive.
    setTimeout(() => this.#dropExpired(), downloadLifeMs + 1000).unref();
    return token;
  }

  take(token: string): Downloadable | null {
    this.#dropExpired();
    const found = this.#files.get(token);
    this.#files.delete(token);
    return found?.file ?? null;
  }

  forget(): void {
    for (const token of this.#files.keys()) this.#drop(token);
  }

  #dropExpired(): void {
    for (const [token, { expires }] of this.#files) if (expires <= this.#now()) this.#drop(token);
  }

  #drop(token: string): void {
    const content = this.#files.get(token)?.file.content;
    if (content instanceof Uint8Array) content.fill(0);
    this.#files.delete(token);
  }
}

/** Downloads by a clock in milliseconds that never goes backwards. */
export function createDownloads(now: () => number): Downloads {
  const files = new Waiting(now);
  const pages = new Waiting(now);
  const offer = (file: Downloadable) => ({ url: `${downloadPath}${files.keep(file)}`, fileName: file.suggestedName });
  const besideOf = ({ suggestedName, beside }: FileToSave): Downloadable[] =>
    beside ? [{ ...beside, suggestedName: `${suggestedName}${beside.suffix}` }] : [];
  return {
    saveFile: async (file, signal) => {
      if (signal.aborted) return succeed({ outcome: 'cancelled' });
      return succeed({ outcome: 'download', files: [file, ...besideOf(file)].map(offer), count: file.count });
    },
    printInReader: async (page, signal) => {
      if (signal.aborted) return succeed({ outcome: 'cancelled' });
      const url = `${printPath}${pages.keep(page)}`;
      return succeed({ outcome: 'print', url, files: besideOf(page).map(offer), count: page.count });
    },
    take: (token) => files.take(token),
    takePage: (token) => pages.take(token),
    forget() {
      files.forget();
      pages.forget();
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
