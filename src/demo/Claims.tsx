// What the article claims, each claim with a sign and a word: of the recorded run first, then of the run that the reader watches.
import type { Claim } from '../vocabulary/claim.ts';
import type { Demo } from '../vocabulary/demo.ts';
import type { Verdict } from '../vocabulary/judging.ts';
import type { Recording } from '../recordings/recording.ts';
import { decimal, whole, briefText } from '../writing/numbers.ts';
import { certain } from '../certain.ts';
import { isJudged, isMoved, judgementsOf, type DemoState } from './state.ts';
import { factsOfMetric } from '../vocabulary/metrics.ts';

interface Props {
  demo: Demo;
  state: DemoState;
  recording: Recording;
}

const words: Record<Verdict, string> = { holds: 'Holds', open: 'Not yet', broken: 'Does not hold' };

export function DemoClaims({ demo, state, recording }: Props) {
  const recorded = state.phase === 'idle';
  const compared = state.shown.length > 1;
  const changed = !recorded && !isJudged(state);
  return (
    <div class="demo-claims">
      <p class="demo-claims-of">{heading(state, recording)}</p>
      <ul>
        {state.shown.flatMap((variant) => {
          const { label, claims } = certain(demo.variants[variant], `the variant ${variant}`);
          const judgements = recorded ? recording.variants[variant]?.judgements : judgementsOf(state, demo, variant);
          return claims.map((claim, i) => {
            // Until its step is measured a claim is open.
            const { verdict, value } = judgements?.[i] ?? { verdict: 'open' };
            return (
              <li key={`${variant} ${i}`} class={`demo-claim demo-claim-${verdict}`}>
                <Sign verdict={verdict} />
                <span class="demo-verdict">{changed ? 'Not judged' : words[verdict]}</span>
                <span>
                  {compared && <strong>{label}: </strong>}
                  {claim.says} <span class="demo-measured">{measured(claim, verdict, value)}</span>
                </span>
              </li>
            );
          });
        })}
      </ul>
      {demo.experiment.average > 0 && (
        <p class="demo-claims-how">
          Measured with the moving average of the generator’s weights over its last steps (decay{' '}
          {demo.experiment.average}).
        </p>
      )}
    </div>
  );
}

function heading(state: DemoState, { seed, step }: Recording): string {
  if (state.phase === 'idle') return `What the recorded run showed (seed ${seed}, up to step ${whole(step)})`;
  if (isJudged(state)) return 'What is claimed of this run';
  const claims = 'The claims speak of runs from the start with the article’s settings';
  return isMoved(state.settings)
    ? `${claims}, and a slider stands elsewhere. Put it back and press Reset to test them.`
    : `${claims}, and this one was changed on its way. Reset tests them again.`;
}

function measured(claim: Claim, verdict: Verdict, value: number | undefined): string {
  const { atLeast, atMost, by, at } = claim;
  const bound =
    atLeast === undefined ? `at most ${decimal(certain(atMost, 'a bound'))}` : `at least ${decimal(atLeast)}`;
  const when = at === undefined ? `by step ${whole(certain(by, 'a step'))}` : `at step ${whole(at)}`;
  const found = value === undefined ? '' : `${verdict === 'open' ? 'now ' : ''}${briefText(value)}, `;
  return `(${factsOfMetric(claim.metric).label} ${found}claimed ${bound} ${when})`;
}

/** A tick, a circle that waits, a cross: shapes, so that no colour is needed. */
function Sign({ verdict }: { verdict: Verdict }) {
  return (
    <svg class="demo-sign" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      {verdict === 'holds' && <path d="M2.5 8.5l3.7 4L13.5 3.5" />}
      {verdict === 'open' && <circle cx="8" cy="8" r="5.2" stroke-dasharray="2.6 2.6" />}
      {verdict === 'broken' && <path d="M3 3l10 10M13 3L3 13" />}
    </svg>
  );
}
