// Every view, and the one door to them for the page's canvases and the build's pictures: draws a panel, and says what it shows.
import { showsOneRun } from '../../vocabulary/views.ts';
import type { Surface } from '../drawing/surface.ts';
import type { Panel } from '../panels.ts';
import type { Trace } from '../trace.ts';
import { bars } from './bars.ts';
import { gradients } from './gradients.ts';
import { losses } from './losses.ts';
import { metric } from './metric.ts';
import { phase } from './phase.ts';
import { samples } from './samples.ts';
import { scores } from './scores.ts';
import { value } from './value.ts';
import type { Views } from './view.ts';

const views: Views = { samples, bars, gradients, losses, scores, value, metric, phase };

/** Draws a panel's view of the traces of its variants, in their order. Nothing is kept between calls. */
export function drawPanel(surface: Surface, { view, titled }: Panel, traces: readonly Trace[]): void {
  const [trace] = traces;
  if (!trace) return;
  if (showsOneRun(view)) views[view].draw(surface, trace, titled ? trace.label : undefined);
  else views[view].draw(surface, traces);
}

/** The text that stands for a panel's canvas: one to three sentences for each of the traces that it draws. */
export function describePanel({ view, titled }: Panel, traces: readonly Trace[]): string {
  const named = traces.length > 1 || titled;
  return traces.map((trace) => (named ? `${trace.label}: ` : '') + views[view].say(trace)).join(' ');
}
