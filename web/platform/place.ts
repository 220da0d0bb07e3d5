/** Below which path this organisation lies: the real one at '/', the sample at '/sample'. */
export const base: '' | '/sample' = /^\/sample(\/|$)/.test(globalThis.location?.pathname ?? '') ? '/sample' : '';
