import type { Locator, Page } from '@playwright/test';

/** The open conversation as a person reads it. */
export interface Shown {
  readonly name: string;
  /** What the contact wrote last. */
  readonly reply: string;
  readonly isOptedOut: boolean;
}

export interface OpenConversation {
  readonly rows: Locator;
  /** Null while none is open. */
  read(): Promise<Shown | null>;
  /** What stands in the composer. */
  written(): Promise<string>;
  /** Waits until the conversation with `name` is no longer the open one. Gives why it still is, when it was refused. */
  afterSending(name: string): Promise<string | null>;
  skip(): Promise<void>;
}

export function openConversation(page: Page): OpenConversation {
  const pane = page.getByRole('region', { name: /^Conversation with/ });
  const heading = pane.getByRole('heading', { level: 2 });
  const composer = page.getByRole('textbox', { name: /^Answer to/ });
  const optedOut = pane.getByText('Opted out. Nobody in this campaign can text this contact again.');

  return {
    rows: page.getByRole('list', { name: 'Conversations' }).getByRole('button'),
    read: async () => {
      if (!(await pane.isVisible())) return null;
      const name = await heading.innerText();
      const reply = await pane.getByRole('log').getByRole('listitem').last().getByRole('paragraph').first().innerText();
      return { name, reply, isOptedOut: await optedOut.isVisible() };
    },
    written: () => composer.inputValue(),
    afterSending: async (name) => {
      for (;;) {
        if (!(await pane.isVisible()) || (await heading.innerText()) !== name) return null;
        const refusal = pane.getByRole('alert');
        if (await refusal.isVisible()) return refusal.innerText();
        await page.waitForTimeout(20);
      }
    },
    skip: () => page.keyboard.press('Alt+ArrowDown'),
  };
}
