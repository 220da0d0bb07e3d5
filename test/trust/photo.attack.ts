import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, inject } from 'vitest';
import { attack } from '#test/helpers/attack.ts';
import { appOf, signedIn } from '#test/helpers/http.ts';
import { cameraNotes, jpeg, png, webp } from '#test/helpers/pictures.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
let app: FastifyInstance;
let cookie = '';
let me = '';
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  app = await appOf(world);
  me = await world.addPerson({ name: 'Amara Okafor' });
  cookie = await signedIn(world, 'amara.okafor@example.test');
});
afterAll(async () => {
  await app.close();
  await world.close();
});

const SEGMENTS = [...Array.from({ length: 16 }, (_, app) => (0xe0 + app).toString(16)), 'fe'];
const CHUNKS = 'tEXt zTXt iTXt eXIf tIME iCCP gAMA cHRM sRGB pHYs sPLT hIST prVt acTL fcTL fdAT'.split(' ');
const PARTS = ['EXIF', 'XMP ', 'ICCP', 'ANIM', 'ABCD'];

/** Every place of every format where something can be written beside the pixels. */
function photosWith(mark: Buffer): { place: string; bytes: Buffer<ArrayBuffer> }[] {
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), cameraNotes(6, mark)]);
  const bodies = [
    mark,
    exif,
    ...['JFIF\0', 'Adobe\0', 'MPF\0'].map((name) => Buffer.concat([Buffer.from(name), mark])),
  ];
  return bodies.flatMap((body) => [
    ...SEGMENTS.map((name) => ({ place: `jpeg ${name}`, bytes: jpeg({ [name]: body }) })),
    ...CHUNKS.map((name) => ({ place: `png ${name}`, bytes: png(8, { [name]: body }) })),
    ...PARTS.map((name) => ({ place: `webp ${name}`, bytes: webp({ [name]: body }) })),
    { place: 'jpeg behind', bytes: jpeg({ behind: body }) },
    { place: 'png behind', bytes: png(8, { behind: body }) },
    { place: 'png packed', bytes: png(8, { packed: body }) },
    { place: 'webp behind', bytes: webp({ behind: body }) },
  ]);
}

async function store(bytes: Buffer<ArrayBuffer>): Promise<number> {
  const form = new FormData();
  form.set('file', new File([bytes], 'IMG_2041 Lisbon.jpg'));
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const answer = await app.inject({
    method: 'POST',
    url: '/api/people/me/photo',
    headers: { cookie, 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return answer.statusCode;
}

attack('photo-metadata', async ({ tried, succeeded }) => {
  for (let round = 0; round < 2; round += 1) {
    const mark = randomBytes(16);
    for (const { place, bytes } of photosWith(mark)) {
      tried();
      const status = await store(bytes);
      if (status !== 200) succeeded(`${place} was refused with ${status}`);
      const { rows } = await world.owner.query<{ bytes: Buffer }>('select bytes from photo');
      if (rows[0]?.bytes.includes(mark)) succeeded(`${place} is stored`);
      const shown = await app.inject({ url: `/api/people/${me}/photo`, headers: { cookie } });
      if (shown.rawPayload.includes(mark) || String(shown.headers['content-disposition']).includes('Lisbon'))
        succeeded(`${place} is shown`);
      if (!/sandbox/.test(String(shown.headers['content-security-policy']))) succeeded('it may act as a page');
      if (shown.headers['x-content-type-options'] !== 'nosniff') succeeded('its type is guessed');
    }
  }
  for (const bytes of [png(60_000, {}, 60_000), jpeg({}, 60_000), Buffer.from('<svg onload="alert(1)"/>')]) {
    tried();
    if ((await store(bytes)) < 400) succeeded('a bomb or a page was kept');
  }
});
