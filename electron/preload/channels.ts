/** The channel that carries every call from the reader: `(name, input)`, answered with a `Result`. */
export const callChannel = 'attest:call';

/** The channel on which the main process pushes every `AttestEvent` to the reader. */
export const eventChannel = 'attest:event';
