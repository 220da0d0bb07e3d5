import { z } from 'zod';

export const id = z.uuid();
export const day = z.iso.date();
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
