// What a reader can press: the choice of variants, Train or Pause, Step (of one player, too), Reset, and a link to what is shown.
import { certain } from '../certain.ts';
import { Choice } from '../controls/Choice.tsx';
import type { Move } from '../engine/protocol.ts';
import type { Demo } from '../vocabulary/demo.ts';
import type { Actions } from './actions.ts';
import type { DemoState } from './state.ts';

interface Props {
  demo: Demo;
  state: DemoState;
  /** False until the page's script runs: nothing can be pressed before. */
  ready: boolean;
  act: Actions;
}

export function DemoControls({ demo, state, ready, act }: Props) {
  const { phase, playing, shown } = state;
  const choices = Object.entries(demo.variants).map(([variant, { label }]): [string, string] => [variant, label]);
  if (demo.compare) choices.push([demo.compare.join(' '), together(demo, demo.compare)]);
  const steps: [Move, string][] = [
    ['both', 'Step'],
    ...(demo.moves
      ? ([
          ['discriminator', 'Step D'],
          ['generator', 'Step G'],
        ] as [Move, string][])
      : []),
  ];
  return (
    <div class="demo-controls needs-script">
      {choices.length > 1 && (
        <Choice
          name={demo.choice}
          of={choices}
          chosen={shown.join(' ')}
          disabled={!ready}
          onChoose={(variants) => act.choose(variants.split(' '))}
        />
      )}
      <div class="demo-buttons">
        <Primary state={state} ready={ready} act={act} />
        {steps.map(([move, label]) => (
          <button
            key={move}
            type="button"
            onClick={() => act.step(move)}
            disabled={!ready || playing || phase === 'finished' || phase === 'failed'}
          >
            {label}
          </button>
        ))}
        <button type="button" onClick={act.reset} disabled={!ready || phase === 'idle' || phase === 'failed'}>
          Reset
        </button>
        <button type="button" onClick={act.copyLink} disabled={!ready} title="Copy a link to this state">
          Copy link
        </button>
      </div>
    </div>
  );
}

/** What the choice of two variants at once is called: of more than two it must say which. */
function together({ variants }: Demo, names: readonly string[]): string {
  if (Object.keys(variants).length === names.length) return 'Both, side by side';
  return `Side by side: ${names.map((name) => certain(variants[name], `the variant ${name}`).label).join(' | ')}`;
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
