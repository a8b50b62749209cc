// Draws the pictures of a recorded run with the page's own views, at twice the screen's resolution, in both themes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { certain } from '../certain.ts';
import type { Demo } from '../vocabulary/demo.ts';
import { nameOf, panelsOf, sizes, widths, type Panel } from '../plots/panels.ts';
import { lineStylesOf, type Trace } from '../plots/trace.ts';
import { describePanel, drawPanel } from '../plots/views/views.ts';
import { themeOf } from './palette.ts';
import { fileOf, tones } from './recording.ts';
import type { Training } from './train.ts';

const tokens = fileURLToPath(new URL('../styles/tokens.css', import.meta.url));
const typeface = fileURLToPath(
  import.meta.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', import.meta.url),
);
const family = 'Saddlepoint figures';
/** Picture pixels per CSS pixel. */
const pixelRatio = 2;
const quality = 82;

/** Writes all pictures of a demo into a folder. Returns what each shows, in words, by its panel's name. */
export function drawPictures(demo: Demo, training: Training, folder: string): Record<string, string> {
  if (!GlobalFonts.has(family) && !GlobalFonts.registerFromPath(typeface, family)) {
    throw new Error(`the typeface ${typeface} could not be read`);
  }
  const words: Record<string, string> = {};
  for (const panel of allPanels(demo)) {
    const traces = tracesOf(panel, training);
    words[nameOf(panel)] = describePanel(panel, traces);
    for (const width of widths) {
      const size = sizes[panel.shape][width];
      for (const tone of tones) {
        const canvas = createCanvas(size.width * pixelRatio, size.height * pixelRatio);
        const pen = canvas.getContext('2d');
        pen.scale(pixelRatio, pixelRatio);
        drawPanel({ pen, size, theme: themeOf(tokens, tone, `"${family}"`) }, panel, traces);
        writeFileSync(
          join(folder, `${fileOf(nameOf(panel), width, tone)}.webp`),
          canvas.toBuffer('image/webp', quality),
        );
      }
    }
  }
  return words;
}

/** The panels of every choice that a reader may make before anything is trained. */
function allPanels(demo: Demo): Panel[] {
  const choices = [...Object.keys(demo.variants).map((variant) => [variant]), ...(demo.compare ? [demo.compare] : [])];
  return choices.flatMap((variants) => panelsOf(demo, variants));
}

function tracesOf(panel: Panel, training: Training): Trace[] {
  const traces = panel.variants.map((variant) => certain(training[variant], `the recorded run of "${variant}"`));
  const lines = lineStylesOf(traces.map(({ experiment }) => experiment.objective));
  return traces.map((trace, i) => ({ ...trace, line: certain(lines[i], 'a line style') }));
}
