/** Names of columns as files of personnel systems and people spell them, most telling first; folded. */
export const NAMES = {
  email: `workemail emailwork primaryworkemail businessemail companyemail email emailaddress mail primaryemail primaryemailaddress
    workemailaddress emailid emails emailprimary emailadresse mailadresse firmenemail dienstlicheemail emaildienstlich geschaeftlicheemail
    emailgeschaeftlich adresseemail courriel adressecourriel adresseelectronique emailprofessionnel mailprofessionnel correo
    correoelectronico emailcorporativo correocorporativo endereodeemail enderecodeemail correioeletronico emailprofissional
    postaelettronica indirizzoemail emailaziendale emailadres werkemail epost epostadress epostadresse epostarbejde mailadress
    adresemail sluzbowyemail emailslubowy pracovniemail sahkoposti userprincipalname upn loginemail samlnameid username userid login
    メールアドレス メール eメール 电子邮件 电子邮箱 邮箱 電子郵件 電郵 이메일 이메일주소 전자우편 электроннаяпочта почта эл.почта емейл імейл пошта електроннапошта eposta epostaadresi ηλεκτρονικήδιεύθυνση דואל emailcím emailcim emailwork primaryworkemail البريدالإلكتروني`,
  name: `displayname fullname name employeename workername personname employeefullname anzeigename vollername vollstaendigername
    mitarbeitername mitarbeiter mitarbeiterin vorundnachname namevorname nachnamevorname lastnamefirstname lastfirst namelastfirst
    surnamefirstname firstandlastname firstnamelastname nomcomplet nometprenom nomprenom prenometnom nomaffiche collaborateur nombrecompleto
    nombreyapellidos apellidosynombre empleado nomecompleto funcionario colaborador nomecognome cognomenome nominativo dipendente
    volledigenaam naam medewerker namn fulltnamn navn fuldenavn medarbejder imieinazwisko nazwiskoiimie jmenoaprijmeni nimi nom nombre
    nome commonname cn employee worker staffmember legalname legalfullname
    氏名 名前 社員名 姓名 名字 이름 성명 직원명 фио фамилияимяотчество имяифамилия сотрудник піб adsoyad adisoyadi ονοματεπώνυμο שםמלא שם név nev teljesnév الاسم`,
  preferredName: `preferredname preferredfirstname preferredgivenname knownas goesby nickname chosenname chosenfirstname commonfirstname
    usualname calledname rufname spitzname prenomusuel prenomdusage nomdusage nombrepreferido nomepreferito nomepreferido nomesocial roepnaam
    tilltalsnamn kaldenavn
    preferrednamefirstname ニックネーム`,
  firstName: `firstname givenname givennames forename firstnames vorname vornamen prenom prenoms nombredepila primernombre primeironome
    voornaam voornamen fornamn fornavn imie jmeno etunimi legalfirstname legalgivenname
    名 имя імя ім'я ad adi isim όνομα שםפרטי keresztnév utónév jméno legalnamefirstname`,
  lastName: `lastname surname familyname nachname familienname zuname sn nomdefamille apellido apellidos primerapellido sobrenome
    ultimonome apelido cognome achternaam efternamn etternavn efternavn nazwisko prijmeni sukunimi legallastname legalsurname
    姓 苗字 фамилия прізвище soyad soyadi επώνυμο שםמשפחה vezetéknév családnév legalnamelastname`,
  externalId: `externalid employeeid employeenumber employeeno empid empno personnelnumber personnelno personnelid staffid staffnumber staffno
    workerid workernumber workdayid associateid payrollnumber payrollid hrid personid personnumber personalnummer personalnr persnr pernr
    mitarbeiternummer mitarbeiternr mitarbeiterid matricule numeroemploye identifiant numerodeempleado idempleado legajo matricula
    codicedipendente personeelsnummer anstallningsnummer ansattnummer medarbejdernummer numerpracownika osobnicislo henkilonumero
    objectid userid kennung id nr no number
    社員番号 従業員番号 工号 员工编号 員工編號 사번 직원번호 табельныйномер табельный табельнийномер sicilno sicilnumarasi personelno αριθμόςμητρώου מספרעובד törzsszám`,
  unit: `unit unitpath orgpath orgunit orgunitpath organisationalunit organizationalunit supervisoryorganization supervisoryorganisation
    organisationseinheit orgeinheit einheit oe oepfad einheitenpfad unite uniteorganisationnelle entite unidad unidadorganizativa unidade
    unitaorganizzativa eenheid organisatieeenheid enhet organisationsenhet organisasjonsenhet jednostka organisation organization`,
  division: `division businessunit bereich geschaeftsbereich unternehmensbereich sparte ressort hauptabteilung direction pole divisao
    divisione divisie divisjon pion
    本部 事業部 дивизион`,
  department: `department dept departmentname abteilung abteilungsname fachbereich departement service departamento area dipartimento
    reparto afdeling avdelning avdeling dzial wydzial oddeleni osasto costcenter costcentre kostenstelle kostenstellenbezeichnung
    部署 部門 所属 部门 部門 부서 팀 отдел подразделение департамент відділ підрозділ departman bölüm birim τμήμα מחלקה osztály oddělení részleg`,
  team: `team teamname subteam squad sachgebiet referat gruppenname equipe equipo squadra ploeg grupp zespol tym tiimi`,
  site: `site location office worklocation officelocation worksite workplace physicaldeliveryofficename standort arbeitsort dienstort buero
    niederlassung betriebsstaette lieu lieudetravail bureau agence sede ubicacion lugardetrabajo localizacao localdetrabalho luogodilavoro
    vestiging locatie werklocatie plats arbetsplats sted arbeidssted lokalizacja lokalita pracoviste toimipiste city stadt ort ville ciudad
    cidade citta
    勤務地 拠点 事業所 工作地点 办公地点 地点 근무지 город офис місто şehir lokasyon ofis πόλη γραφείο אתר עיר telephely város`,
  manager: `managerid manageremployeeid manageremployeenumber managernumber manageremail managersemail managerworkemail
    manageremailaddress managerupn manager managername linemanager linemanageremail linemanagerid reportsto reportingto reportsat
    reportstoemail reportstoid supervisorid supervisoremail supervisor supervisorname superior directmanager managerdn vorgesetzteid
    vorgesetzterid vorgesetzteemail vorgesetzteremail vorgesetzte vorgesetzter vorgesetzteperson direktevorgesetzte fuehrungskraftemail
    fuehrungskraftid fuehrungskraft teamleitung teamleiter responsable responsablehierarchique superieur superieurhierarchique
    jefe jefedirecto supervisordirecto gestor chefia superiorhierarquico responsabile leidinggevende chef narmastechef leder naermesteleder
    przelozony kierownik nadrizeny esimies esihenkilo
    上司 上長 直属上级 直属主管 上级 主管 관리자 상사 руководитель начальник керівник yönetici yonetici amir müdür προϊστάμενος מנהל vezető felettes`,
  level: `level joblevel jobgrade grade careerlevel managementlevel seniority band positionlevel stufe karrierestufe karrierelevel ebene
    hierarchieebene fuehrungsebene entgeltgruppe niveau nivel livello nivo niva poziom uroven taso`,
  joined: `joined joinedon joindate joiningdate dateofjoining startdate hiredate hiredon dateofhire originalhiredate employmentstartdate
    employeehiredate entrydate servicestartdate eintritt eintrittsdatum eintrittam datumeintritt startdatum einstellungsdatum
    beschaeftigtseit dabeiseit datedembauche dateembauche dateentree datedentree fechadeingreso fechadealta fechadeinicio datadeadmissao
    dataadmissao datadiassunzione dataassunzione datumindienst indiensttreding anstallningsdatum startdato ansattdato ansaettelsesdato
    datazatrudnienia datumnastupu aloituspaiva whencreated
    入社日 入社年月日 入职日期 入職日期 입사일 입사일자 датаприёма датаприема датаначалаработы датаприйняття işegiriştarihi isegiristarihi ημερομηνίαπρόσληψης תאריךתחילתעבודה belépésdátuma belépés`,
  title: `title jobtitle position positiontitle businesstitle role jobrole jobname employeetitle stellenbezeichnung positionsbezeichnung
    berufsbezeichnung taetigkeit stelle funktion rolle poste fonction intitulduposte intituleduposte metier puesto cargo funcao ruolo
    mansione qualifica functie functietitel befattning tittel stilling stillingsbetegnelse stanowisko pozice tehtavanimike titel
    役職 職種 职位 岗位 職位 직급 직위 직책 должность посада unvan görev pozisyon θέση τίτλος תפקיד beosztás munkakör`,
  languages: `languages language spokenlanguages languageskills sprachen sprache sprachkenntnisse langues langue idiomas idioma lenguas
    linguas lingue lingua talen taal sprak sprog jezyki jazyky kielet
    言語 语言 언어 языки dil diller γλώσσες שפות nyelvek`,
  interests: `interests interest hobbies hobbys interessen centresdinteret interets intereses interesses interessi interessser intressen
    interesser zainteresowania zajmy
    趣味 爱好 취미 интересы хобби ilgialanları`,
  groups: `groups group workinggroups projects memberof gruppen gruppe arbeitsgruppen projekte projekt groupes grupos gruppi groepen grupper
    projets proyectos projetos progetti`,
  timezone: `timezone timezoneid tz ianatimezone windowstimezone zeitzone fuseauhoraire zonahoraria fusohorario fusoorario tijdzone tidszon
    tidssone strefaczasowa casovepasmo
    タイムゾーン 时区 時區 시간대 часовойпояс часовийпояс saatdilimi`,
  awayUntil: `awayuntil onleaveuntil leaveuntil absentuntil leaveenddate leaveend returndate abwesendbis abwesenheitbis abwesenheitsende
    elternzeitbis rueckkehr rueckkehrdatum absentjusquau datederetour ausentehasta fechaderegreso`,
  status: `status employmentstatus employeestatus workerstatus userstatus accountstatus personstatus employmenttype usertype
    accountenabled enabled isenabled active isactive suspended issuspended disabled isdisabled accountdisabled inactive archived terminated
    isterminated deleted deactivated useraccountcontrol beschaeftigungsstatus mitarbeiterstatus kontostatus aktiv inaktiv gesperrt
    deaktiviert ausgeschieden benutzertyp statut actif estado situacion activo ativo situacao stato attivo actief aktief tila
    lifecyclestatus ステータス 在籍状況 状态 狀態 상태 статус durum κατάσταση סטטוס állapot státusz`,
};

/** What a column of a directory may say of a person. */
export type DirectoryField = keyof typeof NAMES;
