/** The strip at the foot of the window: the engine, the line, the queue. */
export const status = {
  restarting: 'A part of Fieldline is being restarted. You can go on; nothing is lost.',
  restarted: 'A part of Fieldline was restarted. Nothing was lost.',
  keepsStopping: 'A part of Fieldline keeps stopping. What you did is saved, and Fieldline keeps trying.',
  nextTry: 'Next try in {{seconds}} s',
  dismiss: 'Got it',
} as const;
