import { SMTPServer } from 'smtp-server';
import { freePort } from './server.ts';

export interface SmtpSpyOptions {
  /** Refuses this, with a permanent error. */
  refuses?: 'auth' | 'sender';
}

/** An SMTP server that notes every password and every receiver it is told, and takes all mail. */
export async function startSmtpSpy({ refuses }: SmtpSpyOptions = {}) {
  const port = await freePort();
  const passwords: string[] = [];
  const receivers: string[] = [];
  const texts: string[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: true,
    logger: false,
    onAuth({ username, password }, _session, done) {
      passwords.push(`${username}:${password}`);
      if (refuses === 'auth') done(new Error('no'));
      else done(null, { user: username });
    },
    onMailFrom(_address, _session, done) {
      done(refuses === 'sender' ? Object.assign(new Error('no'), { responseCode: 550 }) : null);
    },
    onRcptTo({ address }, _session, done) {
      receivers.push(address);
      done();
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        texts.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((ready) => smtp.listen(port, '127.0.0.1', ready));
  return { port, passwords, receivers, texts, close: () => new Promise<void>((closed) => smtp.close(() => closed())) };
}
