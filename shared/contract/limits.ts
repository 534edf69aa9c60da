/**
 * How long what a person types may be, in characters, and how much of it there may be. They stand apart from the calls
 * that hold to them, so that a page can know them without the parser.
 */

/** Names of people, lists, campaigns and custom fields. */
export const longestName = 120;

/** The short name by which scripts and lists call a custom field. */
export const longestSlug = 64;

/** What is written about a campaign. */
export const longestDescription = 2_000;

/** What a campaign writes on the button that begins texting. */
export const longestStartWords = 30;

/** How many replies a campaign may let somebody have to answer before they get no new batch. */
export const highestUnanswered = 1_000;

/** What is written to be sent, or as a script. */
export const longestWritten = 5_000;

/** Initial scripts of one action, and response scripts of one. */
export const mostScripts = 50;
