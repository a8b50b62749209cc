// What the page is told of a demo's recorded run: types, and how its pictures are called.
import type { Trace } from '../plots/trace.ts';
import type { Width } from '../plots/panels.ts';

export interface Recording {
  /** Changes with the demo, the science and the drawing: part of the pictures' addresses, so that no browser shows an old one. */
  key: string;
  seed: number;
  /** The step at which all variants are shown. */
  step: number;
  /** By variant: the judgements on its claims, and its noise floor for the traces of live runs. */
  variants: Record<string, Pick<Trace, 'judgements' | 'floor'>>;
  /** For each picture by its panel's name: what it shows, in words. */
  pictures: Record<string, string>;
}

export const tones = ['light', 'dark'] as const;
export type Tone = (typeof tones)[number];

/** A picture's file name without its ending. */
export const fileOf = (panel: string, width: Width, tone: Tone): string => `${panel}-${width}-${tone}`;
