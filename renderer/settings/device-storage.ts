/** What this device keeps under `key`; `null` where that is nothing, or nothing that can be read. */
export function readFromDevice(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch (fault) {
    if (fault instanceof SyntaxError || fault instanceof DOMException) return null;
    throw fault;
  }
}

/** Keeps `value` as JSON on this device. Where the device refuses, it holds until the window is closed. */
export function keepOnDevice(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch (fault) {
    if (!(fault instanceof DOMException)) throw fault;
  }
}
