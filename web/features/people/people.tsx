import { lazyPart } from '#web/ui/lazy-part.tsx';

export { type NamedPerson, PersonField } from './person-field.tsx';
export { UnitChoice } from './unit-choice.tsx';

/** My face, my words, and what of them I show. */
export const ProfileForm = lazyPart(async () => (await import('./profile-cards.tsx')).ProfileCards);
