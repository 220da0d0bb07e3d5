import { api, invalidate } from '#web/platform/api.ts';

/** After a hello, an introduction or its time changed: they, and the week that suggests people. */
export const refreshIntroductions = () => invalidate(api.introductions.key(), api.week.key());
