import type { actions as english } from '../en/actions.ts';
import type { Same } from '../same.ts';

export const actions: Same<typeof english> = {
  title: 'Acciones',
};
