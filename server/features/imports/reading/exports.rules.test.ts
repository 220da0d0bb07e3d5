import { describe, expect, it } from 'vitest';
import { readFile } from './reading.rules.ts';

const read = (...lines: string[]) => readFile(new TextEncoder().encode(lines.join('\n'))) ?? expect.fail('no table');
const names = (...lines: string[]) => read(...lines).entries.map(({ name }) => name);
const usesOf = (...lines: string[]) => read(...lines).columns.map(({ use }) => use);

describe('exports of directories', () => {
  it('of an administration console, with decorated headers', () => {
    const file = read(
      'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Org Unit Path [Required],Employee ID,Manager Email,Status [READ ONLY]',
      'Ilse,Brandt,ilse@quellhof.test,****,/Quellhof/Werkstatt,Q-1,,Active',
      'Teo,Varga,teo@quellhof.test,****,/Quellhof/Werkstatt,Q-2,ilse@quellhof.test,Active',
      'Mina,Sorel,mina@quellhof.test,****,/Quellhof/Buero,Q-3,ilse@quellhof.test,Suspended',
    );
    expect(file.entries).toMatchObject([
      { name: 'Ilse Brandt', externalId: 'Q-1', unitPath: ['Quellhof', 'Werkstatt'], manager: null },
      { name: 'Teo Varga', externalId: 'Q-2', manager: 'ilse@quellhof.test' },
    ]);
    expect(file.absent).toEqual([{ externalId: 'Q-3', email: 'mina@quellhof.test' }]);
    expect(file.presence).toEqual([
      { word: 'Status [READ ONLY]: Active', people: 2, isHere: true },
      { word: 'Status [READ ONLY]: Suspended', people: 1, isHere: false },
    ]);
  });

  it('of accounts: the sign-in name where there is no mail, neither disabled ones nor guests', () => {
    const file = read(
      'userPrincipalName,displayName,surname,mail,givenName,id,userType,accountEnabled',
      'oda.lind@nordkai.test,Oda Lind,Lind,oda@nordkai.test,Oda,a1,Member,True',
      'ravi@nordkai.test,Ravi Kohli,Kohli,,Ravi,a2,Member,True',
      'gone@nordkai.test,Gerda Past,Past,gone@nordkai.test,Gerda,a3,Member,False',
      'pia_x#EXT#@nordkai.test,Pia Partner,Partner,pia@x.test,Pia,a4,Guest,True',
    );
    expect(file.entries.map(({ email }) => email)).toEqual(['oda@nordkai.test', 'ravi@nordkai.test']);
    expect(file.absent.map(({ externalId }) => externalId)).toEqual(['a3', 'a4']);
  });

  it('of personnel, with turned names and numbers in "Employee #"', () => {
    const file = read(
      'Employee #,"Last Name, First Name",Work Email,Status,Hire Date,Reporting to',
      '7,"Hallam, Ros",ros@mill.test,Active,2015-04-01,',
      '8,"Oduya, Femi",femi@mill.test,Active,16-Sep-2019,"Hallam, Ros"',
    );
    expect(file.entries).toMatchObject([
      { name: 'Ros Hallam', externalId: '7' },
      { name: 'Femi Oduya', externalId: '8', joinedOn: '2019-09-16', manager: 'Hallam, Ros' },
    ]);
  });

  it('by the name people go by, with the family name; else by the legal one', () => {
    expect(
      names(
        'ID,First Name,Preferred Name,Last Name,Email',
        '1,Gregory,Robin,Ashdown,robin@fen.test',
        '2,Beatriz,,Lemos,b@fen.test',
        '3,Xiaoling,Lily Tang,Tang,lily@fen.test',
        '4,Anna,Mary Ann,Tan,tan@fen.test',
      ),
    ).toEqual(['Robin Ashdown', 'Beatriz Lemos', 'Lily Tang', 'Mary Ann Tan']);
    expect(
      names(
        'Legal First Name,Preferred First Name,Last Name,Full Name,Work Email',
        'Gregory,Robin,Ashdown,Gregory Ashdown,r@fen.test',
        'Beatriz,,Lemos,Beatriz Lemos,b@fen.test',
      ),
    ).toEqual(['Robin Ashdown', 'Beatriz Lemos']);
  });

  it('with titles above the table, and a line below it', () => {
    const file = read(
      'Employee Report',
      'Generated on 2026-11-02,,',
      '',
      'Name,Email,Department',
      'Ana Sousa,ana@x.test,Lab',
      'Bo Ek,bo@x.test,Lab',
      'Total: 2',
    );
    expect(file.entries.map(({ name, line }) => [name, line])).toEqual([
      ['Ana Sousa', 5],
      ['Bo Ek', 6],
    ]);
    expect(file.problems.map(({ line, isLeftOut }) => [line, isLeftOut])).toEqual([[7, true]]);
  });

  it.each([
    ['Nom / Name,E-mail / Courriel', ['name', 'email']],
    ['Name | Nom;Courriel (Email);Service', ['name', 'email', 'department']],
    ['Prénom,Nom de famille,Adresse e-mail,Lieu de travail', ['firstName', 'lastName', 'email', 'site']],
    ['Nombre y apellidos,Correo electrónico,Departamento', ['name', 'email', 'department']],
    ['Nome completo,E-mail corporativo,Setor', ['name', 'email', 'leave-out']],
    ['Imię i nazwisko,Adres e-mail,Dział', ['name', 'email', 'department']],
    ['Namn,E-post,Avdelning', ['name', 'email', 'department']],
    ['Voornaam,Achternaam,Werk-e-mail,Afdeling', ['firstName', 'lastName', 'email', 'department']],
    ['*Name,*E-Mail,Team (optional)', ['name', 'email', 'team']],
  ])('reads the headers %s', (header, uses) => {
    const separator = header.includes(';') ? ';' : ',';
    const cells = ['Ana', 'ana@x.test', 'Lab', 'x'].slice(0, uses.length);
    if (uses[0] === 'firstName') cells.splice(0, 4, 'Ana', 'Sousa', 'ana@x.test', 'Lab');
    expect(usesOf(header, cells.join(separator))).toEqual(uses);
  });

  it('by what stands in the columns where their names say nothing', () => {
    expect(usesOf('a,b,c', 'Ana Sousa,17,ana@x.test', 'Bo Ek,18,bo@x.test')).toEqual(['name', 'leave-out', 'email']);
    expect(usesOf('Employee,Who,Mail', '17,Ana Sousa,ana@x.test', '18,Bo Ek,bo@x.test')).toEqual([
      'leave-out',
      'name',
      'email',
    ]);
  });

  it('takes words for "no longer here" as told', () => {
    const lines = new TextEncoder().encode('Name,Email,Status\nAna,ana@x.test,Active\nBo,bo@x.test,Sabbatical\n');
    expect(readFile(lines)?.entries).toHaveLength(2);
    expect(readFile(lines, { gone: ['Status: Sabbatical'] })?.absent).toEqual([{ externalId: '', email: 'bo@x.test' }]);
    const guests = new TextEncoder().encode('Name,Email,Type\nAna,ana@x.test,Guest\n');
    expect(readFile(guests, { uses: ['name', 'email', 'status'], gone: [] })?.entries).toHaveLength(1);
  });
});

