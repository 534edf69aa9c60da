import type { Sentences } from './index.ts';

export const es: Sentences = {
  'internal/bug':
    'Algo falló de nuestro lado. Lo que hizo antes está guardado. Inténtelo de nuevo; si vuelve a ocurrir, dé este número a quien administra la campaña: {incidentId}.',

  'serve/unknown-call': 'Esta ventana pidió algo que el programa no conoce. Cierre Fieldline y ábralo de nuevo.',
  'serve/bad-request': 'No se pudo leer un mensaje dirigido al programa. Cierre Fieldline y ábralo de nuevo.',
  'serve/bad-input': 'El programa recibió algo que no puede usar ({field}). No se cambió nada.',
  'serve/not-allowed':
    'Su función en esta campaña no incluye esto. Pida a quien administra la campaña que lo haga o que cambie su función.',
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

  'campaign/already-founded': 'Esta campaña ya tiene nombre y titular. Inicie sesión.',
  'campaign/not-founded': 'Esta campaña aún no tiene nombre. Póngale uno primero.',
  'campaign/unknown-zone': '«{zone}» no es una zona horaria que Fieldline conozca. Elija una como America/New_York.',
  'campaign/bad-hours': 'El horario de mensajes debe terminar después de empezar, en el mismo día. Corríjalo.',
  'campaign/bad-slug':
    '«{slug}» no puede ser el nombre corto de un campo. Use letras, cifras, guiones y guiones bajos, sin espacios.',
  'campaign/field-exists': 'Ya existe un campo «{slug}». Use ese o elija otro nombre corto.',

  'people/unknown-person': 'Esta persona no está en la campaña.',
  'people/role-too-high': 'Solo quien es titular puede dar la función de administración o la de titular. Pídaselo.',

  'carrier/not-set-up':
    'Todavía no hay ningún operador conectado, así que los mensajes esperan aquí. Quien es titular puede conectarlo en los ajustes.',
  'carrier/wrong-credentials':
    'El operador no aceptó las credenciales de la cuenta. Quien es titular debe revisarlas en los ajustes; hasta entonces los mensajes esperan aquí.',
  'carrier/account-suspended':
    'El operador ha suspendido la cuenta. Quien es titular debe resolverlo con el operador; hasta entonces los mensajes esperan aquí.',
  'carrier/no-numbers':
    'La cuenta del operador no tiene ningún número desde el que enviar. Quien es titular debe conseguir uno antes del primer mensaje.',
  'carrier/unreachable':
    'No se puede llegar al operador. Siga enviando: lo que envíe espera aquí y sale cuando vuelva la conexión.',
  'carrier/busy': 'El operador nos pide ir más despacio. Siga enviando: lo que envíe saldrá un poco más tarde.',
  'carrier/faulty': 'El operador tiene una avería. Lo que envíe espera aquí y sale cuando vuelva a responder.',
  'carrier/refused':
    'El operador dijo que no por un motivo que Fieldline no conoce (código {code}). Quien es titular debe consultar el código con el operador; hasta entonces los mensajes esperan aquí.',
  'carrier/forbidden-host':
    'La dirección del operador, {host}, no es de Twilio ni de esta computadora, así que no se le envía nada. Corrija la dirección.',

  'contacts/file-unreadable':
    'No se puede leer el archivo «{file}». Quizá se movió o lo tiene abierto otro programa; elíjalo de nuevo.',
  'contacts/not-csv':
    '«{file}» no es un archivo CSV. Ábralo en su hoja de cálculo, guárdelo como CSV y elija ese archivo. No se importó nada.',
  'contacts/empty-file':
    '«{file}» no tiene filas bajo el encabezado, así que no hay nada que importar. Elija el archivo que contiene los contactos.',
  'contacts/line-too-long':
    'La fila {line} de «{file}» es más larga de lo que puede ser una fila de contactos; quizá antes haya unas comillas sin cerrar. No se importó nada: corrija esa fila e importe de nuevo.',
  'contacts/no-phone-column':
    'No se sabe qué columna de «{file}» contiene los teléfonos. Indíquela o añada una. No se importó nada.',
  'contacts/unknown-list': 'Esta lista no está en la campaña o todavía se está importando. Elija otra.',
  'contacts/unknown-import': 'Esta importación ya no existe.',
  'contacts/unknown-contact': 'Este contacto no está en la campaña.',
  'contacts/not-a-phone': 'No es un número de teléfono completo. Escriba las diez cifras, como en (202) 555-0123.',
  'contacts/no-area-code': 'Falta el código de área. Escríbalo antes de las siete cifras, como en (202) 555-0123.',

  'spreadsheets/not-writable':
    'No se puede escribir el archivo «{file}». Quizá lo tenga abierto otro programa; ciérrelo allí o elija otro nombre.',

  'scripts/not-found': 'Este guion no está en la campaña. Elija otro.',
  'scripts/empty': 'El guion todavía no tiene texto. Escriba lo que debe leer el contacto.',

  'numbers/none':
    'Todavía no hay un número desde el que enviar. Quien es titular debe traer antes los números de la cuenta en los ajustes.',
  'numbers/not-found': 'Este número no está entre los números de envío de la campaña.',

  'actions/not-found': 'Esta acción no está en la campaña.',
  'actions/not-draft':
    'Esta acción ya se publicó, así que su lista y sus guiones iniciales no cambian. Cópiela en una acción nueva para cambiarlos.',
  'actions/no-initial-script':
    'La acción no tiene guion inicial, así que no hay nada que enviar primero. Añada uno y publíquela de nuevo.',
  'actions/empty-list':
    'La lista de la acción no tiene contactos. Elija una lista con contactos y publíquela de nuevo.',
  'actions/script-twice': 'Un guion aparece dos veces en esta acción. Quite uno de los dos.',
  'actions/not-published': 'Esta acción todavía no se ha publicado, así que nadie puede enviar mensajes en ella.',
  'actions/not-paused': 'Esta acción no está en pausa, así que no hay nada que reanudar.',
  'actions/paused':
    'Esta acción está en pausa. Lo que está en cola se guarda; se podrá seguir cuando alguien de administración la reanude.',
  'actions/ended': 'Esta acción ha terminado, así que ya no se envía nada en ella.',
  'actions/too-many-responses': 'Una acción tiene como máximo {most} guiones de respuesta. Quite antes uno de ellos.',
  'actions/response-gone':
    'Alguien quitó este guion de respuesta mientras tanto. Lo que usted escribió sigue aquí: añádalo como uno nuevo.',

  'assignments/none-left':
    'Todos los contactos de esta acción ya están repartidos. ¡Gracias! Puede que haya respuestas por contestar.',
  'assignments/outside-hours':
    'Donde viven los contactos que faltan es fuera del horario de mensajes. Inténtelo más tarde; quedan {count} contactos.',
  'assignments/answer-first':
    'Tiene más respuestas por contestar de las que esta campaña permite antes del siguiente grupo (como máximo {most}). Conteste primero en la bandeja y después vuelva.',
  'assignments/not-yours': 'Este contacto no está en su mesa. Siga con el siguiente.',
  'assignments/already-texted': 'A este contacto ya se le escribió en esta acción. Siga con el siguiente.',

  'outbox/empty-text': 'No hay texto que enviar. Escriba algo primero.',
  'outbox/too-long': 'El texto tiene {#length} caracteres y el operador acepta como máximo {#longest}. Acórtelo.',
  'outbox/unfilled-variable': 'El texto todavía contiene una variable: {variable}. Reemplácela antes de enviar.',
  'outbox/own-words':
    'En esta campaña solo se envían los guiones ya escritos, palabra por palabra. Su texto sigue aquí; envíe un guion en su lugar.',
  'outbox/opted-out':
    'Este contacto pidió no recibir más mensajes y no se le vuelve a escribir. Siga con el siguiente.',
  'outbox/blocked-phone': 'Este contacto está bloqueado y no se le escribe. Siga con el siguiente.',
  'outbox/unreachable-phone':
    'Este número no recibe mensajes: es un teléfono fijo o está fuera de servicio. Siga con el siguiente.',
  'outbox/not-found': 'Este mensaje no se conoce.',
  'outbox/already-decided': 'Alguien ya decidió sobre este mensaje.',
  'outbox/store-not-matched':
    'Esta campaña se restauró o se copió. Nada sale hasta que Fieldline la compare con lo que tiene el operador, para no escribir dos veces a nadie; con conexión tarda unos dos minutos ({found} mensajes encontrados). Mientras tanto puede seguir.',
  'outbox/clock-unsure':
    'El reloj de esta computadora parece estar mal, así que no se puede juzgar el horario de mensajes. Los mensajes esperan hasta que el operador diga la hora; revise la fecha y la hora de esta computadora.',
  'outbox/replies-first':
    'Antes de que salga nada, Fieldline lee lo que los contactos escribieron entretanto, para no escribir a nadie que pidió no recibir más. Tarda un momento; puede seguir.',
  'outbox/sending-refused':
    'El operador se niega a enviar (código {code}). Los mensajes se guardan aquí; quien es titular debe arreglarlo con el operador y luego reanudar el envío.',

  'conversations/not-found': 'No hay tal conversación entre las suyas.',

  'script/unknown-variable': 'El guion usa {variable}, que no es una variable conocida. Elija una del menú.',
  'script/no-hashes': '«{variable}» no tiene ## delante de sus llaves, así que no se completaría.',
  'script/not-closed': '«{variable}» no está cerrada: dos llaves terminan una variable.',
  'script/half-written':
    '«{variable}» es solo una parte de una variable: empieza con ##, siguen dos llaves y otras dos la terminan.',
  'script/extra-braces': '«{variable}» tiene llaves de más: van dos antes del nombre y dos después.',
  'script/stray-braces': 'Estas llaves no son de ninguna variable: «{variable}». Elija una del menú o quítelas.',
  'script/empty-variable': '«{variable}» no tiene nombre entre sus llaves. Elija una variable del menú o quítela.',
  'script/bad-name':
    '«{variable}» no está escrita como un nombre: sin espacios, solo letras, cifras, guiones y guiones bajos.',
  'script/own-fallback':
    '«{variable}» dice qué poner si falta el nombre. Aquí eso se indica una vez para todos los mensajes, en los ajustes.',

  'carrier/practice-only':
    'Esta campaña escribe a personas reales y el operador que recibió solo lo simula, así que no se envía nada. Abra la campaña en la ventana de Fieldline.',
  'carrier/live-only':
    'Esta campaña es de práctica y el operador que recibió escribe a personas reales, así que no se envía nada. Cierre Fieldline y ábralo de nuevo.',
  'app/unknown-campaign': 'Esta campaña no está en esta computadora. Elija una de la lista.',
  'app/not-live':
    'Esta campaña es de práctica y no escribe a nadie, así que no necesita una cuenta con un operador. Abra o cree primero una campaña real.',
  'app/bad-account-sid':
    'Esto no es un SID de cuenta. Empieza por AC, seguido de 32 cifras y letras de la a a la f; cópielo de la primera página de su consola de Twilio.',
  'app/bad-api-key-sid':
    'Esto no es el SID de una clave de API. Empieza por SK, seguido de 32 cifras y letras de la a a la f; cópielo de la página de claves de API de la consola de Twilio.',
  'app/bad-api-key-secret':
    'Esto no es el secreto de una clave de API. Twilio lo muestra una sola vez, al crear la clave: 32 letras y cifras sin espacios. Si se perdió, cree una clave nueva.',
  'app/no-keychain':
    'Esta computadora no ofrece a Fieldline ningún llavero donde guardar bajo llave las credenciales. Solo se guardan en la memoria y habrá que escribirlas cada vez que se abra Fieldline; quien cuida de esta computadora puede configurar un llavero.',
  'app/credentials-unreadable':
    'El llavero de esta computadora no puede abrir las credenciales guardadas para esta campaña, como ocurre cuando la carpeta viene de otra computadora. Escríbalas de nuevo; hasta entonces los mensajes esperan aquí.',
  'app/credentials-not-kept':
    'El operador aceptó las credenciales, pero no se pudieron escribir en la carpeta de esta campaña, así que no se cambió nada. Compruebe que el disco tenga sitio y permita escribir, e inténtelo de nuevo.',
  'app/file-gone': 'El archivo ya no está donde se guardó. Quizá se movió, cambió de nombre o se eliminó.',
};
