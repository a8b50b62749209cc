// A slider of a figure: its name, its value in words, a real range input.
import type { ComponentChildren } from 'preact';

interface Props {
  name: ComponentChildren;
  /** What a screen reader says for the name; the shown one may hold symbols. */
  spoken: string;
  value: number;
  from: number;
  to: number;
  step: number;
  /** The value as the reader sees and hears it. */
  text: string;
  /** False until the page's script runs. */
  ready: boolean;
  onInput: (value: number) => void;
}

export function Slider({ name, spoken, value, from, to, step, text, ready, onInput }: Props) {
  return (
    <label class="chart-slider">
      <span>
        {name} <output class="chart-value">{text}</output>
      </span>
      <input
        type="range"
        aria-label={spoken}
        aria-valuetext={text}
        min={from}
        max={to}
        step={step}
        value={value}
        disabled={!ready}
        onInput={({ currentTarget }) => onInput(currentTarget.valueAsNumber)}
      />
    </label>
  );
}
