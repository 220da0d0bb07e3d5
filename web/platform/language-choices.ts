import type { Language } from '#contract/common.ts';
import { valuesOf } from './values.ts';

const NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** The languages of Loam to choose from, each by its own name. */
export const LANGUAGE_CHOICES = valuesOf<Language>(NAMES).map((value) => ({ value, label: NAMES[value] }));
