import { EventEmitter } from 'node:events';
import { onCommand } from './control.mjs';
import { strict } from './strict.mjs';

const monitor = new EventEmitter();

/** Electron's `powerMonitor`: the test says when the computer goes to sleep, or its screen is locked. */
export const powerMonitor = strict(monitor, 'powerMonitor');

onCommand('power', ({ event }) => monitor.emit(event));
