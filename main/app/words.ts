import type { Language } from '../../shared/sentences/index.ts';

const english = {
  file: '&File',
  quit: 'Quit Fieldline',
  edit: '&Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: '&View',
  reload: 'Reload',
  actualSize: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
};

export const menuWords: Readonly<Record<Language, typeof english>> = {
  en: english,
  es: {
    file: '&Archivo',
    quit: 'Salir de Fieldline',
    edit: '&Editar',
    undo: 'Deshacer',
    redo: 'Rehacer',
    cut: 'Cortar',
    copy: 'Copiar',
    paste: 'Pegar',
    selectAll: 'Seleccionar todo',
    view: '&Ver',
    reload: 'Volver a cargar',
    actualSize: 'Tamaño real',
    zoomIn: 'Acercar',
    zoomOut: 'Alejar',
    fullScreen: 'Pantalla completa',
  },
};
