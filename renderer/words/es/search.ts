import type { search as english } from '../en/search.ts';
import type { Same } from '../same.ts';

export const search: Same<typeof english> = {
  go: {
    today: 'inicio resumen tablero siguiente',
    contacts: 'personas listas teléfonos números importar hoja de cálculo csv bajas dados de baja palabras de baja',
    actions: 'envíos campaña guion publicar borradores',
    texting: 'enviar mensajes tanda mesa empezar',
    inbox: 'respuestas mensajes conversaciones contestar',
    results: 'informes números estadísticas exportar hoja de cálculo csv',
    people: 'usuarios equipo voluntarios administradores funciones añadir agregar',
    settings: 'preferencias opciones configuración',
  },
  settings: {
    campaign: 'nombre de la campaña descripción organización',
    texting:
      'horario de mensajes horas zona horaria tamaño de la tanda bloqueo nombre de reserva palabras propias respuestas personalizadas solo guiones respuestas por contestar límite botón de empezar',
    fields: 'campos personalizados variables columnas datos',
    numbers: 'números de teléfono ritmo velocidad segmentos por segundo límite',
    carrier: 'twilio cuenta operador credenciales clave api sid secreto conectar facturación',
    campaigns: 'campañas real práctica cambiar abrir empezar otra nueva',
    window: 'idioma inglés español colores tema oscuro claro apariencia aspecto modo',
    computer: 'carpeta de datos copia de seguridad respaldo archivo ubicación disco espacio versión comprobar',
  },
  colors: 'tema oscuro claro noche apariencia aspecto modo colores sistema automático',
  language: 'idioma lengua inglés español castellano traducir',
  folder: 'carpeta de datos copia de seguridad respaldo archivo ubicación',
  keys: 'teclado atajos ayuda',
  endAction: 'terminar finalizar acabar cerrar detener',
  refresh: 'recargar actualizar al día f5',
  signOut: 'salir cambiar de usuario',
};
