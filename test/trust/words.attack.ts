import { afterAll, beforeAll, inject } from 'vitest';
import { renderMail } from '#server/integrations/email/email.render.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { leadsAway, onOneLine } from '#server/platform/plain-text.ts';
import { attack } from '#test/helpers/attack.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
let host: Who;
let receiver: Who;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  host = world.who(await world.addPerson({ name: 'Ana Sousa' }), ['steward']);
  receiver = world.who(await world.addPerson({ name: 'Ben' }));
  await world.owner.query(
    "insert into role_grant (workspace_id, person_id, role, given_by, given_at, confirmed_by) values ($1, $2, 'steward', $2, now(), $2)",
    [world.workspaceId, host.personId],
  );
});
afterAll(() => world.close());

const door = () => world.services.doors.programmes;
const offer = {
  kind: 'coffee',
  audience: 'everyone',
  size: 2,
  rule: 'across',
  cadence: 'weekly',
  weekday: 2,
  drawTime: '09:00',
} as const;
const KINDS = ['programme-invitation', 'host-invitation', 'round-unplaced', 'round-reminder'];
// Words that break lines, turn direction, hide, or lead away.
const MARKS = [
  '\n',
  '\r\n',
  '\u2028',
  '\u202e',
  '\u2067',
  '\u200b',
  '\u200d',
  '\u00ad',
  '\ufeff',
  '\u0000',
  '\u{e0041}',
];
const AWAY = [
  'https://evil.test',
  'www.evil.test',
  'evil.test/now',
  'Go to evil\u200b.test',
  'ceo@evil.test',
  'ｅｖｉｌ．ｔｅｓｔ',
];

const mailOf = (kind: string, id: string) =>
  door().notices[kind]?.compose?.({
    ...receiver,
    kind,
    aboutId: id,
    key: `${kind}:${id}:2026-11-24:${receiver.personId}`,
  });

attack('words-in-mail', async ({ tried, succeeded }) => {
  for (const name of AWAY) {
    tried();
    const made = await door()
      .create(host, { ...offer, name })
      .catch((error: { code?: string }) => error.code);
    if (made !== 'programmes.name-leads-away') succeeded(`a name that leads away: ${name}`);
  }
  for (const fine of ['Coffee across teams', 'Tee & Gespräch, 3.0', 'Lunch at 12.30', 'z.B. Kaffee'])
    if (leadsAway(fine)) succeeded(`a plain name refused: ${fine}`);
  for (const [place, mark] of MARKS.entries()) {
    const { id } = await door().create(host, { ...offer, name: `You are fired${mark}Your boss ${place}` });
    await door().join(receiver, id, {});
    for (const kind of KINDS) {
      const words = kind === 'programme-invitation' ? null : await mailOf(kind, id);
      tried();
      if (!words) continue;
      const said = [words.subject, ...words.lines].filter((text) => text.includes('fired'));
      if (said.some((text) => text.includes(mark) && mark !== '')) succeeded(`a mark in ${kind}`);
      if (said.some((text) => text.indexOf('Ana Sousa') === -1 || text.indexOf('Ana Sousa') > text.indexOf('fired')))
        if (kind !== 'round-reminder') succeeded(`unsigned words in ${kind}`);
    }
    await door().leave(receiver, id);
    const invitation = await mailOf('programme-invitation', id);
    tried();
    if (!invitation?.subject.startsWith('Ana Sousa: “')) succeeded('an unsigned invitation');
  }
  const hidden = await renderMail({
    key: 'k',
    from: { name: 'Loam', address: 'loam@example.test' },
    to: { name: 'Ben', address: 'ben@example.test' },
    message: { subject: `A${MARKS.join('B')}C`, lines: [`A${MARKS.join('B')}C`] },
    language: 'en',
    writtenAt: world.clock.now(),
    footer: [],
    beforeHandover: async () => undefined,
  } as Parameters<typeof renderMail>[0]);
  tried();
  if (hidden.toString().match(/=E2=80=(AE|8B|A8)|\u202e/)) succeeded('a mark in the bytes of a mail');
  if (onOneLine(MARKS.join('')) !== '') succeeded('a mark that stays');
});

attack('blocked-host-writes', async ({ tried, succeeded }) => {
  const { id } = await door().create(host, { ...offer, name: 'Coffee' });
  await world.services.doors.boundaries.block(receiver, host.personId);
  for (const kind of KINDS) {
    tried();
    if (await mailOf(kind, id)) succeeded(kind);
  }
  await world.services.doors.boundaries.unblock(receiver, host.personId);
});

attack('old-links', async ({ tried, succeeded }) => {
  const { introductions, boundaries, delivery } = world.services.doors;
  const wordOf = (kind: 'skip' | 'never-invite', aboutId: string) =>
    introductions
      .pressUrl({ ...receiver, kind, aboutId })
      .split('/')
      .at(-1) ?? '';
  const { id } = await door().create(host, { ...offer, name: 'Walks' });
  await door().join(receiver, id, {});
  world.clock.advance(1000);
  const [skip, never] = [wordOf('skip', id), wordOf('never-invite', id)];
  await introductions.press(skip, 'on');
  await introductions.press(never, 'on');
  world.clock.advance(1000);
  await boundaries.change(receiver, { neverInvite: true });
  await door().choose(receiver, id, { skip: true });
  const later = wordOf('never-invite', id);
  for (const word of [never, later]) {
    tried();
    await introductions.press(word, 'undo');
    if (!(await boundaries.mine(receiver)).neverInvite) succeeded('an old link undid "never invite me"');
  }
  tried(2);
  await introductions.press(skip, 'undo');
  if (!(await door().get(receiver, id)).membership?.isSkipping) succeeded('an old link undid a later skip');
  await door().choose(receiver, id, { skip: false, rhythm: 'every' });
  await introductions.press(skip, 'on');
  if ((await door().get(receiver, id)).membership?.isSkipping)
    succeeded('an old link skipped for somebody who chose anew');
  const { stopToken } = await import('#server/features/delivery/delivery.rules.ts');
  const secret = world.services.context.secrets.derive('stop-mail');
  const stop = (at: string) => stopToken(secret, { ...receiver, at: new Date(at) });
  const [first, second] = [stop('2026-11-20T09:00:00Z'), stop('2026-11-21T09:00:00Z')];
  await delivery.stopByLink(first);
  await delivery.undoByLink(first);
  await delivery.stopByLink(second);
  tried(2);
  if ((await delivery.undoByLink(first)).mail === 'on') succeeded('an old link brought mail back');
  await delivery.choose(receiver, 'off');
  if ((await delivery.undoByLink(second)).mail === 'on') succeeded('a link brought mail back after a choice signed in');
});
