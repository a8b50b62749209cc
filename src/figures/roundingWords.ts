// What a rounded loss has become, in words: right, off, 0, infinite, or not a number.
import { computed, significandBits, type Computed, type Form, type Precision } from '../gan/theory/rounding.ts';
import { rounded } from '../writing/numbers.ts';

/** How far a result is from the exact one. */
export type Fault = 'none' | 'off' | 'zero' | 'infinite' | 'notANumber';

/** The exact values: on the logit in float64, which keeps at least 15 digits wherever the figure goes. */
export const exactly = (logit: number): Computed => computed(logit, 'float64', 'logit');

/** Judges a result; a few units in the last place count as right. */
export function faultOf(value: number, exact: number, precision: Precision): Fault {
  if (Number.isNaN(value)) return 'notANumber';
  if (!Number.isFinite(value)) return 'infinite';
  if (value === 0) return 'zero';
  return Math.abs(value / exact - 1) > 8 * 2 ** -significandBits[precision] ? 'off' : 'none';
}

/** Digits to print: as many as the format holds, up to five. */
export const digitsOf: Record<Precision, number> = { float64: 5, float32: 5, float16: 4 };

const forms: Record<Form, string> = {
  probability: 'written with probabilities',
  logit: 'written on the logit',
};

const names: Record<keyof Computed, string> = {
  saturating: 'the saturating loss',
  saturatingSlope: 'the slope of the saturating loss',
  nonSaturating: 'the non-saturating loss',
  nonSaturatingSlope: 'the slope of the non-saturating loss',
};
const order = ['saturating', 'saturatingSlope', 'nonSaturating', 'nonSaturatingSlope'] as const;

/** The figure in words: the place, and what has gone wrong there. */
export function sayRounding(logit: number, precision: Precision, form: Form): string {
  const now = computed(logit, precision, form);
  const exact = exactly(logit);
  const faults = order.flatMap((name) => {
    const fault = faultOf(now[name], exact[name], precision);
    return fault === 'none' ? [] : [`${names[name]} ${clause(fault, now[name], exact[name], precision)}`];
  });
  const place = `At the logit ${rounded(logit, 5)} in ${precision}, ${forms[form]}`;
  if (faults.length === 0) return `${place}, both losses and both slopes are right to within a rounding or two.`;
  const rest = faults.length < order.length ? ' Everything else is right.' : '';
  return `${place}: ${faults.join('; ')}.${rest}`;
}

function clause(fault: Exclude<Fault, 'none'>, value: number, exact: number, precision: Precision): string {
  const shown = rounded(value, digitsOf[precision]);
  const truth = rounded(exact, digitsOf[precision]);
  switch (fault) {
    case 'off':
      return shown === truth ? `is off in its last digits` : `is ${shown} instead of ${truth}`;
    case 'zero':
      return `is 0 instead of ${truth}`;
    case 'infinite':
      return `is ${shown}, infinite, instead of ${truth}`;
    case 'notANumber':
      return `is NaN, not a number, instead of ${truth}`;
  }
}
