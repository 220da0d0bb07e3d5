const keyOf = (programmeId: string): string => `loam.programme-link.${programmeId}`;

/** Keeps the word of a link on this device, so that leaving can be taken back. */
export const keepLink = (programmeId: string, token: string): void => localStorage.setItem(keyOf(programmeId), token);

/** The link's word by which somebody joined on this device. */
export const keptLink = (programmeId: string): string | undefined =>
  localStorage.getItem(keyOf(programmeId)) ?? undefined;
