import { api, invalidate } from '#web/platform/api.ts';

/** After a file was taken in or undone: whatever tells of people, their units and their addresses. */
export const refreshDirectory = () =>
  invalidate(
    ...[api.imports.key(), api.people.key(), api.access.key(), api.addresses.key(), api.workspace.key()],
    ...[api.session.key(), api.week.key(), api.introductions.key(), api.programmes.key()],
  );
