/** What people also call a thing when they look for it in the palette. Never shown; all languages are searched at once. */
export const search = {
  go: {
    today: 'home start overview dashboard next',
    contacts: 'people lists phones numbers import spreadsheet csv opt-out words opted out stop list',
    actions: 'text bank campaign script publish send drafts',
    texting: 'send texts batch desk start',
    inbox: 'replies answers messages conversations responses',
    results: 'reports numbers statistics export spreadsheet csv',
    people: 'users team volunteers texters admins roles add',
    settings: 'preferences options configuration',
  },
  settings: {
    campaign: 'name of the campaign rename description organization',
    texting:
      'texting hours schedule quiet times start end time zone batch size bucket lock fallback first name own words custom responses written scripts only replies to answer limit start button words',
    fields: 'custom fields variables columns data',
    numbers: 'phone numbers sending number rate speed segments per second limit',
    carrier: 'twilio account carrier credentials api key sid secret connect billing',
    campaigns: 'campaigns live practice switch open start another new',
    window: 'language english spanish colors colours theme dark light look appearance mode',
    computer: 'data folder backup copy file store location disk space version about check',
  },
  colors: 'theme dark light night look appearance mode colours color scheme system automatic',
  language: 'language english spanish translate',
  folder: 'data folder backup copy file store location',
  keys: 'keyboard shortcuts hotkeys help',
  endAction: 'end finish stop close complete',
  refresh: 'reload update up to date f5',
  signOut: 'log out leave switch user',
} as const;
