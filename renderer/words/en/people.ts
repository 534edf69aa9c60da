export const people = {
  title: 'People',
  roles: { owner: 'Owner', admin: 'Admin', lead: 'Lead', texter: 'Texter' },
} as const;
