/** How large the run is, how fast it goes, and by what it is measured. */

/** Where the common clock begins: in New York and Singapore, texting hours turn within the first half hour. */
export const startAt = Date.UTC(2026, 6, 15, 0, 35);

/** The common clock runs so many times as fast as the computer: 90 s until absence is proven take 4 real ones. */
export const speed = 20;

export const sizes = {
  texters: 6,
  numbers: 4,
  /** Contacts for each minute, up to what invented numbers there are. */
  contactsPerMinute: 300,
  contactsAtMost: 4_400,
} as const;

/** Key presses a second, of all texters together. */
export const pressesPerSecond = 11;

/** Segments per second of the common clock: somewhat more than is pressed, so that what piled up while nobody could send leaves. */
export const rates = { number: 1.2, account: 4 } as const;

/** No contact is texted again within this time without having answered, in minutes of the common clock. */
export const lockMinutes = 5;

/** The share of contacts who opt out, half of them in writing and half through a texter. */
export const optOutShare = 0.06;

/** On a disk of its own, where one can be had. */
export const disk = { megabytes: 96, minimumFreeBytes: 12_000_000 } as const;

/** How long the end may take: texts in doubt are settled, and what waits for the morning leaves. In real milliseconds. */
export const settleWithinMs = 150_000;
