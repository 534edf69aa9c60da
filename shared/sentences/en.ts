import type { Sentences } from './index.ts';

export const en: Sentences = {
  'internal/bug':
    'Something went wrong on our side. What you did before is saved. Please try again; if it happens again, tell your admin this number: {incidentId}.',

  'serve/unknown-call':
    'This window asked for something the program does not know. Please close Fieldline and open it again.',
  'serve/bad-request': 'A message to the program could not be read. Please close Fieldline and open it again.',
  'serve/bad-input': 'The program was given something it cannot use ({field}). Nothing was changed.',
  'serve/not-allowed':
    'Your role in this campaign does not include this. Ask an admin to do it or to change your role.',
  'serve/not-signed-in': 'Please sign in first.',
  'serve/session-ended': 'Your session has ended. Please sign in again; everything you did before is saved.',
  'serve/intent-reused':
    'The same step was sent twice with different content. The first one counts; nothing else was changed.',
  'serve/file-not-registered':
    'The program may only read a file that you have chosen yourself. Please choose the file again.',

  'store/newer-version':
    'This campaign was last opened by a newer Fieldline ({found}), and this one knows only {known}. Please update Fieldline; the campaign was not touched.',
  'store/damaged':
    'The campaign’s file is damaged, so nothing is written to it and nothing is sent. Please restore a backup, or ask whoever helps you with computers; the file was left as it is.',
  'store/not-a-store':
    'The file {file} stands where the campaign should be and is not one. Please move it elsewhere and try again; it was not touched.',
  'store/network-folder':
    'The folder “{folder}” is on the network ({kind}). A campaign kept there can be damaged or text people twice; please keep it in a folder of this computer alone.',
  'store/sync-folder':
    'The folder “{folder}” is kept in step with other computers by {kind}. A campaign kept there can be damaged or text people twice; please keep it in a folder of this computer alone.',
  'store/in-use':
    'This campaign is already open in another Fieldline on this computer. Please use that window, or close it first.',
  'store/not-writable':
    'Fieldline may not write in the folder “{folder}”. Please ask whoever looks after this computer to allow it.',
  'store/disk-full':
    'The disk is almost full ({freeMegabytes} MB left), so nothing new is taken until there is room. Everything so far is saved; please free some space and go on.',
  'store/migration-changed':
    'This Fieldline was not installed completely: its plan for the campaign’s file does not match the file ({name}). Please install Fieldline again; the campaign was not touched.',
  'store/superseded': 'Another Fieldline has taken over this campaign, so this one has stopped. Nothing was lost.',

  'jobs/not-found': 'This piece of work is no longer known.',
  'jobs/already-ended': 'This piece of work has already ended.',

  'campaign/already-founded': 'This campaign already has a name and an owner. Sign in instead.',
  'campaign/not-founded': 'This campaign has no name yet. Please name it first.',

  'people/unknown-person': 'This person is not in the campaign.',

  'carrier/not-set-up': 'No carrier is connected yet, so texts wait here. An owner can connect one in the settings.',
  'carrier/wrong-credentials':
    'The carrier did not accept the account’s credentials. An owner must check them in the settings; texts wait here until then.',
  'carrier/account-suspended':
    'The carrier has suspended the account. An owner must settle this with the carrier; texts wait here until then.',
  'carrier/no-numbers':
    'The carrier account has no phone number to text from. An owner must get one before the first text.',
  'carrier/unreachable':
    'The carrier cannot be reached. Go on texting: what you send waits here and leaves when the line is back.',
  'carrier/busy': 'The carrier asks us to slow down. Go on texting: what you send leaves a little later.',
  'carrier/faulty': 'The carrier has a fault on its side. What you send waits here and leaves when it answers again.',
  'carrier/refused':
    'The carrier said no, for a reason that Fieldline does not know (code {code}). An owner must look the code up at the carrier; texts wait here until then.',
  'carrier/forbidden-host':
    'The carrier’s address {host} is neither Twilio nor this computer, so nothing is sent to it. Please correct the address.',

  'script/unknown-variable':
    'The script uses {variable}, which is not a known variable. Please choose one from the menu.',
  'script/broken-variable':
    'The script has a variable that is not closed or is empty: {variable}. Write it like ##{{first_name}}.',
};
