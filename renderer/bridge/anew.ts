/**
 * For whoever shows nothing: asks again, whatever is kept of it, and keeps what came of it for those who do show it. What
 * is put together from several queries reads each of them so.
 */
export const anew = { forceRefetch: true, subscribe: false } as const;
