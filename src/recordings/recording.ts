// What the page is told of a demo's recorded run: types, and how its pictures are called.
import type { Measurement } from '../vocabulary/frame.ts';
import type { Judgement } from '../vocabulary/judging.ts';
import type { Floor } from '../plots/trace.ts';
import type { Width } from '../plots/panels.ts';

export interface Recording {
  /** Changes with the demo, the science and the drawing: part of the pictures' addresses, so that no browser shows an old one. */
  key: string;
  seed: number;
  /** The step at which all variants are shown. */
  step: number;
  variants: Record<string, RecordedClaims>;
  /** For each picture by its panel's name: what it shows, in words. */
  pictures: Record<string, string>;
}

export interface RecordedClaims {
  /** One a claim, in the variant's order. */
  judgements: readonly Judgement[];
  /** What perfect samples score in the first claim's metric, where a view shows it: for the traces of live runs. */
  floor?: Floor;
}

/** All that was measured in a recorded run, at full precision, by variant. Too much for a page: the build alone reads it. */
export interface RecordedMeasurements {
  /** The step at which the demo's runs pause by themselves; the recorded run ends where its claims are decided. */
  length: number;
  variants: Record<string, Measurement[]>;
}

export const tones = ['light', 'dark'] as const;
export type Tone = (typeof tones)[number];

/** A picture's file name without its ending. */
export const fileOf = (panel: string, width: Width, tone: Tone): string => `${panel}-${width}-${tone}`;
