// /demos/<id>/<panel>-<width>-<theme>.webp: the pictures of a demo's recorded run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { allDemos } from '../../../loaders/demos.ts';
import { widths } from '../../../plots/panels.ts';
import { fileOf, tones } from '../../../recordings/recording.ts';
import { recordingOf } from '../../../recordings/cache.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const demos = await allDemos();
  const paths = demos.map(async ({ id, file, demo }) => {
    const { recording, folder } = await recordingOf(id, file, demo);
    return Object.keys(recording.pictures).flatMap((panel) =>
      widths.flatMap((width) =>
        tones.map((tone) => {
          const picture = fileOf(panel, width, tone);
          return { params: { id, picture }, props: { path: join(folder, `${picture}.webp`) } };
        }),
      ),
    );
  });
  return (await Promise.all(paths)).flat();
};

export const GET: APIRoute<{ path: string }> = ({ props: { path } }) =>
  new Response(new Uint8Array(readFileSync(path)), { headers: { 'Content-Type': 'image/webp' } });
