import type { ColumnUse, ImportField } from '#contract/imports.ts';

/** Names of columns as files of personnel systems and people spell them, most telling first; folded. */
const NAMES: Record<ImportField, string> = {
  email:
    'email emailaddress mail workemail emailwork primaryworkemail businessemail companyemail primaryemail userprincipalname upn emailadresse mailadresse firmenemail dienstlicheemail emaildienstlich geschaeftlicheemail emailgeschaeftlich emailid username login',
  name: 'name fullname displayname employeename preferredname workername personname legalname anzeigename vollername vollstaendigername mitarbeitername mitarbeiter mitarbeiterin vorundnachname namevorname employee worker',
  firstName: 'firstname givenname preferredfirstname legalfirstname forename vorname rufname',
  lastName: 'lastname surname familyname legallastname nachname familienname zuname sn',
  externalId:
    'externalid employeeid employeenumber employeeno personnelnumber personnelno staffid staffnumber workerid workdayid personid userid objectid personalnummer personalnr persnr pernr mitarbeiternummer mitarbeiternr mitarbeiterid kennung id nr',
  unit: 'unit unitpath orgpath orgunit orgunitpath organisationalunit organizationalunit supervisoryorganization supervisoryorganisation organisationseinheit orgeinheit einheit oe oepfad einheitenpfad organisation organization',
  division: 'division businessunit bereich geschaeftsbereich unternehmensbereich sparte ressort hauptabteilung',
  department: 'department dept departmentname abteilung abteilungsname fachbereich',
  team: 'team teamname subteam squad sachgebiet referat',
  site: 'site location office worklocation officelocation worksite workplace physicaldeliveryofficename standort arbeitsort dienstort buero niederlassung betriebsstaette city stadt ort',
  manager:
    'managerid manageremployeeid manageremployeenumber manageremail managersemail managerworkemail manageremailaddress managerupn manager managername linemanager linemanageremail linemanagerid reportsto reportstoemail reportstoid supervisorid supervisoremail supervisor supervisorname vorgesetzteid vorgesetzterid vorgesetzteemail vorgesetzteremail vorgesetzte vorgesetzter vorgesetzteperson fuehrungskraftemail fuehrungskraftid fuehrungskraft teamleitung',
  level:
    'level joblevel jobgrade grade careerlevel managementlevel seniority band positionlevel stufe karrierestufe karrierelevel ebene hierarchieebene fuehrungsebene entgeltgruppe',
  joined:
    'joined joinedon joindate joiningdate dateofjoining startdate hiredate hiredon dateofhire originalhiredate employmentstartdate employeehiredate entrydate eintritt eintrittsdatum eintrittam datumeintritt startdatum einstellungsdatum beschaeftigtseit dabeiseit',
  title:
    'title jobtitle position positiontitle businesstitle role jobrole jobname stellenbezeichnung positionsbezeichnung berufsbezeichnung taetigkeit stelle funktion rolle titel',
  languages: 'languages language spokenlanguages languageskills sprachen sprache sprachkenntnisse',
  interests: 'interests interest hobbies hobbys interessen',
  groups: 'groups group workinggroups projects memberof gruppen gruppe arbeitsgruppen projekte projekt',
  timezone: 'timezone tz ianatimezone zeitzone',
  awayUntil:
    'awayuntil onleaveuntil leaveuntil absentuntil leaveenddate leaveend returndate abwesendbis abwesenheitbis abwesenheitsende elternzeitbis rueckkehr rueckkehrdatum',
};

const FIELDS = Object.entries(NAMES).map(([field, names]) => ({ field, names: names.split(' ') }));
const isField = (text: string): text is ImportField => text in NAMES;

/** 'E-Mail (geschäftlich)' becomes 'emailgeschaeftlich'. */
export function foldedHeader(header: string): string {
  const spelt: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
  return header
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => spelt[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');
}

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What each column seems to hold, from its name, else (for addresses) from what stands in it. */
export function recognise(headers: readonly string[], sample: readonly (readonly string[])[]): ColumnUse[] {
  const folded = headers.map(foldedHeader);
  const uses: ColumnUse[] = headers.map(() => 'leave-out');
  for (const { field, names } of FIELDS) {
    const at = names.map((name) => folded.indexOf(name)).find((index) => index !== -1 && uses[index] === 'leave-out');
    if (at !== undefined && isField(field)) uses[at] = field;
  }
  // German files say Name beside Vorname and mean the family name.
  const family = uses.indexOf('name');
  if (family !== -1 && uses.includes('firstName') && !uses.includes('lastName')) uses[family] = 'lastName';
  if (!uses.includes('email')) {
    const at = headers.findIndex((_, index) => uses[index] === 'leave-out' && holdsAddresses(sample, index));
    if (at !== -1) uses[at] = 'email';
  }
  return uses;
}

function holdsAddresses(sample: readonly (readonly string[])[], index: number): boolean {
  const filled = sample.map((cells) => cells[index]?.trim() ?? '').filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter((cell) => ADDRESS.test(cell)).length >= filled.length * 0.8;
}

/** Whether the first record is a person already, and no header. */
export function lacksHeader(first: readonly string[]): boolean {
  return first.some((cell) => ADDRESS.test(cell.trim()));
}

/** What a column is called where the file does not say. */
export function columnsWithoutNames(first: readonly string[]): { headers: string[]; uses: ColumnUse[] } {
  const email = first.findIndex((cell) => ADDRESS.test(cell.trim()));
  const name = first.findIndex((cell) => /^[\p{L}\p{M}'’.,\- ]{2,}$/u.test(cell.trim()));
  return {
    headers: first.map((_, index) => String(index + 1)),
    uses: first.map((_, index) => (index === email ? 'email' : index === name ? 'name' : 'leave-out')),
  };
}
