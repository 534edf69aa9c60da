/** The parts of the settings, in their order on the screen. */
export const sectionNames = [
  'campaign',
  'texting',
  'fields',
  'numbers',
  'carrier',
  'campaigns',
  'window',
  'computer',
] as const;
export type SectionName = (typeof sectionNames)[number];

interface Viewer {
  readonly isAdmin: boolean;
  readonly mode: 'practice' | 'live';
}

/** What somebody sees of them. Texters see what is theirs; practice brings its own carrier. */
export function sectionsFor({ isAdmin, mode }: Viewer): readonly SectionName[] {
  if (!isAdmin) return ['window', 'computer'];
  return sectionNames.filter((name) => name !== 'carrier' || mode === 'live');
}

export function sectionId(name: SectionName): string {
  return `settings-${name}`;
}

/** Brings a part into sight and puts the focus on it. */
export function goToSection(name: SectionName): void {
  const section = document.getElementById(sectionId(name));
  section?.focus({ preventScroll: true });
  section?.scrollIntoView({ block: 'start' });
}
