import { app, openWindows, switches } from './app.mjs';
import { launchChromium } from './chromium.mjs';
import { onCommand } from './control.mjs';

onCommand('close-window', () => {
  for (const window of openWindows) window.close();
});

/** Starts Chromium with the switches that the application gave. */
export async function becomeReady() {
  await launchChromium(switches);
}

/** Tells the application that it may open windows. */
export function showReady() {
  app.ready = true;
  app.emit('ready', {}, {});
}
