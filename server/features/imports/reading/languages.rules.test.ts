import { expect, it } from 'vitest';
import type { FileEncoding } from '#contract/imports.ts';
import { bytesOf } from '#test/helpers/code-pages.ts';
import { readFile } from './reading.rules.ts';

const LANGUAGES: [language: string, header: string, rows: string[], name: string][] = [
  [
    'English',
    'Staff No.\tFull Name\tE-mail Address\tDept.\tJob Title\tOffice Location\tLine Manager\tStart Date\tEmployment Status',
    [
      '1\tAmy Stone\ta@x.test\tLab\tHead\tLeeds\t\t31/01/2019\tCurrent',
      '2\tBo Ek\tb@x.test\tLab\tAide\tLeeds\tAmy Stone\t31/01/2019\tLeaver',
    ],
    'Amy Stone',
  ],
  [
    'German',
    'Pers.-Nr.;Nachname, Vorname;Dienstl. E-Mail;Org.-Einheit;Funktion;Dienstort;Vorgesetzter;Eintritt;Beschäftigungsstatus',
    [
      '1;Weiß, Anna;a@x.test;Labor;Leiterin;Ulm;;31.01.2019;aktiv',
      '2;Roth, Ben;b@x.test;Labor;Hilfe;Ulm;Weiß, Anna;31.01.2019;ausgeschieden',
    ],
    'Anna Weiß',
  ],
  [
    'French',
    'Matricule;Prénom usuel;Nom;Courriel professionnel;Direction;Intitulé de poste;Lieu d’affectation;N+1;Date d’embauche;Statut du compte',
    [
      '1;Zoé;Lefèvre;a@x.test;Labo;Cheffe;Lyon;;31/01/2019;Actif',
      '2;Luc;Petit;b@x.test;Labo;Aide;Lyon;Zoé Lefèvre;31/01/2019;Désactivé',
    ],
    'Zoé Lefèvre',
  ],
  [
    'Spanish',
    'N.º de empleado;Nombre;Apellidos;Correo electrónico;Departamento;Cargo;Centro de trabajo;Jefe directo;Fecha de ingreso;Estado',
    [
      '1;Íñigo;Núñez Peña;a@x.test;Obra;Jefe;León;;31/01/2019;Activo',
      '2;Eva;Mora;b@x.test;Obra;Ayudante;León;Íñigo Núñez Peña;31/01/2019;De baja',
    ],
    'Íñigo Núñez Peña',
  ],
  [
    'Portuguese',
    'Matrícula;Nome completo;E-mail corporativo;Área;Cargo;Unidade física;Gestor direto;Data de admissão;Situação',
    [
      '1;João Conceição;a@x.test;Obra;Chefe;Faro;;31/01/2019;Ativo',
      '2;Eva Mora;b@x.test;Obra;Ajudante;Faro;João Conceição;31/01/2019;Desligado',
    ],
    'João Conceição',
  ],
  [
    'Italian',
    'Matricola;Cognome;Nome;Indirizzo e-mail;Reparto;Mansione;Sede;Responsabile diretto;Data di assunzione;Stato',
    [
      '1;Rossi;Niccolò;a@x.test;Officina;Capo;Bari;;31/01/2019;Attivo',
      '2;Neri;Eva;b@x.test;Officina;Aiuto;Bari;Niccolò Rossi;31/01/2019;Cessato',
    ],
    'Niccolò Rossi',
  ],
  [
    'Dutch',
    'Personeelsnummer;Roepnaam;Tussenvoegsel;Achternaam;Zakelijke e-mail;Afdeling;Functietitel;Werklocatie;Leidinggevende;In dienst sinds;Status',
    [
      '1;Noor;de;Wit;a@x.test;Lab;Hoofd;Delft;;31-01-2019;Actief',
      '2;Daan;;Smit;b@x.test;Lab;Hulp;Delft;Noor de Wit;31-01-2019;Uit dienst',
    ],
    'Noor de Wit',
  ],
  [
    'Polish',
    'Nr pracownika;Imię;Nazwisko;Adres e-mail służbowy;Dział;Stanowisko;Miejsce pracy;Bezpośredni przełożony;Data zatrudnienia;Status',
    [
      '1;Łucja;Wójcik;a@x.test;Księgowość;Szefowa;Łódź;;31.01.2019;Aktywny',
      '2;Jan;Nowak;b@x.test;Księgowość;Pomoc;Łódź;Łucja Wójcik;31.01.2019;Zwolniony',
    ],
    'Łucja Wójcik',
  ],
  [
    'Czech',
    'Osobní číslo;Jméno;Příjmení;Pracovní e-mail;Oddělení;Pracovní pozice;Pracoviště;Nadřízený;Datum nástupu;Stav',
    [
      '1;Zdeněk;Dvořák;a@x.test;Výroba;Vedoucí;Brno;;31. 1. 2019;Aktivní',
      '2;Jan;Novák;b@x.test;Výroba;Pomoc;Brno;Zdeněk Dvořák;31. 1. 2019;Neaktivní',
    ],
    'Zdeněk Dvořák',
  ],
  [
    'Turkish',
    'Sicil No;Adı Soyadı;Kurumsal E-posta;Departman;Ünvanı;Lokasyon;Yöneticisi;İşe Giriş Tarihi;Durum',
    [
      '1;Şule Yıldız;a@x.test;Satış;Uzman;İzmir;;31.01.2019;Aktif',
      '2;Can Işık;b@x.test;Satış;Stajyer;İzmir;Şule Yıldız;31.01.2019;Ayrıldı',
    ],
    'Şule Yıldız',
  ],
  [
    'Swedish',
    'Anställningsnummer;Förnamn;Efternamn;E-postadress;Avdelning;Befattning;Arbetsplats;Närmaste chef;Anställningsdatum;Status',
    [
      '1;Åsa;Öberg;a@x.test;Verkstad;Chef;Luleå;;2019-01-31;Aktiv',
      '2;Bo;Ek;b@x.test;Verkstad;Hjälp;Luleå;Åsa Öberg;2019-01-31;Avslutad',
    ],
    'Åsa Öberg',
  ],
  [
    'Norwegian',
    'Ansattnummer;Fornavn;Etternavn;E-post (jobb);Avdeling;Stillingstittel;Arbeidssted;Nærmeste leder;Ansatt dato;Status',
    [
      '1;Bjørn;Åsen;a@x.test;Verksted;Sjef;Bodø;;31.01.2019;Aktiv',
      '2;Liv;Moe;b@x.test;Verksted;Hjelp;Bodø;Bjørn Åsen;31.01.2019;Sluttet',
    ],
    'Bjørn Åsen',
  ],
  [
    'Hungarian',
    'Törzsszám;Vezetéknév;Keresztnév;E-mail cím;Osztály;Munkakör;Telephely;Felettes;Belépés dátuma;Állapot',
    [
      '1;Gergő;István;a@x.test;Főkönyv;Vezető;Győr;;2019. 01. 31.;aktív',
      '2;Kis;Éva;b@x.test;Főkönyv;Segéd;Győr;Gergő István;2019. 01. 31.;inaktív',
    ],
    'István Gergő',
  ],
  [
    'Japanese',
    '社員番号,姓,名,メールアドレス（会社）,所属部署,役職名,勤務地,直属上司,入社年月日,在籍状況',
    [
      '1,髙橋,美咲,a@x.test,開発部,課長,大阪,,2019年1月31日,在籍中',
      '2,佐藤,健,b@x.test,開発部,主任,大阪,髙橋 美咲,2019/1/31,退職済',
    ],
    '髙橋 美咲',
  ],
  [
    'Chinese',
    '工号,姓名,工作邮箱,所在部门,岗位名称,工作地点,直属上级,入职日期,员工状态',
    ['1,王伟,a@x.test,研发部,经理,上海,,2019-01-31,在职', '2,李娜,b@x.test,研发部,工程师,上海,王伟,2019-01-31,已离职'],
    '王伟',
  ],
  [
    'Chinese, in two columns',
    '员工编号,姓,名,邮箱(必填),部门,职务,办公地点,直属主管,入职时间,状态',
    ['1,王,伟,a@x.test,研发部,经理,上海,,2019/1/31,正常', '2,李,娜,b@x.test,研发部,工程师,上海,王伟,2019/1/31,停用'],
    '王伟',
  ],
  [
    'Korean',
    '사원번호,성,이름,회사이메일,소속부서,직책,근무지,직속상사,입사일자,재직상태',
    [
      '1,김,민준,a@x.test,개발팀,팀장,부산,,2019. 1. 31.,재직',
      '2,이,서연,b@x.test,개발팀,사원,부산,김민준,2019-01-31,퇴사',
    ],
    '김민준',
  ],
  [
    'Russian',
    'Табельный номер;Фамилия;Имя;Отчество;Рабочая почта;Подразделение;Должность;Место работы;Непосредственный руководитель;Дата приёма на работу;Статус сотрудника',
    [
      '1;Ветрова;Ольга;Ивановна;a@x.test;Цех;Мастер;Тула;;31.01.2019;Работает',
      '2;Белов;Иван;Петрович;b@x.test;Цех;Токарь;Тула;Ветрова Ольга Ивановна;31.01.2019;Уволен',
    ],
    'Ольга Ветрова',
  ],
  [
    'Arabic',
    'الرقم الوظيفي,الاسم الكامل,البريد الإلكتروني,القسم,المسمى الوظيفي,الموقع,المدير المباشر,تاريخ التعيين,الحالة',
    [
      '1,ليلى حداد,a@x.test,المختبر,رئيسة,عمّان,,2019-01-31,نشط',
      '2,عمر سالم,b@x.test,المختبر,مساعد,عمّان,ليلى حداد,2019-01-31,غير نشط',
    ],
    'ليلى حداد',
  ],
  [
    'Hebrew',
    'מספר עובד,שם פרטי,שם משפחה,דוא"ל,מחלקה,תפקיד,אתר,מנהל ישיר,תאריך תחילת עבודה,סטטוס',
    [
      '1,משה,כהן,a@x.test,מעבדה,ראש צוות,חיפה,,31/01/2019,פעיל',
      '2,נועה,לוי,b@x.test,מעבדה,עוזרת,חיפה,משה כהן,31/01/2019,לא פעיל',
    ],
    'משה כהן',
  ],
  [
    'Greek',
    'Αριθμός μητρώου;Όνομα;Επώνυμο;Ηλεκτρονική διεύθυνση;Τμήμα;Θέση;Πόλη;Προϊστάμενος;Ημερομηνία πρόσληψης;Κατάσταση',
    [
      '1;Ελένη;Παππά;a@x.test;Εργαστήριο;Διευθύντρια;Βόλος;;31/01/2019;Ενεργός',
      '2;Νίκος;Δήμου;b@x.test;Εργαστήριο;Βοηθός;Βόλος;Ελένη Παππά;31/01/2019;Ανενεργός',
    ],
    'Ελένη Παππά',
  ],
  [
    'Ukrainian',
    'Табельний номер;ПІБ;Електронна пошта;Відділ;Посада;Офіс;Керівник;Дата прийняття;Статус',
    [
      '1;Олена Ткач;a@x.test;Цех;Майстер;Львів;;31.01.2019;працює',
      '2;Іван Бойко;b@x.test;Цех;Токар;Львів;Олена Ткач;31.01.2019;звільнений',
    ],
    'Олена Ткач',
  ],
  [
    'Vietnamese',
    'Mã nhân viên,Họ,Tên,Email,Phòng ban,Chức vụ,Địa điểm,Quản lý trực tiếp,Ngày vào làm,Trạng thái',
    [
      '1,Nguyễn Thị,Lan,a@x.test,Kho,Trưởng phòng,Huế,,31/01/2019,Đang làm việc',
      '2,Trần,Minh,b@x.test,Kho,Nhân viên,Huế,Nguyễn Thị Lan,31/01/2019,Đã nghỉ việc',
    ],
    'Nguyễn Thị Lan',
  ],
  [
    'Finnish',
    'Henkilönumero;Etunimi;Sukunimi;Työsähköposti;Osasto;Tehtävänimike;Toimipiste;Esihenkilö;Aloituspäivä;Tila',
    [
      '1;Päivi;Mäki;a@x.test;Paja;Päällikkö;Oulu;;31.1.2019;Aktiivinen',
      '2;Ari;Salo;b@x.test;Paja;Apu;Oulu;Päivi Mäki;31.1.2019;Poistunut',
    ],
    'Päivi Mäki',
  ],
];

