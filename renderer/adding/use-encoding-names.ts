import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { type Encoding, encodings } from '../../core/statements/encodings.ts';

/** What an encoding is for, where its name does not begin with that. */
type Script =
  | 'Unicode'
  | 'Cyrillic'
  | 'Western'
  | 'Central'
  | 'Baltic'
  | 'Turkish'
  | 'Vietnamese'
  | 'Greek'
  | 'Hebrew'
  | 'Arabic'
  | 'Thai'
  | 'Japanese'
  | 'Chinese'
  | 'Korean';

const scripts: Readonly<Record<Encoding, Script>> = {
  'utf-8': 'Unicode',
  'utf-16le': 'Unicode',
  'utf-16be': 'Unicode',
  'windows-1251': 'Cyrillic',
  'koi8-r': 'Cyrillic',
  'koi8-u': 'Cyrillic',
  'iso-8859-5': 'Cyrillic',
  ibm866: 'Cyrillic',
  'x-mac-cyrillic': 'Cyrillic',
  'windows-1252': 'Western',
  'windows-1250': 'Central',
  'iso-8859-2': 'Central',
  'iso-8859-15': 'Western',
  macintosh: 'Western',
  'windows-1254': 'Turkish',
  'windows-1257': 'Baltic',
  'windows-1258': 'Vietnamese',
  'windows-1253': 'Greek',
  'iso-8859-7': 'Greek',
  'windows-1255': 'Hebrew',
  'windows-1256': 'Arabic',
  'windows-874': 'Thai',
  shift_jis: 'Japanese',
  'euc-jp': 'Japanese',
  'iso-2022-jp': 'Japanese',
  gb18030: 'Chinese',
  big5: 'Chinese',
  'euc-kr': 'Korean',
};

/** Names an encoding for its user, as “Cyrillic (windows-1251)”; one that cannot be chosen by its own name alone. */
export function useEncodingNames(): (encoding: string) => string {
  const { t } = useLingui();
  return useMemo(() => {
    const names: Readonly<Record<Script, string>> = {
      Unicode: t`Unicode`,
      Cyrillic: t`Cyrillic`,
      Western: t`Western European`,
      Central: t`Central European`,
      Baltic: t`Baltic`,
      Turkish: t`Turkish`,
      Vietnamese: t`Vietnamese`,
      Greek: t`Greek`,
      Hebrew: t`Hebrew`,
      Arabic: t`Arabic`,
      Thai: t`Thai`,
      Japanese: t`Japanese`,
      Chinese: t`Chinese`,
      Korean: t`Korean`,
    };
    return (encoding) => {
      const known = encodings.find((candidate) => candidate === encoding);
      return known === undefined ? encoding : `${names[scripts[known]]} (${known})`;
    };
  }, [t]);
}
