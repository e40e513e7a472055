import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAttest } from '../state/use-attest.tsx';
import { useSharedFolder } from './shared-folder-provider.tsx';

/** The longest path that is taken, in UTF-16 units. */
const pathLimit = 4_000;

interface SharedFolderFormProps {
  /** Whether the field takes the focus, since what had it is gone. */
  readonly takesFocus: boolean;
}

/** Asks for the folder to share; where the workspace is encrypted, also whether one's file there may be in clear. */
export function SharedFolderForm({ takesFocus }: SharedFolderFormProps): ReactNode {
  const { vault } = useAttest();
  const { t } = useLingui();
  const { busy, share } = useSharedFolder();
  const [path, setPath] = useState('');
  const [isAsked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  const isEncrypted = vault.state !== 'none';
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  useEffect(() => {
    if (isAsked) confirm.current?.focus();
  }, [isAsked]);
  const folder = path.trim();
  const begin = async (): Promise<void> => {
    if (folder === '' || busy) return;
    const isDone = await share(folder);
    if (isDone) return;
    setAsked(false);
    field.current?.focus();
  };
  return (
    <form
      className="shared-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (folder === '') field.current?.focus();
        else if (isEncrypted) setAsked(true);
        else void begin();
      }}
    >
      <label className="form-field" htmlFor="shared-path">
        <Trans>Folder to share, its whole path</Trans>
        <input
          ref={field}
          id="shared-path"
          className="field"
          value={path}
          maxLength={pathLimit}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          placeholder={t({ message: '/home/you/Nextcloud/Belarus', comment: 'An example of a path of a folder' })}
          aria-describedby="shared-path-hint"
          onChange={({ target }) => {
            setPath(target.value);
            setAsked(false);
          }}
        />
      </label>
      <p id="shared-path-hint" className="pane-hint">
        <Trans>
          Type it, or paste it from the file manager. The folder has to be there, and each of you names their own copy
          of it.
        </Trans>
      </p>
      {isAsked ? (
        <div className="change-preview" role="alert">
          <p>
            <Trans>
              Your workspace is encrypted, and the file that others read is not: whoever gets at the folder, or at the
              synchroniser’s server, reads your highlights, notes and tags. Your private notes stay out of it.
            </Trans>
          </p>
          <div className="row">
            <button ref={confirm} type="button" className="button primary" onClick={() => void begin()}>
              <Trans>Share it in clear</Trans>
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                setAsked(false);
                field.current?.focus();
              }}
            >
              <Trans>Do not share</Trans>
            </button>
          </div>
        </div>
      ) : (
        <button type="submit" className="button primary" disabled={folder === ''} aria-busy={busy === 'share'}>
          <Trans>Share this folder</Trans>
        </button>
      )}
    </form>
  );
}
