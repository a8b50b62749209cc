// The axis of values beside curves: which values it spans, and its ticks.
import { decades, decadeTicks, linear, linearTicks, type Scale, type Tick } from './axes.ts';
import { powerOfTen } from '../../writing/numbers.ts';
import type { Box } from './surface.ts';

/** How much room stays beyond the values, as a share of their span; below only if there are values below 0. */
export interface Room {
  above: number;
  below: number;
}

export type ValueAxis =
  /** From 0, or from below it, to the greatest value; what is less than `lowest` is cut off. */
  | { kind: 'linear'; room: Room; lowest?: number }
  /** The same, whatever the values are. */
  | { kind: 'fixed'; from: number; to: number; ticks: readonly Tick[] }
  /** Whole decades. */
  | { kind: 'decades' };

/** 0, all finite values down to where they are cut, and the room beyond them. */
export function domainOf(
  values: readonly (readonly number[])[],
  { above, below }: Room,
  lowest = -Infinity,
): [number, number] {
  let [least, most] = [0, 0];
  for (const list of values) {
    for (const each of list) {
      const value = Math.max(each, lowest);
      if (value < least && value > -Infinity) least = value;
      if (value > most && value < Infinity) most = value;
    }
  }
  const span = most - least || 1;
  return [least - (least < 0 ? below * span : 0), most + above * span];
}

/** The scale and the ticks of an axis that shows these values in this box. */
export function layValues(
  axis: ValueAxis,
  values: readonly (readonly number[])[],
  { top, bottom }: Box,
): { y: Scale; ticks: readonly Tick[] } {
  switch (axis.kind) {
    case 'linear': {
      const y = linear(domainOf(values, axis.room, axis.lowest), [bottom, top]);
      return { y, ticks: linearTicks(y, 4) };
    }
    case 'fixed':
      return { y: linear([axis.from, axis.to], [bottom, top]), ticks: axis.ticks };
    case 'decades': {
      const y = decades(values.flat(), [bottom, top]);
      // A log axis has no zero: what is 0 or less lies on its foot, which then says so.
      const foot = values.some((list) => list.some((value) => value <= 0)) ? '≤\u2009' : '';
      const powers = decadeTicks(y, bottom - top);
      return { y, ticks: powers.map((value, i) => [value, (i === 0 ? foot : '') + powerOfTen(value)]) };
    }
  }
}
