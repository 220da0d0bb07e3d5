import { createServer, type Socket } from 'node:net';

/** What a peer answers to a command; null hangs up, undefined says what a friendly server would. */
export type Script = Record<string, string | null | ((socket: Socket) => void)>;

const FRIENDLY: Script = {
  hello: '220 raw.example.test ESMTP',
  EHLO: '250 raw.example.test',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  '.': '250 taken',
  QUIT: '221 bye',
};

/** A mail server line by line, for what no well-behaved library would say. It notes the commands that it was given. */
export async function startRawSmtp(script: Script) {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    const say = (step: string): void => {
      const answer = script[step] === undefined ? FRIENDLY[step] : script[step];
      if (answer === null) socket.destroy();
      else if (typeof answer === 'function') answer(socket);
      else socket.write(`${answer ?? '502 unknown'}\r\n`);
    };
    let [rest, isData] = ['', false];
    socket.on('data', (bytes) => {
      const lines = (rest + bytes.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (isData && line !== '.') continue;
        isData = false;
        const word = line.split(' ')[0]?.toUpperCase() ?? '';
        heard.push(line);
        say(word);
        isData = word === 'DATA' && (script.DATA === undefined || String(script.DATA).startsWith('354'));
      }
    });
    say('hello');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    heard,
    close: () =>
      new Promise<void>((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
      }),
  };
}
