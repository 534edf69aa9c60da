/**
 * The campaigns on this computer. Each has a folder of its own, whose name says what kind it is, so the folders alone
 * are the list (decision 0007). A small file beside them remembers which is open and how each was last called; without
 * it the first one opens, and the others are found and merely lack a name.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeWholeFile } from './whole-file.ts';

export type Mode = 'practice' | 'live';

export interface Campaign {
  readonly id: string;
  readonly mode: Mode;
  /** Where its store is, or will be once the engine has made it. */
  readonly folder: string;
}

export interface ListedCampaign {
  readonly campaignId: string;
  readonly name: string | null;
  readonly mode: Mode;
  readonly begunAt: number | null;
  readonly isOpen: boolean;
}

export interface Campaigns {
  readonly open: Campaign;
  /** Counts the campaigns that were opened in this run, from 1. What was begun in one opening is nothing to the next. */
  readonly opening: number;
  /** The open one first, then by name; those without a name last, the newest of them first. */
  list(): ListedCampaign[];
  /** A new one, which nothing of has been written yet. */
  begin(mode: Mode): Campaign;
  find(id: string): Campaign | null;
  /** Makes it the one that is open, now and at the next start. */
  choose(campaign: Campaign): void;
  noteName(id: string, name: string | null): void;
  /** The account that a practice campaign had at its carrier, last. Null before the first time. */
  practiceAccount(id: string): string | null;
  notePracticeAccount(id: string, accountSid: string): void;
}

/** The campaign of the first start, which had the computer to itself before there could be others. */
const firstId = 'first';
const idShape = /^(practice|live)-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Texts = Readonly<Record<string, string>>;

interface Remembered {
  readonly openId: string;
  /** By campaign, as the engine last told it. */
  readonly names: Texts;
  /** By practice campaign; a name and no secret. */
  readonly practiceAccounts: Texts;
}

export function openCampaigns(userData: string): Campaigns {
  const file = join(userData, 'campaigns.json');
  const others = join(userData, 'campaigns');
  let remembered = recall(file);
  let open = find(remembered.openId) ?? campaignOf(firstId, 'practice');
  let opening = 1;

  function campaignOf(id: string, mode: Mode): Campaign {
    return { id, mode, folder: id === firstId ? join(userData, 'campaign') : join(others, id) };
  }

  /** Knows its shape only, so that no id leads out of the folder. */
  function parse(id: string): Campaign | null {
    if (id === firstId) return campaignOf(firstId, 'practice');
    const mode = idShape.exec(id)?.[1];
    return mode === undefined ? null : campaignOf(id, mode as Mode);
  }

  function find(id: string): Campaign | null {
    const campaign = parse(id);
    return campaign !== null && (id === firstId || foldersIn(others).includes(id)) ? campaign : null;
  }

  function remember(changes: Partial<Remembered>): void {
    remembered = { ...remembered, ...changes };
    try {
      writeWholeFile(file, JSON.stringify(remembered));
    } catch {
      // It holds nothing that cannot be told again; a full disk must not keep anybody from texting.
    }
  }

  return {
    get open() {
      return open;
    },
    get opening() {
      return opening;
    },
    list() {
      const ids = new Set([open.id, firstId, ...foldersIn(others)]);
      const listed = [...ids].flatMap((id) => {
        const campaign = parse(id);
        if (campaign === null) return [];
        const name = remembered.names[id] ?? null;
        const { mode, folder } = campaign;
        return [{ campaignId: id, name, mode, begunAt: bornAt(folder), isOpen: id === open.id }];
      });
      return listed.sort(
        (one, other) =>
          Number(other.isOpen) - Number(one.isOpen) ||
          Number(one.name === null) - Number(other.name === null) ||
          (one.name ?? '').localeCompare(other.name ?? '') ||
          (other.begunAt ?? 0) - (one.begunAt ?? 0),
      );
    },
    begin: (mode) => campaignOf(`${mode}-${crypto.randomUUID()}`, mode),
    find: (id) => (id === open.id ? open : find(id)),
    choose(campaign) {
      open = campaign;
      opening += 1;
      remember({ openId: campaign.id });
    },
    noteName(id, name) {
      if ((remembered.names[id] ?? null) === name) return;
      const { [id]: _former, ...names } = remembered.names;
      remember({ names: name === null ? names : { ...names, [id]: name } });
    },
    practiceAccount: (id) => remembered.practiceAccounts[id] ?? null,
    notePracticeAccount(id, accountSid) {
      if (remembered.practiceAccounts[id] === accountSid) return;
      remember({ practiceAccounts: { ...remembered.practiceAccounts, [id]: accountSid } });
    },
  };
}

/** Judged by hand: the engine is started with it, and would wait for the package that parses everything else. */
function recall(file: string): Remembered {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<keyof Remembered, unknown>>;
    const { openId, names, practiceAccounts = {} } = read;
    if (typeof openId === 'string' && areTexts(names) && areTexts(practiceAccounts))
      return { openId, names, practiceAccounts };
  } catch {
    // It was never written, or is damaged: then nothing is remembered.
  }
  return { openId: firstId, names: {}, practiceAccounts: {} };
}

function areTexts(value: unknown): value is Texts {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}

/** Not every disk knows; one that does not says the beginning of time. */
function bornAt(folder: string): number | null {
  const born = statSync(folder, { throwIfNoEntry: false })?.birthtimeMs ?? 0;
  return born > 0 ? Math.floor(born) : null;
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => idShape.test(name));
  } catch {
    return [];
  }
}
