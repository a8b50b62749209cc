// The four numbers at the dot, as computed and exactly, with a word for what went wrong.
import type { Computed, Precision } from '../gan/theory/rounding.ts';
import { rounded } from '../writing/numbers.ts';
import { Raised } from '../writing/Raised.tsx';
import { digitsOf, faultOf, type Fault } from './roundingWords.ts';

const verdicts: Record<Fault, string> = {
  none: '',
  off: 'inexact',
  zero: 'lost',
  infinite: 'overflow',
  notANumber: 'no number',
};

export function RoundingTable({ now, exact, precision }: { now: Computed; exact: Computed; precision: Precision }) {
  const digits = digitsOf[precision];
  const rows: readonly (readonly [keyof Computed, string])[] = [
    ['saturating', 'saturating loss'],
    ['saturatingSlope', 'its slope'],
    ['nonSaturating', 'non-saturating loss'],
    ['nonSaturatingSlope', 'its slope'],
  ];
  return (
    <table class="figure-table">
      <thead>
        <tr>
          <th scope="col">At the dot</th>
          <th scope="col">computed</th>
          <th scope="col">exact</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, label]) => (
          <tr key={name}>
            <th scope="row">{label}</th>
            <td>
              <Raised text={rounded(now[name], digits)} />{' '}
              <span class="figure-verdict">{verdicts[faultOf(now[name], exact[name], precision)]}</span>
            </td>
            <td>
              <Raised text={rounded(exact[name], digits)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
