interface Case {
  /** Statuses as: nobody, me, other, blocked, steward, works council, leaving, somebody of another organisation, the host of a programme. */
  expect: string;
  path?: Record<string, string>;
  query?: Record<string, string>;
  /** `"$me"` stands for the id of that person. */
  body?: Record<string, unknown>;
}

const ANYONE = '200 200 200 200 200 200 200 200 200';
const PERSON = '401 200 200 200 200 200 403 200 200';
const STEWARD = '401 403 403 403 200 403 403 403 403';
const LEAVING = '401 200 200 200 200 200 200 200 200';
const COUNCIL = '401 403 403 403 403 200 403 403 403';
/** Allowed to ask, but there is no such thing for them. */
const PERSON_404 = '401 404 404 404 404 404 403 404 404';
const STEWARD_404 = '401 403 403 403 404 403 403 403 403';
/** Not in a real organisation. */
const GONE = '404 404 404 404 404 404 404 404 404';
/** Of a programme that only its host, and stewards, may know of. */
const HOSTED = '401 404 404 404 200 404 403 404 200';
const NOTHING = '00000000-0000-4000-8000-000000000000';

/** Every endpoint as every caller; an endpoint that is missing here fails the build. What ends somebody stands last. */
export const MATRIX: Record<string, Case> = {
  'session.me': { expect: ANYONE },
  'session.sendCode': { expect: '200 200 200 200 200 429 429 429 429', body: { email: 'nobody@example.test' } },
  'session.enter': {
    expect: '401 401 401 401 401 401 401 401 401',
    body: { email: 'me@example.test', code: '000000' },
  },
  'session.list': { expect: LEAVING },
  'session.end': { expect: '401 404 404 404 404 404 404 404 404', path: { id: 'unknown' } },
  'session.privateAddress': { expect: PERSON },
  'session.askPrivateAddress': {
    expect: '401 200 200 200 200 200 403 429 429',
    body: { email: 'private@example.test' },
  },
  'session.setPrivateAddress': {
    expect: '401 401 401 401 401 401 403 401 401',
    body: { email: 'private@example.test', code: '000000' },
  },
  'session.forgetPrivateAddress': { expect: PERSON },
  'workspace.setUp': {
    expect: '403 403 403 403 403 403 403 403 403',
    body: {
      code: 'WRONG',
      name: 'X',
      purpose: '',
      timezone: 'UTC',
      language: 'en',
      steward: { name: 'X', email: 'x@example.test' },
    },
  },
  'workspace.get': { expect: PERSON },
  'workspace.change': { expect: STEWARD, body: { purpose: 'Clean water' } },
  'workspace.mail': { expect: STEWARD },
  'workspace.setMail': {
    expect: STEWARD,
    body: { host: '127.0.0.1', port: 1, secure: false, from: 'loam@example.test' },
  },
  'workspace.testMail': { expect: '401 403 403 403 502 403 403 403 403' },
  'workspace.clearMail': { expect: STEWARD },
  'access.invite': { expect: STEWARD, body: { emails: ['new@example.test'] } },
  'access.links': { expect: STEWARD },
  'access.makeLink': { expect: STEWARD, body: { domain: 'example.test' } },
  'access.endLink': { expect: STEWARD_404, path: { id: NOTHING } },
  'access.link': { expect: '410 410 410 410 410 410 410 410 410', path: { token: 'unknown' } },
  'access.join': {
    expect: '410 410 410 410 410 410 410 410 410',
    path: { token: 'unknown' },
    body: { name: 'X', email: 'x@example.test' },
  },
  'access.roles': { expect: PERSON },
  'access.giveRole': { expect: STEWARD_404, body: { personId: '$stranger', role: 'steward' } },
  'access.confirmRole': { expect: PERSON_404, body: { personId: '$other' } },
  'access.takeRole': { expect: STEWARD_404, path: { personId: '@other', role: 'steward' } },
  'access.tokens': { expect: STEWARD },
  'access.makeToken': { expect: STEWARD },
  'access.endToken': { expect: STEWARD_404, path: { id: NOTHING } },
  'access.endTokens': { expect: STEWARD },
  'boundaries.mine': { expect: PERSON },
  'boundaries.blocks': { expect: PERSON },
  'boundaries.block': { expect: '401 200 200 200 200 400 403 404 200', path: { personId: '@council' } },
  'boundaries.unblock': { expect: PERSON, path: { personId: '@council' } },
  'people.search': { expect: PERSON },
  'people.units': { expect: PERSON },
  'people.filters': { expect: PERSON },
  'people.get': { expect: '401 200 200 200 200 200 403 404 200', path: { id: '@me' } },
  'people.photo': { expect: PERSON_404, path: { id: '@me' } },
  'people.mine': { expect: PERSON },
  'people.saveProfile': { expect: PERSON, body: { about: 'I am here.' } },
  'people.saveSettings': { expect: PERSON, body: { language: 'en' } },
  'people.savePhoto': { expect: '401 400 400 400 400 400 403 400 400' },
  'people.removePhoto': { expect: PERSON },
  'week.get': { expect: PERSON },
  'introductions.hellos': { expect: PERSON },
  'introductions.list': { expect: PERSON },
  'introductions.get': { expect: '401 200 200 404 404 404 403 404 404', path: { id: '@introduction' } },
  'introductions.calendar': {
    expect: '401 200 200 404 404 404 403 404 404',
    path: { id: '@introduction' },
    query: { at: '2026-12-01T10:00:00Z' },
  },
  'introductions.again': {
    expect: '401 409 409 404 404 404 403 404 404',
    path: { id: '@introduction' },
    body: { again: true },
  },
  'introductions.next': {
    expect: '401 409 409 404 404 404 403 404 404',
    path: { id: '@introduction' },
    body: { with: 'us' },
  },
  'introductions.setRhythm': {
    expect: '401 409 409 404 404 404 403 404 404',
    path: { id: '@introduction' },
    body: { every: 'monthly' },
  },
  'introductions.endRhythm': { expect: '401 200 200 404 404 404 403 404 404', path: { id: '@introduction' } },
  'introductions.request': { expect: PERSON },
  'introductions.ask': { expect: PERSON },
  'introductions.takeBack': { expect: PERSON },
  'introductions.pressState': { expect: GONE, path: { token: 'unknown' } },
  'introductions.press': { expect: GONE, path: { token: 'unknown' }, body: { answer: 'met' } },
  'introductions.swap': { expect: '401 409 409 404 404 404 403 404 404', path: { id: '@introduction' } },
  'introductions.answer': {
    expect: '401 200 200 404 404 404 403 404 404',
    path: { id: '@introduction' },
    body: { answer: 'not-yet' },
  },
  'introductions.sayHello': { expect: '401 400 409 409 409 200 403 404 200', body: { toId: '$me', phrase: 'curious' } },
  'introductions.answerHello': {
    expect: '401 200 404 404 404 404 403 404 404',
    path: { id: '@hello' },
    body: { answer: 'not-now' },
  },
  'introductions.withdraw': { expect: '401 404 404 404 200 404 403 404 404', path: { id: '@hello' } },
  'programmes.list': { expect: PERSON },
  'programmes.create': {
    expect: '401 200 200 200 200 200 403 200 200',
    body: {
      kind: 'walk',
      name: 'Walk',
      audience: 'link',
      size: 2,
      rule: 'across',
      cadence: 'weekly',
      weekday: 2,
      drawTime: '09:00',
    },
  },
  'programmes.get': { expect: HOSTED, path: { id: '@programme' } },
  'programmes.change': { expect: HOSTED, path: { id: '@programme' }, body: { name: 'Coffee together' } },
  'programmes.link': { expect: HOSTED, path: { id: '@programme' } },
  'programmes.renewLink': { expect: HOSTED, path: { id: '@programme' } },
  'programmes.byLink': { expect: PERSON_404, path: { token: 'unknown' } },
  'programmes.join': { expect: HOSTED, path: { id: '@programme' } },
  'programmes.choose': { expect: HOSTED, path: { id: '@programme' }, body: { skip: true } },
  'programmes.invite': { expect: '401 404 404 404 400 404 403 404 400', path: { id: '@programme' } },
  'programmes.inviteHost': { expect: HOSTED, path: { id: '@programme' }, body: { personId: '$other' } },
  'programmes.importPairs': { expect: HOSTED, path: { id: '@programme' }, body: { text: 'x,y,2026-03-24' } },
  'programmes.preview': { expect: HOSTED, path: { id: '@programme' } },
  'programmes.sendNow': { expect: '401 404 404 404 409 404 403 404 409', path: { id: '@programme' } },
  'programmes.host': { expect: HOSTED, path: { id: '@programme' } },
  'programmes.leave': { expect: HOSTED, path: { id: '@programme' } },
  'boundaries.change': { expect: PERSON, body: { hellos: false } },
  'delivery.openStop': { expect: '302 302 302 302 302 302 302 302 302', path: { token: 'unknown' } },
  'delivery.stop': { expect: '404 404 404 404 404 404 404 404 404', path: { token: 'unknown' } },
  'delivery.stopState': { expect: '404 404 404 404 404 404 404 404 404', path: { token: 'unknown' } },
  'delivery.undoStop': { expect: '404 404 404 404 404 404 404 404 404', path: { token: 'unknown' } },
  'delivery.mine': { expect: PERSON },
  'delivery.choose': { expect: PERSON, body: { mail: 'on' } },
  'delivery.state': { expect: STEWARD },
  'delivery.releaseHeld': { expect: STEWARD },
  'imports.list': { expect: STEWARD },
  'imports.preview': { expect: STEWARD, body: { text: 'name,email\nAna,ana@example.test', complete: false } },
  'imports.template': { expect: STEWARD },
  'imports.get': { expect: STEWARD_404, path: { id: NOTHING } },
  'imports.lines': { expect: STEWARD_404, path: { id: NOTHING }, query: { kind: 'faulty' } },
  'imports.faults': { expect: STEWARD_404, path: { id: NOTHING } },
  'imports.apply': { expect: STEWARD_404, path: { id: NOTHING } },
  'imports.undo': { expect: STEWARD_404, path: { id: NOTHING } },
  'sample.people': { expect: GONE },
  'sample.enter': { expect: GONE, body: { personId: NOTHING } },
  'sample.reset': { expect: GONE },
  'log.read': { expect: COUNCIL },
  'records.promises': { expect: ANYONE },
  'records.aboutMe': { expect: PERSON },
  'records.exportMine': { expect: LEAVING },
  'records.deleteMe': { expect: '401 400 400 400 400 400 403 400 400', body: { confirm: 'somebody else' } },
  'session.signOut': { expect: LEAVING },
};
