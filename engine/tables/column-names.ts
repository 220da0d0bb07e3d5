/** Names of columns as files of personnel systems and people spell them, most telling first; folded. */
export const NAMES = {
  email: `workemail emailwork primaryworkemail businessemail companyemail email emailaddress mail primaryemail primaryemailaddress
    workemailaddress emailid emails emailprimary emailadresse mailadresse firmenemail dienstlicheemail emaildienstlich geschaeftlicheemail
    emailgeschaeftlich adresseemail courriel adressecourriel adresseelectronique emailprofessionnel mailprofessionnel correo
    correoelectronico emailcorporativo correocorporativo endereodeemail enderecodeemail correioeletronico emailprofissional
    postaelettronica indirizzoemail emailaziendale emailadres werkemail epost epostadress epostadresse epostarbejde mailadress adresemail
    sluzbowyemail emailslubowy pracovniemail sahkoposti userprincipalname upn loginemail samlnameid username userid login メールアドレス メール eメール
    电子邮件 电子邮箱 邮箱 電子郵件 電郵 이메일 이메일주소 전자우편 электроннаяпочта почта эл.почта емейл імейл пошта електроннапошта eposta epostaadresi
    ηλεκτρονικήδιεύθυνση דואל emailcím البريدالإلكتروني emailatwork workmail mailwork emailbusiness emailoffice officeemail corporateemail
    firmenmail geschaeftlichemail emailarbeit adressemail mailpro emailpro correoelectronicocorporativo correoelectronicodelaempresa
    correodetrabajo correolaboral emailempresarial emailinstitucional correioeletronicocorporativo emaildaempresa mailaziendale
    postaelettronicaaziendale emailwerk zakelijkeemail epostjobb arbetsepost jobbepost arbejdsmail emailsluzbowy adresemailsluzbowy
    pracovnimail firemniemail kurumsaleposta iseposta isepostasi рабочаяпочта корпоративнаяпочта адресэлектроннойпочты 会社メールアドレス 企业邮箱 公司邮箱
    工作邮箱 公司電郵 회사이메일 업무용이메일 البريدالإلكترونيللعمل بريدإلكتروني دואל דוארלקטרוני אימייל מייל user primarysmtpaddress windowsemailaddress
    proxyaddresses sähköposti työsähköposti tyosahkoposti sähköpostiosoite thưđiệntử địachỉemail emailcôngty`,
  name: `vornamenachname vorundzuname vornameundnachname firstlastname firstlast cognomeenome apellidosynombres apellidosnombre
    prijmenijmeno soyadad displayname fullname name employeename workername personname employeefullname anzeigename vollername
    vollstaendigername mitarbeitername mitarbeiter mitarbeiterin vorundnachname namevorname nachnamevorname lastnamefirstname lastfirst
    namelastfirst surnamefirstname firstandlastname firstnamelastname nomcomplet nometprenom nomprenom prenometnom nomaffiche
    collaborateur nombrecompleto nombreyapellidos apellidosynombre empleado nomecompleto funcionario colaborador nomecognome cognomenome
    nominativo dipendente volledigenaam naam medewerker namn fulltnamn navn fuldenavn medarbejder imieinazwisko nazwiskoiimie
    jmenoaprijmeni nimi nom nombre nome commonname cn employee worker staffmember legalname legalfullname 氏名 名前 社員名 姓名 名字 이름 성명 직원명 фио
    фамилияимяотчество имяифамилия сотрудник піб adsoyad adisoyadi ονοματεπώνυμο שםמלא שם név teljesnév الاسم payrollname employeefull
    nameofemployee imionazwisko nazwaużytkownika nombreyapellido nombresyapellidos namesurname surnamename hovaten họtên 社員氏名 従業員名 员工姓名
    員工姓名 사원명 직원이름 الاسمالكامل اسمالموظف שםעובד שםהעובד фамилияиимя имяпользователя полноеимя isimsoyisim adisoyad personel celéjméno
    příjmeníajméno adısoyadı adsoyadı kokonimi fuldtnavn fulltnavn namnefternamn`,
  preferredName: `bevorzugtervorname bevorzugtername gewaehltervorname prenomprefere nombredeuso voorkeursnaam preferredname
    preferredfirstname preferredgivenname knownas goesby nickname chosenname chosenfirstname commonfirstname usualname calledname rufname
    spitzname prenomusuel prenomdusage nombrepreferido nomepreferito nomepreferido nomesocial roepnaam tilltalsnamn kaldenavn
    preferrednamefirstname ニックネーム preferrednamefirst preferredorchosenfirstname preferredorchosenname`,
  firstName: `first firstname givenname givennames forename firstnames vorname vornamen prenom prenoms nombredepila primernombre
    primeironome voornaam voornamen fornamn fornavn imie jmeno etunimi legalfirstname legalgivenname 名 имя імя ad adi isim όνομα שםפרטי
    keresztnév utónév legalnamefirstname nombres primernombredepila prenomusage givennameforename الاسمالأول tên adı förnamn prénomusuel`,
  lastName: `last voorvoegsel voorvoegsels tussenvoegsel tussenvoegsels vorsatzwort vorsatzwoerter namensvorsatz namenszusatz
    surnameprefix lastnameprefix segundoapellido apellidomaterno secondlastname secondsurname preferredlastname preferrednamelastname
    preferredsurname nomdusage nomusuel nomusage nomfamille lastname surname familyname nachname familienname zuname sn nomdefamille
    apellido apellidos primerapellido sobrenome ultimonome apelido cognome achternaam efternamn etternavn efternavn nazwisko prijmeni
    sukunimi legallastname legalsurname 姓 苗字 фамилия прізвище soyad soyadi επώνυμο שםמשפחה vezetéknév családnév legalnamelastname
    apellidopaterno nomdenaissance geburtsname soyisim اسمالعائلة họ 성 soyadı`,
  externalId: `externalid employeeid employeenumber employeeno empid empno personnelnumber personnelno personnelid staffid staffnumber
    staffno workerid workernumber workdayid associateid payrollnumber payrollid hrid personid personnumber personalnummer personalnr
    persnr pernr mitarbeiternummer mitarbeiternr mitarbeiterid matricule numeroemploye identifiant numerodeempleado idempleado legajo
    matricula codicedipendente personeelsnummer anstallningsnummer ansattnummer medarbejdernummer numerpracownika osobnicislo
    henkilonumero objectid userid kennung id nr no number 社員番号 従業員番号 工号 员工编号 員工編號 사번 직원번호 табельныйномер табельный табельнийномер sicilno
    sicilnumarasi personelno αριθμόςμητρώου מספרעובד törzsszám associatenumber filenumber emplid employeeidincompany companyid
    employeeidentifier employeecode eecode pnr numeroidentification numempleado codigoempleado identificadordeempleado numeroempleado
    matriculadofuncionario codigodofuncionario matricoladipendente nrpracownika identyfikatorpracownika personelnumarasi çalışanno
    calisanno 社員コード 社員id 従業員コード 员工id 사원번호 사원코드 الرقمالوظيفي رقمالموظف личныйномер идентификатор ndeempleado nempleado noempleado matricola
    anställningsnummer anstallningsnr ansattnr medarbejdernr mãnhânviên mãsốnhânviên mãnv henkilönumero tyontekijanumero henkilotunniste
    nodeempleado numerodematricula identificador accountid`,
  unit: `unit ou unitpath orgpath orgunit orgunitpath organisationalunit organizationalunit supervisoryorganization
    supervisoryorganisation organisationseinheit orgeinheit einheit oe oepfad einheitenpfad unite uniteorganisationnelle entite unidad
    unidadorganizativa unidade unitaorganizzativa eenheid organisatieeenheid enhet organisationsenhet organisasjonsenhet jednostka
    organisation organization supervisoryorg organisatie organisatiestruktur struktureinheit bolum 组织 組織 조직 подразделениеорганизации
    الوحدة יחידה`,
  division: `division businessunit bereich geschaeftsbereich unternehmensbereich sparte ressort hauptabteilung direction pole divisao
    divisione divisie divisjon pion 本部 事業部 дивизион bereichsname ブロック 事业部 事業處 본부 القطاع חטיבה khối direzione dirección direcção direcao`,
  department: `department dept departmentname abteilung abteilungsname fachbereich departement service departamento area dipartimento
    reparto afdeling avdelning avdeling dzial wydzial oddeleni osasto costcenter costcentre kostenstelle kostenstellenbezeichnung 部署 部門 所属
    部门 부서 팀 отдел подразделение департамент відділ підрозділ departman bölüm birim τμήμα מחלקה osztály részleg homedepartment
    departmentdescription deptname subdivision jednostkaorganizacyjna usek 配属 配属先 所属部署 所属部门 所在部门 소속 소속부서 القسم الإدارة قسم departmanı
    phòngban bộphận phòng komórkaorganizacyjna centrodecosto centrodecusto centrodicosto centrodecoste`,
  team: `team teamname subteam squad sachgebiet referat gruppenname equipe equipo squadra ploeg grupp zespol tym tiimi equipos equipes 小组
    チーム 팀명 группа الفريق צוות nhóm tổ ekip takım takim команда`,
  site: `site location office worklocation officelocation worksite workplace physicaldeliveryofficename standort arbeitsort dienstort
    buero niederlassung betriebsstaette lieu lieudetravail bureau agence sede ubicacion lugardetrabajo localizacao localdetrabalho
    luogodilavoro vestiging locatie werklocatie plats arbetsplats sted arbeidssted lokalizacja lokalita pracoviste toimipiste city stadt
    ort ville ciudad cidade citta 勤務地 拠点 事業所 工作地点 办公地点 地点 근무지 город офис місто şehir lokasyon ofis πόλη γραφείο אתר עיר telephely város
    etablissement lugarcentro centrodetrabajo centrotrabajo sededilavoro unidadefisica worksitename campus building workaddress
    miejscepracy isyeri オフィス 办公室 工作城市 所在地 勤務先 근무지역 местоработы المكتب الموقع المدينة מיקום משרד lieudaffectation lieuaffectation
    sitedaffectation lieudexercice офіс địađiểm vănphòng chinhánh toimipaikka kontor arbeidsplass arbejdssted`,
  manager: `managerid manageremployeeid manageremployeenumber managernumber manageremail managersemail managerworkemail
    manageremailaddress managerupn linemanageremail linemanagerid reportstoemail reportstoid supervisorid supervisoremail vorgesetzteid
    vorgesetzterid vorgesetzteemail vorgesetzteremail fuehrungskraftemail fuehrungskraftid managerlogin managerusername
    managersamaccountname manageruserid managerworkdayid reportstoassociateid supervisoremployeenumber supervisoremployeeid
    managersworkemail managersemployeeid manager managername linemanager reportsto reportingto reportsat supervisor supervisorname
    superior directmanager managerdn vorgesetzte vorgesetzter vorgesetzteperson direktevorgesetzte fuehrungskraft teamleitung teamleiter
    responsable responsablehierarchique superieur superieurhierarchique jefe jefedirecto supervisordirecto gestor chefia
    superiorhierarquico responsabile leidinggevende chef narmastechef leder naermesteleder przelozony kierownik nadrizeny esimies
    esihenkilo 上司 上長 直属上级 直属主管 上级 主管 관리자 상사 руководитель начальник керівник yönetici yonetici amir müdür προϊστάμενος מנהל vezető felettes
    reportstoname reportstolegalname vorgesetztername vorgesetzteremailadresse direktervorgesetzter n1 managern1 responsabledirecto
    responsabledirect encargado jefatura responsabiledirento direktoverordnad närmastechef bezposredniprzelozony nadrizenypracovnik 直属上司
    直属经理 经理 部门主管 직속상사 관리자이메일 руководительпрямой непосредственныйруководитель المدير المديرالمباشر מנהלישיר gestordireto gestordirecto
    yöneticisi yoneticisi müdürü amiri quảnlýtrựctiếp quảnlý cấptrên lähiesimies lahiesihenkilo teamlead teamleader gruppenleitung
    supervisora jefeinmediato superiorinmediato superiorimediato liderdirecto lider chefedirecto chefdirect direktechef direkterchef
    caporeparto capodiretto reportingmanager reportingmanageremail reportingmanagerid managerdisplayname linemanagerpersonnumber
    linemanagername linemanagernumber linemanageremployeeid immediatesupervisor immediatemanager directsupervisor functionalmanager
    managerperson managersname managerfullname`,
  level: `level joblevel jobgrade grade careerlevel managementlevel seniority band positionlevel stufe karrierestufe karrierelevel ebene
    hierarchieebene fuehrungsebene entgeltgruppe niveau nivel livello nivo niva poziom uroven taso joblevelname careerband gradename
    tariefgroep classificacao clasificacion 等級 职级 職級 직급레벨 разряд`,
  joined: `joined joinedon joindate joiningdate dateofjoining startdate hiredate hiredon dateofhire originalhiredate employmentstartdate
    employeehiredate entrydate servicestartdate eintritt eintrittsdatum eintrittam datumeintritt startdatum einstellungsdatum
    beschaeftigtseit dabeiseit datedembauche dateembauche dateentree datedentree fechadeingreso fechadealta fechadeinicio datadeadmissao
    dataadmissao datadiassunzione dataassunzione datumindienst indiensttreding anstallningsdatum startdato ansattdato ansaettelsesdato
    datazatrudnienia datumnastupu aloituspaiva whencreated 入社日 入社年月日 入职日期 入職日期 입사일 입사일자 датаприёма датаначалаработы датаприйняття
    işegiriştarihi ημερομηνίαπρόσληψης תאריךתחילתעבודה belépésdátuma belépés startingdate dateofjoin originalhire lasthiredate hiringdate
    firstdayofwork firstday senioritydate companyentrydate fechaingreso fechainicio fechadecontratacion datainiziorapporto datainicio
    dataentrata eintrittindiefirma dataprzyjecia datapodjeciapracy isebaslamatarihi giristarihi 入社年月 入职时间 到职日期 到職日期 تاريخالتعيين
    تاريخالالتحاق תחילתעבודה תאריךכניסה датавыходанаработу indienstsinds indienst датаприёманаработу дататрудоустройства ngàyvàolàm
    ngàybắtđầu ngàyvàocôngty aloituspäivä tyosuhteenalku anställningsdatum anstalld anställd ansettelsesdato datadecontratacao datejoined
    legalemployerstartdate fechadeiniciodelcontrato fechaalta started startedon`,
  title: `title jobtitle position positiontitle businesstitle role jobrole jobname employeetitle stellenbezeichnung positionsbezeichnung
    berufsbezeichnung taetigkeit stelle funktion rolle poste fonction intitulduposte intituleduposte metier puesto cargo funcao ruolo
    mansione qualifica functie functietitel befattning tittel stilling stillingsbetegnelse stanowisko pozice tehtavanimike titel 役職 職種 职位
    岗位 職位 직급 직위 직책 должность посада unvan görev pozisyon θέση τίτλος תפקיד beosztás munkakör designation jobprofile jobdescription
    jobtitledescription positionname berufstaetigkeit taetigkeitsbezeichnung beruf emploi emploioccupe fonctionoccupee intitule
    puestodetrabajo cargofuncion cargofuncao posizione inquadramento functienaam yrkestitel yrke stanowiskopracy pracovnípozice ünvan
    unvani pozisyonu görevi 職位名 职务 岗位名称 직책명 المسمىالوظيفي الوظيفة המשרה intituledeposte stillingstittel stillingsbenevnelse ünvanı tehtävä
    tyotehtava jobbezeichnung berufsbezeichnungen dienststellung chứcvụ chứcdanh vịtrí bezeichnungderplanstelle planstelle jobassignment`,
  languages: `languages language spokenlanguages languageskills sprachen sprache sprachkenntnisse langues langue idiomas idioma lenguas
    linguas lingue lingua talen taal sprak sprog jezyki jazyky kielet 言語 语言 언어 языки dil diller γλώσσες שפות nyelvek langueparlee
    languesparlees idiomashablados idiomasfalados linguesparlate gesprochenesprachen اللغات`,
  interests: `interests interest hobbies hobbys interessen centresdinteret interets intereses interesses interessi interessser intressen
    interesser zainteresowania zajmy 趣味 爱好 취미 интересы хобби ilgialanları`,
  groups: `groups group workinggroups projects memberof gruppen gruppe arbeitsgruppen projekte projekt groupes grupos gruppi groepen
    grupper projets proyectos projetos progetti`,
  timezone: `timezone timezoneid tz ianatimezone windowstimezone zeitzone fuseauhoraire zonahoraria fusohorario fusoorario tijdzone
    tidszon tidssone strefaczasowa casovepasmo タイムゾーン 时区 時區 시간대 часовойпояс часовийпояс saatdilimi`,
  awayUntil: `awayuntil onleaveuntil leaveuntil absentuntil leaveenddate leaveend returndate abwesendbis abwesenheitbis abwesenheitsende
    elternzeitbis rueckkehr rueckkehrdatum absentjusquau datederetour ausentehasta fechaderegreso absentuntildate returnfromleave
    datumrueckkehr`,
  status: `status employmentstatus employeestatus workerstatus userstatus accountstatus personstatus employmenttype usertype
    accountenabled enabled isenabled active isactive suspended issuspended disabled isdisabled accountdisabled inactive archived
    terminated isterminated deleted deactivated useraccountcontrol beschaeftigungsstatus mitarbeiterstatus kontostatus aktiv inaktiv
    gesperrt deaktiviert ausgeschieden benutzertyp statut actif estado situacion activo ativo situacao stato attivo actief aktief tila
    lifecyclestatus ステータス 在籍状況 状态 狀態 상태 статус durum κατάσταση סטטוס állapot státusz employmentstate userstate accountstate employeestate
    positionstatus assignmentstatus hrstatus activestatus currentlyactive isemployed employed blockcredential blockcredentials isblocked
    blocked isguest isexternal isarchived isactiveemployee isdeactivated workerstate statutemployé statutducompte situationprofessionnelle
    estadodelempleado estadolaboral estadoempleado situacaofuncional situacaodofuncionario statodipendente statoaccount medewerkerstatus
    statuspracownika statuszatrudnienia stavzaměstnance stav çalışmadurumu calismadurumu durumu статуссотрудника 在籍区分 在籍状態 雇用状況 员工状态 在职状态
    人员状态 員工狀態 재직상태 재직구분 상태값 الحالة حالةالموظف סטטוסעובד trạngthái tìnhtrạng statuspracy stavuzivatele anställningsstatus
    anstallningsstatus tilanne 재직여부 퇴사여부 在籍フラグ 退職フラグ 是否在职 是否离职 resourcestatus`,
  left: `terminationdate termdate dateofleaving leavingdate leavedate lastday lastworkingday lastdayofwork dateofexit exitdate enddate
    employmentenddate contractenddate employeeleavedatetime separationdate austritt austrittsdatum austrittam datumaustritt vertragsende
    beschaeftigungsende letzterarbeitstag ausgeschiedenam datedesortie datesortie datededepart datefincontrat datedefindecontrat
    fechadebaja fechabaja fechadesalida fechadecese datadesaida datadesligamento datadedemissao datadirescissione datadicessazione
    datacessazione datauscita datumuitdienst uitdienst einddatum slutdatum sluttdato fratraedelsesdato datazwolnienia datazakonczenia
    datumukonceni datumvystupu iştençıkıştarihi istencikistarihi çıkıştarihi 退職日 退職年月日 退社日 离职日期 離職日期 퇴사일 퇴직일 퇴사일자 датаувольнения
    датазвільнення תאריךעזיבה תאריךסיום تاريخانتهاءالخدمة ngàynghỉviệc sidsteansettelsesdag sistaanställningsdag dateofseparation datefin
    datafim datademissão austrittzum austrittper relievingdate dateofrelieving datumaustritts`,
  primary: `primaryposition primaryjob isprimary primaryflag primaryassignment primarypositionindicator mainjob mainposition isprimaryjob
    primaryrecord hauptbeschaeftigung hauptstelle hauptposition hauptvertrag postepprincipal posteprincipal puestoprincipal cargoprincipal
    posizioneprincipale hoofdfunctie hoofdberoep 本務 主职 主岗 основноеместоработы`,
};

/** What a column of a directory may say of a person. */
export type DirectoryField = keyof typeof NAMES;

/** What a column is used for. */
export type ColumnUse = DirectoryField | 'leave-out';
