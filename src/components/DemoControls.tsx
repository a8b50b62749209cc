// What a reader can press: the choice of variants, Train or Pause, Step, Reset, and a link to what is shown.
import { useId } from 'preact/hooks';
import type { Demo } from '../gan/experiment.ts';
import type { DemoState } from './demo-state.ts';

export interface Actions {
  play(): void;
  pause(): void;
  step(): void;
  reset(): void;
  retry(): void;
  choose(shown: readonly string[]): void;
  copyLink(): void;
}

interface Props {
  demo: Demo;
  state: DemoState;
  /** False until the page's script runs: nothing can be pressed before. */
  ready: boolean;
  act: Actions;
}

export function DemoControls({ demo, state, ready, act }: Props) {
  const name = useId();
  const { phase, playing, shown } = state;
  const choices: { shown: readonly string[]; label: string }[] = [
    ...Object.entries(demo.variants).map(([variant, { label }]) => ({ shown: [variant], label })),
    ...(demo.compare ? [{ shown: demo.compare, label: 'Both, side by side' }] : []),
  ];
  const chosen = shown.join(' ');
  return (
    <div class="demo-controls needs-script">
      {choices.length > 1 && (
        <fieldset class="demo-choice" disabled={!ready}>
          <legend>{demo.choice}</legend>
          {choices.map((choice) => (
            <label key={choice.label}>
              <input
                type="radio"
                name={name}
                value={choice.shown.join(' ')}
                checked={choice.shown.join(' ') === chosen}
                onChange={() => act.choose(choice.shown)}
              />
              <span>{choice.label}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div class="demo-buttons">
        <Primary state={state} ready={ready} act={act} />
        <button
          type="button"
          onClick={act.step}
          disabled={!ready || playing || phase === 'finished' || phase === 'failed'}
        >
          Step
        </button>
        <button type="button" onClick={act.reset} disabled={!ready || phase === 'idle' || phase === 'failed'}>
          Reset
        </button>
        <button
          type="button"
          class="demo-link"
          onClick={act.copyLink}
          disabled={!ready}
          title="Copy a link to this state"
        >
          Copy link
        </button>
      </div>
    </div>
  );
}

function Primary({ state: { phase, playing }, ready, act }: Omit<Props, 'demo'>) {
  const [label, press] =
    phase === 'failed' ? ['Try again', act.retry] : playing ? ['Pause', act.pause] : ['Train', act.play];
  return (
    <button type="button" class="demo-primary" onClick={press} disabled={!ready || phase === 'finished'}>
      {label}
    </button>
  );
}
