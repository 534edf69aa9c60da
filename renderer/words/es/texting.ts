import type { texting as english } from '../en/texting.ts';
import type { Same } from '../same.ts';

export const texting: Same<typeof english> = {
  title: 'Enviar mensajes',
};
