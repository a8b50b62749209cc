// The marks of the data, told apart by shape as well as by colour (circles are real, diamonds are generated), and of what is cut off.
import type { Pen } from './pen.ts';

type Point = readonly [x: number, y: number];

/** Real data: filled circles, all in one path. Points that are not finite are left out. */
export function circles(pen: Pen, points: Iterable<Point>, radius: number): void {
  pen.beginPath();
  for (const [x, y] of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    pen.moveTo(x + radius, y);
    pen.arc(x, y, radius, 0, 2 * Math.PI);
  }
  pen.fill();
}

/** Generated data: filled diamonds of about a circle's area, all in one path. Points that are not finite are left out. */
export function diamonds(pen: Pen, points: Iterable<Point>, radius: number): void {
  const reach = radius * 1.3;
  pen.beginPath();
  for (const [x, y] of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    pen.moveTo(x, y - reach);
    pen.lineTo(x + reach, y);
    pen.lineTo(x, y + reach);
    pen.lineTo(x - reach, y);
    pen.closePath();
  }
  pen.fill();
}

/** A small head at the edge of a picture, its tip at (x, y): what ends there goes on outside. */
export function cutMark(pen: Pen, x: number, y: number, way: 'up' | 'down', colour: string): void {
  const base = way === 'up' ? y + 6 : y - 6;
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x + 4.5, base);
  pen.lineTo(x - 4.5, base);
  pen.closePath();
  pen.fill();
}
