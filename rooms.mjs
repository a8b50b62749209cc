// The rooms of src and what each may import besides itself and src/certain.ts: the arrows of the architecture, all one way.
// A room's name covers the files in its folder and below, except those of a room of their own; `gan/*` covers those too.

/** @type {Record<string, string[]>} */
export const rooms = {
  vocabulary: [],
  writing: [],
  navigation: [],
  styles: [],

  gan: ['gan/kernels', 'vocabulary'],
  'gan/theory': ['vocabulary'],
  'gan/data': ['gan', 'gan/theory', 'vocabulary'],
  'gan/metrics': ['gan', 'gan/data', 'gan/theory', 'vocabulary'],
  'gan/kernels': ['gan', 'vocabulary'],
  'gan/replay': ['gan', 'gan/kernels'],
  'gan/training': ['gan', 'gan/data', 'gan/kernels', 'gan/replay', 'vocabulary'],
  'gan/observing': ['gan', 'gan/data', 'gan/metrics', 'gan/theory', 'gan/training', 'vocabulary'],
  'gan/runs': ['gan', 'gan/data', 'gan/metrics', 'gan/observing', 'gan/replay', 'gan/training', 'vocabulary'],

  // The page's side and the worker's meet in the protocol alone; it and the page take no more than a type of the trainer's.
  engine: ['gan/training', 'vocabulary'],
  'engine/page': ['engine', 'gan/training', 'vocabulary'],
  'engine/worker': ['engine', 'gan/*', 'vocabulary'],

  // Pictures draw closed forms, but train and measure nothing.
  plots: ['plots/drawing', 'vocabulary'],
  'plots/drawing': ['plots', 'vocabulary', 'writing'],
  'plots/views': ['plots', 'plots/drawing', 'gan/theory', 'vocabulary', 'writing'],

  recordings: ['gan/*', 'plots/*', 'vocabulary', 'writing'],
  maths: ['writing'],
  loaders: ['maths', 'recordings', 'vocabulary', 'writing'],
  proofreading: ['loaders', 'maths', 'navigation', 'vocabulary'],
  search: [],

  controls: ['styles', 'writing'],
  figures: ['controls', 'gan/theory', 'vocabulary', 'writing'],
  demo: ['controls', 'engine/*', 'plots/*', 'recordings', 'vocabulary', 'writing'],
  mdx: ['demo', 'figures', 'layouts', 'loaders', 'maths', 'navigation', 'recordings', 'styles', 'writing'],
  layouts: ['maths', 'navigation', 'search', 'styles', 'writing'],
  pages: ['demo', 'layouts', 'loaders', 'maths', 'mdx', 'navigation', 'plots/*', 'recordings', 'styles', 'writing'],

  bench: ['content/*', 'gan/*', 'vocabulary'],
  commands: ['bench', 'gan/*', 'recordings', 'vocabulary'],
};

/** A regular expression for the paths of a room's files, from the repository's root; `content/*` is what authors write. */
export const filesOf = (/** @type {string} */ room) => {
  const folder = room.replace(/\/\*$/, '');
  const holdsRooms = Object.keys(rooms).some((other) => other.startsWith(`${folder}/`));
  if (folder === 'content') return '^content/';
  return `^src/${folder}/${holdsRooms && folder === room ? '[^/]+$' : ''}`;
};
