import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useCommands } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { useAnnounce } from '../controls/announcer.tsx';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { usePanes } from '../panes/use-panes.tsx';
import { nextStep, previousStep, type TourStep, tourSteps } from './tour-steps.ts';
import { useStepWords } from './use-step-words.ts';
import { useTour } from './use-tour.tsx';

/** The way to what a step is about, where that is not on the screen; otherwise nothing. */
function WayThere({ step }: { readonly step: TourStep }): ReactNode {
  const { here, show } = useNavigation();
  const { panes, show: showPanes } = usePanes();
  const isAtText = step === 'select' || step === 'tag' || step === 'note';
  if (isAtText && here.view !== 'library') {
    return (
      <button type="button" className="link-button" onClick={() => show('library')}>
        <Trans>Go to the statement</Trans>
      </button>
    );
  }
  if (step === 'note' && panes.areHighlightsHidden) {
    return (
      <button type="button" className="link-button" onClick={() => showPanes({ areHighlightsHidden: false })}>
        <Trans>Show the highlights</Trans>
      </button>
    );
  }
  if ((step === 'select' || step === 'search' || step === 'export') && panes.isLibraryHidden) {
    return (
      <button type="button" className="link-button" onClick={() => showPanes({ isLibraryHidden: false })}>
        <Trans>Show the library</Trans>
      </button>
    );
  }
  return null;
}

function TourCard({ step }: { readonly step: TourStep }): ReactNode {
  const { asked, goTo } = useTour();
  const { t } = useLingui();
  const announce = useAnnounce();
  const wordStep = useStepWords();
  const id = useId();
  const card = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { title, text } = wordStep(step);
  const number = tourSteps.indexOf(step) + 1;
  const next = nextStep(step);

  // biome-ignore lint/correctness/useExhaustiveDependencies: said when it comes; later steps are said by the live region
  useEffect(() => {
    if (asked === 0) announce(t`A short tour, at the beginning of the page: ${title}. ${text}`);
    else heading.current?.focus();
  }, [asked]);
  // What the step is about is marked by the style sheet.
  useEffect(() => {
    document.documentElement.dataset['tour'] = step;
    return () => {
      delete document.documentElement.dataset['tour'];
    };
  }, [step]);

  // The messages stand above the card, as high as its words make it.
  useEffect(() => {
    const { style } = document.documentElement;
    const sizes = new ResizeObserver(() => {
      style.setProperty('--tour-height', `${card.current?.offsetHeight ?? 0}px`);
    });
    if (card.current) sizes.observe(card.current);
    return () => {
      sizes.disconnect();
      style.removeProperty('--tour-height');
    };
  }, []);

  const end = (): void => {
    // The card goes with the button that was pressed.
    if (card.current?.contains(document.activeElement)) {
      const text = document.querySelector<HTMLElement>('.statement');
      (text ?? document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]'))?.focus({
        preventScroll: true,
      });
    }
    goTo('done');
  };
  return (
    <aside
      className="tour"
      ref={card}
      aria-labelledby={id}
      data-testid="tour"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        end();
      }}
    >
      <div aria-live="polite" aria-atomic="true">
        <p className="tour-count">
          <Trans>
            {number} of {tourSteps.length}
          </Trans>
        </p>
        <h2 className="tour-title" id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <p className="tour-text">{text}</p>
      </div>
      <WayThere step={step} />
      <div className="tour-foot">
        {next === 'done' ? null : (
          <button type="button" className="link-button" onClick={end}>
            <Trans>Skip the tour</Trans>
          </button>
        )}
        <div className="tour-steps">
          <button
            type="button"
            className="button"
            aria-disabled={step === tourSteps[0]}
            onClick={() => goTo(previousStep(step))}
          >
            <Trans>Back</Trans>
          </button>
          <button type="button" className="button primary" onClick={() => (next === 'done' ? end() : goTo(next))}>
            {next === 'done' ? <Trans>Finish</Trans> : <Trans>Next</Trans>}
          </button>
        </div>
      </div>
    </aside>
  );
}

/**
 * The tour at the edge of the window: one step at a time, which its user does with the real thing. It takes nothing away
 * from the window, goes on by itself when a step was done, and can be left at any moment.
 */
export function TourPanel(): ReactNode {
  const { step, start } = useTour();
  const known = useKnownCommands();
  useCommands([{ ...known['help.tour'], run: start }]);
  return step === null ? null : <TourCard step={step} />;
}
