import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { AttestBridge } from '../../core/ipc-contract.ts';
import type { AttestEvent } from '../../core/session.ts';
import { callChannel, eventChannel } from './channels.ts';

const bridge: AttestBridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  subscribe: (listener) => {
    const forward = (_event: IpcRendererEvent, event: AttestEvent): void => listener(event);
    ipcRenderer.on(eventChannel, forward);
    return () => {
      ipcRenderer.removeListener(eventChannel, forward);
    };
  },
};

contextBridge.exposeInMainWorld('attest', bridge);
