import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../../support/runtime.ts';

const Step = z.looseObject({ uses: z.string().optional(), run: z.string().optional() });
const Job = z.looseObject({
  'runs-on': z.string(),
  'timeout-minutes': z.number(),
  permissions: z.undefined().optional(),
  strategy: z.looseObject({ matrix: z.record(z.string(), z.array(z.string())) }).optional(),
  steps: z.array(Step).min(1),
});
const Workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(z.string(), Job),
});

const source = readFileSync(join(projectRoot, '.github/workflows/ci.yml'), 'utf8');
const { on, permissions, jobs } = Workflow.parse(parse(source, { strict: true, uniqueKeys: true }));
const program = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
const steps = Object.values(jobs).flatMap((job) => job.steps);
const commands = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));

/** The least of a version like 20.19 or 22, as numbers. */
const parts = (version: string): [number, number] => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return [major, minor];
};

describe('the public CI', () => {
  it('may read the sources and nothing else, and is given no secret', () => {
    expect(readdirSync(join(projectRoot, '.github/workflows'))).toEqual(['ci.yml']);
    expect(permissions).toEqual({ contents: 'read' });
    expect(source).not.toMatch(/secrets\.|GITHUB_TOKEN|pull_request_target|workflow_run/u);
    expect(Object.keys(on)).toEqual(['push', 'pull_request', 'schedule']);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts).toHaveLength(Object.keys(jobs).length);
    expect(checkouts.filter((step) => !JSON.stringify(step).includes('"persist-credentials":false'))).toEqual([]);
  });

  it('runs no foreign step but by its commit, of those that were looked at', () => {
    const used = new Set(steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses])));
    const names = [...used].map((name) => name.replace(/@[0-9a-f]{40}$/u, ''));
    expect(names.sort()).toEqual(['actions/checkout', 'actions/setup-node', 'actions/upload-artifact']);
  });

  it('tests the oldest Node that is promised, and newer ones', () => {
    const versions = jobs['test']?.strategy?.matrix['node'] ?? [];
    const oldest = program.engines.node.replace('>=', '');
    expect(versions[0]).toBe(oldest);
    expect(versions.length).toBeGreaterThan(1);
    for (const version of versions) expect(parts(version)[0]).toBeGreaterThanOrEqual(parts(oldest)[0]);
  });

  it('tests on real Electron and makes packages on all three systems', () => {
    for (const name of ['desktop', 'package']) {
      const systems = jobs[name]?.strategy?.matrix['os']?.map((os) => os.split('-')[0]);
      expect(systems, name).toEqual(['ubuntu', 'windows', 'macos']);
    }
    expect(jobs['package']?.['needs']).toBe('test');
  });

  it('installs exactly what the lock file says, runs scripts that are there, and asks for known weaknesses', () => {
    expect(commands.filter((command) => /npm (?:i|install)\b/u.test(command))).toEqual([]);
    const scripts = commands.flatMap((command) => command.match(/(?<=npm run )[\w:]+/gu) ?? []);
    expect(scripts).toEqual(expect.arrayContaining(['build', 'package']));
    expect(scripts.filter((name) => program.scripts[name] === undefined)).toEqual([]);
    expect(commands).toContain('npm test');
    expect(commands.filter((command) => command.startsWith('npm audit'))).toHaveLength(2);
  });

  it('puts nothing that others can choose into a command', () => {
    expect(commands.filter((command) => command.includes('${{'))).toEqual([]);
  });
});
