import type { Page } from '@playwright/test';

/** What a computer tells of itself. */
export type PowerEvent = 'suspend' | 'lock-screen';

/** One start of the application on one runtime. */
export interface RunningApp {
  readonly page: Page;
  /** Closes the application as its user would, and waits for its end. */
  readonly close: () => Promise<void>;
  /** Ends the main process without a chance to write anything (SIGKILL). */
  readonly kill: () => Promise<void>;
  /** The file that `action` makes the reader export, by the user's way of this runtime: a save dialog or a download. */
  readonly saveExport: (action: () => Promise<void>) => Promise<ExportedFile>;
  /** Says what the user will answer to the next save dialog: a path, or `null` for Cancel. Desktop runtimes only. */
  readonly answerNextSave: (path: string | null) => Promise<void>;
  /** Says what the user will choose in the next dialog that opens files or a folder; `null` for Cancel. Desktop runtimes only. */
  readonly answerNextOpen: (paths: readonly string[] | null) => Promise<void>;
  /** What the system tells the application: it goes to sleep, or its user has locked the screen. Desktop runtimes only. */
  readonly tellPower: (event: PowerEvent) => Promise<void>;
}

/** A file that came out of the application. */
export interface ExportedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Where and on what the application starts. `home` takes what belongs to the runtime and not to the workspace. */
export interface StartOptions {
  readonly workspaceFolder: string;
  readonly home: string;
  /** A collection to open in place of the bundled one: a folder as `resources/`. Browser edition only. */
  readonly collection?: string;
  /** Whether the reader offers its tour, as on the first start on a device; otherwise this device has seen it. */
  readonly isTourOffered?: boolean;
}
