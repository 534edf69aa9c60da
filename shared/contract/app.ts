import { z } from 'zod';
import { storeMode } from './campaign.ts';
import { carrierFailures } from './carrier.ts';
import { call } from './define.ts';
import { appErrorView, fileToken, instant, intentId, nothing } from './fields.ts';

/** Names a campaign on this computer. It means nothing on another one. */
export const campaignId = z.string().min(1).max(60);

/** What is shown of credentials: enough to tell one key from another, and of no use to anybody. */
export const credentialsView = z.object({
  /** The last four characters. */
  accountSidEnding: z.string(),
  apiKeySidEnding: z.string(),
});

/** What was typed or pasted, with the blanks around it. Whether it can be right is judged with a sentence for each. */
const typedCredential = z.string().trim().max(200);

/**
 * What only Electron's main process can do. Every call here is `at: app`, and only these are. `allow` speaks of roles in
 * the open campaign; while nobody can sign in to it (not founded, or its store cannot be opened) it allows everybody.
 */
export const appCalls = {
  'app/read-about': call({
    at: 'app',
    allow: 'anyone',
    repeat: 'query',
    input: nothing,
    output: z.object({ version: z.string(), language: z.string() }),
    errors: [],
  }),
  /** Shows the folder that holds the open campaign's store and the engine's log, for whoever helps the person. */
  'app/show-data-folder': call({
    at: 'app',
    allow: ['admin', 'owner'],
    repeat: 'repeatable',
    input: nothing,
    output: nothing,
    errors: [],
  }),

  /** The campaigns on this computer, the open one first, then by name. Whoever is of another one goes there by it. */
  'app/list-campaigns': call({
    at: 'app',
    allow: 'anyone',
    repeat: 'query',
    input: nothing,
    output: z.object({
      campaigns: z.array(
        z.object({
          campaignId,
          /** As it was called when it was last open; null when it has not been founded. */
          name: z.string().nullable(),
          mode: storeMode,
          /** When its folder was made; null while there is none, and where the disk does not tell. */
          begunAt: instant.nullable(),
          isOpen: z.boolean(),
        }),
      ),
    }),
    errors: [],
  }),
  /** Begins a campaign in a folder of its own and opens it. Every window is loaded afresh. */
  'app/create-campaign': call({
    at: 'app',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, mode: storeMode }).strict(),
    output: z.object({ campaignId }),
    errors: [],
  }),
  /** Closes the open campaign in order and opens this one. Every window is loaded afresh. */
  'app/open-campaign': call({
    at: 'app',
    allow: 'anyone',
    repeat: 'repeatable',
    input: z.object({ campaignId }).strict(),
    output: nothing,
    errors: ['app/unknown-campaign'],
  }),

  /** What is kept of the open campaign's credentials for its carrier. */
  'app/read-credentials': call({
    at: 'app',
    allow: ['admin', 'owner'],
    repeat: 'query',
    input: nothing,
    output: z.object({
      credentials: credentialsView.nullable(),
      /** Whether what is saved outlives this run of Fieldline. */
      hasKeychain: z.boolean(),
      /** `app/no-keychain` or `app/credentials-unreadable`, to be told beside them; null when all is well. */
      notice: appErrorView.nullable(),
    }),
    errors: [],
  }),
  /** Asks the carrier whether they hold, then keeps them sealed and lets the engine use them. The account is the owner's. */
  'app/save-credentials': call({
    at: 'app',
    allow: ['owner'],
    repeat: 'once',
    input: z
      .object({
        intentId,
        accountSid: typedCredential,
        apiKeySid: typedCredential,
        apiKeySecret: typedCredential,
      })
      .strict(),
    output: z.object({
      credentials: credentialsView,
      /** Empty when the key may use the account but not read about it. */
      accountName: z.string(),
      /** The account's numbers that can text; none is no mistake, but nothing is sent without one. */
      numbers: z.array(z.object({ phone: z.string(), label: z.string() })),
      notice: appErrorView.nullable(),
    }),
    errors: [
      'app/not-live',
      'app/bad-account-sid',
      'app/bad-api-key-sid',
      'app/bad-api-key-secret',
      'app/credentials-not-kept',
      ...carrierFailures,
    ],
  }),
  'app/forget-credentials': call({
    at: 'app',
    allow: ['owner'],
    repeat: 'repeatable',
    input: nothing,
    output: nothing,
    errors: [],
  }),

  /** Asks the person where to save a file. Null when they think better of it. */
  'app/choose-save-file': call({
    at: 'app',
    allow: ['admin', 'owner'],
    repeat: 'repeatable',
    input: z
      .object({
        // A name and no path: neither separators nor what Windows refuses.
        suggestedName: z
          .string()
          .trim()
          .min(1)
          .max(120)
          // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point.
          .regex(/^[^\u0000-\u001f\u007f<>:"/\\|?*]*[^\u0000-\u001f\u007f<>:"/\\|?*. ]$/),
      })
      .strict(),
    output: z.object({ file: z.object({ token: fileToken, name: z.string() }).nullable() }),
    errors: [],
  }),
  /** Shows a file that was saved under this token in its folder. */
  'app/show-file': call({
    at: 'app',
    allow: ['admin', 'owner'],
    repeat: 'repeatable',
    input: z.object({ token: fileToken }).strict(),
    output: nothing,
    errors: ['serve/file-not-registered', 'app/file-gone'],
  }),
  /** The list of invented people that comes with Fieldline, as if it had been chosen. */
  'app/offer-sample-list': call({
    at: 'app',
    allow: ['admin', 'owner'],
    repeat: 'repeatable',
    input: nothing,
    output: z.object({ file: z.object({ token: fileToken, name: z.string() }) }),
    errors: [],
  }),
};

/** What the menu asks of the page. The page decides what each means where it is now, and may have nothing to do. */
export const menuVerbs = [
  'go-today',
  'go-contacts',
  'go-actions',
  'go-texting',
  'go-inbox',
  'go-results',
  'go-people',
  'go-settings',
  'palette',
  'shortcuts',
  'refresh',
] as const;
export type MenuVerb = (typeof menuVerbs)[number];

/** News from main to the page, besides how the engine is. */
export type AppEvent = { readonly event: 'menu'; readonly verb: MenuVerb };
