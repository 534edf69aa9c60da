import type { Page } from '@playwright/test';
import type { Desktop } from '../../tests/support/desktop.ts';
import type { SimulatorControl } from '../../tests/support/simulator-process.ts';
import type { ActLog, Decided } from '../textbank/act-log.ts';
import type { Listed, ListFile } from '../textbank/list-file.ts';
import type { Patience } from '../textbank/patience.ts';
import type { Camera } from './camera.ts';
import type { Hands } from './hands.ts';

/** Everything that the parts of the story share. */
export interface Stage {
  readonly desktop: Desktop;
  readonly page: Page;
  readonly hands: Hands;
  readonly camera: Camera;
  readonly patience: Patience;
  readonly control: SimulatorControl;
  readonly list: ListFile;
  /** What the people did, written down by themselves from what they saw. */
  readonly log: ActLog<Decided>;
  /** The contact whom the window calls so. @throws Error for a name that is not in the list. */
  contactCalled(name: string): Listed;
}

/** Who is who in a list, by the names that the window shows. */
export function namesIn({ contacts }: Pick<ListFile, 'contacts'>): (name: string) => Listed {
  const byName = new Map(contacts.map((contact) => [`${contact.firstName} ${contact.lastName}`, contact]));
  return (name) => {
    const contact = byName.get(name);
    if (contact === undefined) throw new Error(`the window shows ${name}, whom the list does not have`);
    return contact;
  };
}
