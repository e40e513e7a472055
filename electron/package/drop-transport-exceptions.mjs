import { readFile, writeFile } from 'node:fs/promises';

const key = '<key>NSAppTransportSecurity</key>';

/** @param {string} plist @param {number} start of a dictionary @returns {number} where it ends */
function endOfDictionary(plist, start) {
  let depth = 0;
  for (const { 0: tag, index } of plist.slice(start).matchAll(/<\/?dict>/gu)) {
    depth += tag === '<dict>' ? 1 : -1;
    if (depth === 0) return start + index + tag.length;
  }
  throw new Error('The Info.plist of the package has a dictionary without an end.');
}

/**
 * Takes out of an Info.plist what electron-builder writes into every one for its updater: leave to connect to any server
 * without encryption. Attest has no updater and connects to none.
 *
 * @param {string} path
 */
export async function dropTransportExceptions(path) {
  const plist = await readFile(path, 'utf8');
  const start = plist.indexOf(key);
  if (start === -1) return;
  const before = plist.slice(0, start).trimEnd();
  await writeFile(path, before + plist.slice(endOfDictionary(plist, start + key.length)));
}
