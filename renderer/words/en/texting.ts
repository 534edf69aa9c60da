export const texting = {
  title: 'Texting',
} as const;
