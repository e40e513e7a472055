import { resolve } from 'node:path';
import type { ReleaseCheck } from '../../../core/release.ts';
import { type Result, succeed } from '../../../core/result.ts';
import { checkUpdateFile } from '../../services/update/check-update-file.ts';
import type { CommandOutput, ProgramCommand } from '../command.ts';

const fileWords: Readonly<Record<ReleaseCheck['files'][number]['state'], string>> = {
  whole: 'as it was signed',
  altered: 'NOT the file that was signed',
  foreign: 'NOT a file of this release',
};

const standingWords: Readonly<Record<ReleaseCheck['standing'], string>> = {
  newer: 'newer than',
  same: 'the same version as',
  older: 'OLDER than',
};

/** How an installer is installed by hand, by the end of its name. */
const ways: readonly (readonly [ending: RegExp, way: string])[] = [
  [/\.appimage$/iu, 'close Attest, put this file in the place of the old one, and make it executable.'],
  [/\.deb$/iu, 'close Attest, and open this file with the system’s installer, or run: sudo apt install ./FILE'],
  [/\.dmg$/iu, 'close Attest, open this file, and drag Attest over the old one in Applications.'],
  [/portable[^/\\]*\.exe$/iu, 'close Attest, and put this file in the place of the old one.'],
  [/\.exe$/iu, 'close Attest, and run this file.'],
];

function howToInstall({ files }: ReleaseCheck): string[] {
  return files.flatMap(({ name, state }) => {
    const way = ways.find(([ending]) => ending.test(name))?.[1];
    return state === 'whole' && way ? [`To install ${name}: ${way}`] : [];
  });
}

/** Why nothing of this is to be installed; `null` where it may be. */
function objectionTo({ version, running, standing, files }: ReleaseCheck): string | null {
  const wrong = files.filter(({ state }) => state !== 'whole').map(({ name }) => name);
  if (wrong.length > 0) return `Do not install ${wrong.join(', ')}: it is not what the makers of Attest signed.`;
  if (standing === 'older') {
    return `Attest ${version} is older than this one, ${running}: do not install it, it may lack mended faults and may not open your workspace.`;
  }
  if (files.length === 0) return 'None of the files of the release is beside its manifest: put the installer there.';
  return null;
}

function describe(check: ReleaseCheck): CommandOutput {
  const { version, running, date, standing, key, files, absent } = check;
  const objection = objectionTo(check);
  const lines = [
    `Attest ${version} of ${date}: the manifest is signed with the key ${key}, which this program knows.`,
    ...files.map(({ name, state }) => `  ${name}: ${fileWords[state]}`),
    ...absent.map((name) => `  ${name}: not here, so not checked`),
    `It is ${standingWords[standing]} this Attest${standing === 'same' ? '' : `, ${running}`}.`,
    ...(objection === null && standing === 'newer' ? howToInstall(check) : []),
  ];
  const output = { json: { ...check, ok: objection === null }, text: lines.join('\n') };
  return objection === null ? output : { ...output, problem: objection };
}

/** `check-update FILE`: whether an installer that was carried here is one by the makers of Attest, and newer. */
export const checkUpdate: ProgramCommand = {
  name: 'check-update',
  synopsis: 'FILE',
  summary:
    'Checks the signature and SHA-256 of a release of Attest: FILE is its attest-release-….json, or an installer beside that. Installs nothing.',
  options: [],
  operands: [1, 1],
  runAlone: async (program, { operands: [file = ''] }): Promise<Result<CommandOutput>> => {
    const checked = await checkUpdateFile(resolve(file), program);
    return checked.ok ? succeed(describe(checked.value)) : checked;
  },
};
