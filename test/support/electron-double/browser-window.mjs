import { EventEmitter } from 'node:events';
import { toAppUrl, toPageUrl } from './address.mjs';
import { app, openWindows } from './app.mjs';
import { browserContext, debuggingAddress, takePage } from './chromium.mjs';
import { tellTest } from './control.mjs';
import { linkPage } from './page-link.mjs';
import { governPopups, governRequests } from './requests.mjs';
import { session, standardSchemes } from './session.mjs';
import { checkOptions, strict } from './strict.mjs';

const knownOptions = ['title', 'width', 'height', 'minWidth', 'minHeight', 'show', 'backgroundColor', 'webPreferences'];
const knownPreferences = [
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webviewTag',
  'spellcheck',
  'session',
  'preload',
  'javascript',
];
const knownPrinting = ['printBackground', 'preferCSSPageSize', 'generateTaggedPDF', 'generateDocumentOutline'];
const unmodelledWhen = {
  sandbox: false,
  nodeIntegration: true,
  nodeIntegrationInWorker: true,
  nodeIntegrationInSubFrames: true,
  webviewTag: true,
};

function checkPreferences(preferences) {
  checkOptions(preferences, knownPreferences, 'webPreferences');
  for (const [name, value] of Object.entries(unmodelledWhen)) {
    if (preferences[name] === value) throw new Error(`The double does not model webPreferences.${name}: ${value}.`);
  }
}

class WebContents extends EventEmitter {
  page = null;
  post = null;
  windowOpenHandler = null;
  isGone = false;

  constructor(ownSession) {
    super();
    this.session = ownSession;
    const contents = this;
    this.mainFrame = strict(
      {
        parent: null,
        get url() {
          return toAppUrl(contents.page?.url() ?? '');
        },
      },
      'webFrameMain',
    );
  }

  getURL() {
    return this.mainFrame.url;
  }

  isDestroyed() {
    return this.isGone;
  }

  send(channel, ...args) {
    this.post?.(channel, args);
  }

  setWindowOpenHandler(handler) {
    this.windowOpenHandler = handler;
  }

  setWebRTCIPHandlingPolicy() {}

  /** By the same Chromium, headless. */
  async printToPDF(options) {
    checkOptions(options, knownPrinting, 'printToPDF');
    const { printBackground, preferCSSPageSize, generateTaggedPDF: tagged, generateDocumentOutline: outline } = options;
    const pdf = await this.page.pdf({ printBackground, preferCSSPageSize, tagged, outline });
    tellTest({ type: 'printed', url: this.getURL(), title: await this.page.title(), bytes: pdf.length });
    return pdf;
  }

  /** Electron opens a window where there is no handler. */
  deniesOpening(url) {
    return this.windowOpenHandler?.({ url }).action === 'deny';
  }
}

/** Chromium keeps these settings for as long as `cdp`, which set them, stays attached. */
async function applyPermissions(cdp, contents, url) {
  const origin = new URL(toPageUrl(url, standardSchemes)).origin;
  for (const [name, isGranted] of await contents.session.decidePermissions(contents, url)) {
    const permission = name === 'clipboard-write' ? { name, allowWithoutSanitization: false } : { name };
    const setting = isGranted ? 'granted' : 'denied';
    await cdp.send('Browser.setPermission', { origin, permission, setting });
  }
}

class Window extends EventEmitter {
  cdp = null;
  isLoading = false;
  isGone = false;

  constructor(options = {}) {
    super();
    const { webPreferences = {} } = options;
    checkOptions(options, knownOptions, 'BrowserWindow');
    checkPreferences(webPreferences);
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    this.options = options;
    this.webContents = strict(new WebContents(webPreferences.session ?? session.defaultSession), 'webContents');
    app.emit('web-contents-created', {}, this.webContents);
    this.pageReady = this.openPage();
    openWindows.add(this);
  }

  async openPage() {
    const { webPreferences = {}, width = 800, height = 600 } = this.options;
    const contents = this.webContents;
    const page = await takePage();
    contents.page = page;
    const cdp = await browserContext().newCDPSession(page);
    this.cdp = cdp;
    const { windowId } = await cdp.send('Browser.getWindowForTarget');
    await cdp.send('Browser.setWindowBounds', { windowId, bounds: { width, height } });
    if (webPreferences.preload) {
      contents.post = await linkPage({
        cdp,
        preload: webPreferences.preload,
        isIsolated: webPreferences.contextIsolation !== false,
        makeEvent: () => ({ sender: contents, senderFrame: contents.mainFrame }),
      });
    }
    if (webPreferences.javascript === false) await cdp.send('Emulation.setScriptExecutionDisabled', { value: true });
    await governPopups(page, cdp, (url) => contents.deniesOpening(url));
    await governRequests(page, { session: contents.session, contents, isLoading: () => this.isLoading });
    page.on('close', () => this.destroy());
    return page;
  }

  async loadURL(url) {
    const page = await this.pageReady;
    this.isLoading = true;
    try {
      await applyPermissions(this.cdp, this.webContents, url);
      await page.goto(toPageUrl(url, standardSchemes), { waitUntil: 'load' });
    } finally {
      this.isLoading = false;
    }
    this.emit('ready-to-show');
    this.webContents.emit('did-finish-load');
    tellTest({ type: 'page', address: await debuggingAddress() });
  }

  show() {
    this.emit('show');
  }

  focus() {
    tellTest({ type: 'focus' });
    this.emit('focus');
  }

  isMinimized() {
    return false;
  }

  isDestroyed() {
    return this.isGone;
  }

  close() {
    let isPrevented = false;
    const preventDefault = () => {
      isPrevented = true;
    };
    this.emit('close', { preventDefault });
    if (isPrevented) app.abandonQuit();
    else this.destroy();
  }

  destroy() {
    if (this.isGone) return;
    this.isGone = true;
    this.webContents.isGone = true;
    for (const window of openWindows) if (window.isGone) openWindows.delete(window);
    this.webContents.emit('destroyed');
    this.emit('closed');
    const leave = () => app.afterWindowClosed();
    void this.webContents.page?.close().then(leave, leave);
  }
}

/** Electron's `BrowserWindow`, as far as it is modelled: a real page of Chromium. */
export const BrowserWindow = new Proxy(Window, {
  construct: (target, args) => strict(Reflect.construct(target, args), 'BrowserWindow'),
});
