import { z } from 'zod';
import { forPerson } from './base.ts';
import { day, done, id, language, line, personCard } from './common.ts';
import { ABOUT_LIMIT, BODY_LIMIT, PHOTO_LIMIT } from './limits.ts';

/** What a person may say of themselves; each is shown to everyone here, or to nobody. */
export const profileField = z.enum([
  'about',
  'talents',
  'passions',
  'askMeAbout',
  'interests',
  'languages',
  'hours',
  'officeDays',
]);
export type ProfileField = z.infer<typeof profileField>;

/** How one person comes to work with another; derived from the directory, never stored. */
const tie = z.enum(['manager', 'report', 'group', 'unit']);
export type Tie = z.infer<typeof tie>;

const words = z.array(line(60).min(1)).max(20);
const hour = z.number().int().min(0).max(24);

const profile = z.object({
  about: z
    .string()
    .trim()
    .max(ABOUT_LIMIT)
    .regex(/^(?:\P{Cc}|\n)*$/u),
  talents: words,
  passions: words,
  askMeAbout: words,
  interests: words,
  /** Language codes such as 'de'; names are turned into codes. */
  languages: words,
  hours: z.object({ from: hour, to: hour }).nullable(),
  /** 1 is Monday. */
  officeDays: z.array(z.number().int().min(1).max(7)).max(7),
});
export type Profile = z.infer<typeof profile>;

const personRow = personCard.extend({
  /** The first words a person chose to show about themselves, or ''. */
  line: z.string(),
});
export type PersonRow = z.infer<typeof personRow>;

const personPage = personCard.extend({
  level: z.string().nullable(),
  /** The clock of their site, which everybody knows; a zone of one's own is not told. */
  siteTimezone: z.string().nullable(),
  joinedOn: day.nullable(),
  /** Has left, and stays in touch. */
  alumni: z.boolean(),
  unitPath: z.array(z.object({ id, name: z.string() })),
  manager: personCard.nullable(),
  worksWith: z.array(z.object({ person: personCard, tie, group: z.string().nullable() })),
  /** Only what this person shows; everything else is absent. */
  shown: profile.partial(),
});
export type PersonPage = z.infer<typeof personPage>;

/** Whose word a name is: guessed from the address, my own, a steward's, or the directory's. */
const nameFrom = z.enum(['address', 'self', 'steward', 'directory']);

const place = z.object({ id, name: z.string() }).nullable();

/** Who and where I am, and what of it is mine to say. */
const whoIAm = z.object({
  name: z.string(),
  nameFrom,
  unit: place,
  site: place,
  /** A directory, or a steward, says the rest. */
  maySay: z.array(z.enum(['name', 'unit', 'site'])),
  /** Whether I may name a unit or a site that is not here yet: so while no directory file was read. */
  mayNamePlaces: z.boolean(),
  /** Who can change what is not mine to say. */
  stewards: z.array(z.string()),
});
export type WhoIAm = z.infer<typeof whoIAm>;

/** A unit or a site that is here, or the name of a new one; null for none. */
const saidPlace = z.union([z.object({ id }), z.object({ name: line(80).min(1) })]).nullable();

const myProfile = profile.extend({
  title: z.string(),
  shows: z.array(profileField),
  photoUrl: z.string().nullable(),
  language: language.nullable(),
  timezone: z.string().nullable(),
  /** The zone that counts while none is chosen: the site's, else the organisation's. */
  usualTimezone: z.string(),
});
export type MyProfile = z.infer<typeof myProfile>;

const unit = z.object({
  id,
  parentId: id.nullable(),
  name: z.string(),
  origin: z.string().nullable(),
  /** People of this unit and of all units below it. */
  people: z.number().int(),
  /** Where they work: those sites first that most of them work at. */
  sites: z.array(z.string()),
});
export type Unit = z.infer<typeof unit>;

const tags = ['people'];

export const people = {
  search: forPerson
    .route({ method: 'GET', path: '/people', summary: 'Search the directory; small typing errors are forgiven', tags })
    .input(
      z.object({
        q: line(120).optional(),
        unitId: id.optional(),
        siteId: id.optional(),
        language: line(40).optional(),
        interest: line(60).optional(),
        level: line(80).optional(),
        cursor: z.string().max(600).optional(),
        limit: z.coerce.number<number>().int().min(1).max(100).default(50),
      }),
    )
    .output(
      z.object({
        people: z.array(personRow),
        /** Exact up to 1,000; `more` says that there are more than that. */
        total: z.number().int(),
        more: z.boolean(),
        nextCursor: z.string().nullable(),
      }),
    ),
  units: forPerson
    .route({ method: 'GET', path: '/units', summary: 'The tree of units, with how many people each holds', tags })
    .output(z.object({ units: z.array(unit), myUnitId: id.nullable() })),
  filters: forPerson
    .route({
      method: 'GET',
      path: '/people/filters',
      summary: 'Sites and levels that the directory can be narrowed to',
      tags,
    })
    .output(z.object({ sites: z.array(z.object({ id, name: z.string() })), levels: z.array(z.string()) })),
  mine: forPerson
    .route({ method: 'GET', path: '/people/me/profile', summary: 'My own profile, shown or not', tags })
    .output(myProfile),
  saveProfile: forPerson
    .route({ method: 'PATCH', path: '/people/me/profile', summary: 'Change my profile and what of it I show', tags })
    .input(profile.extend({ title: line(120), shows: z.array(profileField).max(8) }).partial())
    .output(myProfile),
  saveSettings: forPerson
    .route({
      method: 'PATCH',
      path: '/people/me',
      summary: 'Change my language or time zone; null means the usual one',
      tags,
    })
    .input(z.object({ language: language.nullable().optional(), timezone: line(64).nullable().optional() }))
    .output(myProfile),
  whoIAm: forPerson
    .route({
      method: 'GET',
      path: '/people/me/entry',
      summary: 'Who and where I am, and what of it is mine to say',
      tags,
    })
    .output(whoIAm),
  sayWhoIAm: forPerson
    .route({
      method: 'PATCH',
      path: '/people/me/entry',
      summary: 'Say my name, unit, site and interests, where no directory does; or end the welcome',
      tags,
    })
    .input(
      z.object({
        name: line(120).min(1).optional(),
        unit: saidPlace.optional(),
        site: saidPlace.optional(),
        /** Shown to everyone here. */
        interests: words.optional(),
        isWelcomed: z.literal(true).optional(),
      }),
    )
    .output(whoIAm),
  savePhoto: forPerson
    .meta({ may: 'person', body: PHOTO_LIMIT.bytes + BODY_LIMIT, form: 'files' })
    .route({
      method: 'POST',
      path: '/people/me/photo',
      summary: 'Set my photo: PNG, JPEG or WebP; all metadata is left out',
      tags,
    })
    .input(z.object({ file: z.file() }))
    .output(z.object({ photoUrl: z.string() })),
  removePhoto: forPerson
    .route({ method: 'DELETE', path: '/people/me/photo', summary: 'Be a plant again', tags })
    .output(done),
  photo: forPerson
    .route({
      method: 'GET',
      path: '/people/{id}/photo',
      summary: "A person's photo",
      tags,
      outputStructure: 'detailed',
    })
    .input(z.object({ id, v: id.optional() }))
    .output(z.object({ headers: z.object({ 'cache-control': z.string() }), body: z.file() })),
  get: forPerson
    .route({
      method: 'GET',
      path: '/people/{id}',
      summary: 'One person: what everybody may see, and what they show',
      tags,
    })
    .input(z.object({ id }))
    .output(personPage),
};
