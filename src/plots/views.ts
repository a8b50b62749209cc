// Draws a panel, whichever its view: the one door for the page's canvases and the build's pictures.
import { drawGradients } from './gradients.ts';
import { drawLosses } from './losses.ts';
import type { Panel } from './panels.ts';
import type { Pen, Size } from './pen.ts';
import { drawSamples } from './samples.ts';
import type { Theme } from './theme.ts';
import type { Trace } from './trace.ts';

/**
 * Draws a panel's view of the traces of its variants, in their order, on a surface that is clear: the page's paper shows through.
 * Nothing is kept between calls.
 */
export function drawPanel(pen: Pen, panel: Panel, traces: readonly Trace[], size: Size, theme: Theme): void {
  switch (panel.view) {
    case 'samples': {
      const [trace] = traces;
      if (trace) drawSamples(pen, trace, size, theme, panel.titled ? trace.label : undefined);
      return;
    }
    case 'gradients':
      drawGradients(pen, traces, size, theme);
      return;
    case 'losses':
      drawLosses(pen, traces, size, theme);
      return;
    default:
      impossible(panel);
  }
}

function impossible(panel: never): never {
  throw new Error(`unknown view: ${JSON.stringify(panel)}`);
}
