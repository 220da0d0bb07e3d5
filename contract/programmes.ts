import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { forPerson, forPersonSteadily } from './base.ts';
import { day, done, givenDay, id, personCard } from './common.ts';
import { BODY_MARGIN, IMPORT_LIMIT } from './limits.ts';

/** The ready programmes. */
export const programmeKind = z.enum(['coffee', 'circle', 'lunch', 'walk', 'newcomer', 'learning', 'levels', 'lottery']);
export type ProgrammeKind = z.infer<typeof programmeKind>;
/** When rounds are drawn: on a weekday each week or every second, on its first in the month, or on the month's last day. */
export const cadence = z.enum(['weekly', 'fortnightly', 'monthly-first', 'monthly-last']);
export type Cadence = z.infer<typeof cadence>;
export const rule = z.enum(['across', 'within', 'levels']);
export type Rule = z.infer<typeof rule>;
/** How often a member takes part. */
export const rhythm = z.enum(['every', 'fortnightly', 'monthly', 'quarterly', 'asked']);
export type Rhythm = z.infer<typeof rhythm>;
const audience = z.enum(['unit', 'link', 'everyone']);
export type Audience = z.infer<typeof audience>;
const drawTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const name = z.string().trim().min(1).max(60);
const size = z.number().int().min(2).max(8);
const weekday = z.number().int().min(1).max(7);

/** A blurred count: null reads "a few", else rounded to five. */
const roundedCount = z.number().int().nullable();

/** A hope for the next round; a subject or unit in words. */
const wish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('subject'), text: z.string().trim().min(1).max(80) }),
  z.object({ kind: z.literal('unit'), text: z.string().trim().min(1).max(80) }),
  z.object({ kind: z.literal('levels') }),
  z.object({ kind: z.literal('surprise') }),
]);
export type Wish = z.infer<typeof wish>;

const part = z.enum(['member', 'lead']);

const membership = z.object({
  joinedOn: day,
  rhythm,
  /** "lead" is a buddy for newcomers or a leader of the lottery. */
  part,
  /** Whether I take part in the next round, as things stand. */
  isDue: z.boolean(),
  isSkipping: z.boolean(),
  wish: wish.nullable(),
  /** The round in which I had no place, if it was the last one. */
  unplacedOn: day.nullable(),
});

const programme = z.object({
  id,
  kind: programmeKind,
  name,
  audience,
  unit: z.object({ id, name: z.string() }).nullable(),
  size,
  rule,
  cadence,
  weekday,
  drawTime,
  timezone: z.string(),
  status: z.enum(['running', 'paused', 'ended']),
  /** The next local date on which a round is drawn. */
  nextOn: day.nullable(),
  isHost: z.boolean(),
  membership: membership.nullable(),
});
export type Programme = z.infer<typeof programme>;

/** Two units that meet, by about how many pairs; null is "smaller units" together. */
const bridge = z.object({ a: z.string().nullable(), b: z.string().nullable(), pairs: z.number().int() });
export type Bridge = z.infer<typeof bridge>;

/** What a host reads of a round: blurred, rounded to five, and kept until many others have moved. */
const roundFigures = z.object({
  /** The day from which on these figures have stood. */
  asOf: day,
  people: roundedCount,
  withoutPlace: roundedCount,
  groups: roundedCount,
  sameUnitPairs: roundedCount,
  /** Units of few people are told together; in a small organisation none is spelled out. */
  bridges: z.array(bridge),
});
export type RoundFigures = z.infer<typeof roundFigures>;

/** What is proved: no plan for those who were placed could do with fewer. */
const leastOf = z.object({ repeats: z.number().int(), sameUnitPairs: z.number().int() });

/** How good a round was. Exact minimums only where many were placed and nobody supplied earlier pairs. */
const certificate = roundFigures.extend({ repeats: roundedCount, least: leastOf.nullable() });
export type RoundCertificate = z.infer<typeof certificate>;

const preview = z.object({ size, rule, cadence, figures: roundFigures });
export type RoundPreview = z.infer<typeof preview>;

const round = z.object({
  on: day,
  /** Null where too few were placed. */
  certificate: certificate.nullable(),
  /** Introductions of which somebody said within a week that they met; null until then. */
  met: z.object({ about: roundedCount }).nullable(),
});

const tags = ['programmes'];
const one = z.object({ id });

