/** The page's first line: the store, the news from the engine, and the shell. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import { ErrorBoundary } from './app/error-boundary.tsx';
import { followEngine } from './app/events.ts';
import { Shell } from './app/shell.tsx';
import { createAppStore } from './app/store.ts';
import { language } from './app/words.ts';
import './ui/theme.css';

const store = createAppStore();
followEngine(store);
document.documentElement.lang = language;

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <Provider store={store}>
        <Shell />
      </Provider>
    </ErrorBoundary>
  </StrictMode>,
);
