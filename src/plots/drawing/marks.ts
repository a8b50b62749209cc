// The marks of the data, told apart by shape as well as by colour (circles are real, diamonds are generated), of what is cut off, and arrows.
import type { Pen } from './pen.ts';
import type { Point } from './surface.ts';

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

/** A filled circle in this colour. */
export function disc(pen: Pen, [x, y]: Point, radius: number, colour: string): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
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

/** An arrow from a point, in CSS pixels; one shorter than its head is a stroke alone. */
export function arrow(pen: Pen, [x, y]: Point, [dx, dy]: Point, colour: string): void {
  const length = Math.hypot(dx, dy);
  if (!(length > 0)) return;
  const [ux, uy] = [dx / length, dy / length];
  const head = Math.min(5, 0.6 * length);
  const [tipX, tipY] = [x + dx, y + dy];
  pen.strokeStyle = colour;
  pen.fillStyle = colour;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(tipX - ux * head, tipY - uy * head);
  pen.stroke();
  pen.beginPath();
  pen.moveTo(tipX, tipY);
  pen.lineTo(tipX - ux * head - uy * head * 0.6, tipY - uy * head + ux * head * 0.6);
  pen.lineTo(tipX - ux * head + uy * head * 0.6, tipY - uy * head - ux * head * 0.6);
  pen.closePath();
  pen.fill();
}