it.each(LANGUAGES)('in %s', (_, header, rows, name) => {
  const bytes = new TextEncoder().encode([header, ...rows].join('\r\n'));
  const file = readFile(bytes) ?? expect.fail('no table');
  expect(file.columns.filter(({ use }) => use === 'leave-out').map((column) => column.header)).toEqual(
    header.includes('Отчество') ? ['Отчество'] : [],
  );
  expect(file.problems).toEqual([]);
  expect(file.entries).toMatchObject([
    { name, email: 'a@x.test', externalId: '1', unitPath: [expect.any(String)], joinedOn: '2019-01-31', manager: null },
  ]);
  expect(file.absent).toEqual([{ externalId: '2', email: 'b@x.test' }]);
  // Were they still here, their manager would be found.
  const all = readFile(bytes, { gone: [''] }) ?? expect.fail('no table');
  expect(all.entries[1]?.manager).toBeTruthy();
});

const PAGES: Record<string, FileEncoding[]> = {
  German: ['windows-1252', 'macintosh'],
  French: ['windows-1252', 'macintosh'],
  Spanish: ['windows-1252', 'macintosh'],
  Portuguese: ['windows-1252', 'macintosh'],
  Swedish: ['windows-1252', 'macintosh'],
  Norwegian: ['windows-1252'],
  Polish: ['windows-1250', 'iso-8859-2'],
  Czech: ['windows-1250', 'iso-8859-2'],
  Hungarian: ['windows-1250'],
  Turkish: ['windows-1254'],
  Russian: ['windows-1251', 'koi8-r'],
  Ukrainian: ['windows-1251'],
  Greek: ['windows-1253'],
  Hebrew: ['windows-1255'],
  Arabic: ['windows-1256'],
  Japanese: ['shift_jis'],
  Chinese: ['gb18030'],
  Korean: ['euc-kr'],
};

it.each(
  Object.entries(PAGES).flatMap(([language, pages]) => pages.map((page): [string, FileEncoding] => [language, page])),
)('in %s as %s', (language, page) => {
  const [, header = '', rows = [], name] = LANGUAGES.find(([each]) => each === language) ?? [];
  const text = [header, ...rows].join('\r\n').replaceAll('’', "'");
  const file = readFile(bytesOf(text.replaceAll('髙', '高'), page)) ?? expect.fail('no table');
  expect(file.entries).toMatchObject([{ name: name?.replaceAll('髙', '高'), externalId: '1', joinedOn: '2019-01-31' }]);
  expect(file.absent).toHaveLength(1);
});
