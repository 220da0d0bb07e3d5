import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Who } from '#server/platform/access-guard.ts';
import { appOf } from '#test/helpers/http.ts';
import { compose } from '#test/helpers/moment-of-sending.ts';
import { publishRound } from '#test/helpers/rounds.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
let ana: Who;
let ben: Who;
let id: string;
let token: string;
const DAY = 86_400_000;
beforeEach(async () => {
  world = await createWorld(inject('adminUrl'));
  ana = world.who(await world.addPerson({ name: 'Ana' }));
  ben = world.who(await world.addPerson({ name: 'Ben' }));
  id = (await publishRound(world, [[ana, ben]])).ids[0] ?? '';
  const mail = await compose(world, { ...ana, kind: 'did-you-meet', aboutId: id, key: '' });
  token = /\/press\/([\w-]+)$/.exec(mail?.button?.url ?? '')?.[1] ?? '';
});
afterEach(() => world.close());

const door = () => world.services.doors.introductions;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: { code: string }) => error.code,
  );

describe('the link of "did you meet?"', () => {
  it('changes nothing when it is opened, and names nobody', async () => {
    const app = await appOf(world);
    const answer = await app.inject({ method: 'GET', url: `/api/press/${token}` });
    expect(answer.json()).toEqual({ kind: 'met', state: 'open', mayUndo: false });
    expect((await door().list(ana))[0]).toMatchObject({ myAnswer: null, metOn: null });
    await app.close();
  });

  it('takes one press without signing in, another answer, and both back within seven days', async () => {
    const app = await appOf(world);
    const press = async (answer: string) =>
      (
        await app.inject({
          method: 'POST',
          url: `/api/press/${token}`,
          headers: { 'content-type': 'application/json' },
          payload: JSON.stringify({ answer }),
        })
      ).json();
    expect(await press('met')).toEqual({ kind: 'met', state: 'met', mayUndo: true });
    expect((await door().list(ben))[0]?.metOn).toBe('2026-11-23');
    expect(await press('not-yet')).toMatchObject({ state: 'not-yet' });
    expect((await door().list(ben))[0]?.metOn).toBeNull();
    expect(await press('undo')).toMatchObject({ state: 'open' });
    await press('met');
    world.clock.advance(7 * DAY);
    expect(await press('met')).toEqual({ kind: 'met', state: 'met', mayUndo: false });
    expect(await press('undo')).toMatchObject({ code: 'introductions.ended' });
    expect((await door().list(ben))[0]?.metOn).toBe('2026-11-23');
    await app.close();
  });

  it('opens nothing once it ended, whatever ended it', async () => {
    await door().answer(ben, id, { answer: 'cannot' });
    const ended = { kind: 'met', state: 'closed', mayUndo: false };
    expect(await door().pressState(token)).toEqual(ended);
    expect(await door().press(token, 'met')).toEqual(ended);
  });

  it('is nothing for a word that we did not write, or somebody who is gone', async () => {
    const changed = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const word of ['unknown', '', changed, `${token}A`])
      expect(await codeOf(door().pressState(word))).toBe('not-found');
    await world.owner.query("update person set status = 'alumni' where person_id = $1", [ana.personId]);
    expect(await codeOf(door().pressState(token))).toBe('not-found');
  });

  it('does only what its mail was about', async () => {
    for (const answer of ['on', 'undo'] as const)
      expect(await codeOf(door().press(token, answer))).toBe(answer === 'on' ? 'bad-request' : 'fine');
  });
});

it('the link of an invitation ends all invitations, and brings them back', async () => {
  const url = door().pressUrl({ ...ana, kind: 'never-invite', aboutId: id });
  const word = url.split('/').at(-1) ?? '';
  expect(url).toBe(`http://localhost:4020/press/${word}`);
  expect(await door().pressState(word)).toEqual({ kind: 'never-invite', state: 'open', mayUndo: false });
  expect(await door().press(word, 'on')).toMatchObject({ state: 'on', mayUndo: true });
  expect(await world.services.doors.boundaries.mine(ana)).toMatchObject({ neverInvite: true });
  await door().press(word, 'undo');
  expect(await world.services.doors.boundaries.mine(ana)).toMatchObject({ neverInvite: false });
});
