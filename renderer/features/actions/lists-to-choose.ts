/** The lists that an action may text: more than a campaign has. */
export const listsToChoose = { limit: 500 };
