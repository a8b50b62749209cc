// The numbers that a reader may move: real range inputs, so that they work by keyboard and touch, each with its value in words.
import { decimal } from '../writing/numbers.ts';
import { useId } from 'preact/hooks';
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
  const name = useId();
  // What a variant has no number for is not shown beside it.
  const shown = demo.sliders.flatMap((slider) => {
    const value = valueOf(state, demo, slider.of);
    return value === undefined ? [] : [{ slider, value }];
  });
  if (shown.length === 0) return null;
  const moved = isMoved(state.settings);
  return (
    <div class="demo-sliders needs-script">
      {shown.map(({ slider, value }) => {
        const id = `${name}-${slider.of}`;
        const text = decimal(value);
        return (
          <div key={slider.of} class="demo-slider">
            <label for={id}>{sliders[slider.of].label}</label>
            <output for={id}>{text}</output>
            <input
              type="range"
              id={id}
              min={slider.from}
              max={slider.to}
              step={slider.step}
              value={value}
              aria-valuetext={text}
              disabled={!ready}
              onInput={({ currentTarget }) => act.slide(slider.of, nearest(slider, Number(currentTarget.value)))}
            />
          </div>
        );
      })}
      <button type="button" class="demo-put-back" onClick={act.putBack} disabled={!ready || !moved}>
        Put back
      </button>
    </div>
  );
}
