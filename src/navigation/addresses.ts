// Addresses: the languages there are, and links that respect the site's base path.

/** Languages there are; the first is where `/` leads. A language is a folder in content/articles and an entry in wording.ts. */
export const languages = ['en'] as const;
export type Language = (typeof languages)[number];

/**
 * The address of a page or file of this site under the base path it is built for.
 * `path` starts at the site's root: `href('/en/')` is `/some/base/en/` when built with BASE=/some/base.
 */
export function href(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + (path.startsWith('/') ? path : `/${path}`);
}
