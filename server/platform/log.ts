export type LogFields = Record<string, string | number | boolean | undefined>;

/** Structured lines without personal content: ids of requests and codes only. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** One JSON line an event, to standard error, so that standard output stays for people. */
export const jsonLog: Log = {
  info: (event, fields) => write('info', event, fields),
  error: (event, fields) => write('error', event, fields),
};

export const silentLog: Log = { info: () => undefined, error: () => undefined };

function write(level: string, event: string, fields: LogFields = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
}
