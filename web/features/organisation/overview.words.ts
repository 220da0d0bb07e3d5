export const en = {
  'overview.lead':
    '{count, plural, one {One person} other {# people}}, {programmes, plural, =0 {no programmes yet} one {one programme} other {# programmes}}. {mail} {backup}',
  'overview.mail-works': 'Email works.',
  'overview.mail-untested': 'Email is set up, but nobody has tested it.',
  'overview.mail-failing': 'Email is waiting: there is a problem with the mail server.',
  'overview.mail-folder': 'Email isn’t set up yet.',
  'overview.mail-kept': 'Email stays in this sample.',
  'overview.backup-made':
    '{day, select, today {The last backup is from today.} yesterday {The last backup is from yesterday.} other {The last backup is from {date}.}}',
  'overview.backup-elsewhere': 'Backups are made elsewhere.',
  'overview.backup-none': 'There is no backup yet.',

  'overview.to-do':
    '{count, plural, one {One step, and {name} stands on its own feet} other {# steps, and {name} stands on its own feet}}',
  'overview.done': 'done',
  'overview.people': 'People are here',
  'overview.people-done':
    '{count, plural, =0 {{here, plural, one {One person} other {# people}} in the directory.} one {One person came with a directory file.} other {# people came with a directory file.}}',
  'overview.people-more': 'Invite more',
  'overview.people-hint':
    '{count, plural, =0 {Nobody has been invited yet.} one {One person is invited and has not come yet.} other {# people are invited; none has come yet.}}',
  'overview.people-text':
    'Paste a few addresses, share a link, or bring in a directory file. Nothing starts for anyone without their own yes.',
  'overview.people-do': 'Bring people in',
  'overview.mail': 'Email reaches people',
  'overview.mail-done': 'Tested on {date} with the settings in use.',
  'overview.mail-done-kept': 'In the sample nothing is sent.',
  'overview.mail-again': 'Test again',
  'overview.mail-hint-folder': 'For now it is written to a folder on the server.',
  'overview.mail-hint-untested': 'Nobody has tested the settings in use.',
  'overview.mail-hint-failing': 'The mail server takes nothing at the moment.',
  'overview.mail-text-folder':
    'Sign-in codes and invitations wait in a folder on the server, where nobody looks. Enter your mail server, and send yourself a test.',
  'overview.mail-text-untested':
    'A mail server is set. Send yourself a test: it counts until any of the settings is changed.',
  'overview.mail-text-failing': 'Everything waits and is tried again by itself. The reason is on the email page.',
  'overview.mail-do-folder': 'Set up email',
  'overview.mail-do-untested': 'Test email',
  'overview.mail-do-failing': 'See why',
  'overview.second-steward': 'There is a second steward',
  'overview.second-steward-done': 'If one is away, the other can help.',
  'overview.second-steward-change': 'See roles',
  'overview.second-steward-hint': 'So far there is only one.',
  'overview.second-steward-text':
    'If you are away or lose access, someone else can help. And what takes two, such as a change of the email settings, can then be confirmed.',
  'overview.second-steward-do': 'Choose someone',
  'overview.works-council': 'Someone watches the watchers',
  'overview.works-council-done': 'The works council reads the log.',
  'overview.works-council-elsewhere': 'There is none, or it is decided elsewhere; said on {date}.',
  'overview.works-council-change': 'See roles',
  'overview.works-council-hint-nobody': 'Nobody reads the log yet.',
  'overview.works-council-hint-nominated': 'Someone is nominated; a second person has yet to confirm it.',
  'overview.works-council-text-nobody':
    'Give the works-council role to a person who is not a steward. They can read the log of everything that stewards do, and change nothing. A second person confirms it.',
  'overview.works-council-text-nominated':
    'It takes effect once a second person confirms it: someone other than you, whom you did not bring in lately.',
  'overview.works-council-do-nobody': 'Choose someone',
  'overview.works-council-do-nominated': 'See roles',
  'overview.works-council-say': 'We have none, or it’s decided elsewhere',
  'overview.works-council-said': 'Noted: there is none, or it’s decided elsewhere.',
  'overview.backup': 'There is a recent backup',
  'overview.backup-elsewhere-said': 'Made elsewhere; said on {date}.',
  'overview.backup-hint-none': 'None has been made yet.',
  'overview.backup-hint-old': 'The last one is from {date}, more than a month ago.',
  'overview.backup-text':
    'Whoever runs the server makes one with this command, ideally every night, and keeps a copy in another place. It is noted here automatically.',
  'overview.backup-copy': 'Copy the command',
  'overview.backup-copied': 'Copied',
  'overview.backup-say': 'Backups are made elsewhere',
  'overview.backup-said': 'Noted: backups are made elsewhere.',
  'overview.take-back': 'Take back',
  'overview.take-back-of': 'Take back: {step}',
  'overview.taken-back': 'Taken back.',
  'overview.undo': 'Undo',

  'overview.stands': 'How it stands',
  'overview.stands-people':
    '{count, plural, one {One person} other {# people}}{units, plural, =0 {} one { in one unit} other { in # units}}{sites, plural, =0 {} one {, at one site} other {, at # sites}}.',
  'overview.stands-people-more':
    '{files, plural, =0 {} one {One came with a directory file.} other {# came with a directory file.}} {invited, plural, =0 {} one {One is invited and has not come yet.} other {# are invited and have not come yet.}}',
  'overview.stands-programmes':
    '{count, plural, =0 {No programme is running.} one {One programme is running.} other {# programmes are running.}}',
  'overview.stands-next': 'Next: {name}, on {date}.',
  'overview.stands-formats': 'Choose a format',
  'overview.stands-tested': 'Tested on {date}.',
  'overview.stands-email': 'Email settings',
  'overview.stands-backup-before': 'Before each update that changes the database, one is made by itself.',
  'overview.stands-backup-old': 'That is more than a month ago.',
  'overview.unseen': 'What you can’t see here',
  'overview.unseen-text':
    'Who takes part and who doesn’t, who meets whom, and what anyone writes only for themselves or one other person.',
  'overview.unseen-link': 'How that is made sure',
} as const;
