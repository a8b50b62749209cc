// `npm start`: installs what is missing, builds the site and serves it.
import { installPackages, run } from './ground.mjs';

installPackages();
const built = run('npm', ['run', 'build']);
if (built !== 0) process.exit(built);
process.exit(run('npm', ['run', 'preview', '--', ...process.argv.slice(2)]));
