import { fireEvent, screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { describe, expect, it, vi } from 'vitest';
import { KeysDialog } from '../../renderer/app/keys-dialog.tsx';
import { useMenu } from '../../renderer/app/menu.ts';
import { ariaKeys, capsOf, isPressed } from '../../renderer/verbs/keys.ts';
import type { Verb } from '../../renderer/verbs/registry.ts';
import { VerbButton } from '../../renderer/verbs/verb-button.tsx';
import { useVerb, useVerbRegistry, useVerbs } from '../../renderer/verbs/verbs.tsx';
import { openPage } from './support/page.tsx';

const press = (key: string, modifiers: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
});

describe('keys', () => {
  it.each([
    ['j', press('j'), true],
    ['j', press('J', { shiftKey: true }), true],
    ['j', press('j', { ctrlKey: true }), false],
    ['?', press('?', { shiftKey: true }), true],
    ['Enter', press('Enter'), true],
    ['Enter', press('Enter', { shiftKey: true }), false],
    ['mod+k', press('k', { ctrlKey: true }), true],
    ['mod+k', press('k', { ctrlKey: true, shiftKey: true }), false],
    ['mod+k', press('k', { metaKey: true }), false],
    ['mod+shift+k', press('K', { ctrlKey: true, shiftKey: true }), true],
    ['mod+/', press('/', { ctrlKey: true, shiftKey: true }), true],
    ['alt+ArrowLeft', press('ArrowLeft', { altKey: true }), true],
    ['alt+1', press('¡', { altKey: true, code: 'Digit1' }), true],
    ['alt+1', press('1', { code: 'Digit1' }), false],
    ['F5', press('F5'), true],
  ])('%s is what was pressed: %o, %s', (keys, event, expected) => {
    expect(isPressed(keys, event, false)).toBe(expected);
  });

  it('are those of a Mac on a Mac', () => {
    expect(isPressed('mod+k', press('k', { metaKey: true }), true)).toBe(true);
    expect(isPressed('mod+k', press('k', { ctrlKey: true }), true)).toBe(false);
    expect(capsOf('mod+k', true)).toEqual(['⌘', 'K']);
    expect(capsOf('mod+k', false)).toEqual(['Ctrl', 'K']);
  });
});

function Offered(verb: Omit<Verb, 'id' | 'label'>) {
  return <VerbButton verb={useVerb({ id: 'send', label: 'Send', ...verb })} />;
}

function FirstInDialog() {
  const cancel = useVerb({ id: 'cancel', label: 'Cancel', keys: 'Escape', inDialog: true, run: vi.fn() });
  return <VerbButton verb={cancel} data-autofocus />;
}

