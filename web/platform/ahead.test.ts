import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenQuiet } from './ahead.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('loads ahead once the page has settled, and not where data is saved or the page is gone', () => {
  const load = vi.fn();
  vi.stubGlobal('navigator', {});
  const callOff = whenQuiet(load);
  expect(load).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(load).toHaveBeenCalledTimes(1);
  callOff();

  whenQuiet(load)();
  vi.stubGlobal('navigator', { connection: { saveData: true } });
  whenQuiet(load);
  vi.runAllTimers();
  expect(load).toHaveBeenCalledTimes(1);

  vi.stubGlobal('navigator', { connection: { saveData: false } });
  whenQuiet(load);
  vi.runAllTimers();
  expect(load).toHaveBeenCalledTimes(2);
});

it('waits four seconds, then until the browser has nothing to do', () => {
  const [load, idle] = [vi.fn(), vi.fn()];
  vi.stubGlobal('navigator', { connection: null });
  vi.stubGlobal('window', { requestIdleCallback: idle });
  vi.stubGlobal('requestIdleCallback', idle);
  whenQuiet(load);
  vi.advanceTimersByTime(3999);
  expect(idle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(idle).toHaveBeenCalledTimes(1);
  expect(load).not.toHaveBeenCalled();
  idle.mock.calls[0]?.[0]();
  expect(load).toHaveBeenCalledTimes(1);
});
