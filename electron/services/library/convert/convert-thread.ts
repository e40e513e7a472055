import { parentPort } from 'node:worker_threads';
import { convertFile } from './convert-file.ts';
import type { ConvertRequest } from './convert-in-thread.ts';
import { refuseUnforeseen } from './refuse-source.ts';

// This file is the whole of a worker thread: it converts a file for each message, until it is ended.
const port = parentPort;
if (!port) throw new Error('The convert thread is started by the program, not by hand.');

port.on('message', ({ file, options }: ConvertRequest) => {
  convertFile(file, options).then(
    (converted) => port.postMessage(converted),
    // Whatever a damaged file does to one of the libraries, the others are to be read.
    () => port.postMessage(refuseUnforeseen()),
  );
});
