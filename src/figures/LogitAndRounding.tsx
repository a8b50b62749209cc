// Both generator losses and their slopes over the logit, as a computer gets them in a chosen format and way of writing.
import { useState } from 'preact/hooks';
import { computed, type Form, type Precision } from '../gan/theory/rounding.ts';
import { Choice } from '../controls/Choice.tsx';
import { rounded } from '../writing/numbers.ts';
import { Raised } from '../writing/Raised.tsx';
import { useHydrated } from '../controls/hydrated.ts';
import { exactly, sayRounding } from './roundingWords.ts';
import { RoundingTable } from './RoundingTable.tsx';
import { LossPlot, range, SlopePlot } from './RoundingPlots.tsx';
import { Slider } from '../controls/Slider.tsx';

const precisions: readonly Precision[] = ['float64', 'float32', 'float16'];
const forms: Record<Form, string> = { probability: 'Probabilities', logit: 'Logit' };
/** Logits where something happens, for those who would rather press than drag. */
const landmarks = [-104, -89, -17.5, -8.5, 17];

/** What the figure shows at first, and without JavaScript. */
export interface Opening {
  logit?: number;
  precision?: Precision;
  form?: Form;
}

export default function LogitAndRounding(opening: Opening) {
  const [logit, setLogit] = useState(opening.logit ?? -17.5);
  const [precision, setPrecision] = useState<Precision>(opening.precision ?? 'float32');
  const [form, setForm] = useState<Form>(opening.form ?? 'probability');
  const hydrated = useHydrated();
  const now = computed(logit, precision, form);
  const exact = exactly(logit);
  return (
    <div class="figure-interactive">
      <div class="figure-controls needs-script">
        <Choice
          name="Numbers"
          of={precisions.map((each) => [each, each])}
          chosen={precision}
          disabled={!hydrated}
          onChoose={setPrecision}
        />
        <Choice name="Written with" of={formsInOrder} chosen={form} disabled={!hydrated} onChoose={setForm} />
        <Slider
          name="Logit"
          value={logit}
          from={range.from}
          to={range.to}
          step={range.step}
          text={rounded(logit, 5)}
          disabled={!hydrated}
          onInput={setLogit}
        />
        <div class="figure-landmarks" role="group" aria-label="Go to a logit">
          {landmarks.map((landmark) => (
            <button key={landmark} type="button" disabled={!hydrated} onClick={() => setLogit(landmark)}>
              {rounded(landmark, 5)}
            </button>
          ))}
        </div>
      </div>
      <div class="figure-row">
        <LossPlot {...{ logit, precision, form, now, exact }} />
        <SlopePlot {...{ logit, precision, form, now, exact }} />
      </div>
      <RoundingTable now={now} exact={exact} precision={precision} />
      <p class="figure-says" aria-live="polite">
        <Raised text={sayRounding(logit, precision, form)} />
      </p>
    </div>
  );
}

const formsInOrder: readonly (readonly [Form, string])[] = [
  ['probability', forms.probability],
  ['logit', forms.logit],
];
