import type { Sentences } from './index.ts';

export const es: Sentences = {
  'internal/bug':
    'Algo falló de nuestro lado. Lo que hizo antes está guardado. Inténtelo de nuevo; si vuelve a ocurrir, dé este número a su administrador: {incidentId}.',

  'serve/unknown-call': 'Esta ventana pidió algo que el programa no conoce. Cierre Fieldline y ábralo de nuevo.',
  'serve/bad-request': 'No se pudo leer un mensaje dirigido al programa. Cierre Fieldline y ábralo de nuevo.',
  'serve/bad-input': 'El programa recibió algo que no puede usar ({field}). No se cambió nada.',
  'serve/not-allowed':
    'Su función en esta campaña no incluye esto. Pida a un administrador que lo haga o que cambie su función.',
  'serve/not-signed-in': 'Primero inicie sesión.',
  'serve/session-ended': 'Su sesión ha terminado. Inicie sesión de nuevo; todo lo que hizo antes está guardado.',
  'serve/intent-reused':
    'El mismo paso llegó dos veces con contenido distinto. Vale el primero; no se cambió nada más.',
  'serve/file-not-registered':
    'El programa solo puede leer un archivo que usted mismo haya elegido. Elija el archivo de nuevo.',

  'store/newer-version':
    'Esta campaña se abrió por última vez con un Fieldline más nuevo ({found}) y este solo conoce {known}. Actualice Fieldline; la campaña no se tocó.',
  'store/damaged':
    'El archivo de la campaña está dañado, así que no se escribe en él ni se envía nada. Restaure una copia de seguridad o pida ayuda con su computadora; el archivo quedó como está.',
  'store/not-a-store':
    'El archivo {file} está donde debería estar la campaña y no lo es. Muévalo a otro lugar e inténtelo de nuevo; no se tocó.',
  'store/network-folder':
    'La carpeta «{folder}» está en la red ({kind}). Una campaña guardada ahí puede dañarse o enviar mensajes dos veces; guárdela en una carpeta solo de esta computadora.',
  'store/sync-folder':
    'La carpeta «{folder}» se sincroniza con otras computadoras mediante {kind}. Una campaña guardada ahí puede dañarse o enviar mensajes dos veces; guárdela en una carpeta solo de esta computadora.',
  'store/in-use':
    'Esta campaña ya está abierta en otro Fieldline de esta computadora. Use esa ventana o ciérrela primero.',
  'store/not-writable':
    'Fieldline no puede escribir en la carpeta «{folder}». Pida a quien cuida de esta computadora que lo permita.',
  'store/disk-full':
    'El disco está casi lleno (quedan {freeMegabytes} MB), así que no se acepta nada nuevo hasta que haya sitio. Todo lo anterior está guardado; libere espacio y continúe.',
  'store/migration-changed':
    'Este Fieldline no se instaló por completo: su plan para el archivo de la campaña no coincide con el archivo ({name}). Instale Fieldline de nuevo; la campaña no se tocó.',
  'store/superseded':
    'Otro Fieldline se ha hecho cargo de esta campaña, así que este se ha detenido. No se perdió nada.',

  'jobs/not-found': 'Este trabajo ya no existe.',
  'jobs/already-ended': 'Este trabajo ya ha terminado.',

  'campaign/already-founded': 'Esta campaña ya tiene nombre y propietario. Inicie sesión.',
  'campaign/not-founded': 'Esta campaña aún no tiene nombre. Póngale uno primero.',

  'people/unknown-person': 'Esta persona no está en la campaña.',

  'carrier/not-set-up':
    'Todavía no hay ningún operador conectado, así que los mensajes esperan aquí. Un propietario puede conectarlo en los ajustes.',
  'carrier/wrong-credentials':
    'El operador no aceptó las credenciales de la cuenta. Un propietario debe revisarlas en los ajustes; hasta entonces los mensajes esperan aquí.',
  'carrier/account-suspended':
    'El operador ha suspendido la cuenta. Un propietario debe resolverlo con el operador; hasta entonces los mensajes esperan aquí.',
  'carrier/no-numbers':
    'La cuenta del operador no tiene ningún número desde el que enviar. Un propietario debe conseguir uno antes del primer mensaje.',
  'carrier/unreachable':
    'No se puede llegar al operador. Siga enviando: lo que envíe espera aquí y sale cuando vuelva la conexión.',
  'carrier/busy': 'El operador nos pide ir más despacio. Siga enviando: lo que envíe saldrá un poco más tarde.',
  'carrier/faulty': 'El operador tiene una avería. Lo que envíe espera aquí y sale cuando vuelva a responder.',
  'carrier/refused':
    'El operador dijo que no por un motivo que Fieldline no conoce (código {code}). Un propietario debe consultar el código con el operador; hasta entonces los mensajes esperan aquí.',
  'carrier/forbidden-host':
    'La dirección del operador, {host}, no es de Twilio ni de esta computadora, así que no se le envía nada. Corrija la dirección.',

  'script/unknown-variable': 'El guion usa {variable}, que no es una variable conocida. Elija una del menú.',
  'script/broken-variable':
    'El guion tiene una variable sin cerrar o vacía: {variable}. Escríbala así: ##{{first_name}}.',
};
