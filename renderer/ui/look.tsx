import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { theme } from './theme.ts';
// Mantine's styles stand in layers, so that ours win without being louder.
import '@mantine/core/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import 'virtual:theme-variables.css';
import './theme.css';

/**
 * The look of everything inside. Mantine writes no style into the page: the content policy would refuse it, and the
 * variables are built beforehand. So its components that need such styles (`Grid`, `SimpleGrid`, style props that depend
 * on the width) are not used.
 */
export function Look({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      {children}
    </MantineProvider>
  );
}
