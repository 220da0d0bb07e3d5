export const en = {
  'invite.title': 'Invite people',
  'invite.lead': 'Each of them gets one email with a way in. Nobody is told who else was invited.',
  'invite.addresses': 'Email addresses',
  'invite.addresses-hint': 'Paste as many as you like, in whatever order: 200 at a time go out.',
  'invite.addresses-found':
    '{count, plural, =0 {No address found yet.} one {One address found.} other {# addresses found.}}',
  'invite.addresses-unread': 'This does not look like an address and is left out: {words}.',
  'invite.addresses-many': 'Only the first {most} are invited now; the rest stays in the field.',
  'invite.invite-none': 'Invite',
  'invite.invite': '{count, plural, one {Invite one person} other {Invite # people}}',
  'invite.invited':
    '{count, plural, =0 {Nobody new was invited.} one {One person is invited.} other {# people are invited.}}',
  'invite.invited-folder':
    '{count, plural, =0 {Nobody new was invited.} one {One person is invited; the invitation was written to a folder on the server, not sent.} other {# people are invited; the invitations were written to a folder on the server, not sent.}}',
  'invite.known': '{count, plural, one {{names} was here already.} other {{names} were here already.}}',
  'invite.import': 'Import a directory file',
} as const;
