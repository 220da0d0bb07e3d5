import { Readable } from 'node:stream';
import { rootCertificates } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { Refused } from '#server/ports/channel.ts';
import type { MailSettings } from '#server/ports/mail-settings.ts';
import { encryptionOf, type Progress, refusalOf, refuseUnread } from './email.rules.ts';

const CONNECT_WITHIN = 15_000;
const GREET_WITHIN = 10_000;
const ANSWER_WITHIN = 60_000;

interface Delivery {
  settings: MailSettings;
  /** What this server calls itself. */
  name: string | undefined;
  route: { from: string; to: string };
  bytes: Buffer;
  /** Awaited before the last bytes leave. */
  beforeHandover(): Promise<void>;
}

/** One message over a connection of its own; throws `Refused` where it is certain that nothing was taken. */
export async function handOver({ settings, name, route, bytes, beforeHandover }: Delivery): Promise<void> {
  const encryption = encryptionOf(settings);
  const progress: Progress = {
    at: 'connect',
    isSecure: encryption.secure,
    isHandedOver: false,
    speaksAllLetters: false,
  };
  const connection = new SMTPConnection({
    host: settings.host,
    port: settings.port,
    ...encryption,
    ...(name ? { name } : {}),
    ...(settings.ca ? { tls: { ca: [...rootCertificates, settings.ca] } } : {}),
    connectionTimeout: CONNECT_WITHIN,
    greetingTimeout: GREET_WITHIN,
    socketTimeout: ANSWER_WITHIN,
    logger: progressLog(progress),
    transactionLog: true,
  });
  try {
    await new Promise<void>((done, failed) => {
      // A command that failed says more than the end that followed from it.
      connection.once('error', (error) => setImmediate(failed, error));
      connection.once('end', () => setImmediate(failed, new Error('The connection ended.')));
      talk(connection, settings, progress)
        .then(() => refuseUnread(route, progress))
        .then(() => sendBytes(connection, route, held(bytes, beforeHandover, progress)))
        .then(done, failed);
    });
  } catch (error) {
    throw error instanceof Refused ? error : (refusalOf(error, progress) ?? error);
  } finally {
    connection.close();
  }
}

async function talk(connection: SMTPConnection, { user, password }: MailSettings, progress: Progress): Promise<void> {
  await called((then) => connection.connect(then));
  progress.at = 'sign-in';
  if (user && connection.allowsAuth)
    await called((then) => connection.login({ credentials: { user, pass: password ?? '' } }, then));
  progress.at = 'sender';
}

const sendBytes = (connection: SMTPConnection, { from, to }: Delivery['route'], parts: AsyncGenerator<Buffer>) =>
  called((then) => connection.send({ from, to: [to] }, Readable.from(parts), then));

const called = (start: (then: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((done, failed) => start((error) => (error ? failed(error) : done())));

/** All but the last bytes, then a wait until the hand-over is on record. Pulled only once the server takes the message. */
async function* held(bytes: Buffer, beforeHandover: () => Promise<void>, progress: Progress): AsyncGenerator<Buffer> {
  progress.at = 'message';
  const cut = Math.max(0, bytes.length - 64);
  yield bytes.subarray(0, cut);
  await beforeHandover();
  progress.isHandedOver = true;
  yield bytes.subarray(cut);
}

/** Listens to the conversation: a line that breaks says by itself not how far it came. */
function progressLog(progress: Progress) {
  let isSenderNamed = false;
  const said = (line: string): void => {
    if (line === 'STARTTLS') progress.at = 'tls';
    if (line.startsWith('MAIL FROM')) isSenderNamed = true;
    if (!line.startsWith('EHLO')) return;
    if (progress.at === 'tls') progress.at = 'greeting';
    // Answered anew once the line is encrypted.
    progress.speaksAllLetters = false;
  };
  const heard = (line: string): void => {
    if (progress.at === 'connect') progress.at = 'greeting';
    if (/^250[ -]SMTPUTF8\b/im.test(line)) progress.speaksAllLetters = true;
    if (isSenderNamed && progress.at === 'sender' && line.startsWith('2')) progress.at = 'receiver';
  };
  const debug = ({ tnx }: { tnx?: string }, line: string): void => {
    if (tnx === 'client') said(line);
    else if (tnx === 'server') heard(line);
  };
  const quiet = (): void => undefined;
  return { level: quiet, trace: quiet, debug, info: quiet, warn: quiet, error: quiet, fatal: quiet };
}
