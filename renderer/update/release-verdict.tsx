import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { CheckedFile, ReleaseCheck } from '../../core/release.ts';
import { formatDate } from '../language/format-date.ts';

function FileVerdict({ file: { name, state } }: { readonly file: CheckedFile }): ReactNode {
  switch (state) {
    case 'whole':
      return <Trans>{name} is as it was signed.</Trans>;
    case 'altered':
      return <Trans>{name} is not as it was signed. Do not install it.</Trans>;
    case 'foreign':
      return <Trans>{name} is no file of this release. Do not install it.</Trans>;
  }
}

/** What to do, when all is as it was signed. */
function Standing({ check: { standing, running } }: { readonly check: ReleaseCheck }): ReactNode {
  switch (standing) {
    case 'newer':
      return (
        <Trans>
          It is newer than this Attest, {running}. To install it, close Attest and open the installer yourself. Your
          workspace stays as it is.
        </Trans>
      );
    case 'same':
      return <Trans>It is the version that is running.</Trans>;
    case 'older':
      return (
        <Trans>
          It is older than this Attest, {running}. Do not install it: it may lack mended faults, and may not open your
          workspace.
        </Trans>
      );
  }
}

/** What a check has found, the worst in plain sight. */
export function ReleaseVerdict({ check }: { readonly check: ReleaseCheck }): ReactNode {
  const { i18n } = useLingui();
  const { version, date, files } = check;
  const isWhole = files.every(({ state }) => state === 'whole');
  const day = formatDate(new Date(date), i18n.locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
  return (
    <>
      <p>
        <Trans>
          Attest {version} of {day} is signed by the makers of Attest.
        </Trans>
      </p>
      {files.map((file) => (
        <p key={file.name} className={file.state === 'whole' ? '' : 'bad'}>
          <FileVerdict file={file} />
        </p>
      ))}
      {files.length === 0 ? (
        <p>
          <Trans>The installer itself was not checked: choose it together with its manifest.</Trans>
        </p>
      ) : null}
      {isWhole || check.standing === 'older' ? (
        <p className={check.standing === 'older' ? 'bad' : ''}>
          <Standing check={check} />
        </p>
      ) : null}
    </>
  );
}
