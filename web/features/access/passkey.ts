import { base } from '#web/platform/place.ts';

/** What a ceremony answered instead of going well. */
export class PasskeyError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Whether this browser knows passkeys and their JSON forms. */
export const knowsPasskeys = (): boolean =>
  'PublicKeyCredential' in globalThis && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

const fields = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

async function ask<Answer = unknown>(path: string, body?: object): Promise<Answer> {
  const response = await fetch(`${base}/api/auth/passkey/${path}`, {
    method: body ? 'POST' : 'GET',
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new PasskeyError(String(fields(answer).code ?? response.status));
  return answer;
}

function toJSON(credential: Credential | null): object {
  if (!(credential instanceof PublicKeyCredential)) throw new PasskeyError('none');
  return credential.toJSON();
}

/** Signs in with a passkey that this device or a key nearby holds. */
export async function signInWithPasskey(): Promise<void> {
  const options = await ask<PublicKeyCredentialRequestOptionsJSON>('generate-authenticate-options');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  await ask('verify-authentication', { response: toJSON(await navigator.credentials.get({ publicKey })) });
}

/** Adds a passkey for whoever is signed in. */
export async function addPasskey(name: string): Promise<void> {
  const options = await ask<PublicKeyCredentialCreationOptionsJSON>('generate-register-options');
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  await ask('verify-registration', { response: toJSON(await navigator.credentials.create({ publicKey })), name });
}
