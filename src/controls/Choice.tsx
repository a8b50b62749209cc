// A choice of one among a few, as radio buttons under a name.
import { useId } from 'preact/hooks';

interface Props<T extends string> {
  name: string;
  of: readonly (readonly [T, string])[];
  chosen: T;
  ready: boolean;
  choose: (value: T) => void;
}

export function Choice<T extends string>({ name, of, chosen, ready, choose }: Props<T>) {
  const group = `${name}-${useId()}`;
  return (
    <fieldset class="chart-choice" disabled={!ready}>
      <legend>{name}</legend>
      {of.map(([value, label]) => (
        <label key={value}>
          <input type="radio" name={group} value={value} checked={value === chosen} onChange={() => choose(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
