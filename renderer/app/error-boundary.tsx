import { Button } from '@mantine/core';
import i18next from 'i18next';
import { Component, type ReactNode } from 'react';
import { type AppError, appError } from '../../shared/errors.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import { Card } from '../ui/card.tsx';
import { currentLanguage } from '../words/index.ts';
import { leavePlace } from './keep-place.ts';
import styles from './shell.module.css';

interface Caught {
  readonly bug: AppError | null;
}

/**
 * Takes the place of a page that could not be drawn: says that it is our fault, and offers to load it again, from its
 * first screen. What went
 * wrong goes to the console under the incident's number, and never into the page.
 */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Caught> {
  override state: Caught = { bug: null };

  static getDerivedStateFromError(): Caught {
    return { bug: { ...appError('internal/bug'), incidentId: mintIncidentId() } };
  }

  override componentDidCatch(thrown: unknown): void {
    leavePlace();
    // biome-ignore lint/suspicious/noConsole: the page has nowhere else to write.
    console.error(`incident ${this.state.bug?.incidentId}`, thrown);
  }

  override render(): ReactNode {
    const { bug } = this.state;
    if (!bug) return this.props.children;
    return (
      <main className={styles.alone}>
        <Card level={1} title={i18next.t('app.brokenTitle')}>
          <p role="alert">{sentenceOf(bug, currentLanguage())}</p>
          <div>
            <Button onClick={() => location.reload()}>{i18next.t('app.brokenReload')}</Button>
          </div>
        </Card>
      </main>
    );
  }
}

/** Eight characters, as the engine's are: somebody may have to read it out. */
function mintIncidentId(): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return random.toString(16).padStart(8, '0');
}
