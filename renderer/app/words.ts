import { type Language, nearestLanguage } from '../../shared/sentences/index.ts';

/** What the page itself says. The sentences for errors are in `shared/sentences`. */
const english = {
  fieldline: 'Fieldline',
  opening: 'Opening your campaign…',
  noCampaign: 'No campaign yet',
  showFolder: 'Show the folder',
  practice: 'Practice',
  practiceHint: 'Nothing you do here reaches a real phone.',
  found: {
    title: 'Name your campaign',
    lead: 'The campaign is kept on this computer, and you are its owner.',
    practice: 'It is for practice, now and always: no text reaches a real phone.',
    campaignName: 'Name of the campaign',
    campaignNameHint: 'The people you text will know you by this name.',
    firstName: 'Your first name',
    lastName: 'Your last name',
    optional: 'optional',
    submit: 'Create the campaign',
    submitting: 'Creating…',
    missingCampaignName: 'Enter a name for the campaign.',
    missingFirstName: 'Enter your first name.',
  },
  home: {
    foundedOn: (date: string) => `Created on ${date}`,
    practiceTitle: 'This campaign is for practice',
    practiceText: 'Whatever you do here, no text reaches a real phone. A practice campaign never turns live.',
    keptTitle: 'Everything is on this computer',
    keptText: 'The campaign and Fieldline’s log are in one folder. Nothing is kept anywhere else.',
    version: (version: string) => `Fieldline ${version}`,
  },
  engine: {
    restarting: 'A part of Fieldline is being restarted. You can go on; nothing is lost.',
    restarted: 'A part of Fieldline was restarted. Nothing was lost.',
    keepsStopping: 'A part of Fieldline keeps stopping. What you did is saved, and Fieldline keeps trying.',
    nextTry: (seconds: number) => `Next try in ${seconds} s`,
    dismiss: 'Got it',
  },
  problem: {
    title: 'The campaign cannot be opened',
    keepsTrying: 'Fieldline keeps trying, and opens the campaign as soon as it can.',
    tryAgain: 'Try again',
  },
  broken: {
    title: 'This window has stopped',
    reload: 'Load it again',
  },
};

export type Words = typeof english;

const spanish: Words = {
  fieldline: 'Fieldline',
  opening: 'Abriendo su campaña…',
  noCampaign: 'Aún no hay campaña',
  showFolder: 'Mostrar la carpeta',
  practice: 'Práctica',
  practiceHint: 'Nada de lo que haga aquí llega a un teléfono real.',
  found: {
    title: 'Ponga nombre a su campaña',
    lead: 'La campaña se guarda en esta computadora y le pertenece a usted.',
    practice: 'Es de práctica, ahora y siempre: ningún mensaje llega a un teléfono real.',
    campaignName: 'Nombre de la campaña',
    campaignNameHint: 'Quienes reciban sus mensajes los reconocerán por este nombre.',
    firstName: 'Su nombre',
    lastName: 'Su apellido',
    optional: 'opcional',
    submit: 'Crear la campaña',
    submitting: 'Creando…',
    missingCampaignName: 'Escriba un nombre para la campaña.',
    missingFirstName: 'Escriba su nombre.',
  },
  home: {
    foundedOn: (date) => `Creada el ${date}`,
    practiceTitle: 'Esta campaña es de práctica',
    practiceText:
      'Haga lo que haga aquí, ningún mensaje llega a un teléfono real. Una campaña de práctica nunca pasa a ser real.',
    keptTitle: 'Todo está en esta computadora',
    keptText: 'La campaña y el registro de Fieldline están en una sola carpeta. No se guarda nada en otro lugar.',
    version: (version) => `Fieldline ${version}`,
  },
  engine: {
    restarting: 'Se está reiniciando una parte de Fieldline. Puede continuar; no se pierde nada.',
    restarted: 'Se reinició una parte de Fieldline. No se perdió nada.',
    keepsStopping:
      'Una parte de Fieldline se detiene una y otra vez. Lo que hizo está guardado y Fieldline lo sigue intentando.',
    nextTry: (seconds) => `Próximo intento en ${seconds} s`,
    dismiss: 'Entendido',
  },
  problem: {
    title: 'No se puede abrir la campaña',
    keepsTrying: 'Fieldline sigue intentándolo y abrirá la campaña en cuanto pueda.',
    tryAgain: 'Intentar de nuevo',
  },
  broken: {
    title: 'Esta ventana se ha detenido',
    reload: 'Volver a cargarla',
  },
};

const byLanguage: Readonly<Record<Language, Words>> = { en: english, es: spanish };

/** The person's language, of those we have. It is the system's, and does not change while the page lives. */
export const language: Language = nearestLanguage(navigator.language);
export const words: Words = byLanguage[language];
/** How dates and numbers are written: as in the person's country where it speaks that language. */
export const locale: string = navigator.language.toLowerCase().startsWith(language) ? navigator.language : language;
