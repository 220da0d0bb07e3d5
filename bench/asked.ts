/** What a browser asks of the API when a page is opened by its address, as recorded. */
export const asked = {
  home: (): string[] => ['/today'],
  people: (): string[] => ['/me', '/people/filters', '/people?limit=50'],
  search: (query: Record<string, string>): string[] => [`/people?${new URLSearchParams({ ...query, limit: '50' })}`],
  profile: (personId: string): string[] => ['/boundaries', '/hellos', '/me', `/people/${personId}`],
};
