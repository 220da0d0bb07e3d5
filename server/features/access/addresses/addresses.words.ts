export const en = {
  'addresses.asked-subject': 'Your address is about to change',
  'addresses.asked-again-subject': 'Once more: your address is about to change',
  'addresses.asked': '{name} entered a new address for you at {organisation}: {address}',
  'addresses.asked-by-someone': 'Someone entered a new address for you at {organisation}: {address}',
  'addresses.asked-check':
    'Your present one is still valid. Is the new one right? Then confirm it. If you do not know it, refuse it: whoever reads that address could sign in as you.',
  'addresses.asked-release':
    'If you do not answer, two people can release the change after three days: a steward and someone who is not one.',
  'addresses.asked-open': 'Look and decide',

  'addresses.done-subject': 'Your address has changed',
  'addresses.done-confirmed': 'You now sign in with {new}, no longer with {old}. You confirmed it.',
  'addresses.done-released':
    'You now sign in with {new}, no longer with {old}. Two people released it; the log tells the works council who.',
  'addresses.done-sessions': 'All other sessions and command-line tokens have ended.',
  'addresses.done-passkeys': 'These passkeys still work:\n{list}\nRemove any you do not recognise in the settings.',
  'addresses.done-no-passkeys': 'There are no passkeys in your name.',
  'addresses.done-open': 'Open the settings',
} as const;
