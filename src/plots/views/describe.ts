// Says in words what a panel shows: the text that stands for its canvas.
import type { Panel } from '../panels.ts';
import { sayGradients, sayLosses, sayMetric, sayScores, sayValue } from './sayCurves.ts';
import { sayPhase } from './sayPhase.ts';
import { sayBars, saySamples } from './saySamples.ts';
import type { Trace } from '../trace.ts';

/** One to three sentences for each of the traces that the panel draws. */
export function describe(panel: Panel, traces: readonly Trace[]): string {
  const sentences = traces.map((trace) => {
    const said = say(panel, trace);
    return traces.length > 1 || panel.titled ? `${trace.label}: ${said}` : said;
  });
  return sentences.join(' ');
}

function say({ view }: Panel, trace: Trace): string {
  switch (view) {
    case 'samples':
      return saySamples(trace);
    case 'bars':
      return sayBars(trace);
    case 'phase':
      return sayPhase(trace);
    case 'gradients':
      return sayGradients(trace);
    case 'losses':
      return sayLosses(trace);
    case 'scores':
      return sayScores(trace);
    case 'value':
      return sayValue(trace);
    case 'metric':
      return sayMetric(trace);
    default:
      return impossible(view);
  }
}

function impossible(view: never): never {
  throw new Error(`unknown view: ${String(view)}`);
}
