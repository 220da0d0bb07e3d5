import { expect, it } from 'vitest';
import { readFile } from './reading.rules.ts';

const read = (lines: readonly string[]) =>
  readFile(new TextEncoder().encode(lines.join('\r\n')), { today: '2026-11-29' }) ?? expect.fail('no table');

interface Case {
  lines: string[];
  people: Record<string, unknown>[];
  absent?: string[];
}

/** Exports of directories of accounts and of what people work with. */
const SYSTEMS: Record<string, Case> = {
  'sign-in service, with states in capitals': {
    lines: [
      'user.login,user.email,user.firstName,user.lastName,user.displayName,user.manager,user.managerId,user.department,user.employeeNumber,user.title,status',
      'ilse,ilse@x.test,Ilse,Brandt,Ilse Brandt,,,Werk,1,Meisterin,ACTIVE',
      'teo,teo@x.test,Teo,Varga,Teo Varga,Ilse Brandt,1,Werk,2,Tischler,PASSWORD_EXPIRED',
      'mina,mina@x.test,Mina,Sorel,Mina Sorel,Ilse Brandt,1,Werk,3,Tischlerin,DEPROVISIONED',
    ],
    people: [
      { name: 'Ilse Brandt', externalId: '1' },
      { name: 'Teo Varga', manager: '1' },
    ],
    absent: ['3'],
  },
  'accounts that are suspended, activated or not': {
    lines: [
      'username,email,firstname,lastname,department,employeeIdentifier,jobTitle,location,manager,suspended,activated,account_locked',
      'ilse,ilse@x.test,Ilse,Brandt,Werk,E1,Meisterin,Kiel,,FALSE,TRUE,FALSE',
      'teo,teo@x.test,Teo,Varga,Werk,E2,Tischler,Kiel,ilse@x.test,FALSE,TRUE,TRUE',
      'mina,mina@x.test,Mina,Sorel,Werk,E3,Tischlerin,Kiel,ilse@x.test,TRUE,TRUE,FALSE',
    ],
    people: [{ externalId: 'E1' }, { externalId: 'E2', manager: 'ilse@x.test' }],
    absent: ['E3'],
  },
  'managers by distinguished name, two of one name': {
    lines: [
      'DN,cn,sn,givenName,displayName,department,title,manager,mail,sAMAccountName,userPrincipalName,userAccountControl,physicalDeliveryOfficeName,whenCreated',
      '"CN=Brandt\\, Ilse,OU=Nord,DC=x,DC=test","Brandt, Ilse",Brandt,Ilse,"Brandt, Ilse",Werk,Meisterin,,ilse@x.test,ibrandt,ibrandt@x.test,512,Kiel,20190131093000.0Z',
      '"CN=Brandt\\, Ilse,OU=Sued,DC=x,DC=test","Brandt, Ilse",Brandt,Ilse,"Brandt, Ilse",Labor,Chemikerin,,ilse.b@x.test,ibrandt2,ibrandt2@x.test,512,Ulm,20190131093000.0Z',
      '"CN=Varga\\, Teo,OU=Nord,DC=x,DC=test","Varga, Teo",Varga,Teo,"Varga, Teo",Werk,Tischler,"CN=Brandt\\, Ilse,OU=Nord,DC=x,DC=test",,tvarga,tvarga@x.test,66048,Kiel,20190131093000.0Z',
      '"CN=Alt\\, Gerd,OU=Nord,DC=x,DC=test","Alt, Gerd",Alt,Gerd,"Alt, Gerd",Werk,Tischler,,gerd@x.test,galt,galt@x.test,514,Kiel,20190131093000.0Z',
    ],
    people: [
      { name: 'Ilse Brandt', email: 'ilse@x.test', site: 'Kiel', joinedOn: '2019-01-31' },
      { name: 'Ilse Brandt', email: 'ilse.b@x.test' },
      { name: 'Teo Varga', email: 'tvarga@x.test', manager: 'ilse@x.test' },
    ],
    absent: ['gerd@x.test'],
  },
  'a shell that writes its type above': {
    lines: [
      '#TYPE Selected.Microsoft.ActiveDirectory.Management.ADUser',
      '"DistinguishedName","EmailAddress","Enabled","GivenName","Name","SamAccountName","Surname","UserPrincipalName","Manager"',
      '"CN=Ilse Brandt,DC=x","ilse@x.test","True","Ilse","Ilse Brandt","ibrandt","Brandt","ibrandt@x.test",""',
      '"CN=Teo Varga,DC=x","","True","Teo","Teo Varga","tvarga","Varga","tvarga@x.test","CN=Ilse Brandt,DC=x"',
      '"CN=Gerd Alt,DC=x","gerd@x.test","False","Gerd","Gerd Alt","galt","Alt","galt@x.test",""',
    ],
    people: [{ name: 'Ilse Brandt' }, { name: 'Teo Varga', email: 'tvarga@x.test', manager: 'CN=Ilse Brandt,DC=x' }],
    absent: ['gerd@x.test'],
  },
  'entries whose managers are named by uid': {
    lines: [
      'dn,cn,sn,givenName,mail,uid,employeeNumber,ou,title,manager',
      '"uid=ilse,ou=People,dc=x","Ilse Brandt",Brandt,Ilse,ilse@x.test,ilse,1,Werk,Meisterin,',
      '"uid=teo,ou=People,dc=x","Teo Varga",Varga,Teo,teo@x.test|t@x.test,teo,2,Werk,Tischler,"uid=ilse,ou=People,dc=x"',
    ],
    people: [
      { name: 'Ilse Brandt', externalId: '1', unitPath: ['Werk'] },
      { name: 'Teo Varga', email: 'teo@x.test', manager: 'ilse@x.test' },
    ],
  },
  'accounts whose credential is blocked, several proxy addresses': {
    lines: [
      'Block credential,Department,Display name,First name,Last name,Office,Proxy addresses,Title,User principal name,When created',
      'False,Logistics,Oda Lind,Oda,Lind,Malmö,SMTP:oda@x.test+smtp:o.lind@x.test,Planner,oda@x.test,2019-01-31 10:11:12Z',
      'True,Logistics,Gerda Past,Gerda,Past,Malmö,SMTP:gerda@x.test,Clerk,gerda@x.test,2019-01-31 10:11:12Z',
    ],
    people: [{ name: 'Oda Lind', email: 'oda@x.test', site: 'Malmö', title: 'Planner' }],
    absent: ['gerda@x.test'],
  },
  'guests that only their sign-in name tells': {
    lines: [
      'Id,DisplayName,Mail,UserPrincipalName,JobTitle',
      'a1,Oda Lind,oda@x.test,oda@x.test,Planner',
      'a2,Pia Partner,pia@partner.test,pia_partner.test#EXT#@x.test,Consultant',
    ],
    people: [{ name: 'Oda Lind' }],
    absent: ['a2'],
  },
  'members of a chat, with bots, guests and whoever was switched off': {
    lines: [
      'username,email,status,billing-active,has-2fa,userid,fullname,displayname',
      'oda,oda@x.test,Primary Owner,1,1,U1,Oda Lind,',
      'ravi.k,ravi@x.test,Member,1,0,U2,Ravi Kohli,ravi',
      'bot1,bot@x.test,Bot,0,0,U3,Standup Bot,standup',
      'pia,pia@y.test,Single-Channel Guest,0,0,U4,Pia Partner,',
      'gerda,gerda@x.test,Deactivated,0,0,U5,Gerda Past,',
    ],
    people: [
      { name: 'Oda Lind', externalId: 'U1' },
      { name: 'Ravi Kohli', externalId: 'U2' },
    ],
    absent: ['U3', 'U4', 'U5'],
  },
  'members of a team, with their parts in it': {
    lines: [
      '"UserId","User","Name","Role"',
      '"a1","oda@x.test","Oda Lind","owner"',
      '"a2","ravi@x.test","Ravi Kohli","member"',
      '"a3","pia_y.test#EXT#@x.test","Pia Partner","guest"',
    ],
    people: [{ name: 'Oda Lind', email: 'oda@x.test' }, { name: 'Ravi Kohli' }],
    absent: ['a3'],
  },
  'a tracker that calls full names "User name"': {
    lines: [
      'User id,User name,email,User status,Added to org,Last seen in tracker',
      'x-1,Oda Lind,oda@x.test,Active,31 Jan 2019,Never',
      'x-2,Gerda Past,gerda@x.test,Suspended,31 Jan 2019,Never',
    ],
    people: [{ name: 'Oda Lind', externalId: 'x-1', email: 'oda@x.test' }],
    absent: ['x-2'],
  },
  'logins called "User name" beside first and last names': {
    lines: [
      'User name,First name,Last name,Email,State',
      'olind,Oda,Lind,oda@x.test,Skåne',
      'rkohli,Ravi,Kohli,ravi@x.test,Skåne',
    ],
    people: [{ name: 'Oda Lind' }, { name: 'Ravi Kohli' }],
  },
  'a console with secondary addresses and empty columns to upload': {
    lines: [
      'First Name [Required],Last Name [Required],Email Address [Required],Org Unit Path [Required],New Primary Email [UPLOAD ONLY],Recovery Email,Home Secondary Email,Work Secondary Email,Employee ID,Manager Email,New Status [UPLOAD ONLY],Status [READ ONLY]',
      'Ilse,Brandt,ilse@x.test,/,,i@home.test,i2@home.test,ib@x.test,1,,,Active',
      'Teo,Varga,teo@x.test,/Werk,,t@home.test,,,2,ilse@x.test,,Active',
      'Mina,Sorel,mina@x.test,/Werk,,,,,3,ilse@x.test,,Archived',
    ],
    people: [
      { email: 'ilse@x.test', unitPath: [] },
      { email: 'teo@x.test', unitPath: ['Werk'], manager: 'ilse@x.test' },
    ],
    absent: ['3'],
  },
  'managers by an account name that another column holds': {
    lines: [
      'Employee ID,Name,Login,Work Email,Manager Login,Manager Name',
      '1,Ilse Brandt,ibr,ilse@x.test,,',
      '2,Teo Varga,tva,teo@x.test,ibr,I. Brandt',
    ],
    people: [{ name: 'Ilse Brandt' }, { name: 'Teo Varga', manager: 'ilse@x.test' }],
  },
  'statuses and days in words of their own': {
    lines: [
      'Resource Name,Email,Resource Account Status,Date of planned termination,Contract admission (hiring)',
      'Oda Lind,oda@x.test,STATUS_ACTIVE,,31/01/2019',
      'Gerda Past,gerda@x.test,STATUS_ARCHIVED,,31/01/2019',
      'Ida Falk,ida@x.test,STATUS_ACTIVE,31/01/2024,31/01/2019',
    ],
    people: [{ name: 'Oda Lind', joinedOn: '2019-01-31' }],
    absent: ['gerda@x.test', 'ida@x.test'],
  },
  'whether somebody works here, and whether they left': {
    lines: [
      '이름(한글),이메일 주소,부서명,재직여부,퇴사여부',
      '김민준,a@x.test,개발팀,Y,N',
      '이서연,b@x.test,개발팀,N,N',
      '박지우,c@x.test,개발팀,Y,Y',
    ],
    people: [{ name: '김민준', unitPath: ['개발팀'] }],
    absent: ['b@x.test', 'c@x.test'],
  },
  'several managers in one cell': {
    lines: [
      'ID,Name,Email,Manager',
      '1,Ilse Brandt,ilse@x.test,',
      '2,Teo Varga,teo@x.test,Nobody Here; Ilse Brandt',
      '3,Mina Sorel,mina@x.test,"ilse@x.test, teo@x.test"',
    ],
    people: [{}, { manager: 'Nobody Here; Ilse Brandt' }, { manager: 'ilse@x.test, teo@x.test' }],
  },
};

it.each(Object.entries(SYSTEMS))('%s', (_, { lines, people, absent = [] }) => {
  const file = read(lines);
  expect(file.entries).toMatchObject(people);
  expect(file.absent.map(({ externalId, email }) => externalId || email)).toEqual(absent);
});