describe('other forms', () => {
  it.each([
    [
      'Japanese',
      '社員番号,氏名,メールアドレス,部署,役職,上司,入社日\n1,高橋 美咲,a@x.test,開発部,課長,,2019年1月31日',
      '高橋 美咲',
    ],
    ['Chinese', '工号,姓名,邮箱,部门,职位,直属上级,入职日期\n1,王伟,a@x.test,研发部,工程师,,2019-01-31', '王伟'],
    ['Korean', '사번,이름,이메일,부서,직급,관리자,입사일\n1,김민준,a@x.test,개발팀,대리,,2019-01-31', '김민준'],
    [
      'Russian',
      'Табельный номер;ФИО;Электронная почта;Отдел;Должность;Руководитель;Дата приёма\n1;Ветрова Ольга;a@x.test;Цех;Инженер;;31.01.2019',
      'Ветрова Ольга',
    ],
    [
      'Turkish',
      'Sicil No;Ad;Soyad;E-posta;Departman;Unvan;Yönetici;İşe Giriş Tarihi\n1;Şule;Yıldız;a@x.test;Satış;Uzman;;31.01.2019',
      'Şule Yıldız',
    ],
    [
      'French, for a spreadsheet',
      'sep=;\nMatricule;Nom;Prénom;Adresse électronique;Service;Fonction;Responsable;Date d’entrée;;\n1;Brandt;Ilse;a@x.test;Atelier;Chef;;31/01/2019;;',
      'Ilse Brandt',
    ],
    [
      'Okta',
      'user.employeeNumber,user.firstName,user.lastName,user.login,user.department,user.title,user.manager,user.startDate\n1,Ilse,Brandt,a@x.test,Werk,Meisterin,,2019-01-31',
      'Ilse Brandt',
    ],
    [
      'SuccessFactors, with two header lines',
      'USERID,FIRSTNAME,LASTNAME,EMAIL,MANAGER,DEPARTMENT,TITLE,HIREDATE\nUSERID,FIRSTNAME,LASTNAME,EMAIL,MANAGER,DEPARTMENT,TITLE,HIREDATE\n1,Ilse,Brandt,a@x.test,NO_MANAGER,Werk,Meisterin,01/31/2019',
      'Ilse Brandt',
    ],
  ])('%s', (_, text, name) => {
    const file = read(...text.split('\n'));
    expect(file.problems).toEqual([]);
    expect(file.entries).toMatchObject([
      {
        name,
        email: 'a@x.test',
        externalId: '1',
        unitPath: [expect.any(String)],
        manager: null,
        joinedOn: '2019-01-31',
      },
    ]);
  });

  it('with marks that are not seen, typographic quotes, several addresses, a footer', () => {
    const file = read(
      '\u200bName\u00a0,E\u2011Mail,Tel.,,',
      '“Ilse Brandt”,mailto:ilse@x.test,+49 1,,',
      'Teo Varga,teo@x.test; t@x.test,,,',
      'Generated on 2 November,,,,',
    );
    expect(file.entries.map(({ name, email }) => [name, email])).toEqual([
      ['Ilse Brandt', 'ilse@x.test'],
      ['Teo Varga', 'teo@x.test'],
    ]);
    expect(file.problems.map(({ reason }) => reason)).toEqual(['email-several', 'email-missing']);
  });

  it('asks which day dates mean that nothing decides, and reads them as told', () => {
    const lines = ['Name,Email,Start date', 'Ana,ana@x.test,03/04/2021', 'Bo,bo@x.test,'];
    expect(read(...lines).dates).toEqual({
      used: 'day-first',
      isChosen: false,
      samples: [{ text: '03/04/2021', dayFirst: '2021-04-03', monthFirst: '2021-03-04' }],
    });
    const told = readFile(new TextEncoder().encode(lines.join('\n')), { dateOrder: 'month-first' });
    expect(told?.entries[0]?.joinedOn).toBe('2021-03-04');
    expect(read(...lines.slice(0, 2), 'Bo,bo@x.test,25/12/2020').dates).toBeNull();
  });
});
