import type { Delivery } from '#server/features/delivery/delivery.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { People } from '#server/features/people/people.ts';
import type { AppContext } from '#server/platform/app-context.ts';
import type { SignIn } from '#server/platform/sign-in.ts';

/** What access needs from others. */
export interface AccessDeps
  extends Pick<AppContext, 'db' | 'clock' | 'secrets' | 'newId' | 'baseUrl' | 'basePath' | 'sample' | 'logger'> {
  signIn: SignIn;
  /** What the works council reads. */
  log: Pick<LogDoor, 'write' | 'writeAll' | 'writeAs'>;
  delivery: Pick<Delivery, 'tell' | 'fates' | 'sendCode' | 'sendLongCode'>;
  people: Pick<People, 'addNewcomer' | 'noteEntered' | 'nameNewcomer' | 'removeNewcomer'>;
}

/** The same, with what is made once at the start. */
export interface SignInDeps extends AccessDeps {
  /** Strangers' asks use few connections, so that they hold up nobody who is signed in. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}
