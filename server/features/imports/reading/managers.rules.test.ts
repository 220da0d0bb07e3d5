import { expect, it } from 'vitest';
import { keysNamed, keysOf } from './managers.rules.ts';

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
