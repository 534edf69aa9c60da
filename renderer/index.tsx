/** The page's first line: the store, the news from the engine, what must reach it, the look, and the shell. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import { ErrorBoundary } from './app/error-boundary.tsx';
import { followEngine } from './app/events.ts';
import { keepWork } from './app/keep-work.ts';
import { Shell } from './app/shell.tsx';
import { createAppStore } from './app/store.ts';
import { Look } from './ui/look.tsx';
import { Verbs } from './verbs/verbs.tsx';

const store = createAppStore();
followEngine(store);
keepWork(store);

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <Look>
      <ErrorBoundary>
        <Provider store={store}>
          <Verbs>
            <Shell />
          </Verbs>
        </Provider>
      </ErrorBoundary>
    </Look>
  </StrictMode>,
);
