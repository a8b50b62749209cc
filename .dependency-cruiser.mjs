// Which file may import which: the arrows between rooms, no circles (types count), one door to TensorFlow.js.
import { filesOf, rooms } from './rooms.mjs';

const arrows = Object.entries(rooms).map(([room, others]) => ({
  name: `${room} imports only ${[...others, 'itself'].join(', ')}`,
  severity: 'error',
  from: { path: filesOf(room) },
  to: { path: '^(src|content|tests)/', pathNot: [filesOf(room), ...others.map(filesOf), '^src/certain\\.ts$'] },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...arrows,
    {
      name: 'a demo is written in the words of the vocabulary alone',
      severity: 'error',
      from: { path: '^content/' },
      to: { path: '^(src|tests)/', pathNot: filesOf('vocabulary') },
    },
    {
      name: 'the protocol and the page take types of gan, never code',
      severity: 'error',
      from: { path: [filesOf('engine'), filesOf('engine/page')] },
      to: { path: '^src/gan/', dependencyTypesNot: ['type-only', 'type-import'] },
    },
    {
      name: 'the page and the worker meet in the protocol',
      severity: 'error',
      from: { path: '^src/demo/' },
      to: { path: filesOf('engine/worker') },
    },
    {
      name: 'only src/gan/tensorflow.ts imports TensorFlow.js: take `tf` from there',
      severity: 'error',
      from: { pathNot: '^src/gan/tensorflow\\.ts$' },
      to: { path: '@tensorflow/' },
    },
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'every import leads somewhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(astro|virtual):' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports that only bring types count as well.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
