import { describe, expect, it } from 'vitest';
import { createManagers, keysNamed, keysOf, managersIn } from './managers.rules.ts';

const ros = keysOf({ externalId: 'Q-7', email: 'ros.hallam@tarnmill.example', name: 'Ros Hallam' });

it.each([
  'Q-7',
  'q-7',
  'ros.hallam@tarnmill.example',
  'Ros.Hallam@Tarnmill.example',
  'Ros Hallam',
  'ROS HALLAM',
  'Hallam, Ros',
  'Hallam, Ros (Q-7)',
  'Somebody Renamed (Q-7)',
  'Ros Hallam [ros.hallam@tarnmill.example]',
  'Ros Hallam <ros.hallam@tarnmill.example>',
  'Ros Hallam (Director)',
  'CN=Ros Hallam,OU=Mill,DC=tarnmill,DC=example',
  'CN=Hallam\\, Ros,OU=Mill,DC=tarnmill,DC=example',
  'cn=Hallam\\2C Ros, ou=Mill',
  'Q-7 - Ros Hallam',
  'Hallam, Ros – Q-7',
])('finds a manager written %j', (text) => {
  expect(keysNamed(text).some((key) => ros.includes(key))).toBe(true);
});

it.each(['', 'Ros', 'Hallam', 'Q-70', 'CN=Ros,OU=Hallam', 'Ros Hallam, Femi Oduya'])('leaves %j unknown', (text) => {
  expect(keysNamed(text).some((key) => ros.includes(key))).toBe(false);
});

it.each([
  ['', []],
  ['Ros', ['Ros']],
  ['Hallam, Ros', ['Hallam, Ros']],
  ['ros@x.example', ['ros@x.example']],
  ['Ros; Femi', ['Ros', 'Femi']],
  ['Ros | Femi\nIda', ['Ros', 'Femi', 'Ida']],
  ['Ros / Femi', ['Ros', 'Femi']],
  ['Ros/Femi', ['Ros/Femi']],
  ['ros@x.example, femi@x.example', ['ros@x.example', 'femi@x.example']],
  ['; Ros ;', ['Ros']],
  ['CN=Ros,OU=Mill;CN=Femi,OU=Mill', ['CN=Ros,OU=Mill', 'CN=Femi,OU=Mill']],
  ['uid=ros,ou=Mill| uid=femi,ou=Mill', ['uid=ros,ou=Mill', 'uid=femi,ou=Mill']],
])('reads the managers in %j', (text, managers) => {
  expect(managersIn(text)).toEqual(managers);
});

it.each([
  ['UID=ros.hallam,OU=Mill', 'id ros.hallam'],
  ['CN=Ros Hallam', 'name ros hallam'],
  ['CN=Q-7\\, Mill,OU=x', 'id q-7, mill'],
  ['mailto:Ros@x.example', 'address ros@x.example'],
  ['SMTP:ros@x.example', 'address ros@x.example'],
  ['Ros Hallam Q7', 'id q7'],
  ['Q7 Ros Hallam', 'id q7'],
  ['Q7 Ros Hallam', 'words hallam ros'],
  ['007', 'number 7'],
  ['Ros (007)', 'number 7'],
  ['Ros | Q-7', 'id q-7'],
  ['Ros Hallam : Q-7', 'id q-7'],
  ['Femi Oduya; Ros Hallam', 'name ros hallam'],
  ['Dr. Ros Hallam', 'name ros hallam'],
])('%j may mean %j', (text, key) => {
  expect(keysNamed(text)).toContain(key);
});

it('the keys of a person are each told once; one word alone stands in no other order', () => {
  expect(keysOf({ externalId: '007', email: 'Ros@X.example', name: 'Dr. Ros Hallam' })).toEqual([
    ...['id 007', 'number 7', 'address ros@x.example', 'name dr ros hallam', 'name ros hallam', 'words hallam ros'],
  ]);
  expect(keysOf({ email: 'ros@x.example', name: 'Ros' })).toEqual(['address ros@x.example', 'name ros']);
  expect(keysOf({ externalId: '', email: 'r@x.example', name: 'Ros' })).toEqual(['address r@x.example', 'name ros']);
  expect(keysNamed('Ros').some((key) => key.startsWith('words'))).toBe(false);
});

describe('who is meant by a manager’s cell', () => {
  const named = (email: string, name: string, cells: string[] = [], names: string[] = []) => ({
    person: { email, name },
    cells,
    names,
  });
  const lines = [
    named('ros@x.example', 'Ros Hallam', ['rhallam', 'Mill'], ['Rosalind Hallam']),
    named('femi@x.example', 'Femi Oduya', ['foduya', 'Mill'], ['Femi O']),
    named('ida@x.example', 'Ida Berg', ['7', 'Yard']),
  ];
  const find = createManagers(lines);

  it('is whoever the cell names, as it stands', () => {
    expect([find(['Ros Hallam']), find(['nobody', 'Femi Oduya'])]).toEqual(['Ros Hallam', 'Femi Oduya']);
    expect([find(['Ros Hallam', 'Femi Oduya']), find(['Ros Hallam'])]).toEqual(['Ros Hallam', 'Ros Hallam']);
  });

  it('is whom another name or a column names alone', () => {
    expect([find(['Rosalind Hallam']), find(['FODUYA']), find(['x; foduya']), find(['yard'])]).toEqual([
      ...['ros@x.example', 'femi@x.example', 'femi@x.example', 'ida@x.example'],
    ]);
  });

  it('is nobody whom two could be, or whom a number or two letters might mean', () => {
    expect([find(['Mill']), find(['7']), find(['xy']), find([])]).toEqual(['Mill', '7', 'xy', undefined]);
    const short = createManagers([named('a@x.example', 'Ana', ['abc']), named('b@x.example', 'Bo', ['ab'])]);
    expect([short(['abc']), short(['ab'])]).toEqual(['a@x.example', 'ab']);
    expect(createManagers([])(['Ros'])).toBe('Ros');
    const twice = createManagers([
      named('a@x.example', 'Ana', ['same', 'same']),
      named('b@x.example', 'Ana', ['x', 'y']),
    ]);
    expect([twice(['same']), twice(['Ana'])]).toEqual(['a@x.example', 'Ana']);
  });
});
