import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  forgetPage,
  keepInMemory,
  keepInWindow,
  keepOnDevice,
  readFromDevice,
  readFromWindow,
} from '../../renderer/settings/device-storage.ts';

/** A page's storage as `Object.keys` sees it: each key a property, the calls not. */
function fakeStorage(): Storage {
  const calls = {
    getItem: (key: string) => Reflect.get(storage, key) ?? null,
    setItem: (key: string, value: string) => void Reflect.set(storage, key, value),
    removeItem: (key: string) => void Reflect.deleteProperty(storage, key),
    clear: () => {
      for (const key of Object.keys(storage)) Reflect.deleteProperty(storage, key);
    },
  };
  // Only these calls are made.
  const storage = Object.create(calls) as Storage;
  return storage;
}

describe('what the page keeps of an encrypted workspace', () => {
  const places = { briefing: 'a place' };

  beforeEach(() => {
    vi.stubGlobal('localStorage', fakeStorage());
    vi.stubGlobal('sessionStorage', fakeStorage());
    vi.stubGlobal('dispatchEvent', () => true);
  });

  afterEach(() => {
    forgetPage();
    keepInMemory(false);
    vi.unstubAllGlobals();
  });

  it('leaves the storage of the page when it is encrypted, and can be read as before', () => {
    keepOnDevice('attest.places', places);
    keepInWindow('attest.open', 'briefing');
    keepInMemory(true);
    expect(readFromDevice('attest.places')).toEqual(places);
    expect(JSON.stringify([localStorage, sessionStorage])).not.toContain('briefing');
  });

  it('does not get there afterwards', () => {
    keepInMemory(true);
    keepOnDevice('attest.palette', ['Search everything for Volha']);
    keepInWindow('attest.open', 'briefing');
    expect(readFromDevice('attest.palette')).toEqual(['Search everything for Volha']);
    expect(readFromWindow('attest.open')).toBeNull();
    expect(JSON.stringify([localStorage, sessionStorage])).toBe('[{},{}]');
  });

  it('is forgotten on locking, but for how the window looks and speaks', () => {
    keepOnDevice('attest.language', 'be');
    keepInMemory(true);
    keepOnDevice('attest.places', places);
    forgetPage();
    expect(readFromDevice('attest.places')).toBeNull();
    expect(readFromDevice('attest.language')).toBe('be');
  });

  it('is in the storage of the page again when encryption is turned off', () => {
    keepInMemory(true);
    keepOnDevice('attest.places', places);
    keepInMemory(false);
    expect(localStorage.getItem('attest.places')).toBe(JSON.stringify(places));
    expect(readFromDevice('attest.places')).toEqual(places);
  });
});
