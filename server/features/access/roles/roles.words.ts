export const en = {
  'roles.steward-subject': 'Stewards: a role has changed',
  'roles.works-council-subject': 'Works council: a role has changed',
  'roles.open': 'See the roles',

  'roles.steward-given-me': '{by} made you a steward.',
  'roles.steward-given': '{by} made {name} a steward.',
  'roles.steward-can': 'Stewards can import and invite people, and name other stewards.',
  'roles.steward-taken-me': '{by} ended your role as steward.',
  'roles.steward-taken': '{by} ended the role of {name} as steward.',

  'roles.give-role-me': '{by} nominated you for the works council.',
  'roles.give-role': '{by} nominated {name} for the works council.',
  'roles.give-role-confirming':
    'It takes effect once a second person confirms it: someone who had signed in before, and whom {by} did not add, invite or give a role in the last 30 days.',
  'roles.confirm-role-me': '{by} confirmed you for the works council.',
  'roles.confirm-role': '{by} confirmed {name} for the works council.',
  'roles.take-role-me': '{by} withdrew your nomination for the works council.',
  'roles.take-role': '{by} withdrew the nomination of {name} for the works council.',

  'roles.propose-end-me': '{by} proposed to end your role on the works council.',
  'roles.propose-end': '{by} proposed to end the role of {name} on the works council.',
  'roles.propose-end-confirming':
    'It stays until a second person confirms this: someone who had signed in before, and whom {by} did not add, invite or give a role in the last 30 days.',
  'roles.confirm-end-me': '{by} confirmed it: your role on the works council has ended.',
  'roles.confirm-end': '{by} confirmed it: the role of {name} on the works council has ended.',
  'roles.keep-role-me': '{by} withdrew the proposal to end your role on the works council. You keep it.',
  'roles.keep-role': '{by} withdrew the proposal to end the role of {name} on the works council. It stays.',
  'roles.lay-down-role': '{name} stepped down from the works council.',
} as const;
