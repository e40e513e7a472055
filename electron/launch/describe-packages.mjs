/** @typedef {import('./shipped-packages.mjs').ShippedPackage} ShippedPackage */

const line = '='.repeat(80);

/**
 * The text of THIRD_PARTY_NOTICES.txt: name, version and licence of every package, with the text of each licence once.
 *
 * @param {readonly ShippedPackage[]} packages
 */
export function describeLicences(packages) {
  /** @type {Map<string, ShippedPackage[]>} */
  const byText = new Map();
  for (const shipped of packages) byText.set(shipped.text, [...(byText.get(shipped.text) ?? []), shipped]);
  const sections = [...byText].map(([text, sharing]) => {
    const names = sharing.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    return `${line}\n${names.join('\n')}\n${line}\n\n${text}\n`;
  });
  return `Third-party notices

Attest is made with the packages below. citeproc is used unchanged, under the CPAL-1.0.

Electron brings Chromium and Node.js, whose licences are in its own LICENSES.chromium.html. The citation styles in
resources/citation-styles are those of the Citation Style Language project, unchanged, under the Creative Commons
Attribution-ShareAlike 3.0 licence (https://creativecommons.org/licenses/by-sa/3.0/), with their authors named in them.

${sections.join('\n')}`;
}

/** @param {Pick<ShippedPackage, 'name' | 'version'>} shipped a package; gives its package URL (purl) */
function toPackageUrl({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** @param {string} id name@version, as in `needs` */
function toReference(id) {
  const at = id.lastIndexOf('@');
  return toPackageUrl({ name: id.slice(0, at), version: id.slice(at + 1) });
}

/** @param {string} licence */
function toLicence(licence) {
  return /\s/u.test(licence) ? { expression: licence } : { license: { id: licence } };
}

/** @param {ShippedPackage} shipped */
function toComponent({ name, version, licence, integrity }) {
  const [group, bare] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const purl = toPackageUrl({ name, version });
  return {
    type: name === 'electron' ? 'framework' : 'library',
    'bom-ref': purl,
    ...(group && { group }),
    name: bare,
    version,
    scope: 'required',
    hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.replace(/^sha512-/u, ''), 'base64').toString('hex') }],
    licenses: [toLicence(licence)],
    purl,
  };
}

/**
 * The bill of materials in CycloneDX 1.5 (JSON). Without its optional serial number and time, so that the same packages
 * always give the same bytes.
 *
 * @param {{ readonly name: string, readonly version: string, readonly license: string }} program
 * @param {readonly string[]} direct the names of the packages that the program asks for itself
 * @param {readonly ShippedPackage[]} packages
 */
export function describeMaterials(program, direct, packages) {
  const own = toPackageUrl(program);
  const needed = packages.filter(({ name }) => direct.includes(name) || name === 'electron').map(toPackageUrl);
  const materials = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name: program.name,
        version: program.version,
        licenses: [toLicence(program.license)],
        purl: own,
      },
    },
    components: packages.map(toComponent),
    dependencies: [
      { ref: own, dependsOn: needed },
      ...packages.map((shipped) => ({ ref: toPackageUrl(shipped), dependsOn: shipped.needs.map(toReference) })),
    ],
  };
  return `${JSON.stringify(materials, null, 2)}\n`;
}
