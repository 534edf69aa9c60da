/** The first screens: naming the campaign, and saying who one is. */
export const start = {
  title: 'Name your campaign',
  lead: 'The campaign is kept on this computer, and you are its owner.',
  practice: 'It is for practice, now and always: no text reaches a real phone.',
  campaignName: 'Name of the campaign',
  campaignNameHint: 'The people you text will know you by this name.',
  firstName: 'Your first name',
  lastName: 'Your last name',
  submit: 'Create the campaign',
  submitting: 'Creating…',
  missingCampaignName: 'Enter a name for the campaign.',
  missingFirstName: 'Enter your first name.',
  otherCampaigns: 'Other campaigns on this computer',
  openCampaign: 'Open {{name}}',
  whoAreYou: 'Who are you?',
  whoLead: 'Choose yourself to go on in {{campaign}}.',
} as const;
