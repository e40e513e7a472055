/** A line was longer than the limit. */
export class LineTooLongError extends Error {}

const lineFeed = 0x0a;

/**
 * The lines of a stream of bytes, without their line feeds; what comes after the last one is dropped, since its sender
 * went away. Throws `LineTooLongError` as soon as a line has more than `limitBytes`.
 */
export async function* readLines(stream: AsyncIterable<Buffer>, limitBytes: number): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      pieces.push(chunk.subarray(start, end));
      if (bytes + end - start > limitBytes) throw new LineTooLongError(`A line has more than ${limitBytes} bytes.`);
      yield Buffer.concat(pieces);
      pieces = [];
      bytes = 0;
      start = end + 1;
    }
    pieces.push(chunk.subarray(start));
    bytes += chunk.length - start;
    if (bytes > limitBytes) throw new LineTooLongError(`A line has more than ${limitBytes} bytes.`);
  }
}
