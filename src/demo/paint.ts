// Gives a drawing its canvas: fitted to its box on the page and to the screen's pixels, cleared, with the page's colours.
import type { Surface } from '../plots/drawing/surface.ts';
import { themeFrom } from '../plots/drawing/theme.ts';

/** Fits the canvas to its box on the page and to the screen's pixels, and draws on it in CSS pixels. */
export function paint(canvas: HTMLCanvasElement, draw: (surface: Surface) => void): void {
  const pen = canvas.getContext('2d');
  const { clientWidth: width, clientHeight: height } = canvas;
  if (!pen || width === 0 || height === 0) return;
  const ratio = window.devicePixelRatio || 1;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  }
  pen.setTransform(wide / width, 0, 0, high / height, 0, 0);
  pen.clearRect(0, 0, width, height);
  const style = getComputedStyle(canvas);
  draw({ pen, size: { width, height }, theme: themeFrom((name) => style.getPropertyValue(name)) });
}
