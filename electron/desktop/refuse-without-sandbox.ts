/**
 * Why Attest does not start from an AppImage that would run without Chromium's sandbox; `null` where it may. The launcher
 * inside an AppImage gives the sandbox up without a word where the system lets nobody but root make one.
 */
export function refuseWithoutSandbox(args: readonly string[], environment: NodeJS.ProcessEnv): string | null {
  if (environment['APPIMAGE'] === undefined || !args.includes('--no-sandbox')) return null;
  return 'This system lets an AppImage have no sandbox (unprivileged user namespaces are turned off), and Attest does not run without one. Install the deb package of Attest instead, or have the administrator allow user namespaces.';
}
