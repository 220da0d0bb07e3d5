export const en = {
  'delivery.title': 'Email',
  'delivery.lead':
    'Hellos and introductions always wait for you here. By email they come between seven in the morning and eight in the evening where you are, never twice, and nothing in them reports back.',
  'delivery.switch': 'Write to me by email too',
  'delivery.uncertain': 'These may have got lost on their way by email. You find what they say in Meet.',
  'delivery.have-arrived': 'may have arrived',
  'delivery.not-have-arrived': 'did not arrive',
  'delivery.page-on': 'Email from Loam',
  'delivery.page-on-lead':
    'One click, and Loam sends you no more email except sign-in codes and security notices. Everything else waits for you when you sign in.',
  'delivery.stop': 'Turn email off',
  'delivery.page-off': 'Email is off',
  'delivery.page-off-lead': 'Loam sends you only sign-in codes and security notices. Nobody is told.',
  'delivery.undo': 'Turn email back on',
  'delivery.undo-lead': 'For seven days you can turn it back on here with one click; later in your settings.',
  'delivery.later': 'You can turn it back on in your settings, after signing in.',
  'delivery.unknown': 'This link is not ours',
  'delivery.unknown-lead':
    'It may have been cut off on its way. Open it from the email once more, or turn email off in your settings.',
  'delivery.home': 'Go to Loam',
  'delivery.state-title': 'Outgoing email',
  'delivery.state':
    '{waiting, plural, =0 {No message is} one {One message is} other {# messages are}} waiting to leave; {sent, plural, =0 {none has} one {one has} other {# have}} been sent so far.',
  'delivery.state-folder':
    '{waiting, plural, =0 {No message is} one {One message is} other {# messages are}} waiting; {sent, plural, =0 {none has} one {one has} other {# have}} been sent or written to the folder so far.',
  'delivery.state-kept':
    '{count, plural, =0 {Nothing has been written so far.} one {One message was written for the people of this sample; nothing leaves it.} other {# messages were written for the people of this sample; nothing leaves it.}}',
  'delivery.state-doubtful':
    '{count, plural, one {For one message it is not known whether it arrived. It is not sent again; its receiver sees it in Loam.} other {For # messages it is not known whether they arrived. They are not sent again; their receivers see them in Loam.}}',
  'delivery.state-failed':
    '{count, plural, one {One message could not be delivered.} other {# messages could not be delivered.}}',
  'delivery.state-bounced':
    '{count, plural, one {One message came back: the receiver’s mail server does not know the address, or takes nothing for it.} other {# messages came back: the receivers’ mail servers do not know the addresses, or take nothing for them.}}',
  'delivery.state-held':
    '{count, plural, one {One message has} other {# messages have}} waited since a backup was restored, because some may have been sent before. Look at what changed, then release them.',
  'delivery.state-slow': 'The mail server asks for patience: email leaves more slowly for a while.',
  'delivery.state-trouble':
    'All email has been waiting since {since}. {why} It is tried again by itself; nothing is lost.',
  'delivery.again': 'Send failed email again',
  'delivery.try-now': 'Try again now',
  'delivery.again-done':
    '{count, plural, =0 {The mail server is being tried again.} one {One message is being sent again.} other {# messages are being sent again.}}',
  'delivery.release': 'Release them',
  'delivery.folder': 'Email is not set up: messages are written to a folder on the server, not sent.',
  'delivery.folder-aside':
    'Email is not set up: what would be sent about this is written to a folder on the server, not sent.',
  'delivery.waiting': 'Email is not leaving at the moment. {why}',
  'delivery.set-up': 'Email delivery',
  'delivery.why-no-such-name': 'The name of the mail server is not known. Check how it is spelled.',
  'delivery.why-not-reached': 'The mail server cannot be reached: nothing answers at this name and port.',
  'delivery.why-no-answer':
    'The mail server did not answer in time. A firewall may be in the way, or the port may be wrong.',
  'delivery.why-no-mail-server': 'Something answers at this name and port, but it is not a mail server.',
  'delivery.why-hung-up':
    'The mail server ended the connection without a word. The port or the encryption setting may be wrong.',
  'delivery.why-tls-first':
    'The mail server did not greet us. It may expect encryption from the first byte (usually port 465).',
  'delivery.why-tls-later':
    'The mail server does not speak encryption from the first byte at this port. Turn that off, or use port 465.',
  'delivery.why-tls-none': 'The mail server offers no encryption at this port.',
  'delivery.why-tls-failed': 'No encrypted connection to the mail server could be made.',
  'delivery.why-certificate':
    'The certificate of the mail server is not trusted: it is expired, made for another name, or signed by an authority of your own. You can add that authority’s certificate.',
  'delivery.why-sign-in': 'The mail server refused the name or the password.',
  'delivery.why-sender': 'The mail server refused the sender’s address.',
  'delivery.why-relay': 'The mail server takes no email for other places from us. It may need a name and a password.',
  'delivery.why-busy': 'The mail server is busy and asks us to come back later.',
  'delivery.why-letters':
    'This address has letters before the @ that the mail server does not know. It takes only a–z, digits and a few signs there.',
  'delivery.why-refused': 'The mail server refused the message.',
} as const;