export const programmes = {
  list: forPerson
    .route({ method: 'GET', path: '/programmes', summary: 'Programmes I am in, host, or may join', tags })
    .output(z.object({ programmes: z.array(programme) })),
  create: forPerson
    .route({ method: 'POST', path: '/programmes', summary: 'Host a programme; for everyone only as a steward', tags })
    .input(
      z.object({
        kind: programmeKind,
        name,
        audience,
        /** Needed where the audience is a unit: my own, or one below it. */
        unitId: id.optional(),
        size,
        rule,
        cadence,
        weekday,
        drawTime,
        /** The first day on which a round may be drawn; today where it is missing. */
        startsOn: givenDay.optional(),
        timezone: z.string().max(64).optional(),
      }),
    )
    .output(programme),
  get: forPerson
    .route({ method: 'GET', path: '/programmes/{id}', summary: 'One programme with its hosts', tags })
    .input(one)
    .output(programme.extend({ hosts: z.array(personCard) })),
  change: forPerson
    .route({ method: 'PATCH', path: '/programmes/{id}', summary: 'Change what I host', tags })
    .input(
      z.object({
        id,
        name: name.optional(),
        size: size.optional(),
        rule: rule.optional(),
        cadence: cadence.optional(),
        weekday: weekday.optional(),
        drawTime: drawTime.optional(),
        timezone: z.string().max(64).optional(),
        status: z.enum(['running', 'paused', 'ended']).optional(),
      }),
    )
    .output(programme),
  link: forPerson
    .route({ method: 'GET', path: '/programmes/{id}/link', summary: 'The link by which people join what I host', tags })
    .input(one)
    .output(z.object({ url: z.string() })),
  renewLink: forPerson
    .route({ method: 'POST', path: '/programmes/{id}/link', summary: 'A new link; the old one ends', tags })
    .input(one)
    .output(z.object({ url: z.string() })),
  byLink: forPersonSteadily
    .route({ method: 'GET', path: '/programme-links/{token}', summary: 'The programme behind a link', tags })
    .input(z.object({ token: z.string().max(200) }))
    .output(programme),
  join: forPerson
    .route({ method: 'POST', path: '/programmes/{id}/membership', summary: 'Join, by invitation, unit or link', tags })
    .input(
      z.object({
        id,
        token: z.string().max(200).optional(),
        rhythm: rhythm.optional(),
        part: part.optional(),
      }),
    )
    .output(programme),
  choose: forPerson
    .route({ method: 'PATCH', path: '/programmes/{id}/membership', summary: 'My rhythm, skip, and wish', tags })
    .input(
      z.object({
        id,
        rhythm: rhythm.optional(),
        part: part.optional(),
        /** Sit the next round out, or not. */
        skip: z.boolean().optional(),
        /** With the rhythm "asked": take part in the next round. */
        takePart: z.boolean().optional(),
        wish: wish.nullable().optional(),
      }),
    )
    .output(programme),
  leave: forPerson
    .route({ method: 'DELETE', path: '/programmes/{id}/membership', summary: 'Leave, at once', tags })
    .input(one)
    .output(done),
  invite: forPerson
    .route({
      method: 'POST',
      path: '/programmes/{id}/invitations',
      summary: 'Invite the audience: one template, at most once a programme and once a month',
      tags,
    })
    .input(one)
    .output(done),
  inviteHost: forPerson
    .route({
      method: 'POST',
      path: '/programmes/{id}/hosts/invitations',
      summary: 'Invite a colleague to host the next one; the answer does not tell whether it was sent',
      tags,
    })
    .input(z.object({ id, personId: id }))
    .output(done),
  importPairs: forPerson
    .meta({ may: 'person', body: IMPORT_LIMIT + BODY_MARGIN })
    .route({
      method: 'POST',
      path: '/programmes/{id}/past-pairs',
      summary: 'Who met in an earlier tool: a,b,date by address or external id',
      tags,
    })
    .input(z.object({ id, text: z.string().max(IMPORT_LIMIT) }))
    .output(
      z.object({
        /** Lines that could be read; whether the directory knows whom they name is not told. */
        read: z.number().int(),
        faults: z.array(z.object({ line: z.number().int(), reason: z.enum(['cells', 'date', 'same']) })),
      }),
    ),
  preview: forPerson
    .route({
      method: 'GET',
      path: '/programmes/{id}/preview',
      summary: 'About what the next round would be: progress first, then the answer',
      tags,
    })
    .input(
      z.object({
        id,
        size: z.coerce.number<number>().int().min(2).max(8).optional(),
        rule: rule.optional(),
        cadence: cadence.optional(),
      }),
    )
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('progress'), done: z.number() }),
          z.object({ kind: z.literal('preview'), preview }),
          z.object({ kind: z.literal('too-few') }),
        ]),
      ),
    ),
  sendNow: forPerson
    .route({
      method: 'POST',
      path: '/programmes/{id}/rounds',
      summary: 'Match and send today; the next date stays',
      tags,
    })
    .input(one)
    .output(z.object({ on: day })),
  host: forPerson
    .route({ method: 'GET', path: '/programmes/{id}/host', summary: 'What I host: counts, never who', tags })
    .input(one)
    .output(
      z.object({
        programme,
        joined: roundedCount,
        /** True below twenty people: then no figures are shown. */
        isSmall: z.boolean(),
        nextStep: z.enum(['invite', 'wait-for-joiners', 'look-at-preview', 'wait-for-answers', 'resume', 'ended']),
        /** Messages of the last round that may or may not have arrived. */
        doubtful: roundedCount,
        rounds: z.array(round),
      }),
    ),
};
