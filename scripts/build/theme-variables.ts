import { DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import type { Plugin } from 'vite';
import { bindVariables, theme } from '../../renderer/ui/theme.ts';

const name = 'virtual:theme-variables.css';

/**
 * The theme's variables as a style sheet of the build. Mantine would write them into the page while it runs, which the
 * content policy forbids.
 */
export function themeVariables(): Plugin {
  return {
    name: 'theme-variables',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? writeThemeVariables() : undefined),
  };
}

export function writeThemeVariables(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const ours = bindVariables(merged);
  const { variables, light, dark } = defaultCssVariablesResolver(merged);
  return [
    rule(':root', { ...variables, ...ours.variables }),
    rule(':root[data-mantine-color-scheme="light"]', { ...light, ...ours.light, '--mantine-color-scheme': 'light' }),
    rule(':root[data-mantine-color-scheme="dark"]', { ...dark, ...ours.dark, '--mantine-color-scheme': 'dark' }),
  ].join('\n');
}

function rule(selector: string, variables: Readonly<Record<string, string>>): string {
  const lines = Object.entries(variables).map(([key, value]) => `  ${key}: ${value};`);
  return `${selector} {\n${lines.join('\n')}\n}`;
}
