import type { Sentences } from './index.ts';

export const en: Sentences = {
  'internal/bug':
    'Something went wrong on our side. What you did before is saved. Try again; if it happens again, tell your admin this number: {incidentId}.',

  'serve/unknown-call': 'This window asked for something the program does not know. Close Fieldline and open it again.',
  'serve/bad-request': 'A message to the program could not be read. Close Fieldline and open it again.',
  'serve/bad-input': 'The program was given something it cannot use ({field}). Nothing was changed.',
  'serve/not-allowed':
    'Your role in this campaign does not include this. Ask an admin to do it or to change your role.',
  'serve/not-signed-in': 'Sign in first, then try again.',
  'serve/session-ended': 'Your session has ended. Sign in again; everything you did before is saved.',
  'serve/intent-reused':
    'The same step was sent twice with different content. The first one counts; nothing else was changed.',
  'serve/file-not-registered': 'The program may only read a file that you have chosen yourself. Choose the file again.',

  'store/newer-version':
    'This campaign was last opened by a newer Fieldline ({found}), and this one knows only {known}. Update Fieldline; the campaign was not touched.',
  'store/damaged':
    'The campaign’s file is damaged, so nothing is written to it and nothing is sent. Restore a backup, or ask whoever helps you with computers; the file was left as it is.',
  'store/not-a-store':
    'The file {file} stands where the campaign should be and is not one. Move it elsewhere and try again; it was not touched.',
  'store/network-folder':
    'The folder “{folder}” is on the network ({kind}). A campaign kept there can be damaged or text people twice; keep it in a folder of this computer alone.',
  'store/sync-folder':
    'The folder “{folder}” is kept in step with other computers by {kind}. A campaign kept there can be damaged or text people twice; keep it in a folder of this computer alone.',
  'store/in-use':
    'This campaign is already open in another Fieldline on this computer. Use that window, or close it first.',
  'store/not-writable':
    'Fieldline may not write in the folder “{folder}”. Ask whoever looks after this computer to allow it.',
  'store/disk-full':
    'The disk is almost full ({freeMegabytes} MB left), so nothing new is taken until there is room. Everything so far is saved; free some space and go on.',
  'store/migration-changed':
    'This Fieldline was not installed completely: its plan for the campaign’s file does not match the file ({name}). Install Fieldline again; the campaign was not touched.',
  'store/superseded': 'Another Fieldline has taken over this campaign, so this one has stopped. Nothing was lost.',

  'jobs/not-found': 'This piece of work is no longer known.',
  'jobs/already-ended': 'This piece of work has already ended.',

  'campaign/already-founded': 'This campaign already has a name and an owner. Sign in instead.',
  'campaign/not-founded': 'This campaign has no name yet. Name it first.',
  'campaign/unknown-zone': '“{zone}” is not a time zone that Fieldline knows. Choose one like America/New_York.',
  'campaign/bad-hours': 'Texting hours must end after they start, on the same day. Correct them.',
  'campaign/bad-slug':
    '“{slug}” cannot be the short name of a field. Use letters, digits, hyphens and underscores, without spaces.',
  'campaign/field-exists': 'There is already a field “{slug}”. Use that one, or choose another short name.',

  'people/unknown-person': 'This person is not in the campaign.',
  'people/role-too-high': 'Only an owner can make somebody an admin or an owner. Ask an owner.',

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
    'The carrier’s address {host} is neither Twilio nor this computer, so nothing is sent to it. Correct the address.',

  'contacts/file-unreadable':
    'The file “{file}” cannot be read. It may have been moved, or another program has it open; choose it again.',
  'contacts/not-csv':
    '“{file}” is not a CSV file. Open it in your spreadsheet program, save it as CSV, and choose that file. Nothing was imported.',
  'contacts/empty-file':
    '“{file}” has no rows below its header, so there is nothing to import. Choose the file with the contacts in it.',
  'contacts/line-too-long':
    'Row {line} of “{file}” is longer than a row of contacts can be; a quotation mark before it may not be closed. Nothing was imported: mend that row and import again.',
  'contacts/no-phone-column':
    'No column of “{file}” is known to hold phone numbers. Say which one does, or add one. Nothing was imported.',
  'contacts/unknown-list': 'This list is not in the campaign, or is still being imported. Choose another.',
  'contacts/unknown-import': 'This import is not known any more.',
  'contacts/unknown-contact': 'This contact is not in the campaign.',
  'contacts/not-a-phone': 'This is not a whole phone number. Enter all ten digits, such as (202) 555-0123.',
  'contacts/no-area-code': 'The area code is missing. Enter it before the seven digits, such as (202) 555-0123.',

  'spreadsheets/not-writable':
    'The file “{file}” cannot be written. Another program may have it open; close it there or choose another name.',

  'scripts/not-found': 'This script is not in the campaign. Choose another.',
  'scripts/empty': 'The script has no text yet. Write what the contact should read.',

  'numbers/none':
    'There is no phone number to text from yet. An owner must fetch the account’s numbers in the settings first.',
  'numbers/not-found': 'This number is not among the campaign’s sending numbers.',

  'actions/not-found': 'This action is not in the campaign.',
  'actions/not-draft':
    'This action has been published, so its list and initial scripts are fixed. Copy it into a new action to change them.',
  'actions/no-initial-script':
    'The action has no initial script, so there is nothing to send first. Add one and publish again.',
  'actions/empty-list': 'The action’s list has no contacts. Choose a list with contacts and publish again.',
  'actions/script-twice': 'A script stands twice in this action. Leave one of them out.',
  'actions/not-published': 'This action has not been published yet, so nobody can text in it.',
  'actions/not-paused': 'This action is not paused, so there is nothing to resume.',
  'actions/paused': 'This action is paused. What is queued is kept; texting goes on when an admin resumes it.',
  'actions/ended': 'This action has ended, so nothing more is sent in it.',
  'actions/too-many-responses': 'An action has at most {most} response scripts. Take one away first.',
  'actions/response-gone':
    'Somebody has taken this response script away meanwhile. What you wrote is still here: add it as a new one.',

  'assignments/none-left': 'Every contact of this action has been claimed. Thank you! There may be replies to answer.',
  'assignments/outside-hours':
    'It is outside texting hours where the remaining contacts live. Try again later; {count} contacts are left.',
  'assignments/answer-first':
    'You have more replies to answer than this campaign allows before the next batch (at most {most}). Answer in the inbox first, then come back.',
  'assignments/not-yours': 'This contact is not on your desk. Go on with the next one.',
  'assignments/already-texted': 'This contact has already been texted in this action. Go on with the next one.',

  'outbox/empty-text': 'There is no text to send. Write something first.',
  'outbox/too-long': 'The text is {#length} characters long, and the carrier takes at most {#longest}. Shorten it.',
  'outbox/unfilled-variable': 'The text still has a variable in it: {variable}. Replace it before you send.',
  'outbox/own-words':
    'In this campaign only written scripts are sent, word for word. Your text is still here; send a script in its place.',
  'outbox/opted-out': 'This contact has opted out and is never texted again. Go on with the next one.',
  'outbox/blocked-phone': 'This contact has been cut off and is not texted. Go on with the next one.',
  'outbox/unreachable-phone':
    'This number takes no texts: it is a landline or out of service. Go on with the next one.',
  'outbox/not-found': 'This text is not known.',
  'outbox/already-decided': 'Somebody has already decided about this text.',
  'outbox/store-not-matched':
    'This campaign was restored or copied. Nothing leaves until Fieldline has compared it with what the carrier has, so that nobody is texted twice; that takes about two minutes with a line ({found} texts found so far). Go on texting meanwhile.',
  'outbox/clock-unsure':
    'This computer’s clock seems to be wrong, so texting hours cannot be judged. Texts wait until the carrier tells the time; check the date and time of this computer.',
  'outbox/replies-first':
    'Before anything leaves, Fieldline reads what contacts have written meanwhile, so that nobody who opted out is texted. That takes a moment; go on texting.',
  'outbox/sending-refused':
    'The carrier refuses to send (code {code}). Texts are kept here; an owner must put it right at the carrier and then resume sending.',

  'conversations/not-found': 'There is no such conversation among yours.',

  'script/unknown-variable': 'The script uses {variable}, which is not a known variable. Choose one from the menu.',
  'script/no-hashes': '“{variable}” has no ## before its braces, so it would not be filled in.',
  'script/not-closed': '“{variable}” is not closed: two braces end a variable.',
  'script/half-written':
    '“{variable}” is only a part of a variable: one begins with ##, then two braces, and two more end it.',
  'script/extra-braces': '“{variable}” has braces too many: two before the name, two after it.',
  'script/stray-braces':
    'These braces belong to no variable: “{variable}”. Choose one from the menu, or take them away.',
  'script/empty-variable':
    '“{variable}” has no name between its braces. Choose a variable from the menu, or take it away.',
  'script/bad-name':
    '“{variable}” is not written like a name: names have no spaces, only letters, digits, hyphens and underscores.',
  'script/own-fallback':
    '“{variable}” says what stands for a missing name. Here that is said once for all texts, in the settings.',

  'carrier/practice-only':
    "This campaign texts real people, and the carrier that it was given only plays one, so nothing is sent. Open the campaign in Fieldline's own window.",
  'carrier/live-only':
    'This campaign is for practice, and the carrier that it was given texts real people, so nothing is sent. Close Fieldline and open it again.',
  'app/unknown-campaign': 'This campaign is not on this computer. Pick one from the list.',
  'app/not-live':
    'This campaign is for practice and texts nobody, so it needs no account with a carrier. Open or create a live campaign first.',
  'app/bad-account-sid':
    'This is not an account SID. It begins with AC, followed by 32 digits and letters from a to f; copy it from the first page of your Twilio console.',
  'app/bad-api-key-sid':
    "This is not the SID of an API key. It begins with SK, followed by 32 digits and letters from a to f; copy it from the page of your API keys in Twilio's console.",
  'app/bad-api-key-secret':
    'This is not the secret of an API key. Twilio shows it only once, when the key is made: 32 letters and digits without spaces. If it is lost, make a new key.',
  'app/no-keychain':
    'This computer offers Fieldline no keychain to lock the credentials away in. They are kept in memory only and must be typed again each time Fieldline is opened; whoever looks after this computer can set up a keychain.',
  'app/credentials-unreadable':
    "The credentials that are kept for this campaign cannot be unlocked by this computer's keychain, as happens when a folder comes from another computer. Type them again; texts wait here until then.",
  'app/credentials-not-kept':
    'The carrier accepted the credentials, but they could not be written to the folder of this campaign, so nothing was changed. Make sure that the disk has room and can be written to, then try again.',
  'app/file-gone': 'The file is no longer where it was saved. It may have been moved, renamed or deleted.',
};
