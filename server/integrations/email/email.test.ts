import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { fakeChannel } from '#server/ports/channel.fake.ts';
import { channelSuite, type Delivered, sampleEnvelope } from '#server/ports/channel.suite.ts';
import { Refused } from '#server/ports/channel.ts';
import { createEmlChannel, createSmtpChannel } from './email.ts';

const folders: string[] = [];
const servers: SMTPServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise<void>((done) => server.close(() => done()))));
});
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

function unquoted(part: string): string {
  const bytes = part
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const header = (raw: string, name: string) =>
  raw
    .split('\r\n\r\n')[0]
    ?.replaceAll(/\r\n[ \t]+/g, ' ')
    .match(new RegExp(`^${name}: (.*)$`, 'im'))?.[1] ?? '';

function readMail(raw: string): Delivered {
  return {
    key: header(raw, 'message-id'),
    to: header(raw, 'to').match(/<(.*)>/)?.[1] ?? '',
    subject: header(raw, 'subject'),
    text: unquoted(raw),
  };
}

interface Received {
  raw: string;
  to: string[];
}

/** A real SMTP server; `answer` may refuse after the whole message was read, or hang up. */
async function openSmtp(answer?: 'refuse' | 'hang-up') {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (answer === 'hang-up') {
          for (const connection of server.connections) connection._socket.destroy();
          return;
        }
        if (answer === 'refuse') return callback(Object.assign(new Error('mailbox full'), { responseCode: 452 }));
        received.push({
          raw: Buffer.concat(chunks).toString('utf8'),
          to: session.envelope.rcptTo.map((to) => to.address),
        });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    channel: createSmtpChannel(
      { host: '127.0.0.1', port, secure: false, from: 'loam@example.test' },
      'http://localhost:4020',
    ),
    received,
  };
}

async function openEml() {
  const folder = await mkdtemp(join(tmpdir(), 'loam-eml-'));
  folders.push(folder);
  const files = async () => (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  return { folder, files, channel: createEmlChannel(folder) };
}

channelSuite('SMTP', async () => {
  const { channel, received } = await openSmtp();
  return { channel, delivered: async () => received.map(({ raw }) => readMail(raw)) };
});

channelSuite('a folder of .eml files', async () => {
  const { channel, folder, files } = await openEml();
  const delivered = async () =>
    Promise.all((await files()).map(async (name) => readMail(await readFile(join(folder, name), 'utf8'))));
  return { channel, delivered };
});

channelSuite('the fake', async () => {
  const { channel, sent } = fakeChannel();
  const delivered = async () =>
    sent.map(({ key, to, message }) => ({
      key,
      to: to.address,
      subject: message.subject,
      text: message.lines.join('\n\n'),
    }));
  return { channel, delivered };
});

describe('a mail', () => {
  it('writes the same file at every try', async () => {
    const { channel, folder, files } = await openEml();
    await channel.send(sampleEnvelope());
    const [name = ''] = await files();
    const first = await readFile(join(folder, name));
    await channel.send(sampleEnvelope());
    expect(await files()).toEqual([name]);
    expect(await readFile(join(folder, name))).toEqual(first);
  });

  it('carries text, a button, the way out by one press, and no remote image', async () => {
    const { channel, received } = await openSmtp();
    const stop = { page: 'https://loam.test/mail/t', oneClick: 'https://loam.test/api/mail/t' };
    const button = { label: 'Answer', url: 'https://loam.test/meet' };
    await channel.send(
      sampleEnvelope({ stop, message: { subject: 'A & B <c>', lines: ['<img src="https://x">'], button } }),
    );
    const raw = unquoted(received[0]?.raw ?? '');
    expect(header(raw, 'list-unsubscribe')).toBe('<https://loam.test/api/mail/t>');
    expect(header(raw, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header(raw, 'content-type')).toContain('multipart/alternative');
    expect(raw).toContain('Answer:\r\nhttps://loam.test/meet');
    expect(raw).toContain('&lt;img src=&quot;https://x&quot;&gt;');
    expect(raw.split('text/html')[1]).not.toMatch(/<img|url\(/);
  });

  it('turns an address of ours at the end of a line into a link, and nobody else’s', async () => {
    const { channel, received } = await openSmtp();
    const ours = 'https://loam.test/never/abcdefghij';
    const lines = [`No more invitations: ${ours}`, 'In their own words: https://evil.test/sign-in'];
    const button = { label: 'Answer', url: 'https://loam.test/meet' };
    await channel.send(sampleEnvelope({ message: { subject: 'x', lines, button } }));
    const [text = '', html = ''] = unquoted(received[0]?.raw ?? '').split('text/html');
    expect(text).toContain(`No more invitations:\r\n${ours}`);
    expect(html).toContain(`href="${ours}"`);
    expect(html).not.toContain(`${ours}<`);
    expect(html).not.toContain('href="https://evil.test');
  });

  it('lets neither a name nor a subject add a header or a receiver', async () => {
    const { channel, received } = await openSmtp();
    const name = 'Eve\r\nBcc: eve@example.test\r\n\r\n<script>, "x" <other@example.test>';
    await channel.send(
      sampleEnvelope({
        to: { name, address: 'amara@example.test' },
        message: { subject: 'Hi\r\nBcc: eve@example.test', lines: [] },
      }),
    );
    expect(received[0]?.to).toEqual(['amara@example.test']);
    expect(received[0]?.raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
  });

  it('refuses an address that could be read as two', async () => {
    const { channel, received } = await openSmtp();
    for (const address of ['a@b.test, c@d.test', 'a@b.test\r\nRCPT TO:<c@d.test>', '<a@b.test>', 'nobody']) {
      await expect(channel.send(sampleEnvelope({ to: { name: 'A', address } }))).rejects.toThrow();
    }
    expect(received).toEqual([]);
  });

  it('adds an invitation file where one is given', async () => {
    const { channel, received } = await openSmtp();
    const calendar = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR';
    await channel.send(sampleEnvelope({ message: { subject: 'Coffee', lines: ['Soon.'], calendar } }));
    expect(received[0]?.raw).toMatch(/text\/calendar/);
  });
});

describe('what went wrong', () => {
  it('is a refusal where the server answered no, even after the last byte', async () => {
    const { channel } = await openSmtp('refuse');
    await expect(channel.send(sampleEnvelope())).rejects.toMatchObject({
      message: 'SMTP 452',
      stage: 'message',
      reason: 'busy',
    });
    await expect(channel.send(sampleEnvelope())).rejects.toBeInstanceOf(Refused);
  });

  it('is not a refusal where the line broke after the last byte', async () => {
    const { channel } = await openSmtp('hang-up');
    const outcome = await channel.send(sampleEnvelope()).then(
      () => 'sent',
      (error: unknown) => error,
    );
    expect(outcome).toBeInstanceOf(Error);
    expect(outcome).not.toBeInstanceOf(Refused);
  });
});
