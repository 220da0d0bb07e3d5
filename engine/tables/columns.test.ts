import { describe, expect, it } from 'vitest';
import { columnsWithoutNames, lacksHeader, recognise } from './columns.ts';
import { foldedHeader } from './headers.ts';

describe('recognise', () => {
  it.each([
    [
      [
        'Employee ID',
        'Display Name',
        'Work Email',
        'Business Unit',
        'Department',
        'Team',
        'Work Location',
        'Manager Email',
        'Job Grade',
        'Hire Date',
        'Job Title',
      ],
      ['externalId', 'name', 'email', 'division', 'department', 'team', 'site', 'manager', 'level', 'joined', 'title'],
    ],
    [
      [
        'Personalnummer',
        'Vorname',
        'Nachname',
        'E-Mail',
        'Bereich',
        'Abteilung',
        'Standort',
        'Führungskraft',
        'Eintrittsdatum',
        'Sprachen',
      ],
      [
        'externalId',
        'firstName',
        'lastName',
        'email',
        'division',
        'department',
        'site',
        'manager',
        'joined',
        'languages',
      ],
    ],
    [
      ['userPrincipalName', 'givenName', 'surname', 'officeLocation', 'employeeHireDate', 'jobTitle', 'salary'],
      ['email', 'firstName', 'lastName', 'site', 'joined', 'title', 'leave-out'],
    ],
    [
      ['Name', 'Vorname', 'E-Mail-Adresse', 'Büro', 'Zeitzone', 'Abwesend bis'],
      ['lastName', 'firstName', 'email', 'site', 'timezone', 'awayUntil'],
    ],
  ])('reads %j', (headers, uses) => {
    expect(recognise(headers, [])).toEqual(uses);
  });

  it('takes the manager’s name beside the number, and other fields once', () => {
    expect(recognise(['Manager', 'Manager ID', 'ID', 'Employee ID'], [])).toEqual([
      'manager',
      'manager',
      'leave-out',
      'externalId',
    ]);
  });

  it('finds addresses by what stands in the column', () => {
    expect(
      recognise(
        ['who', 'reach'],
        [
          ['Li', 'li@example.test'],
          ['Ana', ''],
        ],
      ),
    ).toEqual(['leave-out', 'email']);
    expect(
      recognise(
        ['who', 'reach'],
        [
          ['Li', 'li@example.test'],
          ['Ana', 'room 4'],
          ['Bo', 'x'],
        ],
      ),
    ).toEqual(['leave-out', 'leave-out']);
  });
});

it('folds headers of two languages', () => {
  expect(foldedHeader(' E-Mail (geschäftlich) ')).toBe('emailgeschaeftlich');
  expect(foldedHeader('Prénom')).toBe('prenom');
});

it('knows a file without a header', () => {
  expect(lacksHeader(['Li', 'li@example.test'])).toBe(true);
  expect(lacksHeader(['Name', 'E-mail'])).toBe(false);
  expect(columnsWithoutNames(['17', 'Li Wei', 'li@example.test'])).toEqual({
    headers: ['1', '2', '3'],
    uses: ['leave-out', 'name', 'email'],
  });
});
