import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stableId } from '../../../core/text/stable-id.ts';
import { hardText } from '../../support/hard-text.ts';

it('is the SHA-1 of its space and name, as a UUID of version 5', () => {
  fc.assert(
    fc.property(hardText, hardText, (space, name) => {
      const digest = createHash('sha1')
        .update(new TextEncoder().encode(`${space}\n${name}`))
        .digest();
      digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
      digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
      const hex = digest.toString('hex').slice(0, 32);
      const id = stableId(space, name);
      expect(id.replaceAll('-', '')).toBe(hex);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    }),
  );
});
