// Draws a panel, whichever its view: the one door for the page's canvases and the build's pictures.
import { drawBars } from './bars.ts';
import { drawGradients } from './gradients.ts';
import { drawLosses } from './losses.ts';
import { drawMetric } from './metric.ts';
import type { Panel } from '../panels.ts';
import type { Pen, Size } from '../drawing/pen.ts';
import { drawPhase } from './phase.ts';
import { drawSamples } from './samples.ts';
import { drawScores } from './scores.ts';
import type { Theme } from '../drawing/theme.ts';
import type { Trace } from '../trace.ts';
import { drawValue } from './value.ts';

/**
 * Draws a panel's view of the traces of its variants, in their order, on a surface that is clear: the page's paper shows through.
 * Nothing is kept between calls.
 */
export function drawPanel(pen: Pen, panel: Panel, traces: readonly Trace[], size: Size, theme: Theme): void {
  const [trace] = traces;
  if (!trace) return;
  const title = panel.titled ? trace.label : undefined;
  switch (panel.view) {
    case 'samples':
      return drawSamples(pen, trace, size, theme, title);
    case 'bars':
      return drawBars(pen, trace, size, theme, title);
    case 'phase':
      return drawPhase(pen, trace, size, theme, title);
    case 'gradients':
      return drawGradients(pen, traces, size, theme);
    case 'losses':
      return drawLosses(pen, traces, size, theme);
    case 'scores':
      return drawScores(pen, traces, size, theme);
    case 'value':
      return drawValue(pen, traces, size, theme);
    case 'metric':
      return drawMetric(pen, traces, size, theme);
    default:
      impossible(panel);
  }
}

function impossible(panel: never): never {
  throw new Error(`unknown view: ${JSON.stringify(panel)}`);
}
