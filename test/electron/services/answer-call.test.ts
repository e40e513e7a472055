import { describe, expect, it } from 'vitest';
import type { AttestService } from '../../../core/ipc-contract.ts';
import { fail, succeed } from '../../../core/result.ts';
import { answerCall } from '../../../electron/services/answer-call.ts';

/** A service that gives the same answer to everything, or does the same to it. */
function serviceThat(answer: () => unknown): Pick<AttestService, 'call'> {
  return { call: async () => answer() as never }; // Wrong answers are part of what is tested.
}

async function ask(service: Pick<AttestService, 'call'>, name: unknown, input: unknown) {
  const logged: string[] = [];
  const { outcome, result } = await answerCall(service, name, input, (line) => logged.push(line));
  return { outcome, result, logged };
}

const saved = succeed({ state: 'saved', at: null });

describe('answerCall', () => {
  it('hands on the answer of the service, without what the contract does not have', async () => {
    const service = serviceThat(() => succeed({ state: 'saved', at: null, secret: 1 }));
    expect((await ask(service, 'retrySave', {})).result).toEqual(saved);
  });

  it('hands on a fault of the service', async () => {
    const fault = fail('not-found', 'There is nothing to undo.');
    expect(
      (
        await ask(
          serviceThat(() => fault),
          'undo',
          {},
        )
      ).result,
    ).toEqual(fault);
  });

  it.each([undefined, null, 7, 'toString', '__proto__', 'retrysave'])('refuses the name %s', async (name) => {
    const { outcome, result } = await ask(
      serviceThat(() => saved),
      name,
      {},
    );
    expect(outcome).toBe('unknown');
    expect(result).toMatchObject({ ok: false, fault: { code: 'not-found' } });
  });

  it('refuses an input that breaks the schema and says where', async () => {
    let isAsked = false;
    const service = serviceThat(() => {
      isAsked = true;
    });
    const { result } = await ask(service, 'search', { query: 'a', spellings: true, limit: 0, typing: false });
    expect(result).toMatchObject({
      ok: false,
      fault: { code: 'invalid', message: expect.stringContaining('“limit”') },
    });
    expect(isAsked).toBe(false);
  });

  it('refuses what is nested without end, or in itself, and takes what is not', async () => {
    const asked: unknown[] = [];
    const service: Pick<AttestService, 'call'> = {
      call: async (_, input) => {
        asked.push(input);
        return succeed({}) as never; // What this one call answers; the type is of all calls.
      },
    };
    const nest = (depth: number): unknown => Array.from({ length: depth }).reduce((inner) => [inner], 1);
    const inItself: unknown[] = [];
    inItself.push(inItself, inItself);
    for (const value of [nest(6000), nest(21), { a: nest(20) }, inItself, Array.from({ length: 60_000 }).fill(1)]) {
      const { outcome, result } = await ask(service, 'keepOnDevice', { key: 'attest.panes', value });
      expect(outcome).toBe('refused');
      expect(result).toMatchObject({ ok: false, fault: { message: expect.stringContaining('“value”') } });
    }
    expect(asked).toEqual([]);
    for (const value of [nest(20), { a: nest(19) }, 'ю'.repeat(99_998)]) {
      await ask(service, 'keepOnDevice', { key: 'attest.panes', value });
      expect(asked.pop()).toEqual({ key: 'attest.panes', value });
    }
  });

  it('turns an exception of reading the input into a fault and logs it', async () => {
    const input = new Proxy(
      {},
      {
        get: () => {
          throw new RangeError('too much');
        },
      },
    );
    const { outcome, logged } = await ask(
      serviceThat(() => saved),
      'keepOnDevice',
      input,
    );
    expect(outcome).toBe('failed');
    expect(logged).toEqual([expect.stringContaining('too much')]);
  });

  it('turns an exception into a fault and logs it', async () => {
    const service = serviceThat(() => {
      throw new Error('broken');
    });
    const { result, logged } = await ask(service, 'retrySave', {});
    expect(result).toMatchObject({
      ok: false,
      fault: { code: 'internal', message: expect.stringContaining('“retrySave”') },
    });
    expect(logged).toEqual([expect.stringContaining('broken')]);
  });

  it('turns an answer that breaks the schema into a fault and logs it', async () => {
    const { result, logged } = await ask(
      serviceThat(() => succeed({ state: 'maybe' })),
      'retrySave',
      {},
    );
    expect(result).toMatchObject({ ok: false, fault: { code: 'internal' } });
    expect(logged).toHaveLength(1);
  });
});
