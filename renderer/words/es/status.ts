import type { status as english } from '../en/status.ts';
import type { Same } from '../same.ts';

export const status: Same<typeof english> = {
  restarting: 'Se está reiniciando una parte de Fieldline. Puede continuar; no se pierde nada.',
  restarted: 'Se reinició una parte de Fieldline. No se perdió nada.',
  keepsStopping:
    'Una parte de Fieldline se detiene una y otra vez. Lo que hizo está guardado y Fieldline lo sigue intentando.',
  nextTry: 'Próximo intento en {{seconds}} s',
  dismiss: 'Entendido',
};
