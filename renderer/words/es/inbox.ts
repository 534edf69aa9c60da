import type { inbox as english } from '../en/inbox.ts';
import type { Same } from '../same.ts';

export const inbox: Same<typeof english> = {
  title: 'Bandeja de entrada',
};
