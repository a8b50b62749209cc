// How much of each room the unit tests run, in lines and branches, from the summary that they leave.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, rooms } from '../../rooms.mjs';
import { root } from './ground.mjs';

const summary = join(root, '.cache', 'coverage', 'coverage-summary.json');

/** A table with a row for each room that has code, as text; says so if the tests left no summary. */
export function coverageTable() {
  if (!existsSync(summary)) return 'Coverage: the unit tests left no summary.';
  const { total, ...files } = JSON.parse(readFileSync(summary, 'utf8'));
  const row = (room, counts) => {
    const share = (what) => {
      const of = counts.reduce((sum, each) => sum + each[what].total, 0);
      return of === 0 ? '' : `${Math.round((100 * counts.reduce((sum, each) => sum + each[what].covered, 0)) / of)} %`;
    };
    return `  ${room.padEnd(16)}${share('lines').padStart(8)}${share('branches').padStart(10)}`;
  };
  const rows = Object.keys(rooms).flatMap((room) => {
    const inside = new RegExp(filesOf(room));
    const counts = Object.entries(files).filter(([file]) => inside.test(file.slice(root.length)));
    return counts.length === 0
      ? []
      : [
          row(
            room,
            counts.map(([, count]) => count),
          ),
        ];
  });
  return [`  ${'unit tests run'.padEnd(16)}   lines  branches`, ...rows, row('all', [total])].join('\n');
}
