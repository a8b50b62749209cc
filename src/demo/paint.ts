// Gives a drawing its canvas: fitted to its place and to the screen's pixels, cleared, with the page's colours.
import type { Pen, Size } from '../plots/drawing/pen.ts';
import { themeFrom, type Theme } from '../plots/drawing/theme.ts';

/** Draws in CSS pixels on a canvas that is clear. */
type Draw = (pen: Pen, size: Size, theme: Theme) => void;

/** Fits the canvas to its place and the screen's pixels, and draws on it in CSS pixels. */
export function paint(surface: HTMLCanvasElement, draw: Draw): void {
  const pen = surface.getContext('2d');
  const { clientWidth: width, clientHeight: height } = surface;
  if (!pen || width === 0 || height === 0) return;
  const ratio = window.devicePixelRatio || 1;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (surface.width !== wide || surface.height !== high) {
    surface.width = wide;
    surface.height = high;
  }
  pen.setTransform(wide / width, 0, 0, high / height, 0, 0);
  pen.clearRect(0, 0, width, height);
  const style = getComputedStyle(surface);
  draw(
    pen,
    { width, height },
    themeFrom((name) => style.getPropertyValue(name)),
  );
}
