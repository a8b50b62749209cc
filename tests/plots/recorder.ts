// A surface whose pen draws nothing and remembers everything: what was filled, stroked and written, in which colour and with which dashes.
import type { Pen } from '../../src/plots/drawing/pen.ts';
import type { Size, Surface } from '../../src/plots/drawing/surface.ts';
import type { Theme } from '../../src/plots/drawing/theme.ts';

export interface Act {
  act: 'fill' | 'stroke' | 'fillRect' | 'text';
  colour: string;
  /** Dashes of a stroke. */
  dash: number[];
  /** The path's points; for text and rectangles where they begin. */
  points: [number, number][];
  /** How many arcs the path has. */
  arcs: number;
  text: string;
}

export function recorder(size: Size = { width: 400, height: 200 }): { surface: Surface; acts: Act[] } {
  const acts: Act[] = [];
  let points: [number, number][] = [];
  let arcs = 0;
  let dash: number[] = [];
  const kept: [number[], string | object, string | object][] = [];
  const note = (act: Act['act'], own: Partial<Act>) =>
    acts.push({
      act,
      colour: (act === 'stroke' ? pen.strokeStyle : pen.fillStyle) as string,
      dash,
      points,
      arcs,
      text: '',
      ...own,
    });
  const pen: Pen = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    globalAlpha: 1,
    font: '',
    textAlign: 'left',
    textBaseline: 'alphabetic',
    lineJoin: 'round',
    lineCap: 'butt',
    save: () => void kept.push([dash, pen.fillStyle, pen.strokeStyle]),
    restore: () => void ([dash, pen.fillStyle, pen.strokeStyle] = kept.pop() ?? [[], '', '']),
    beginPath: () => void ((points = []), (arcs = 0)),
    closePath: () => undefined,
    moveTo: (x, y) => void points.push([x, y]),
    lineTo: (x, y) => void points.push([x, y]),
    rect: (x, y) => void points.push([x, y]),
    arc: () => void (arcs += 1),
    fill: () => void note('fill', {}),
    stroke: () => void note('stroke', {}),
    clip: () => undefined,
    fillRect: (x, y) => void note('fillRect', { points: [[x, y]], arcs: 0 }),
    fillText: (text, x, y) => void note('text', { text, points: [[x, y]], arcs: 0 }),
    measureText: (text) => ({ width: 6 * text.length }),
    setLineDash: (segments) => void (dash = segments),
  };
  return { surface: { pen, size, theme }, acts };
}

export const theme: Theme = {
  paper: '#ffffff',
  ink: '#000000',
  inkSoft: '#555555',
  rule: '#dddddd',
  ruleStrong: '#888888',
  real: '#0072b2',
  generated: '#d55e00',
  font: 'sans-serif',
};

export const texts = (acts: readonly Act[]): string[] =>
  acts.filter(({ act }) => act === 'text').map(({ text }) => text);

/** The long strokes: curves, not ticks or rules. */
export const curves = (acts: readonly Act[]): Act[] =>
  acts.filter(({ act, points }) => act === 'stroke' && points.length > 4);
