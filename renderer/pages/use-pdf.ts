import { useEffect, useState } from 'react';
import { filePartBytes } from '../../core/library-contract.ts';
import type { Fault, Result } from '../../core/result.ts';
import { type Attest, useAttest } from '../state/use-attest.tsx';
import { loadPdfEngine, openPdf, type PdfDocument, type PdfTask } from './pdf-engine.ts';

/** A file on its way to being shown. */
export type PdfState =
  /** `done` is the part that has been read, from 0 to 1. */
  | { readonly state: 'reading'; readonly done: number }
  | { readonly state: 'open'; readonly pdf: PdfDocument }
  | { readonly state: 'refused'; readonly fault: Fault }
  | { readonly state: 'damaged' };

function bytesOf(base64: string): Uint8Array {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

interface Reading {
  readonly call: Attest['call'];
  readonly statement: string;
  readonly text: string;
  /** How many bytes there should be. */
  readonly length: number;
  /** Says which part of it has been read; `false` where nobody waits for the rest. */
  readonly onPart: (done: number) => boolean;
}

/** Reads the original of a version, one part after the other; `null` where nobody waits for the rest. */
async function readOriginal({ call, statement, text, length, onPart }: Reading): Promise<Result<Uint8Array> | null> {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (;;) {
    const read = await call('readOriginal', { statement, text, from });
    if (!read.ok) return read;
    const part = bytesOf(read.value.part);
    parts.push(part);
    from += part.length;
    if (!onPart(Math.min(1, from / Math.max(1, length)))) return null;
    if (part.length < filePartBytes) break;
  }
  const bytes = new Uint8Array(from);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { ok: true, value: bytes };
}

/** Opens the original of a version of a statement, of `length` bytes, and closes it with the pane. */
export function usePdf(statement: string, text: string, length: number): PdfState {
  const { call } = useAttest();
  const [state, setState] = useState<PdfState>({ state: 'reading', done: 0 });
  useEffect(() => {
    let isCurrent = true;
    let task: PdfTask | null = null;
    const onPart = (done: number): boolean => {
      if (isCurrent) setState({ state: 'reading', done });
      return isCurrent;
    };
    const open = async (): Promise<void> => {
      const [engine, read] = await Promise.all([
        loadPdfEngine(),
        readOriginal({ call, statement, text, length, onPart }),
      ]);
      if (!isCurrent || read === null) return;
      if (!read.ok) {
        setState({ state: 'refused', fault: read.fault });
        return;
      }
      task = openPdf(engine, read.value);
      const pdf = await task.promise;
      if (isCurrent) setState({ state: 'open', pdf });
    };
    setState({ state: 'reading', done: 0 });
    // Whatever pdf.js finds wrong with a file, it cannot be shown.
    open().catch(() => isCurrent && setState({ state: 'damaged' }));
    return () => {
      isCurrent = false;
      void task?.destroy();
    };
  }, [call, statement, text, length]);
  return state;
}
