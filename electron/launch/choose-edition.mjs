/**
 * Which edition can run here, before anything is fetched: `desktop` if Electron's runtime is there, else `browser`, and
 * why not the desktop app. Electron refuses to run as root on Linux unless its sandbox is given up, which Attest never
 * does.
 *
 * @param {{ isBrowserAsked: boolean, platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, userId: number | undefined }} machine
 * @returns {{ edition: 'desktop' } | { edition: 'browser', why: string }}
 */
export function chooseEdition({ isBrowserAsked, platform, environment, userId }) {
  if (isBrowserAsked) return { edition: 'browser', why: 'The browser edition was asked for.' };
  if (platform !== 'linux') return { edition: 'desktop' };
  if (!environment['DISPLAY'] && !environment['WAYLAND_DISPLAY'])
    return { edition: 'browser', why: 'There is no display here, which the desktop app needs.' };
  if (userId === 0)
    return {
      edition: 'browser',
      why: 'Attest runs as root here, and Electron does not run as root without giving up its sandbox. Start Attest as an ordinary user for the desktop app.',
    };
  return { edition: 'desktop' };
}
