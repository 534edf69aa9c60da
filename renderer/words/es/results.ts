import type { results as english } from '../en/results.ts';
import type { Same } from '../same.ts';

export const results: Same<typeof english> = {
  title: 'Resultados',
};
