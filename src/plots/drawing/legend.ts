// The key above a picture of samples: what each mark and line is. Entries that do not fit in a line go on in the next.
import { curve } from './curve.ts';
import { linear } from './axes.ts';
import { widthOf, write, type Weight } from './lettering.ts';
import { circles, diamonds } from './marks.ts';
import type { Pen } from './pen.ts';
import type { Theme } from './theme.ts';

export const lineHeight = 17;
/** From the top to the first line's letters, raised exponents included. */
export const baseline = 14;
const gap = 14;

/** What an entry shows; `push` is an arrow whose length is given in CSS pixels. */
export type Sign =
  | { kind: 'title'; text: string }
  | { kind: 'real' | 'generated' | 'discriminator' | 'optimal' | 'note'; text: string }
  | { kind: 'push'; text: string; length: number };

interface Placed {
  sign: Sign;
  x: number;
  line: number;
}

/** Room for the sign itself, before its text. */
function signWidth(sign: Sign): number {
  switch (sign.kind) {
    case 'title':
    case 'note':
      return 0;
    case 'real':
    case 'generated':
      return 12;
    case 'discriminator':
    case 'optimal':
      return 22;
    case 'push':
      return sign.length + 6;
    default:
      return impossible(sign);
  }
}

const weightOf = (sign: Sign): Weight => (sign.kind === 'title' ? 'strong' : 'normal');

/** Puts the entries in lines of this width; the title has one of its own where the key may stand beside something else. */
export function layKey(pen: Pen, signs: readonly Sign[], width: number, theme: Theme): Placed[] {
  let [x, line] = [0, 0];
  return signs.map((sign) => {
    const own = signWidth(sign) + widthOf(pen, sign.text, theme, undefined, weightOf(sign));
    if (x > 0 && x + own > width) [x, line] = [0, line + 1];
    const placed = { sign, x, line };
    x += own + gap;
    return placed;
  });
}

export const linesIn = (placed: readonly Placed[]): number => 1 + Math.max(0, ...placed.map(({ line }) => line));

/** Draws a key that has been laid out, its upper left corner at (left, top). */
export function drawKey(pen: Pen, placed: readonly Placed[], left: number, top: number, theme: Theme): void {
  for (const { sign, x: from, line } of placed) {
    const [x, y] = [left + from, top + baseline + line * lineHeight];
    const colour = drawSign(pen, sign, x, y - 4, theme);
    pen.fillStyle = colour;
    write(pen, sign.text, x + signWidth(sign), y, theme, { weight: weightOf(sign) });
  }
}

/** Draws the sign and says in which colour its text goes on. */
function drawSign(pen: Pen, sign: Sign, x: number, y: number, theme: Theme): string {
  const stroke = (line: 'solid' | 'dotted', colour: string) => {
    const across = linear([0, 16], [x, x + 16]);
    curve(pen, [0, 16], [0, 0], [across, linear([0, 1], [y, y - 1])], { colour, width: 1.75, line });
  };
  switch (sign.kind) {
    case 'title':
      return theme.ink;
    case 'note':
      return theme.inkSoft;
    case 'real':
      pen.fillStyle = theme.real;
      circles(pen, [[x + 4, y]], 3.4);
      return theme.real;
    case 'generated':
      pen.fillStyle = theme.generated;
      diamonds(pen, [[x + 4, y]], 3.4);
      return theme.generated;
    case 'discriminator':
      stroke('solid', theme.ink);
      return theme.ink;
    case 'optimal':
      stroke('dotted', theme.ink);
      return theme.ink;
    case 'push':
      arrow(pen, [x, y], [sign.length, 0], theme.generated);
      return theme.ink;
    default:
      return impossible(sign);
  }
}

/** An arrow from a point, in CSS pixels; one shorter than its head is a stroke alone. */
export function arrow(
  pen: Pen,
  [x, y]: readonly [number, number],
  [dx, dy]: readonly [number, number],
  colour: string,
): void {
  const length = Math.hypot(dx, dy);
  if (!(length > 0)) return;
  const [ux, uy] = [dx / length, dy / length];
  const head = Math.min(5, 0.6 * length);
  const [tipX, tipY] = [x + dx, y + dy];
  pen.strokeStyle = colour;
  pen.fillStyle = colour;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(tipX - ux * head, tipY - uy * head);
  pen.stroke();
  pen.beginPath();
  pen.moveTo(tipX, tipY);
  pen.lineTo(tipX - ux * head - uy * head * 0.6, tipY - uy * head + ux * head * 0.6);
  pen.lineTo(tipX - ux * head + uy * head * 0.6, tipY - uy * head - ux * head * 0.6);
  pen.closePath();
  pen.fill();
}

function impossible(sign: never): never {
  throw new Error(`unknown sign: ${JSON.stringify(sign)}`);
}
