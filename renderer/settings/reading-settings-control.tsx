import { Popover } from '@base-ui/react/popover';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useCommands } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { type Option, OptionList } from '../controls/option-list.tsx';
import { PopoverPopup } from '../controls/popover-popup.tsx';
import { type ReadingSettings, textSizes } from './reading-settings.ts';
import { Segments } from './segments.tsx';
import { useReadingSettings } from './use-reading-settings.tsx';

/** “Aa”: how the text is set and in which colours, on this device. Every choice is seen at once in the text. */
export function ReadingSettingsControl(): ReactNode {
  const { settings, change, reset } = useReadingSettings();
  const { t } = useLingui();
  const known = useKnownCommands();
  const [isOpen, setOpen] = useState(false);
  useCommands([{ ...known['read.settings'], run: () => setOpen(true) }]);
  const typefaces: readonly Option<ReadingSettings['typeface']>[] = [
    { value: 'serif', name: 'Source Serif 4', hint: t`Made for reading at length` },
    { value: 'sans', name: 'Inter', hint: t`Without serifs` },
    { value: 'andika', name: 'Andika', hint: t`Easier to tell letters apart` },
  ];
  const sizeCount = textSizes.length;
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger
        className="link-button reading-settings-button"
        aria-label={t`Reading settings`}
        title={t`Reading settings`}
      >
        <span aria-hidden="true">Aa</span>
      </Popover.Trigger>
      <PopoverPopup className="reading-settings" align="end" label={t`Reading settings`}>
        <Segments
          className="text-sizes"
          label={t`Text size`}
          value={settings.size}
          options={textSizes.map((size) => ({
            value: size,
            name: t`Size ${size} of ${sizeCount}`,
            face: (
              <span data-face={size} aria-hidden="true">
                A
              </span>
            ),
          }))}
          onChange={(size) => change({ size })}
        />
        <Segments
          label={t`Width of the lines`}
          value={settings.measure}
          options={[
            { value: 'narrow', name: t`Narrow` },
            { value: 'normal', name: t`Normal` },
            { value: 'wide', name: t`Wide` },
          ]}
          onChange={(measure) => change({ measure })}
        />
        <Segments
          label={t`Space between lines`}
          value={settings.lineHeight}
          options={[
            { value: 'close', name: t`Tight` },
            { value: 'normal', name: t`Normal` },
            { value: 'open', name: t`Loose` },
          ]}
          onChange={(lineHeight) => change({ lineHeight })}
        />
        <div className="setting">
          <span className="pane-label">
            <Trans>Typeface</Trans>
          </span>
          <OptionList
            label={t`Typeface`}
            value={settings.typeface}
            options={typefaces}
            onChange={(typeface) => change({ typeface })}
          />
        </div>
        <Segments
          className="theme-choice"
          label={t`Colours`}
          value={settings.theme}
          options={[
            { value: 'system', name: t`As the system` },
            { value: 'light', name: t`Light` },
            { value: 'dark', name: t`Dark` },
            { value: 'contrast-light', name: t`High contrast, light` },
            { value: 'contrast-dark', name: t`High contrast, dark` },
          ]}
          onChange={(theme) => change({ theme })}
        />
        <button type="button" className="button" onClick={reset}>
          <Trans>Back to the defaults</Trans>
        </button>
      </PopoverPopup>
    </Popover.Root>
  );
}
