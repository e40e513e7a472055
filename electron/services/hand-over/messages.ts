import { z } from 'zod';
import { Fault } from '../../../core/result.ts';

/** The longest request, in bytes: as much as the browser edition takes. */
export const requestLimitBytes = 1024 * 1024;

/** The request that asks only whether somebody is there. */
export const greeting = 'hand-over/greet';

/** The request for a link that opens the running browser edition; the answer is the link. */
export const linkRequest = 'hand-over/issue-link';

/** The request to read a file of work; its input is `ImportRequest`, and the answer that of `readImport`. */
export const importRequest = 'hand-over/read-import';

/** Where the file is that is to be read, as everybody on this machine says it. */
export const ImportRequest = z.object({ path: z.string().min(1).max(32_768) });

/** The request to take a catalogue; its input is `ImportRequest`, and the answer that of `importCatalogue`. */
export const catalogueRequest = 'hand-over/import-catalogue';

/** The request to add files as statements; its input is `AddRequest`, and the answer that of `beginAdding`. */
export const addRequest = 'hand-over/begin-adding';

/** Where the files and folders are that are to be added, as everybody on this machine says it. */
export const AddRequest = z.object({
  paths: z.array(z.string().min(1).max(32_768)).min(1),
  isRecursive: z.boolean(),
  versionOf: z.string().nullable(),
  encoding: z.string().nullable(),
});

/** One line to the door: a call of the contract, or one of the requests above. */
export const DoorRequest = z.object({ token: z.string(), id: z.int(), name: z.string(), input: z.unknown() });
export type DoorRequest = z.infer<typeof DoorRequest>;

/** One line from the door. `id` is that of the request; `null` where it could not be read. */
export const DoorResponse = z.object({
  id: z.int().nullable(),
  result: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({ ok: z.literal(false), fault: Fault }),
  ]),
});
export type DoorResponse = z.infer<typeof DoorResponse>;
