// The measurements as a table to read.
import type { Row } from './measure.ts';
import type { Waited } from './pressToClaim.ts';

export interface Measured extends Row {
  /** Where it ran: Node, or the browser and its renderer. */
  readonly where: string;
}

export function table(rows: readonly Measured[]): string {
  const lines = [
    '| where | network | steps by | ms a step (quartiles) | time / ours | kernels | passes | differs |',
    '|---|---|---|---:|---:|---:|---:|---:|',
    ...rows.map(({ where, game, contender, ms, quartiles: [low, high], ratioToOurs, kernels, passes, differs }) =>
      [
        '',
        where,
        game,
        label[contender],
        `${ms.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`,
        `${ratioToOurs.toFixed(2)}`,
        kernels === 0 ? '' : `${kernels}`,
        passes === 0 ? '' : `${passes}`,
        differs === null ? '' : differs.toExponential(0),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ];
  return lines.join('\n');
}

const label: Record<Row['contender'], string> = {
  plain: 'plain TensorFlow.js',
  theirWasm: 'plain TensorFlow.js, its wasm backend',
  loops: 'ours, in loops, on the tape',
  taped: 'ours, on the tape',
  ours: 'ours, replayed',
  bareLoops: 'bare loops',
  floor: 'the products alone',
};

/** From press to claim. */
export function waits(pages: readonly Waited[]): string {
  const lines = pages.map(({ demo, backend, states, seconds, steps, frames }) => {
    const sorted = [...seconds].sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? NaN;
    return `| ${demo} | ${backend} | ${states.join(', ')} | ${median.toFixed(1)} | ${steps} | ${(frames / (seconds.at(-1) ?? NaN)).toFixed(0)} |`;
  });
  return [
    '| demo | on | claims | seconds from press | steps | frames a second |',
    '|---|---|---|---:|---:|---:|',
    ...lines,
  ].join('\n');
}
