// `npm start`: installs what is missing, builds the site and serves it.
import { installPackages, run } from './ground.mjs';

await installPackages();
console.log('\nBuilding the site. The first time, every demo is trained once for its pictures: some minutes ...');
const built = await run('astro', ['build'], { long: true });
if (built !== 0) process.exit(built);
console.log('\nServing the site. Its address stands below; Ctrl+C ends it.');
process.exit(await run('astro', ['preview', ...process.argv.slice(2)]));
