// robots.txt: everything may be read; the sitemap's address depends on where the site is built for.
import type { APIRoute } from 'astro';
import { href } from '../navigation/addresses.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(href('/sitemap-index.xml'), site).href}\n`);
