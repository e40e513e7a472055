import { describe, expect, it } from 'vitest';
import { refuseWithoutSandbox } from '../../../electron/desktop/refuse-without-sandbox.ts';

const launcher = ['/tmp/.mount_Attest/attest', '--no-sandbox', '/home/anna/a.attest'];

describe('an AppImage', () => {
  it('does not start where its launcher gave the sandbox up, and says what to do', () => {
    const refusal = refuseWithoutSandbox(launcher, { APPIMAGE: '/home/anna/Attest.AppImage' });
    expect(refusal).toMatch(/sandbox.+Install the deb package/u);
  });

  it('starts with its sandbox', () => {
    const args = launcher.filter((argument) => argument !== '--no-sandbox');
    expect(refuseWithoutSandbox(args, { APPIMAGE: '/home/anna/Attest.AppImage' })).toBeNull();
  });
});

it('whoever starts Attest otherwise decides about the sandbox', () => {
  expect(refuseWithoutSandbox(launcher, {})).toBeNull();
});
