import { SMTPServer } from 'smtp-server';
import { freePort } from './server.ts';

/** How a mail server behaves at the moment; tests change it as it runs. */
export interface Mood {
  /** A reply to MAIL FROM other than yes. */
  sender?: number | undefined;
  /** A reply to RCPT TO other than yes. */
  receiver?: (address: string) => number | undefined;
  /** A reply to the whole message other than yes. */
  message?: number | undefined;
  /** Hangs up in the middle of so many messages. */
  hangsUp?: number;
  /** What it says with a refusal. */
  words?: string;
  /** So many connections at the same time, at most; 421 beyond. */
  connections?: number;
}

/** A real SMTP server whose mood changes. It notes what it took, and how much went on at once. */
export async function startMoodySmtp(mood: Mood = {}, at?: number) {
  const port = at ?? (await freePort());
  const refusal = (code: number) => Object.assign(new Error(mood.words ?? 'no'), { responseCode: code });
  const taken: { to: string; id: string }[] = [];
  const seen = { asked: 0, most: 0, names: [] as string[] };
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    logger: false,
    onConnect(_session, done) {
      seen.most = Math.max(seen.most, smtp.connections.size);
      done(mood.connections !== undefined && smtp.connections.size > mood.connections ? refusal(421) : null);
    },
    onMailFrom(_address, session, done) {
      seen.asked += 1;
      seen.names.push(session.hostNameAppearsAs || '');
      done(mood.sender ? refusal(mood.sender) : null);
    },
    onRcptTo({ address }, _session, done) {
      const code = mood.receiver?.(address);
      done(code ? refusal(code) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (!mood.hangsUp) return;
        mood.hangsUp -= 1;
        for (const connection of smtp.connections) connection._socket.destroy();
      });
      stream.on('end', () => {
        if (mood.message) return done(refusal(mood.message));
        const id = /^message-id:\s*(\S+)/im.exec(Buffer.concat(chunks).toString())?.[1] ?? '';
        for (const { address } of session.envelope.rcptTo) taken.push({ to: address, id });
        done();
      });
    },
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((ready) => smtp.listen(port, '127.0.0.1', ready));
  return { port, mood, taken, seen, close: () => new Promise<void>((closed) => smtp.close(() => closed())) };
}
