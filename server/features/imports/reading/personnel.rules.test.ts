import { expect, it } from 'vitest';
import { readFile } from './reading.rules.ts';

const read = (lines: readonly string[]) =>
  readFile(new TextEncoder().encode(lines.join('\r\n')), { today: '2026-11-29' }) ?? expect.fail('no table');

interface Case {
  lines: string[];
  people: Record<string, unknown>[];
  absent?: string[];
}

/** Exports of personnel systems, with the names of columns that they give. */
const SYSTEMS: Record<string, Case> = {
  'a report with a title, numbers after names, heads of units in brackets': {
    lines: [
      'All Active Workers,,,,,,,,,',
      'Effective as of,2026-11-01,,,,,,,,',
      'Employee ID,Worker,Email - Primary Work,Supervisory Organization,Location,Manager,Business Title,Management Level,Hire Date,Active Status',
      '21000,Marta Keller (21000),marta@holm.test,Works (Marta Keller),Kiel,,Head,3 Director,2015-04-01,Yes',
      '21001,Jonas Berg (On Leave) (21001),jonas@holm.test,Works (Marta Keller),Kiel,Marta Keller (21000),Fitter,5 Staff,2019-09-16,Yes',
      '21002,Ida Falk (21002),ida@holm.test,Works (Marta Keller),Kiel,Marta Keller (21000),Fitter,5 Staff,2019-09-16,No',
    ],
    people: [
      { name: 'Marta Keller', externalId: '21000', unitPath: ['Works'], title: 'Head', manager: null },
      { name: 'Jonas Berg', unitPath: ['Works'], manager: 'Marta Keller (21000)', joinedOn: '2019-09-16' },
    ],
    absent: ['21002'],
  },
  'legal and preferred names in parts': {
    lines: [
      'Employee ID,Legal Name - First Name,Legal Name - Last Name,Preferred Name - First Name,Preferred Name - Last Name,Email - Primary Work',
      '1,Gregory,Ashdown,Robin,Ashdown-Lee,robin@fen.test',
      '2,Beatriz,Lemos,,,bea@fen.test',
    ],
    people: [{ name: 'Robin Ashdown-Lee' }, { name: 'Beatriz Lemos' }],
  },
  'a technical header with one for people below it': {
    lines: [
      'STATUS,USERID,USERNAME,FIRSTNAME,LASTNAME,MI,EMAIL,MANAGER,HR,DEPARTMENT,DIVISION,LOCATION,TIMEZONE,HIREDATE,TITLE',
      'Status,User Id,Username,First Name,Last Name,Middle Name,Email,Manager,HR Representative,Department,Division,Location,Time Zone,Hire Date,Job Title',
      'active,1,abrandt,Ilse,Brandt,,ilse@x.test,NO_MANAGER,NO_HR,Werk,Nord,Kiel,Europe/Berlin,01/31/2019,Meisterin',
      'inactive,2,tvarga,Teo,Varga,,teo@x.test,1,NO_HR,Werk,Nord,Kiel,Europe/Berlin,01/31/2019,Tischler',
    ],
    people: [
      {
        name: 'Ilse Brandt',
        externalId: '1',
        manager: null,
        unitPath: ['Nord', 'Werk'],
        joinedOn: '2019-01-31',
        timezone: 'Europe/Berlin',
      },
    ],
    absent: ['2'],
  },
  'German, with parental leave and a probation': {
    lines: [
      'Personalnummer;Vorname;Nachname;Bevorzugter Vorname;E-Mail;Status;Abteilung;Team;Büro;Position;Vorgesetzte:r;Einstellungsdatum;Vertragsende',
      '7;Hannelore;Kern;Hanni;hanni@x.test;Aktiv;Labor;Analytik;Ulm;Leiterin;;01.04.2015;',
      '8;Kai;Roth;;kai@x.test;Elternzeit;Labor;Analytik;Ulm;Laborant;Hanni Kern;16.09.2019;',
      '9;Una;Petri;;una@x.test;Inaktiv;Labor;Analytik;Ulm;Laborantin;Hanni Kern;16.09.2019;31.03.2024',
    ],
    people: [
      { name: 'Hanni Kern', unitPath: ['Labor', 'Analytik'], site: 'Ulm', title: 'Leiterin' },
      { name: 'Kai Roth', manager: 'Hanni Kern' },
    ],
    absent: ['9'],
  },
  'the dates people left, past and coming': {
    lines: [
      'PNR;Nachname;Vorname;Eintrittsdatum;Austrittsdatum;Abteilung;E-Mail',
      '1;Abel;Anna;01.04.2015;;Lohn;anna@x.test',
      '2;Beck;Ben;01.04.2015;31.03.2024;Lohn;ben@x.test',
      '3;Cors;Cleo;01.04.2015;31.03.2031;Lohn;cleo@x.test',
      '4;Dorn;Dirk;01.04.2015;31.12.9999;Lohn;dirk@x.test',
    ],
    people: [{ name: 'Anna Abel' }, { name: 'Cleo Cors' }, { name: 'Dirk Dorn' }],
    absent: ['2'],
  },
  'life cycles': {
    lines: [
      'Display name,First name,Last name,Email,Employee ID in company,Department,Site,Reports to,Reports to email,Job title,Start date,Lifecycle status,Termination date',
      'Noa Levi,Noa,Levi,noa@x.test,4,Sales,Haifa,,,VP Sales,03/04/2019,Employed,',
      'Tal Bar,Tal,Bar,tal@x.test,5,Sales,Haifa,Noa Levi,noa@x.test,SDR,13/04/2021,Employed,',
      'Gil Paz,Gil,Paz,gil@x.test,6,Sales,Haifa,Noa Levi,noa@x.test,SDR,13/04/2021,Terminated,01/02/2024',
    ],
    people: [
      { name: 'Noa Levi', externalId: '4', joinedOn: '2019-04-03' },
      { name: 'Tal Bar', manager: 'noa@x.test' },
    ],
    absent: ['6'],
  },
  'payroll names, positions, the main one second': {
    lines: [
      'Associate ID,Payroll Name,Work Contact: Work Email,Home Department Description,Location Description,Reports To Legal Name,Job Title Description,Hire Date,Position Status,Primary Position',
      'A1,"Okafor, Amara",amara@x.test,Water,Lisbon,"Weber, Jonas",Trainer,04/16/2018,Active,No',
      'A1,"Okafor, Amara",amara@x.test,Field,Lisbon,"Weber, Jonas",Engineer,04/16/2018,Active,Yes',
      'A2,"Weber, Jonas",jonas@x.test,Water,Lisbon,,Head,04/16/2018,Active,Yes',
      'A3,"Sousa, Ana",ana@x.test,Water,Lisbon,"Weber, Jonas",Clerk,04/16/2018,Terminated,Yes',
    ],
    people: [
      { name: 'Amara Okafor', externalId: 'A1', title: 'Engineer', unitPath: ['Field'], manager: 'Weber, Jonas' },
      { name: 'Jonas Weber', externalId: 'A2', title: 'Head' },
    ],
    absent: ['A3'],
  },
  'letters for statuses, levels of the organisation': {
    lines: [
      'Employee Number,First Name,Last Name,Preferred First Name,Email Address,Org Level 1,Org Level 2,Supervisor Name,Supervisor Employee Number,Job Description,Employee Status',
      '1,William,Stone,Bill,bill@x.test,West,Ranch,,,Foreman,A',
      '2,Ada,Pike,,ada@x.test,West,Ranch,"Stone, William",1,Rider,L',
      '3,Roy,Dell,,roy@x.test,West,Ranch,"Stone, William",1,Rider,T',
    ],
    people: [
      { name: 'Bill Stone', unitPath: ['West', 'Ranch'], title: 'Foreman' },
      { name: 'Ada Pike', manager: '1' },
    ],
    absent: ['3'],
  },
  'work and private addresses': {
    lines: [
      'Employee,Employee number,Personal email,Work email,Title,Department,Work location,Manager,Start date,Employment status',
      'Ana Sousa,1,ana@home.test,ana@x.test,Lead,Lab,Porto,,2019-01-31,Active',
      'Bo Ek,2,bo@home.test,bo@x.test,Chemist,Lab,Porto,Ana Sousa,2019-01-31,Active',
      'Cy Wu,3,cy@home.test,,Chemist,Lab,Porto,Ana Sousa,2019-01-31,Active',
    ],
    people: [{ email: 'ana@x.test' }, { email: 'bo@x.test', manager: 'Ana Sousa', title: 'Chemist' }],
  },
  'a manager with the number behind, a nickname, a day of leaving': {
    lines: [
      'Employee ID,First Name,Last Name,Nick name,Email ID,Department,Designation,Reporting To,Date of joining,Employee Status,Date of exit',
      'Z1,Priya,Nair,,priya@x.test,Care,Lead,,31-Jan-2019,Active,',
      'Z2,Venkatesh,Iyer,Venky,venky@x.test,Care,Nurse,Priya Nair Z1,31-Jan-2019,Active,',
      'Z3,Arun,Das,,arun@x.test,Care,Nurse,Priya Nair Z1,31-Jan-2019,Resigned,30-Jun-2024',
    ],
    people: [
      { name: 'Priya Nair', title: 'Lead' },
      { name: 'Venky Iyer', manager: 'Priya Nair Z1', joinedOn: '2019-01-31' },
    ],
    absent: ['Z3'],
  },
  'how people are addressed, which is no job': {
    lines: [
      'Employee No,Title,Forename,Surname,Known as,E-mail,Department,Job title,Leaving date',
      '1,Mrs,Margaret,Hale,Maggie,maggie@x.test,Mill,Weaver,',
      '2,Mr,Tom,Hale,,tom@x.test,Mill,Spinner,01/02/2021',
      '3,Dr,Ann,Thorn,,ann@x.test,Mill,Medic,',
    ],
    people: [
      { name: 'Maggie Hale', title: 'Weaver' },
      { name: 'Ann Thorn', title: 'Medic' },
    ],
    absent: ['2'],
  },
  'people of records, names without a blank after the comma': {
    lines: [
      'Empl ID,Empl Record,Name,Business Email,Department,Descr,Supervisor ID,HR Status',
      '0001,0,"Okafor,Amara B",amara@x.test,Water,Engineer,0002,A',
      '0002,0,"Weber,Jonas",jonas@x.test,Water,Head,,A',
      '0003,0,"Sousa,Ana",ana@x.test,Water,Clerk,0002,I',
    ],
    people: [{ name: 'Amara B Okafor', externalId: '0001', manager: '0002' }, { name: 'Jonas Weber' }],
    absent: ['0003'],
  },
  'family names with a particle in its own column': {
    lines: [
      'Medewerker;Roepnaam;Voorvoegsel;Achternaam;E-mail werk;Afdeling;Functie;Leidinggevende;Datum in dienst;Datum uit dienst',
      '1;Sanne;van der;Berg;sanne@x.test;Polder;Ingenieur;;1-3-2019;',
      '2;Daan;;Smit;daan@x.test;Polder;Tekenaar;Sanne van der Berg;15-3-2019;',
      '3;Lotte;de;Wit;lotte@x.test;Polder;Tekenaar;1;15-3-2019;31-5-2023',
    ],
    people: [
      { name: 'Sanne van der Berg', joinedOn: '2019-03-01', title: 'Ingenieur' },
      { name: 'Daan Smit', manager: 'Sanne van der Berg' },
    ],
    absent: ['3'],
  },
  'two family names': {
    lines: [
      'Nombre,Primer apellido,Segundo apellido,Correo electrónico corporativo,Departamento,Puesto,Responsable,Fecha de alta,Fecha de baja',
      'Lucía,García,Ríos,lucia@x.test,Obra,Jefa,,1/3/2019,',
      'Pau,Vidal,,pau@x.test,Obra,Peón,Lucía García Ríos,15/3/2019,',
      'Eva,Mora,Sanz,eva@x.test,Obra,Peón,Lucía García Ríos,15/3/2019,31/12/2020',
    ],
    people: [{ name: 'Lucía García Ríos' }, { name: 'Pau Vidal', manager: 'Lucía García Ríos', title: 'Peón' }],
    absent: ['eva@x.test'],
  },
  'French, family names in capitals and by marriage': {
    lines: [
      "Matricule;Nom de naissance;Nom d'usage;Prénom;Adresse mail professionnelle;Établissement;Service;Emploi;Responsable hiérarchique;Date d'entrée;Date de sortie",
      '1;LEROY;MARTIN;Claire;claire@x.test;Lyon;Paie;Gestionnaire;;01/03/2019;',
      '2;PETIT;;Luc;luc@x.test;Lyon;Paie;Gestionnaire;MARTIN Claire;15/03/2019;',
      '3;ROUX;;Zoé;zoe@x.test;Lyon;Paie;Gestionnaire;MARTIN Claire;15/03/2019;31/01/2022',
    ],
    people: [
      { name: 'Claire MARTIN', site: 'Lyon', unitPath: ['Paie'], title: 'Gestionnaire' },
      { name: 'Luc PETIT', manager: 'MARTIN Claire' },
    ],
    absent: ['3'],
  },
};

it.each(Object.entries(SYSTEMS))('%s', (_, { lines, people, absent = [] }) => {
  const file = read(lines);
  expect(file.entries).toMatchObject(people);
  expect(file.absent.map(({ externalId, email }) => externalId || email)).toEqual(absent);
});
