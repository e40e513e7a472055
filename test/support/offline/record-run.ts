import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { requireChromium } from '../find-chromium.mjs';
import { projectRoot } from '../runtime.ts';
import { judgeRecord } from './judge-record.ts';
import { recordVariable } from './recording.ts';
import { startSocketSampler } from './sample-sockets.ts';

const mostShown = 20;

/**
 * Playwright's global set-up: has every start of the application in the run write its sockets down, and gives what judges
 * them at the end. The run fails where anything was not a Unix socket or loopback of Attest's own.
 */
export default async function recordRun(): Promise<() => Promise<void>> {
  const folder = join(projectRoot, 'test-results', 'sockets');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  process.env[recordVariable] = folder; // The workers that Playwright starts inherit it.
  const sampler = startSocketSampler(process.pid);
  return async () => {
    const programs = new Set([basename(process.execPath), basename(requireChromium(process.env))]);
    const judged = await judgeRecord(folder, programs);
    const samples = sampler.samples();
    const violations = [...judged.violations, ...sampler.stop()];
    console.log(
      `Offline: ${judged.threads} threads of Attest, ${judged.browsers} browsers, ${judged.connections} connections, ${samples} looks at the system’s sockets; ${violations.length} outside this computer.`,
    );
    if (violations.length > 0) {
      const more = violations.length > mostShown ? [`… and ${violations.length - mostShown} more`] : [];
      throw new Error(
        ['Something went outside this computer, or tried to:', ...violations.slice(0, mostShown), ...more].join('\n  '),
      );
    }
    await rm(folder, { recursive: true, force: true });
  };
}
