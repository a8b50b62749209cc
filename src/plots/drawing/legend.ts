// The legend above a picture of samples: what each mark and line is. Entries that do not fit in a line go on in the next.
import { linear } from './axes.ts';
import { curve, type LineStyle } from './curve.ts';
import { widthOf, write } from './lettering.ts';
import { arrow, circles, diamonds } from './marks.ts';
import type { Point, Surface } from './surface.ts';
import type { Theme } from './theme.ts';

export const lineHeight = 17;
/** From the top to the first line's letters, raised exponents included. */
export const baseline = 14;
const gap = 14;

/** A sign and what it means; an arrow's length is given in CSS pixels. */
export type LegendEntry =
  | { sign: 'title' | 'note' | 'real' | 'generated' | 'discriminator' | 'optimal'; text: string }
  | { sign: 'arrow'; text: string; length: number };

interface Sign {
  /** Room for the sign itself, before its text. */
  width: number;
  /** The colour of the text. */
  colour: keyof Theme;
  draw?: (surface: Surface, at: Point, length: number) => void;
}

const stroke =
  (line: LineStyle) =>
  ({ pen, theme }: Surface, [x, y]: Point): void => {
    const axes = { x: linear([0, 16], [x, x + 16]), y: linear([0, 1], [y, y - 1]) };
    curve(pen, [0, 16], [0, 0], axes, { colour: theme.ink, width: 1.75, line });
  };

const signs: Record<LegendEntry['sign'], Sign> = {
  title: { width: 0, colour: 'ink' },
  note: { width: 0, colour: 'inkSoft' },
  real: {
    width: 12,
    colour: 'real',
    draw({ pen, theme }, [x, y]) {
      pen.fillStyle = theme.real;
      circles(pen, [[x + 4, y]], 3.4);
    },
  },
  generated: {
    width: 12,
    colour: 'generated',
    draw({ pen, theme }, [x, y]) {
      pen.fillStyle = theme.generated;
      diamonds(pen, [[x + 4, y]], 3.4);
    },
  },
  discriminator: { width: 22, colour: 'ink', draw: stroke('solid') },
  optimal: { width: 22, colour: 'ink', draw: stroke('dotted') },
  arrow: {
    width: 6,
    colour: 'ink',
    draw: ({ pen, theme }, at, length) => arrow(pen, at, [length, 0], theme.generated),
  },
};

/** Draws the legend in lines of this width, its upper left corner at (left, 0). Returns how many lines it takes. */
export function drawLegend(surface: Surface, entries: readonly LegendEntry[], left: number, width: number): number {
  let [right, line] = [0, 0];
  for (const entry of entries) {
    const sign = signs[entry.sign];
    const length = entry.sign === 'arrow' ? entry.length : 0;
    const lettering = { weight: entry.sign === 'title' ? 'strong' : 'normal' } as const;
    const before = sign.width + length;
    const own = before + widthOf(surface, entry.text, lettering);
    if (right > 0 && right + own > width) [right, line] = [0, line + 1];
    const [x, y] = [left + right, baseline + line * lineHeight];
    sign.draw?.(surface, [x, y - 4], length);
    write(surface, entry.text, [x + before, y], surface.theme[sign.colour], lettering);
    right += own + gap;
  }
  return line + 1;
}
