import { afterEach, describe, expect, it } from 'vitest';
import { createSmtpChannel } from '#server/integrations/email/email.ts';
import { sampleEnvelope } from '#server/ports/channel.suite.ts';
import { Refused } from '#server/ports/channel.ts';
import { type Script, startRawSmtp } from '#test/helpers/raw-smtp.ts';
import { verdictOf } from '../queue/queue.rules.ts';

const peers: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(peers.splice(0).map((peer) => peer.close())));

const OFFERS_TLS = '250-raw.example.test\r\n250 STARTTLS';
const OFFERS_AUTH = '250-raw.example.test\r\n250 AUTH PLAIN';

interface Sending {
  user?: string;
  to?: string;
  from?: string;
}

/** What a peer's behaviour comes to: how far it came, why no further, and whose fault that is. */
async function sentTo(script: Script, { to = 'amara@example.test', from = 'loam@example.test', user }: Sending = {}) {
  const peer = await startRawSmtp(script);
  peers.push(peer);
  const account = user ? { user, password: 'sesame' } : {};
  const settings = { host: '127.0.0.1', port: peer.port, secure: false, from, ...account };
  let isHandedOver = false;
  const envelope = sampleEnvelope({
    from: { name: 'Meridian', address: from },
    to: { name: 'Amara', address: to },
    beforeHandover: async () => {
      isHandedOver = true;
    },
  });
  const error = await createSmtpChannel(settings, 'https://loam.example.org')
    .send(envelope)
    .then(
      () => null,
      (failure: unknown) => failure,
    );
  const { stage, reason } = error instanceof Refused ? error : { stage: null, reason: null };
  return {
    heard: peer.heard,
    outcome: [stage, reason, error === null ? 'sent' : verdictOf(error, isHandedOver)],
  };
}

describe('a peer', () => {
  it.each<[string, Script, [string, string, string], Sending?]>([
    ['that does not greet but refuses', { hello: '554 go away' }, ['greeting', 'refused', 'hold']],
    ['that hangs up before it greets', { hello: null }, ['greeting', 'hung-up', 'hold']],
    ['that is no mail server', { hello: 'HTTP/1.1 400 Bad Request' }, ['greeting', 'no-mail-server', 'hold']],
    ['that is busy at the door', { hello: '421 come back later' }, ['greeting', 'busy', 'slow']],
    [
      'that knows no such account',
      { EHLO: OFFERS_AUTH, AUTH: '535 no' },
      ['sign-in', 'sign-in', 'hold'],
      { user: 'x' },
    ],
    [
      'that cannot look it up now',
      { EHLO: OFFERS_AUTH, AUTH: '454 later' },
      ['sign-in', 'busy', 'slow'],
      { user: 'x' },
    ],
    ['that refuses the sender', { MAIL: '550 not you' }, ['sender', 'sender', 'hold']],
    ['that wants a sign-in first', { MAIL: '530 sign in' }, ['sign-in', 'sign-in', 'hold']],
    ['that counts messages at the sender', { MAIL: '432 too fast' }, ['sender', 'busy', 'slow']],
    ['that is short of room at the sender', { MAIL: '452 later' }, ['sender', 'busy', 'slow']],
    ['that hangs up at the sender', { MAIL: null }, ['sender', 'hung-up', 'hold']],
    ['that knows no such receiver', { RCPT: '550 nobody here' }, ['receiver', 'refused', 'bounced']],
    ['that has a grey list', { RCPT: '450 try again' }, ['receiver', 'busy', 'busy']],
    ['whose receiver’s box is full', { RCPT: '452 full' }, ['receiver', 'busy', 'busy']],
    ['that counts messages at the receiver', { RCPT: '421 too many' }, ['receiver', 'busy', 'slow']],
    ['that counts them by a code of its own', { RCPT: '432 too many' }, ['receiver', 'busy', 'slow']],
    ['that does not relay', { RCPT: '554 5.7.1 Relay access denied' }, ['sender', 'relay', 'hold']],
    ['that refuses the message', { '.': '554 spam' }, ['message', 'refused', 'failed']],
    ['that has no room for the message', { '.': '452 full' }, ['message', 'busy', 'busy']],
  ])('%s', async (_, script, expected, sending) => {
    expect((await sentTo(script, sending)).outcome).toEqual(expected);
  });

  it('that hangs up after the last byte may have taken it', async () => {
    expect((await sentTo({ '.': null })).outcome).toEqual([null, null, 'doubtful']);
  });

  it('that takes everything has it, from a name that others can look up', async () => {
    const { heard, outcome } = await sentTo({});
    expect([outcome, heard[0]]).toEqual([[null, null, 'sent'], 'EHLO loam.example.org']);
  });
});

describe('encryption that is offered and fails', () => {
  it.each<[string, Script, [string, string, string]]>([
    ['with words in the open', { STARTTLS: '220 go on\r\n250 hello in the open' }, ['tls', 'tls-failed', 'hold']],
    ['with an end', { STARTTLS: null }, ['tls', 'tls-failed', 'hold']],
    ['with an error', { STARTTLS: '502 not now' }, ['tls', 'tls-none', 'hold']],
    ['with patience', { STARTTLS: '454 not now' }, ['tls', 'busy', 'slow']],
  ])(
    '%s, sends nothing in the open',
    async (_, script, expected) => {
      const { heard, outcome } = await sentTo({ EHLO: OFFERS_TLS, ...script });
      expect(outcome).toEqual(expected);
      expect(heard.filter((line) => line.startsWith('MAIL'))).toEqual([]);
    },
    60_000,
  );
});

describe('letters beyond ASCII before the @', () => {
  const LETTERS = '250-raw.example.test\r\n250 SMTPUTF8';

  it('leave where the server takes them', async () => {
    const { heard, outcome } = await sentTo({ EHLO: LETTERS }, { to: 'jürgen@example.test' });
    expect(outcome[2]).toBe('sent');
    expect(heard.find((line) => line.startsWith('MAIL'))).toMatch(/ SMTPUTF8$/);
  });

  it('concern that address alone elsewhere, and the server is not even asked', async () => {
    const { heard, outcome } = await sentTo({}, { to: 'jürgen@example.test' });
    expect(outcome).toEqual(['receiver', 'letters', 'bounced']);
    expect(heard.filter((line) => /^(MAIL|RCPT)/.test(line))).toEqual([]);
  });

  it('in the sender’s own address concern all mail', async () => {
    const { outcome } = await sentTo({}, { from: 'grüße@example.test' });
    expect(outcome).toEqual(['sender', 'letters', 'hold']);
  });

  it('are none of a domain, which every server takes in ASCII', async () => {
    const { heard, outcome } = await sentTo({}, { to: 'amara@bücher.example' });
    expect(outcome[2]).toBe('sent');
    expect(heard.find((line) => line.startsWith('RCPT'))).toContain('<amara@xn--bcher-kva.example>');
  });
});
