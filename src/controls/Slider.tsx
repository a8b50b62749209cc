// A slider: its name, its number as the reader sees it, and a real range input, so that it works by keyboard and touch.
import { useId } from 'preact/hooks';

interface Props {
  name: string;
  /** What a screen reader says for the name where the shown one holds symbols. */
  spoken?: string;
  value: number;
  from: number;
  to: number;
  step: number;
  /** The value as the reader sees and hears it. */
  text: string;
  disabled: boolean;
  onInput: (value: number) => void;
}

export function Slider({ name, spoken, value, from, to, step, text, disabled, onInput }: Props) {
  const id = useId();
  return (
    <div class="slider">
      <label for={id}>{name}</label> <output for={id}>{text}</output>
      <input
        type="range"
        id={id}
        aria-label={spoken}
        aria-valuetext={text}
        min={from}
        max={to}
        step={step}
        value={value}
        disabled={disabled}
        onInput={({ currentTarget }) => onInput(currentTarget.valueAsNumber)}
      />
    </div>
  );
}
