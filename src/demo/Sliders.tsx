// The numbers of the experiment that a reader may move, and a button that puts them back.
import { decimal } from '../writing/numbers.ts';
import { Slider } from '../controls/Slider.tsx';
import type { Demo } from '../vocabulary/demo.ts';
import { nearest, sliders } from '../vocabulary/sliders.ts';
import type { Actions } from './actions.ts';
import { valueOf } from './choices.ts';
import { isMoved, type DemoState } from './state.ts';

interface Props {
  demo: Demo;
  state: DemoState;
  /** False until the page's script runs. */
  ready: boolean;
  act: Pick<Actions, 'slide' | 'putBack'>;
}

export function DemoSliders({ demo, state, ready, act }: Props) {
  // What a variant has no number for is not shown beside it.
  const shown = demo.sliders.flatMap((slider) => {
    const value = valueOf(state, demo, slider.of);
    return value === undefined ? [] : [{ slider, value }];
  });
  if (shown.length === 0) return null;
  const moved = isMoved(state.settings);
  return (
    <div class="demo-sliders needs-script">
      {shown.map(({ slider, value }) => (
        <Slider
          key={slider.of}
          name={sliders[slider.of].label}
          {...slider}
          value={value}
          text={decimal(value)}
          disabled={!ready}
          onInput={(moved) => act.slide(slider.of, nearest(slider, moved))}
        />
      ))}
      <button type="button" class="demo-put-back" onClick={act.putBack} disabled={!ready || !moved}>
        Put back
      </button>
    </div>
  );
}
