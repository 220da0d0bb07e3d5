import { SMTPServer } from 'smtp-server';
import { freePort } from './server.ts';

export interface Mail {
  to: string;
  messageId: string;
  text: string;
}

/** A real SMTP server that keeps what it takes, and refuses some addresses for good. */
export async function startMailbox(refused: readonly string[] = []) {
  const port = await freePort();
  const mails: Mail[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      done(refused.includes(address) ? Object.assign(new Error('no such person'), { responseCode: 550 }) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const messageId = /^message-id:\s*(\S+)/im.exec(text)?.[1] ?? '';
        for (const { address } of session.envelope.rcptTo) mails.push({ to: address, messageId, text });
        done();
      });
    },
  });
  // A client that dies in the middle of a message is part of what is tried.
  smtp.on('error', () => undefined);
  await new Promise<void>((ready) => smtp.listen(port, '127.0.0.1', ready));
  return {
    port,
    mails,
    close: () => new Promise<void>((closed) => smtp.close(() => closed())),
  };
}

export type Mailbox = Awaited<ReturnType<typeof startMailbox>>;
