import { strict } from './strict.mjs';

/** The schemes that the application registered as standard. */
export const standardSchemes = new Set();

/** Electron's permissions with their names in Chromium, as far as a page can ask for them. */
const permissions = new Map([
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['clipboard-read', 'clipboard-read'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['idle-detection', 'idle-detection'],
]);

function makeProtocol(handlers) {
  return strict(
    {
      handle: (scheme, handler) => {
        if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
        handlers.set(scheme, handler);
      },
      isProtocolHandled: (scheme) => handlers.has(scheme),
    },
    'session.protocol',
  );
}

class Session {
  handlers = new Map();
  onBeforeRequest = null;
  permissionRequest = null;
  permissionCheck = null;
  protocol = makeProtocol(this.handlers);
  webRequest = strict(
    {
      onBeforeRequest: (...args) => {
        if (args.length !== 1) throw new Error('The double does not model a filter of onBeforeRequest.');
        this.onBeforeRequest = args[0];
      },
    },
    'session.webRequest',
  );

  setPermissionRequestHandler(handler) {
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler) {
    this.permissionCheck = handler;
  }

  setSpellCheckerEnabled() {}

  setSpellCheckerDictionaryDownloadURL() {}

  /** Whether the application lets a request go on. */
  async allowsRequest(details) {
    if (!this.onBeforeRequest) return true;
    const { cancel } = await new Promise((resolve) => this.onBeforeRequest(details, resolve));
    return !cancel;
  }

  /** What the application decides on every permission, under Chromium's names. Granted where it has no handler. */
  async decidePermissions(contents, url) {
    const decisions = new Map();
    for (const [name, chromiumName] of permissions) {
      const checked = this.permissionCheck?.(contents, name, new URL('/', url).href, { requestingUrl: url }) ?? true;
      const requested = this.permissionRequest
        ? await new Promise((resolve) =>
            this.permissionRequest(contents, name, resolve, { requestingUrl: url, isMainFrame: true }),
          )
        : true;
      decisions.set(chromiumName, checked && requested);
    }
    return decisions;
  }
}

const sessions = new Map();
const sessionNamed = (name) => {
  if (!sessions.has(name)) sessions.set(name, strict(new Session(), 'session'));
  return sessions.get(name);
};

/** Electron's `session`. */
export const session = strict(
  { defaultSession: sessionNamed(''), fromPartition: (name) => sessionNamed(name) },
  'session',
);

/** Electron's `protocol`: the default session's, with the registration of schemes. */
export const protocol = strict(
  {
    registerSchemesAsPrivileged: (schemes) => {
      for (const { scheme, privileges } of schemes) {
        if (!privileges?.standard || !privileges.secure) {
          throw new Error(`The double models only standard and secure schemes, and ${scheme} is not one.`);
        }
        standardSchemes.add(scheme);
      }
    },
    handle: (scheme, handler) => session.defaultSession.protocol.handle(scheme, handler),
  },
  'protocol',
);
