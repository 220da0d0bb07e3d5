export const en = {
  'roles.subject-steward': 'Stewards: a role has changed',
  'roles.subject-works-council': 'Works council: a role has changed',
  'roles.open': 'See the roles',

  'roles.to-me-steward-given': '{by} made you a steward.',
  'roles.to-others-steward-given': '{by} made {name} a steward.',
  'roles.stewards-can': 'Stewards can import and invite people, and name other stewards.',
  'roles.to-me-steward-taken': '{by} ended your role as steward.',
  'roles.to-others-steward-taken': '{by} ended the role of {name} as steward.',

  'roles.to-me-give-role': '{by} nominated you for the works council.',
  'roles.to-others-give-role': '{by} nominated {name} for the works council.',
  'roles.confirming-give-role':
    'It takes effect once a second person confirms it: someone who had signed in before, and whom {by} did not add, invite or give a role in the last 30 days.',
  'roles.to-me-confirm-role': '{by} confirmed you for the works council.',
  'roles.to-others-confirm-role': '{by} confirmed {name} for the works council.',
  'roles.to-me-take-role': '{by} withdrew your nomination for the works council.',
  'roles.to-others-take-role': '{by} withdrew the nomination of {name} for the works council.',

  'roles.to-me-propose-end': '{by} proposed to end your role on the works council.',
  'roles.to-others-propose-end': '{by} proposed to end the role of {name} on the works council.',
  'roles.confirming-propose-end':
    'It stays until a second person confirms this: someone who had signed in before, and whom {by} did not add, invite or give a role in the last 30 days.',
  'roles.to-me-confirm-end': '{by} confirmed it: your role on the works council has ended.',
  'roles.to-others-confirm-end': '{by} confirmed it: the role of {name} on the works council has ended.',
  'roles.to-me-keep-role': '{by} withdrew the proposal to end your role on the works council. You keep it.',
  'roles.to-others-keep-role': '{by} withdrew the proposal to end the role of {name} on the works council. It stays.',
  'roles.stepped-down': '{name} stepped down from the works council.',
} as const;
