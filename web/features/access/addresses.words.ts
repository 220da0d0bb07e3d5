export const en = {
  'addresses.title': 'The address you sign in with',
  'addresses.mine': 'Codes and messages go to {email}.',
  'addresses.none-waits':
    'If someone enters another one for you, you are asked first, here and by email to this address.',
  'addresses.waits': 'A new address is waiting for you',
  'addresses.asked-by':
    '{name} entered {email} for you on {day}. Until you confirm it, your present address stays valid.',
  'addresses.asked':
    'Someone entered {email} for you on {day}. Until you confirm it, your present address stays valid.',
  'addresses.why':
    'Is it right? Then confirm it: from then on you sign in with it, and all other sessions end. If you do not know it, refuse it: whoever reads it could sign in as you.',
  'addresses.confirm': 'Confirm',
  'addresses.refuse': 'Refuse',
  'addresses.confirmed': 'You now sign in with {email}. All other sessions have ended.',
  'addresses.refused': 'Your address stays as it is.',
  'addresses.ask-confirm': 'Sign in with {email} from now on?',
  'addresses.ask-confirm-text':
    'Codes then go there, and no longer to {old}. All other sessions and command-line tokens end. Please check your passkeys afterwards.',
  'addresses.cancel': 'Not now',

  'addresses.agree-title': 'A new address for {name} needs your agreement',
  'addresses.agree-text':
    'A steward asks you to release a new address for {name}: {email} in place of {old}. {name} was told twice and has not answered. Ask them yourself, by phone or in person, before you agree: whoever reads that address can sign in as them.',
  'addresses.agree': 'I asked, and agree',
  'addresses.agreed': 'Released. {name} signs in with the new address from now on; both addresses are told.',

  'addresses.offer-title': 'Sign in without email next time',
  'addresses.offer-text':
    'Your fingerprint, your face or the screen lock of this device is enough. Nobody who reads your email can use it.',
  'addresses.offer-add': 'Add',
  'addresses.offer-later': 'Not now',
  'addresses.offer-declined': 'You can add a passkey in the settings at any time.',
  'addresses.offer-added': 'Done. Next time choose “Use a passkey”.',

  'addresses.offer-failed': 'No passkey was added. Nothing has changed; you can add one in the settings at any time.',

  'addresses.waiting-title': 'Addresses waiting to be confirmed',
  'addresses.waiting-lead':
    'These people have signed in before, so a new address waits until they confirm it. If someone cannot, you and a colleague who is not a steward can release it after three days in which their present address was told twice.',
  'addresses.needs-mail':
    '{told, plural, =0 {The first email has not been sent yet} other {Told once; the second email goes out two days after the first}}.',
  'addresses.needs-days': 'Told twice. It can be released from {day}.',
  'addresses.needs-request': 'Told twice. It can be released now, with a colleague.',
  'addresses.needs-colleague': 'Waiting for {name} to agree.',
  'addresses.release': 'Release with a colleague',
  'addresses.release-of': 'Release the address of {name} with a colleague',
  'addresses.colleague': 'Who will agree to it?',
  'addresses.colleague-hint': 'Not a steward, and someone who had signed in before this was asked for.',
  'addresses.nobody': 'Nobody found',
  'addresses.ask-colleague': 'Ask for the release',
  'addresses.asked-colleague': 'Asked. {name} will see it on Today.',
  'addresses.more': '{count, plural, one {One more is waiting} other {# more are waiting}}.',
} as const;
