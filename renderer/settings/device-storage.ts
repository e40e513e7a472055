import type { DeviceSettings } from '../../core/device-settings.ts';

/** What may lie in clear beside an encrypted workspace, so that the lock screen looks and speaks as its user likes. */
const harmless: ReadonlySet<string> = new Set([
  'attest.reading',
  'attest.language',
  'attest.panes',
  'attest.plain-keys',
  'attest.tour',
]);

/** What is kept of an encrypted workspace: its places and searches tell of the work, and browsers write pages' storage to disk. */
const memory = new Map<string, unknown>();
let isInMemory = false;

function isForMemory(key: string): boolean {
  return isInMemory && !harmless.has(key);
}

/** What this device keeps under `key`; `null` where that is nothing, or nothing that can be read. */
export function readFromDevice(key: string): unknown {
  if (isForMemory(key)) return memory.get(key) ?? null;
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch (fault) {
    if (fault instanceof SyntaxError || fault instanceof DOMException) return null;
    throw fault;
  }
}

function keepInPage(key: string, value: unknown): void {
  if (isForMemory(key)) {
    memory.set(key, value);
    return;
  }
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch (fault) {
    if (!(fault instanceof DOMException)) throw fault;
  }
}

/** The keys of our own in the page's storage. Empty where the browser refuses it. */
function keysInPage(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith('attest.'));
  } catch (fault) {
    if (fault instanceof DOMException) return [];
    throw fault;
  }
}

/**
 * Keeps what tells of the work in memory alone, for an encrypted workspace, or in the page's storage again. What was there
 * goes along, and nothing of it stays behind.
 */
export function keepInMemory(isOn: boolean): void {
  if (isOn === isInMemory) return;
  if (isOn) {
    for (const key of keysInPage().filter((candidate) => !harmless.has(candidate))) {
      memory.set(key, readFromDevice(key));
      localStorage.removeItem(key);
    }
    sessionStorage.clear();
    isInMemory = true;
    return;
  }
  isInMemory = false;
  for (const [key, value] of memory) keepInPage(key, value);
  memory.clear();
}

/** Forgets what is kept in memory, and what this window alone remembers. The host has it. */
export function forgetPage(): void {
  memory.clear();
  sessionStorage.clear();
}

/** What this window alone keeps under `key`, over a reload; `null` where that is nothing. */
export function readFromWindow(key: string): string | null {
  return sessionStorage.getItem(key);
}

/** Keeps `value` for this window alone. Of an encrypted workspace nothing: browsers write that to disk too. */
export function keepInWindow(key: string, value: string): void {
  if (!isForMemory(key)) sessionStorage.setItem(key, value);
}

/** Told, with the key, of everything that is kept. */
const keptEvent = 'attest-kept';

/**
 * Keeps `value` as JSON on this device. Where the device refuses, it holds until the window is closed. A page's own
 * storage may last no longer than its program: the host keeps it too (`AttestProvider`).
 */
export function keepOnDevice(key: string, value: unknown): void {
  keepInPage(key, value);
  dispatchEvent(new CustomEvent(keptEvent, { detail: { key, value } }));
}

/** Takes over what the host has kept, where this window does not know better: before anything of it is read. */
export function takeFromHost(kept: DeviceSettings): void {
  for (const [key, value] of Object.entries(kept)) {
    if (readFromDevice(key) === null) keepInPage(key, value);
  }
}

/** Calls `listener` for everything that is kept from now on, until the returned function is called. */
export function onKept(listener: (key: string, value: DeviceSettings[string]) => void): () => void {
  const onEvent = (event: Event): void => {
    if (event instanceof CustomEvent) listener(event.detail.key, event.detail.value);
  };
  addEventListener(keptEvent, onEvent);
  return () => removeEventListener(keptEvent, onEvent);
}
