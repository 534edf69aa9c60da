import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writeThemeVariables } from '../../../scripts/build/theme-variables.ts';

const themeCss = readFileSync(new URL('../../../renderer/ui/theme.css', import.meta.url), 'utf8');
const sheet = writeThemeVariables();

it('binds Mantine to colours that the theme has', () => {
  const ours = [...sheet.matchAll(/var\((--(?!mantine)[\w-]+)\)/g)].map(([, name]) => name);
  expect(ours.length).toBeGreaterThan(20);
  expect(ours.filter((name) => !themeCss.includes(`  ${name}:`))).toEqual([]);
});

it('has a part for each scheme, and the sizes of the theme', () => {
  expect(sheet).toContain(':root[data-mantine-color-scheme="light"] {');
  expect(sheet).toContain(':root[data-mantine-color-scheme="dark"] {');
  expect(sheet).toContain('--mantine-font-size-md: 15px;');
});
