import { protocol, type Session } from 'electron';
import { appScheme, isAppUrl } from './app-url.ts';
import { serveFolder } from './serve-folder.ts';

/** Makes `app://` a standard and secure scheme. Only has an effect before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built reader in `folder` as `app://attest/` to the pages of `session`. */
export function serveReader(session: Session, folder: string): void {
  session.protocol.handle(appScheme, (request) =>
    isAppUrl(request.url) ? serveFolder(folder, request) : new Response(null, { status: 404 }),
  );
}
