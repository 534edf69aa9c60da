import { type Language, nearestLanguage } from '../../shared/sentences/index.ts';

/** What the page itself says. The sentences for errors are in `shared/sentences`. */
const english = {
  fieldline: 'Fieldline',
  opening: 'Opening your campaign…',
  noCampaign: 'No campaign yet',
  practice: 'Practice',
  practiceHint: 'Practice mode: nothing you do here reaches a real phone.',
  found: {
    title: 'Name your campaign',
    lead: 'The campaign lives on this computer, and you are its owner.',
    campaignName: 'Name of the campaign',
    campaignNameHint: 'The name that the people you text know you by.',
    firstName: 'Your first name',
    lastName: 'Your last name',
    optional: 'optional',
    submit: 'Create the campaign',
    submitting: 'Creating…',
    missingCampaignName: 'Give the campaign a name.',
    missingFirstName: 'Tell us your first name.',
  },
  home: {
    foundedOn: (date: string) => `Created on ${date}`,
    practiceTitle: 'This campaign is for practice',
    practiceText: 'Whatever you do here, no text reaches a real phone. A practice campaign never turns live.',
    keptTitle: 'Everything is on this computer',
    keptText: 'The campaign’s file and the engine’s log are in one folder. Nothing is kept anywhere else.',
    showFolder: 'Show the folder',
    version: (version: string) => `Fieldline ${version}`,
  },
  engine: {
    restarting: 'The engine is being restarted. Go on; what you do is kept and nothing is lost.',
    restarted: 'The engine was restarted. Nothing was lost.',
    keepsStopping: (seconds: number) =>
      `The engine keeps stopping. What you did is kept; it is started again in ${seconds} s.`,
    dismiss: 'Got it',
  },
  problem: {
    title: 'The campaign cannot be opened',
    keepsTrying: 'Fieldline keeps trying by itself.',
    tryAgain: 'Try again',
    showFolder: 'Show the folder',
  },
};

export type Words = typeof english;

const spanish: Words = {
  fieldline: 'Fieldline',
  opening: 'Abriendo su campaña…',
  noCampaign: 'Aún no hay campaña',
  practice: 'Práctica',
  practiceHint: 'Modo de práctica: nada de lo que haga aquí llega a un teléfono real.',
  found: {
    title: 'Ponga nombre a su campaña',
    lead: 'La campaña vive en esta computadora y usted es su propietario.',
    campaignName: 'Nombre de la campaña',
    campaignNameHint: 'El nombre por el que la conocen las personas que reciben sus mensajes.',
    firstName: 'Su nombre',
    lastName: 'Su apellido',
    optional: 'opcional',
    submit: 'Crear la campaña',
    submitting: 'Creando…',
    missingCampaignName: 'Ponga un nombre a la campaña.',
    missingFirstName: 'Díganos su nombre.',
  },
  home: {
    foundedOn: (date) => `Creada el ${date}`,
    practiceTitle: 'Esta campaña es de práctica',
    practiceText:
      'Haga lo que haga aquí, ningún mensaje llega a un teléfono real. Una campaña de práctica nunca pasa a ser real.',
    keptTitle: 'Todo está en esta computadora',
    keptText:
      'El archivo de la campaña y el registro del motor están en una sola carpeta. No se guarda nada en otro lugar.',
    showFolder: 'Mostrar la carpeta',
    version: (version) => `Fieldline ${version}`,
  },
  engine: {
    restarting: 'El motor se está reiniciando. Siga; lo que haga se guarda y no se pierde nada.',
    restarted: 'El motor se reinició. No se perdió nada.',
    keepsStopping: (seconds) =>
      `El motor se detiene una y otra vez. Lo que hizo está guardado; se inicia de nuevo en ${seconds} s.`,
    dismiss: 'Entendido',
  },
  problem: {
    title: 'No se puede abrir la campaña',
    keepsTrying: 'Fieldline lo sigue intentando solo.',
    tryAgain: 'Intentar de nuevo',
    showFolder: 'Mostrar la carpeta',
  },
};

const byLanguage: Readonly<Record<Language, Words>> = { en: english, es: spanish };

/** The person's language, of those we have. It is the system's, and does not change while the page lives. */
export const language: Language = nearestLanguage(navigator.language);
export const words: Words = byLanguage[language];
