import { describe, expect, it } from 'vitest';
import { appUrl, isAppUrl } from '../../../electron/desktop/app-url.ts';
import { profileName, workspaceArgument } from '../../../electron/desktop/start-options.ts';

describe('workspaceArgument', () => {
  it('takes both ways of writing it, and the last of several', () => {
    expect(workspaceArgument(['electron', '.', '--workspace', '/a b'])).toBe('/a b');
    expect(workspaceArgument(['electron', '.', '--workspace=/a=b'])).toBe('/a=b');
    expect(workspaceArgument(['--workspace', '/a', '--workspace=/b'])).toBe('/b');
  });

  it('is undefined where there is none or no folder follows', () => {
    expect(workspaceArgument(['electron', '.', '--workspaces=/a'])).toBeUndefined();
    expect(workspaceArgument(['electron', '.', '--workspace'])).toBeUndefined();
  });
});

describe('profileName', () => {
  it('is the same for one workspace and different for another, and shows no path', () => {
    expect(profileName('/home/a')).toBe(profileName('/home/a'));
    expect(profileName('/home/a')).not.toBe(profileName('/home/b'));
    expect(profileName('/home/a')).toMatch(/^workspace-[0-9a-f]{16}$/u);
  });
});

describe('isAppUrl', () => {
  it('accepts the reader’s addresses and its origin', () => {
    for (const url of [appUrl, 'app://attest', 'app://attest/assets/a.js?x#y']) expect(isAppUrl(url)).toBe(true);
  });

  it('accepts nothing that only looks like them', () => {
    for (const url of [
      '',
      'null',
      'about:blank',
      'app://attest.example/',
      'app://attest:80/',
      'app://other/',
      'app:attest',
      'https://attest/',
      'https://app://attest/',
      'file:///app://attest/',
      'data:text/html,app://attest/',
    ]) {
      expect(isAppUrl(url), url).toBe(false);
    }
  });
});
