import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

const ORIGIN = 'http://localhost:4020';
const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 };

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const clientData = (type: string, challenge: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin: ORIGIN, crossOrigin: false }));
const bytes = (data: Buffer): Buffer => Buffer.concat([Buffer.from([0x58, data.length]), data]);

/** A key that answers passkey ceremonies as a device does, with no window in between. */
export class SoftPasskey {
  readonly id = randomBytes(16);
  readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  count = 0;

  #authenticatorData(extra: Buffer = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.count++);
    const flags = FLAGS.present | FLAGS.verified | (extra.length ? FLAGS.attested : 0);
    return Buffer.concat([sha256('localhost'), Buffer.from([flags]), counter, extra]);
  }

  #coseKey(): Buffer {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    // {1: EC2, 3: ES256, -1: P-256, -2: x, -3: y}
    const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]);
    return Buffer.concat([
      head,
      bytes(Buffer.from(x, 'base64url')),
      Buffer.from([0x22]),
      bytes(Buffer.from(y, 'base64url')),
    ]);
  }

  register(challenge: string): object {
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, this.#coseKey()]);
    // {"fmt": "none", "attStmt": {}, "authData": …}
    const head = Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex');
    const response = {
      clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
      attestationObject: Buffer.concat([head, bytes(this.#authenticatorData(attested))]).toString('base64url'),
      transports: ['internal'],
    };
    return this.#credential(response);
  }

  answer(challenge: string): object {
    const data = this.#authenticatorData();
    const said = clientData('webauthn.get', challenge);
    return this.#credential({
      clientDataJSON: said.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, sha256(said)]), this.keys.privateKey).toString('base64url'),
    });
  }

  #credential(response: object): object {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }
}

interface Ceremony {
  app: FastifyInstance;
  options: string;
  verify: string;
  cookie: string;
  respond(challenge: string): object;
}

async function ceremony({ app, options, verify, cookie, respond }: Ceremony) {
  const base = '/api/auth/passkey';
  const asked = await app.inject({
    url: `${base}/${options}`,
    headers: { cookie, origin: ORIGIN, host: 'localhost:4020' },
  });
  if (asked.statusCode !== 200) return asked;
  const carried = [cookie, ...asked.cookies.map(({ name, value }) => `${name}=${value}`)].filter(Boolean).join('; ');
  return app.inject({
    method: 'POST',
    url: `${base}/${verify}`,
    headers: { cookie: carried, origin: ORIGIN, host: 'localhost:4020', 'content-type': 'application/json' },
    payload: { response: respond(asked.json().challenge), name: 'A key' },
  });
}

/** Registers a key for whoever the cookie signs in; the library's answer. */
export const registerPasskey = (app: FastifyInstance, cookie: string, key: SoftPasskey) =>
  ceremony({
    app,
    cookie,
    options: 'generate-register-options',
    verify: 'verify-registration',
    respond: (challenge) => key.register(challenge),
  });

/** Signs in with a key; the library's answer, with the cookies of the session. */
export const usePasskey = (app: FastifyInstance, key: SoftPasskey) =>
  ceremony({
    app,
    cookie: '',
    options: 'generate-authenticate-options',
    verify: 'verify-authentication',
    respond: (challenge) => key.answer(challenge),
  });
