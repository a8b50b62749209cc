// A choice of one among a few, as radio buttons under a name.
import { useId } from 'preact/hooks';

interface Props<T extends string> {
  name: string;
  /** What there is to choose, each with its label. */
  of: readonly (readonly [value: T, label: string])[];
  chosen: T;
  disabled: boolean;
  onChoose: (value: T) => void;
}

/** More choices than this stand in columns under their heading. */
const many = 4;

export function Choice<T extends string>({ name, of, chosen, disabled, onChoose }: Props<T>) {
  const group = useId();
  return (
    <fieldset class={`choice${of.length > many ? ' choice-many' : ''}`} disabled={disabled}>
      <legend>{name}</legend>
      {of.map(([value, label]) => (
        <label key={value}>
          <input type="radio" name={group} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
