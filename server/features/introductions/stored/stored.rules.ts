/** What somebody who asked may know of the answer: a "not now", and one that never was shown, look like no answer yet. */
export function shownToSender(status: string): string {
  return status === 'not-now' || status === 'resting' ? 'waiting' : status;
}
