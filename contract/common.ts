import { z } from 'zod';
import { domainOf, emailOf } from './email.ts';

export const id = z.uuid();
export const day = z.iso.date();
/** Days and instants that somebody may name: what lies far out is a slip, and no database counts it. */
export const givenDay = day.refine((text) => text >= '1900-01-01' && text <= '2199-12-31');
export const givenInstant = z.coerce.date().min(new Date('1900-01-01')).max(new Date('2200-01-01'));
export const language = z.enum(['en', 'de']);
export const role = z.enum(['steward', 'works-council']);
export const intention = z.enum(['learn', 'be-understood', 'explore', 'help']);
/** Text on one line, of so many characters at the most. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u);
/** An address, brought into the one form in which addresses are kept. */
export const emailAddress = z
  .string()
  .max(320)
  .overwrite((text) => emailOf(text) ?? text)
  .refine((text) => emailOf(text) === text)
  .meta({ format: 'email' });
/** What stands behind the @ of addresses. */
export const emailDomain = z
  .string()
  .max(253)
  .overwrite((text) => domainOf(text) ?? text)
  .refine((text) => domainOf(text) === text);
export const done = z.object({ done: z.literal(true) });

/** A person as every colleague may always see them. */
export const personCard = z.object({
  id,
  name: z.string(),
  title: z.string(),
  unitName: z.string().nullable(),
  siteName: z.string().nullable(),
  plantSeed: z.string(),
  photoUrl: z.string().nullable(),
});

export type PersonCard = z.infer<typeof personCard>;
export type Language = z.infer<typeof language>;
export type Role = z.infer<typeof role>;
export type Intention = z.infer<typeof intention>;
