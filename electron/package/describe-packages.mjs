import { join } from 'node:path';
import { dropTransportExceptions } from './drop-transport-exceptions.mjs';

/** What a file of ours is called by systems. */
const archiveType = {
  extension: 'attest',
  name: 'Attest archive',
  mime: 'application/vnd.attest+zip',
  uniform: 'org.attest.archive',
  icon: 'archive',
};

/**
 * What electron-builder puts into a file's name.
 *
 * @param {'version' | 'os' | 'arch' | 'ext'} name
 */
function slot(name) {
  return `$\{${name}}`;
}

/** @param {string} system @param {string} [kind] @returns {string} how a package is called */
function nameArtifact(system, kind = '') {
  return `Attest-${slot('version')}-${system}-${slot('arch')}${kind}.${slot('ext')}`;
}

/**
 * What the runtime of a package can do, set before it is signed and read before the program is. Nothing is left to
 * Electron's defaults but what the tool that sets them does not know.
 */
const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

/** An archive by its uniform type, so that macOS knows what it is without Attest having opened one. */
const exportedType = {
  UTTypeIdentifier: archiveType.uniform,
  UTTypeDescription: archiveType.name,
  UTTypeConformsTo: ['public.data', 'public.archive'],
  UTTypeIconFile: `${archiveType.icon}.icns`,
  UTTypeTagSpecification: {
    'public.filename-extension': [archiveType.extension],
    'public.mime-type': [archiveType.mime],
  },
};

/**
 * macOS. Without a certificate the program is signed for itself only: Apple's processors run nothing unsigned. Such a
 * signature cannot be combined with the hardened runtime, which wants one signer for the program and its frameworks.
 *
 * @param {boolean} isCertified
 * @returns {import('electron-builder').MacConfiguration}
 */
function describeMac(isCertified) {
  const entitlements = join(import.meta.dirname, 'entitlements.plist');
  return {
    target: [{ target: 'dmg', arch: ['universal'] }],
    category: 'public.app-category.productivity',
    icon: 'attest.icns',
    darkModeSupport: true,
    fileAssociations: [
      { ext: archiveType.extension, name: archiveType.name, icon: archiveType.icon, role: 'Editor', rank: 'Owner' },
    ],
    entitlements,
    entitlementsInherit: entitlements,
    preAutoEntitlements: false,
    hardenedRuntime: isCertified,
    ...(!isCertified && { identity: '-' }),
    extendInfo: { UTExportedTypeDeclarations: [exportedType] },
  };
}

/** @param {string} maintainer @returns {Pick<import('electron-builder').Configuration, 'linux' | 'deb' | 'appImage' | 'toolsets'>} */
function describeLinux(maintainer) {
  return {
    linux: {
      target: [
        { target: 'AppImage', arch: ['x64'] },
        { target: 'deb', arch: ['x64'] },
      ],
      category: 'Office',
      icon: 'png',
      executableName: 'attest',
      fileAssociations: [{ ext: archiveType.extension, description: archiveType.name, mimeType: archiveType.mime }],
      syncDesktopName: true,
      maintainer,
      vendor: 'The Attest developers',
      synopsis: 'Offline reader for human-rights statements',
      desktop: { entry: { Keywords: 'statements;archive;highlight;excerpts;quotations;human rights;' } },
      // Without this the launcher of an AppImage gives the sandbox up.
      executableArgs: [],
    },
    // It asks for an indicator in the panel by default, which Attest has none of.
    deb: { recommends: [], packageCategory: 'text' },
    appImage: { license: null },
    // Its runtime needs no FUSE 2 library, which systems no longer bring.
    toolsets: { appimage: '1.0.3' },
  };
}

/** @returns {Pick<import('electron-builder').Configuration, 'win' | 'nsis' | 'portable'>} */
function describeWindows() {
  return {
    win: {
      target: [
        { target: 'nsis', arch: ['x64'] },
        { target: 'portable', arch: ['x64'] },
      ],
      icon: 'attest.ico',
      // There the name is that of a key in the registry, and the description is what is read.
      fileAssociations: [
        {
          ext: archiveType.extension,
          name: 'Attest.Archive',
          description: archiveType.name,
          icon: archiveType.icon,
        },
      ],
    },
    // For one user, without administrator rights; what the user has written stays when the program goes.
    nsis: {
      artifactName: nameArtifact('windows', '-setup'),
      oneClick: false,
      perMachine: false,
      allowElevation: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
      differentialPackage: false,
    },
    portable: {
      artifactName: nameArtifact('windows', '-portable'),
      requestExecutionLevel: 'user',
    },
  };
}

/**
 * The packages of Attest for all three systems, as electron-builder's configuration. It asks for no publishing and no
 * updater.
 *
 * @param {object} options
 * @param {string} options.program the folder with what `stageProgram` has put there
 * @param {string} options.output the folder that packages are written to
 * @param {string} options.electronVersion such as "45.4.1"
 * @param {string | null} options.electronDist the runtime's folder; `null` has it fetched
 * @param {boolean} options.isCertified whether there is a certificate to sign with on macOS
 * @param {string} options.maintainer of the deb package: name <address>
 * @returns {import('electron-builder').Configuration}
 */
export function describePackages({ program, output, electronVersion, electronDist, isCertified, maintainer }) {
  return {
    appId: 'org.attest.reader',
    productName: 'Attest',
    copyright: 'Copyright © 2026 The Attest developers',
    artifactName: nameArtifact(slot('os')),
    directories: { app: program, output, buildResources: join(import.meta.dirname, 'icons') },
    electronVersion,
    ...(electronDist !== null && { electronDist }),
    // What is there is what is packed: `stageProgram` has chosen it, and the program is bundled, without packages beside it.
    files: ['**/*'],
    disableDefaultIgnoredFiles: true,
    beforeBuild: async () => false,
    asar: { smartUnpack: false },
    extraResources: [
      { from: join(program, 'LICENSE'), to: 'LICENSE.txt' },
      { from: join(program, 'THIRD_PARTY_NOTICES.txt'), to: 'THIRD_PARTY_NOTICES.txt' },
    ],
    electronFuses: fuses,
    publish: null,
    compression: 'normal',
    afterPack: async ({ electronPlatformName, appOutDir }) => {
      if (electronPlatformName === 'darwin')
        await dropTransportExceptions(join(appOutDir, 'Attest.app', 'Contents', 'Info.plist'));
    },
    mac: describeMac(isCertified),
    dmg: { sign: false, writeUpdateInfo: false },
    ...describeLinux(maintainer),
    ...describeWindows(),
  };
}
