import type { EngineSurroundings } from './open-engine.ts';
import type { EngineName, SpeedQuery } from './search-engine.ts';

/** What a process is asked to do with the collection in `collectionFile`; each gives a `CallResults`. */
export type EngineCall =
  | {
      readonly call: 'build';
      readonly name: EngineName;
      readonly surroundings: EngineSurroundings;
      readonly collectionFile: string;
    }
  | {
      readonly call: 'measure';
      readonly queries: readonly SpeedQuery[];
      readonly limit: number;
      readonly mostMs: number;
    }
  | { readonly call: 'memory' }
  | { readonly call: 'save'; readonly path: string }
  | { readonly call: 'load'; readonly path: string; readonly collectionFile: string; readonly times: number }
  | {
      readonly call: 'type';
      readonly texts: readonly string[];
      readonly limit: number;
      readonly collectionFile: string;
    };

/** What was measured. Times in milliseconds, memory in bytes over what there was before the build. */
export interface CallResults {
  readonly build: {
    readonly ms: number;
    /** Of the processor: says more than the clock where other programs run. */
    readonly processorMs: number;
    readonly memory: number;
    readonly paragraphs: number;
    readonly of: number;
  };
  /** A time for each query that there was time for; `answered` of them had an answer. */
  readonly measure: { readonly times: readonly number[]; readonly answered: number };
  readonly memory: { readonly memory: number };
  readonly save: { readonly ms: number; readonly bytes: number };
  /** Medians: reading the bytes, reading the index, having all of it ready to be asked; and the first search after. */
  readonly load: { readonly bytes: number; readonly index: number; readonly ready: number; readonly first: number };
  /** Time of each key. */
  readonly type: { readonly times: readonly number[] };
}