/** Closes while the press is still on its way to the window. */
function ClosedByEscape({ role }: { readonly role: string }) {
  const [isOpen, setIsOpen] = useState(true);
  useEffect(() => {
    const close = () => flushSync(() => setIsOpen(false));
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, []);
  return isOpen && <div role={role} tabIndex={-1} ref={(opened) => opened?.focus()} />;
}

describe('a verb', () => {
  it('is done by its key and by its button', async () => {
    const run = vi.fn();
    const { user } = openPage(<Offered keys="Enter" run={run} />);
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('is done once by a key that is held down, wherever the focus is', async () => {
    const run = vi.fn();
    openPage(<Offered keys="Enter" run={run} />);
    fireEvent.keyDown(document.body, { key: 'Enter' });
    for (let held = 0; held < 5; held += 1) fireEvent.keyDown(document.body, { key: 'Enter', repeat: true });
    expect(run).toHaveBeenCalledTimes(1);
    const button = screen.getByRole('button');
    button.focus();
    // A browser clicks a button for each of these unless it is stopped.
    expect(fireEvent.keyDown(button, { key: 'Enter', repeat: true })).toBe(false);
  });

  it('that opens a field types nothing into it while its key is held, and leaves the key to the field once it is up', () => {
    function OpensField() {
      const [isOpen, setOpen] = useState(false);
      useVerb({ id: 'edit', label: 'Edit', keys: 'e', run: () => setOpen(true) });
      // biome-ignore lint/a11y/noAutofocus: as the editor of the desk has it.
      return isOpen && <input aria-label="Text" autoFocus />;
    }
    openPage(<OpensField />);
    fireEvent.keyDown(document.body, { key: 'e', code: 'KeyE' });
    const field = screen.getByRole('textbox');
    // A browser types what is not prevented.
    const isTyped = (repeat: boolean) => fireEvent.keyDown(field, { key: 'e', code: 'KeyE', repeat });
    expect([isTyped(true), isTyped(true)]).toEqual([false, false]);
    expect([isTyped(false), isTyped(true)]).toEqual([true, true]);
  });

  it('that moves a cursor goes on while its key is held', () => {
    const run = vi.fn();
    openPage(<Offered keys="j" run={run} mayRepeat />);
    for (const repeat of [false, true, true]) fireEvent.keyDown(document.body, { key: 'j', repeat });
    expect(run).toHaveBeenCalledTimes(3);
  });

  it('does not hear a letter that somebody types', async () => {
    const run = vi.fn();
    const { user } = openPage(
      <>
        <Offered keys="e" run={run} />
        <input aria-label="Name" />
      </>,
    );
    await user.type(screen.getByRole('textbox'), 'eeee{Enter}');
    expect(run).not.toHaveBeenCalled();
  });

  it('hears its key with a modifier while somebody types', async () => {
    const run = vi.fn();
    const { user } = openPage(
      <>
        <Offered keys="mod+s" run={run} />
        <input aria-label="Name" />
      </>,
    );
    await user.click(screen.getByRole('textbox'));
    await user.keyboard('{Control>}s{/Control}');
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('whose letter types in a field is done there with a modifier, and once for each press', async () => {
    const run = vi.fn();
    const { user } = openPage(
      <>
        <Offered keys="o" inFieldsWith="mod" run={run} />
        <input aria-label="Name" />
      </>,
    );
    await user.keyboard('o');
    expect(run).toHaveBeenCalledTimes(1);
    await user.type(screen.getByRole('textbox'), 'o');
    expect(run).toHaveBeenCalledTimes(1);
    await user.keyboard('{Control>}o{/Control}');
    expect(run).toHaveBeenCalledTimes(2);
    expect(screen.getByRole('button').getAttribute('aria-keyshortcuts')).toBe('o Control+o');
    expect(ariaKeys('1', 'alt', true)).toBe('1 Alt+1');
  });

  it('is shown with its key as one that types while somebody does, until the cursor leaves', async () => {
    const { user } = openPage(
      <>
        <Offered keys="e" run={vi.fn()} />
        <input aria-label="Name" />
        <input aria-label="Chosen" type="checkbox" />
      </>,
    );
    const isTyping = () => document.documentElement.hasAttribute('data-typing');
    expect(isTyping()).toBe(false);
    await user.click(screen.getByRole('textbox'));
    expect(isTyping()).toBe(true);
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('checkbox'));
    expect(isTyping()).toBe(false);
  });

  it('with Enter is shown where Enter does it: not while something else has the focus that takes it', async () => {
    const { user } = openPage(
      <>
        <Offered keys="Enter" run={vi.fn()} />
        <button type="button">Other</button>
        <button type="button" data-enter="does-the-same">
          Row
        </button>
        <input aria-label="Name" />
        <input aria-label="All" type="radio" />
      </>,
    );
    const isTaken = () => document.documentElement.hasAttribute('data-enter-taken');
    const onto = (role: string, name: string) => user.click(screen.getByRole(role, { name }));
    const taken: boolean[] = [isTaken()];
    for (const [role, name] of [
      ['button', 'Other'],
      ['button', 'Row'],
      ['button', 'Other'],
      ['textbox', 'Name'],
      ['radio', 'All'],
    ] as const) {
      await onto(role, name);
      taken.push(isTaken());
    }
    expect(taken).toEqual([false, true, false, true, false, false]);
  });

  it('has Enter while a choice has the focus, but not in a form, which Enter sends', async () => {
    const run = vi.fn();
    const { user } = openPage(
      <>
        <Offered keys="Enter" run={run} />
        <input aria-label="All" type="radio" />
        <form>
          <input aria-label="Unread" type="radio" />
        </form>
      </>,
    );
    await user.click(screen.getByRole('radio', { name: 'All' }));
    await user.keyboard('{Enter}');
    expect(run).toHaveBeenCalledTimes(1);
    await user.click(screen.getByRole('radio', { name: 'Unread' }));
    await user.keyboard('{Enter}');
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('shows on the button that has the focus in a dialog that Enter presses it', async () => {
    openPage(
      <>
        <Offered keys="Escape" run={vi.fn()} inDialog />
        <FirstInDialog />
      </>,
    );
    expect(screen.getByRole('button', { name: 'Send' }).textContent).toBe('SendEsc');
    expect(screen.getByRole('button', { name: 'Cancel' }).textContent).toBe('CancelEsc↵');
  });

  it('leaves Enter to a button that has the focus', async () => {
    const run = vi.fn();
    const other = vi.fn();
    const { user } = openPage(
      <>
        <Offered keys="Enter" run={run} />
        <button type="button" onClick={other}>
          Other
        </button>
      </>,
    );
    screen.getByRole('button', { name: 'Other' }).focus();
    await user.keyboard('{Enter}');
    expect(other).toHaveBeenCalledTimes(1);
    expect(run).not.toHaveBeenCalled();
  });

  it('waits while a dialog is open, and a verb of the dialog has the key', async () => {
    const behind = vi.fn();
    const inside = vi.fn();
    const { user } = openPage(
      <>
        <Offered keys="Enter" run={behind} />
        <div role="dialog" aria-label="Sure?">
          <Offered keys="Enter" run={inside} inDialog />
        </div>
      </>,
    );
    await user.keyboard('{Enter}');
    expect(behind).not.toHaveBeenCalled();
    expect(inside).toHaveBeenCalledTimes(1);
  });

  it.each(['dialog', 'menu'])('has not the Escape that closes a %s above it', async (role) => {
    const leave = vi.fn();
    const { user } = openPage(
      <>
        <Offered keys="Escape" run={leave} />
        <ClosedByEscape role={role} />
      </>,
    );
    await user.keyboard('{Escape}');
    expect(screen.queryByRole(role)).toBeNull();
    expect(leave).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(leave).toHaveBeenCalledTimes(1);
  });

  it('has its keys again while a menu that the focus has left is still closing', async () => {
    const go = vi.fn();
    const { user } = openPage(
      <>
        <Offered keys="mod+2" run={go} />
        <div role="menu" />
        <input aria-label="Name" />
      </>,
    );
    await user.click(screen.getByRole('textbox'));
    await user.keyboard('{Control>}2{/Control}');
    expect(go).toHaveBeenCalledTimes(1);
  });

  it('cannot be done while it is disabled', async () => {
    const run = vi.fn();
    const { user } = openPage(<Offered keys="Enter" run={run} isDisabled />);
    await user.keyboard('{Enter}');
    expect(run).not.toHaveBeenCalled();
  });
});

function WithMenu({ run }: { readonly run: () => void }) {
  useMenu();
  return <VerbButton verb={useVerb({ id: 'go-inbox', label: 'Inbox', run })} />;
}

it('the menu does the verb of the screen that has its name', () => {
  const run = vi.fn();
  const { bridge } = openPage(<WithMenu run={run} />);
  bridge.tell({ event: 'menu', verb: 'go-texting' });
  expect(run).not.toHaveBeenCalled();
  bridge.tell({ event: 'menu', verb: 'go-inbox' });
  expect(run).toHaveBeenCalledTimes(1);
});

it('the menu does nothing behind an open dialog', () => {
  const run = vi.fn();
  const { bridge } = openPage(
    <>
      <WithMenu run={run} />
      <div role="dialog" aria-label="Sure?" />
    </>,
  );
  bridge.tell({ event: 'menu', verb: 'go-inbox' });
  expect(run).not.toHaveBeenCalled();
});

it('verbs that are gone are not asked for, even while their list is only just being drawn again', async () => {
  function Many({ count }: { readonly count: number }) {
    const registry = useVerbRegistry();
    useVerbs(
      Array.from({ length: count }, (_none, n) => ({ id: `sign-in-${n}`, label: `${n}`, run: () => undefined })),
    );
    return <p>{registry.list().length}</p>;
  }
  function Shrinking() {
    const [count, setCount] = useState(3);
    return (
      <>
        <Many count={count} />
        <button type="button" onClick={() => setCount(1)}>
          Fewer
        </button>
      </>
    );
  }
  const { user } = openPage(<Shrinking />);
  await user.click(screen.getByRole('button', { name: 'Fewer' }));
  expect(screen.getByText('1')).toBeTruthy();
});

it('the keys that are shown are those that do something now', async () => {
  const { user } = openPage(
    <>
      <KeysDialog />
      <Offered keys="s" run={vi.fn()} isDisabled />
    </>,
  );
  await user.keyboard('?');
  expect(await screen.findByRole('dialog', { name: 'Keys' })).toBeTruthy();
  expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['Keys']);
});

it('the keys of the screen are told apart from those that are there everywhere, with all that do the same', async () => {
  const { user } = openPage(
    <>
      <KeysDialog />
      <Offered keys="o" inFieldsWith="mod" run={vi.fn()} />
    </>,
  );
  await user.keyboard('?');
  await screen.findByRole('dialog', { name: 'Keys' });
  const titles = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
  expect(titles).toEqual(['On this screen', 'Everywhere']);
  expect(screen.getAllByRole('definition')[0]?.textContent).toBe('OCtrlO');
});

it('who presses the key of a question twice at once has not answered it', () => {
  const publish = vi.fn();
  function Asking() {
    const [isAsked, setAsked] = useState(false);
    useVerb({ id: 'ask', label: 'Publish…', keys: 'mod+Enter', run: () => setAsked(true) });
    useVerb({ id: 'publish', label: 'Publish', keys: 'mod+Enter', inDialog: true, isDisabled: !isAsked, run: publish });
    return isAsked && <div role="dialog">?</div>;
  }
  openPage(<Asking />);
  const pressAt = (at: number) => {
    const event = new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true });
    Object.defineProperty(event, 'timeStamp', { value: at });
    fireEvent(document.body, event);
  };
  for (const at of [1_000, 1_060, 1_300]) pressAt(at);
  expect(screen.getByRole('dialog')).toBeTruthy();
  expect(publish).not.toHaveBeenCalled();
  pressAt(1_800);
  expect(publish).toHaveBeenCalledTimes(1);
});

it('Enter that is pressed at speed does not do the next thing, until there was a pause', () => {
  const send = vi.fn();
  const claim = vi.fn();
  function Two() {
    const [isDone, setDone] = useState(false);
    useVerb({ id: 'send', label: 'Send', keys: 'Enter', isDisabled: isDone, run: send });
    useVerb({ id: 'claim', label: 'Claim', keys: 'Enter', isDisabled: !isDone, run: claim });
    return (
      <button type="button" onClick={() => setDone(true)}>
        Done
      </button>
    );
  }
  openPage(<Two />);
  const enterAt = (at: number) => {
    const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    Object.defineProperty(event, 'timeStamp', { value: at });
    fireEvent(document.body, event);
  };
  for (const at of [1_000, 1_150, 1_300]) enterAt(at);
  expect(send).toHaveBeenCalledTimes(3);
  fireEvent.click(screen.getByRole('button', { name: 'Done' }));
  for (const at of [1_450, 1_600, 1_800]) enterAt(at);
  expect(claim).not.toHaveBeenCalled();
  enterAt(2_200);
  expect(claim).toHaveBeenCalledTimes(1);
});

describe('selecting all', () => {
  it('is refused where it would take in the whole window, and nowhere else', () => {
    openPage(
      <>
        <p>A text to be copied</p>
        <input aria-label="Name" />
      </>,
    );
    const begins = (at: Element): boolean =>
      fireEvent(at, new Event('selectstart', { bubbles: true, cancelable: true }));
    expect(begins(document.body)).toBe(false);
    expect(begins(screen.getByText('A text to be copied'))).toBe(true);
    expect(begins(screen.getByRole('textbox'))).toBe(true);
  });
});
