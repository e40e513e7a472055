import { join } from 'node:path';
import { DeviceSettings } from '../../core/device-settings.ts';
import type { OpeningOptions } from './opening-options.ts';
import { setAside, stampOf } from './set-aside.ts';
import { isSystemError } from './system-error.ts';
import { writeFileDurably } from './write-file-durably.ts';

/** Where what belongs to the reader and not to the work is kept. */
export const deviceFilePath = (workspaceFolder: string): string => join(workspaceFolder, 'reader.json');

/** How long changes are gathered before the file is written, in milliseconds. */
const gatherMs = 1_000;

/** The most things that are kept; who asks for more than there are in the reader is not the reader. */
const keyLimit = 40;

function parse(bytes: Buffer): DeviceSettings | null {
  try {
    const parsed = DeviceSettings.safeParse(JSON.parse(bytes.toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function read(options: OpeningOptions): Promise<DeviceSettings> {
  const { folder, files, now } = options;
  const path = deviceFilePath(folder);
  try {
    const kept = parse(await files.readFile(path));
    if (kept) return kept;
    await setAside(path, join(folder, `reader.damaged-${stampOf(now)}.json`), options);
  } catch (error) {
    // Without it everything looks as at the first start: nothing of the work is in it.
    if (!isSystemError(error)) throw error;
  }
  return {};
}

/**
 * What the reader keeps for its user, in memory and, a second after the last change, in the file `reader.json` of the
 * workspace folder. A file that cannot be understood is set aside. That it could not be written is no fault that its user
 * must know of: what is lost is how a window was arranged.
 */
export class DeviceFile {
  readonly #options: OpeningOptions;
  #kept: DeviceSettings;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  private constructor(options: OpeningOptions, kept: DeviceSettings) {
    this.#options = options;
    this.#kept = kept;
  }

  /** Reads what was kept; without `mayWrite` nothing is written later, and nothing set aside. */
  static async open(options: OpeningOptions): Promise<DeviceFile> {
    return new DeviceFile(options, await read(options));
  }

  /** Everything that is kept, by its key. */
  get kept(): DeviceSettings {
    return this.#kept;
  }

  /** Keeps `value` under `key`. `false` where there is no room for another key. */
  keep(key: string, value: DeviceSettings[string]): boolean {
    if (!Object.hasOwn(this.#kept, key) && Object.keys(this.#kept).length >= keyLimit) return false;
    this.#kept = { ...this.#kept, [key]: value };
    if (this.#options.mayWrite) this.#timer ??= setTimeout(() => void this.flush(), gatherMs).unref();
    return true;
  }

  /** Resolves when what is kept is on the disk, or could not be written. */
  async flush(): Promise<void> {
    if (this.#timer) {
      clearTimeout(this.#timer);
      this.#timer = null;
      this.#writing = this.#writing.then(() => this.#write());
    }
    await this.#writing;
  }

  async #write(): Promise<void> {
    const { folder, files } = this.#options;
    try {
      await writeFileDurably(deviceFilePath(folder), JSON.stringify(this.#kept, null, 1), { files });
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
}
