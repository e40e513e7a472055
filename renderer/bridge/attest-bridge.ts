import type { AttestBridge } from '../../core/ipc-contract.ts';
import { createHttpBridge, type HttpBridgeOptions } from './http-bridge.ts';

declare global {
  interface Window {
    /** Put there by the desktop's preload; absent in the browser edition. */
    readonly attest?: AttestBridge;
  }
}

/** The way to the services: the desktop's preload where there is one, else the server that this page came from. */
export function connectAttest(options: HttpBridgeOptions): AttestBridge {
  return window.attest ?? createHttpBridge(options);
}
