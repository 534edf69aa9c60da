import type { people as english } from '../en/people.ts';
import type { Same } from '../same.ts';

export const people: Same<typeof english> = {
  title: 'Personas',
  lead: 'Quién trabaja en esta campaña y qué puede hacer cada persona.',
  roles: { owner: 'Titular', admin: 'Administración', lead: 'Líder', texter: 'Voluntariado' },
  may: {
    texter: 'Envía mensajes y contesta las respuestas; solo ve sus propias conversaciones.',
    lead: 'Envía mensajes como el voluntariado y se ocupa de un equipo.',
    admin: 'Prepara listas y acciones, agrega personas y ve todas las conversaciones y resultados.',
    owner:
      'Hace todo lo que hacen las demás personas, conecta el operador y decide quién tiene la función de administración.',
  },
  name: 'Nombre',
  role: 'Función',
  mayDo: 'Puede',
  you: 'Usted',
  find: 'Buscar a una persona',
  noneFound: 'Aquí nadie se llama así.',
  count_one: '{{number}} persona',
  count_many: '{{number}} personas',
  count_other: '{{number}} personas',
  add: 'Agregar a una persona',
  addLead: 'Entrará eligiendo su nombre en la primera pantalla de esta computadora.',
  addNoPassword:
    'No se pide contraseña: quien se siente ahí puede elegir cualquier nombre, también el de quien es titular.',
  firstName: 'Nombre',
  lastName: 'Apellido',
  missingFirstName: 'Escriba un nombre.',
  submit: 'Agregar a la persona',
  submitting: 'Agregando…',
  added: 'Se agregó a {{name}}.',
  onlyOwners: 'Solo quien es titular puede dar la función de administración o la de titular.',
  aloneText:
    'Agregue a quienes envían mensajes con usted en esta computadora. Cada persona tiene sus propios contactos y respuestas.',
};
