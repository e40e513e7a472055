/** The line to the test: what it scripted, and what it is told. */
const answers = JSON.parse(process.env.ELECTRON_DOUBLE_ANSWERS ?? '[]');
const commands = new Map();

process.on('message', (message) => {
  if (message.type === 'answer') answers.push(message);
  else commands.get(message.type)?.(message);
});

/**
 * Takes the answer that the test gave for the next dialog of this kind. A dialog nobody expects is an error.
 *
 * @param {string} dialog
 */
export function takeAnswer(dialog) {
  const index = answers.findIndex((answer) => answer.dialog === dialog);
  if (index === -1) throw new Error(`The application opened ${dialog}, for which the test gave no answer.`);
  return answers.splice(index, 1)[0].value;
}

/**
 * @param {string} type
 * @param {(message: any) => void} command
 */
export function onCommand(type, command) {
  commands.set(type, command);
}

/** @param {Record<string, unknown> & { type: string }} message */
export function tellTest(message) {
  if (process.connected) process.send?.(message);
}
