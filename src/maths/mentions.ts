// How often a page has mentioned something so far: mentions are numbered, so that there is a way back to each.

/** Mentions by what is mentioned: a label, a source's key, a term. */
export type Mentions = Map<string, number>;

/** How often `name` was mentioned; what nobody has mentioned yet is not in the map. */
export const mentionsOf = (mentions: Mentions, name: string): number => mentions.get(name) ?? 0;

/** The number of a further mention of `name`, from 1. */
export function mention(mentions: Mentions, name: string): number {
  const number = mentionsOf(mentions, name) + 1;
  mentions.set(name, number);
  return number;
}
