import { z } from 'zod';
import { call, roles } from './define.ts';
import { instant, intentId, localId, nothing, optionalName, shortName } from './fields.ts';
import { highestUnanswered, longestDescription, longestSlug, longestStartWords } from './limits.ts';

export const storeMode = z.enum(['practice', 'live']);
export type StoreMode = z.output<typeof storeMode>;

export const campaignView = z.object({
  name: z.string(),
  mode: storeMode,
  foundedAt: instant,
});

/** Minutes after midnight; 1440 is the end of the day. */
const minuteOfDay = z.int().min(0).max(1440);

export const bucketSizes = [10, 25, 100, 200] as const;

/** Like `optionalName`, but left out means unchanged, not empty. */
const fallbackName = z
  .string()
  .trim()
  .pipe(shortName.or(z.literal('')));

const longText = z.string().trim().max(longestDescription);

/** What an admin decides for the whole campaign. */
export const settingsView = z.object({
  description: longText,
  /** An IANA name: the clock of contacts whose own zone is not known. */
  timeZone: z.string().max(64),
  /** Texting hours where the contact lives; the end is the first minute without texting. */
  startMinute: minuteOfDay,
  endMinute: minuteOfDay,
  /** How many contacts a texter claims at a time. */
  bucketSize: z.literal(bucketSizes),
  /** No contact gets a second first text within this time; 0 switches the lock off. */
  lockMinutes: z.int().min(0).max(10_080),
  /** What stands in a script where a name is missing; empty leaves the place out. */
  contactFallback: z.string(),
  texterFallback: z.string(),
  /** A texter with more replies to answer than this gets no new batch; null for no limit. */
  mostUnanswered: z.int().min(0).max(highestUnanswered).nullable(),
  /** False when texters and leads may send nothing but written scripts, word for word. */
  ownWords: z.boolean(),
  /** What stands on the button that begins texting; empty for the program's own words. */
  startWords: z.string().trim().max(longestStartWords),
});

export type SettingsView = z.output<typeof settingsView>;

const settingsChanges = settingsView
  .extend({ contactFallback: fallbackName, texterFallback: fallbackName })
  .partial()
  .strict();

export const fieldView = z.object({ fieldId: localId, slug: z.string(), title: z.string() });

/** The organisation's space: its founding, its name, its settings, its custom fields. */
export const campaignCalls = {
  /** Answers `null` until the campaign has been founded. Needs no session: the first screen shows it. */
  'campaign/read': call({
    at: 'engine',
    allow: 'anyone',
    repeat: 'query',
    input: nothing,
    output: z.object({ mode: storeMode, campaign: campaignView.nullable() }),
    errors: [],
  }),
  /** Names the campaign and its owner, once in the life of a store. */
  'campaign/found': call({
    at: 'engine',
    allow: 'anyone',
    repeat: 'once',
    input: z
      .object({
        intentId,
        campaignName: shortName,
        firstName: shortName,
        lastName: optionalName,
      })
      .strict(),
    output: z.object({ ownerId: localId }),
    errors: ['campaign/already-founded'],
  }),
  'campaign/rename': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, campaignName: shortName }).strict(),
    output: nothing,
    errors: ['campaign/not-founded'],
  }),
  'campaign/read-settings': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: nothing,
    output: z.object({
      settings: settingsView,
      /** Six digits that volunteers type to join. */
      joinCode: z.string(),
    }),
    errors: ['campaign/not-founded'],
  }),
  /** Changes what is named and leaves the rest. Texting hours may be changed one end at a time. */
  'campaign/change-settings': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, changes: settingsChanges }).strict(),
    output: z.object({ settings: settingsView }),
    errors: ['campaign/not-founded', 'campaign/unknown-zone', 'campaign/bad-hours'],
  }),
  'campaign/list-fields': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: nothing,
    output: z.object({ fields: z.array(fieldView) }),
    errors: [],
  }),
  'campaign/add-field': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, slug: z.string().trim().min(1).max(longestSlug), title: shortName }).strict(),
    output: z.object({ fieldId: localId }),
    errors: ['campaign/bad-slug', 'campaign/field-exists'],
  }),
};
