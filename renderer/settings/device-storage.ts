import type { DeviceSettings } from '../../core/device-settings.ts';

/** What this device keeps under `key`; `null` where that is nothing, or nothing that can be read. */
export function readFromDevice(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch (fault) {
    if (fault instanceof SyntaxError || fault instanceof DOMException) return null;
    throw fault;
  }
}

function keepInPage(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch (fault) {
    if (!(fault instanceof DOMException)) throw fault;
  }
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
