// Draws the bitmaps in public/ from the site's mark: favicon.png, apple-touch-icon.png and social.png.
// Run by hand when the mark or the title changes: npx node src/commands/drawImages.ts
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

const light = { paper: '#fcfaf5', ink: '#1d1b18', soft: '#5e584e', real: '#006dad', generated: '#ba4a00' };

/** The mark in a square of `size` with its corner at (x, y); drawn on the 32-unit grid of Mark.astro. */
function mark(context: SKRSContext2D, x: number, y: number, size: number): void {
  context.save();
  context.translate(x, y);
  context.scale(size / 32, size / 32);
  context.lineWidth = 3.4;
  context.lineCap = 'round';
  for (const [colour, end, middle] of [
    [light.real, 3.5, 19.5],
    [light.generated, 28.5, 12.5],
  ] as const) {
    context.strokeStyle = colour;
    context.beginPath();
    context.moveTo(3, end);
    context.bezierCurveTo(9, middle, 23, middle, 29, end);
    context.stroke();
  }
  context.fillStyle = light.ink;
  context.beginPath();
  context.arc(16, 16, 3.2, 0, 2 * Math.PI);
  context.fill();
  context.restore();
}

function icon(size: number, { paper }: { paper: boolean }): Buffer {
  const canvas = createCanvas(size, size);
  const context = canvas.getContext('2d');
  const inset = paper ? size * 0.16 : 0;
  if (paper) {
    context.fillStyle = light.paper;
    context.fillRect(0, 0, size, size);
  }
  mark(context, inset, inset, size - 2 * inset);
  return canvas.toBuffer('image/png');
}

/** Level lines of the saddle u² − v² around (x, y): where it rises in the real data's blue, where it falls in vermilion. */
function saddle(context: SKRSContext2D, x: number, y: number, reach: number): void {
  const levels = 11;
  context.lineWidth = 2;
  for (let level = 1; level <= levels; level += 1) {
    const height = (level / levels) ** 1.5;
    for (const [colour, sideways] of [
      [light.generated, false],
      [light.real, true],
    ] as const) {
      context.strokeStyle = colour;
      context.globalAlpha = 0.25 + 0.75 * (level / levels);
      for (const side of [-1, 1]) {
        context.beginPath();
        for (let i = -60; i <= 60; i += 1) {
          const along = (i / 60) * 1.5;
          const across = side * Math.sqrt(height + along ** 2);
          const [u, v] = sideways ? [across, along] : [along, across];
          context.lineTo(x + reach * u, y + reach * v);
        }
        context.stroke();
      }
    }
  }
  context.globalAlpha = 1;
}

function social(): Buffer {
  const canvas = createCanvas(1200, 630);
  const context = canvas.getContext('2d');
  context.fillStyle = light.paper;
  context.fillRect(0, 0, 1200, 630);

  context.save();
  context.beginPath();
  context.rect(690, 0, 510, 630);
  context.clip();
  saddle(context, 945, 315, 300);
  context.fillStyle = light.ink;
  context.beginPath();
  context.arc(945, 315, 9, 0, 2 * Math.PI);
  context.fill();
  context.restore();

  context.fillStyle = light.ink;
  context.font = '600 84px "Source Serif 4"';
  context.fillText('Saddlepoint', 72, 280);
  context.fillStyle = light.soft;
  context.font = '400 38px "Source Serif 4"';
  ['What the loss functions', 'of a GAN really do'].forEach((line, i) => context.fillText(line, 76, 352 + 50 * i));
  return canvas.toBuffer('image/png');
}

const { resolve } = createRequire(import.meta.url);
for (const file of ['source-serif-4-latin-opsz-normal.woff2']) {
  if (!GlobalFonts.registerFromPath(resolve(`@fontsource-variable/source-serif-4/files/${file}`), 'Source Serif 4')) {
    throw new Error(`${file} could not be read as a font`);
  }
}
const to = (name: string) => new URL(`../../public/${name}`, import.meta.url);
await writeFile(to('favicon.png'), icon(48, { paper: false }));
await writeFile(to('apple-touch-icon.png'), icon(180, { paper: true }));
await writeFile(to('social.png'), social());
