import type { app as english } from '../en/app.ts';
import type { Same } from '../same.ts';

export const app: Same<typeof english> = {
  fieldline: 'Fieldline',
  opening: 'Abriendo su campaña…',
  noCampaign: 'Aún no hay campaña',
  practice: 'Práctica',
  practiceHint: 'Nada de lo que haga aquí llega a un teléfono real.',
  screens: 'Pantallas',
  skipToMain: 'Ir a la parte principal',
  palette: 'Ir a o hacer…',
  palettePlaceholder: 'Escriba lo que quiere hacer',
  paletteNothing: 'Aquí no hay nada con ese nombre.',
  back: 'Atrás',
  cancel: 'Cancelar',
  close: 'Cerrar',
  save: 'Guardar',
  tryAgain: 'Intentar de nuevo',
  loading: 'Cargando…',
  showFolder: 'Mostrar la carpeta',
  optional: 'opcional',
  problemTitle: 'No se puede abrir la campaña',
  problemKeepsTrying: 'Fieldline sigue intentándolo y abrirá la campaña en cuanto pueda.',
  brokenTitle: 'Esta ventana se ha detenido',
  brokenReload: 'Volver a cargarla',
  signedInAs: 'Sesión de {{name}}',
  signOut: 'Cerrar sesión',
};
