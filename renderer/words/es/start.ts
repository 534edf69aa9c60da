import type { start as english } from '../en/start.ts';
import type { Same } from '../same.ts';

export const start: Same<typeof english> = {
  title: 'Ponga nombre a su campaña',
  lead: 'La campaña se guarda en esta computadora y le pertenece a usted.',
  practice: 'Es de práctica, ahora y siempre: ningún mensaje llega a un teléfono real.',
  campaignName: 'Nombre de la campaña',
  campaignNameHint: 'Quienes reciban sus mensajes los reconocerán por este nombre.',
  firstName: 'Su nombre',
  lastName: 'Su apellido',
  submit: 'Crear la campaña',
  submitting: 'Creando…',
  missingCampaignName: 'Escriba un nombre para la campaña.',
  missingFirstName: 'Escriba su nombre.',
  otherCampaigns: 'Otras campañas en esta computadora',
  openCampaign: 'Abrir {{name}}',
  openUnnamed: 'Abrir la campaña sin nombre',
  mode: { practice: 'Práctica', live: 'Real' },
  modeAndDate: '{{mode}}, empezada el {{date}}',
  whoAreYou: '¿Quién es usted?',
  whoLead: 'Elija su nombre para continuar en {{campaign}}.',
};
