/** Windows' names without "Standard Time", and the zone each stands for; from Unicode CLDR 46, windowsZones.xml, territory 001. */
const WINDOWS = `
  Dateline=Etc/GMT+12; UTC-11=Etc/GMT+11; Aleutian=America/Adak; Hawaiian=Pacific/Honolulu;
  Marquesas=Pacific/Marquesas; Alaskan=America/Anchorage; UTC-09=Etc/GMT+9; Pacific (Mexico)=America/Tijuana;
  UTC-08=Etc/GMT+8; Pacific=America/Los_Angeles; US Mountain=America/Phoenix; Mountain (Mexico)=America/Chihuahua;
  Mountain=America/Denver; Yukon=America/Whitehorse; Central America=America/Guatemala; Central=America/Chicago;
  Easter Island=Pacific/Easter; Central (Mexico)=America/Mexico_City; Canada Central=America/Regina;
  SA Pacific=America/Bogota; Eastern (Mexico)=America/Cancun; Eastern=America/New_York; Haiti=America/Port-au-Prince;
  Cuba=America/Havana; US Eastern=America/Indiana/Indianapolis; Turks And Caicos=America/Grand_Turk;
  Paraguay=America/Asuncion; Atlantic=America/Halifax; Venezuela=America/Caracas; Central Brazilian=America/Cuiaba;
  SA Western=America/La_Paz; Pacific SA=America/Santiago; Newfoundland=America/St_Johns; Tocantins=America/Araguaina;
  E. South America=America/Sao_Paulo; SA Eastern=America/Cayenne; Argentina=America/Argentina/Buenos_Aires;
  Greenland=America/Nuuk; Montevideo=America/Montevideo; Magallanes=America/Punta_Arenas;
  Saint Pierre=America/Miquelon; Bahia=America/Bahia; UTC-02=Etc/GMT+2; Azores=Atlantic/Azores;
  Cape Verde=Atlantic/Cape_Verde; UTC=Etc/UTC; GMT=Europe/London; Greenwich=Atlantic/Reykjavik;
  Sao Tome=Africa/Sao_Tome; Morocco=Africa/Casablanca; W. Europe=Europe/Berlin; Central Europe=Europe/Budapest;
  Romance=Europe/Paris; Central European=Europe/Warsaw; W. Central Africa=Africa/Lagos; Jordan=Asia/Amman;
  GTB=Europe/Bucharest; Middle East=Asia/Beirut; Egypt=Africa/Cairo; E. Europe=Europe/Chisinau; Syria=Asia/Damascus;
  West Bank=Asia/Hebron; South Africa=Africa/Johannesburg; FLE=Europe/Kyiv; Israel=Asia/Jerusalem;
  South Sudan=Africa/Juba; Kaliningrad=Europe/Kaliningrad; Sudan=Africa/Khartoum; Libya=Africa/Tripoli;
  Namibia=Africa/Windhoek; Arabic=Asia/Baghdad; Turkey=Europe/Istanbul; Arab=Asia/Riyadh; Belarus=Europe/Minsk;
  Russian=Europe/Moscow; E. Africa=Africa/Nairobi; Iran=Asia/Tehran; Arabian=Asia/Dubai; Astrakhan=Europe/Astrakhan;
  Azerbaijan=Asia/Baku; Russia Time Zone 3=Europe/Samara; Mauritius=Indian/Mauritius; Saratov=Europe/Saratov;
  Georgian=Asia/Tbilisi; Volgograd=Europe/Volgograd; Caucasus=Asia/Yerevan; Afghanistan=Asia/Kabul;
  West Asia=Asia/Tashkent; Ekaterinburg=Asia/Yekaterinburg; Pakistan=Asia/Karachi; Qyzylorda=Asia/Qyzylorda;
  India=Asia/Kolkata; Sri Lanka=Asia/Colombo; Nepal=Asia/Kathmandu; Central Asia=Asia/Bishkek; Bangladesh=Asia/Dhaka;
  Omsk=Asia/Omsk; Myanmar=Asia/Yangon; SE Asia=Asia/Bangkok; Altai=Asia/Barnaul; W. Mongolia=Asia/Hovd;
  North Asia=Asia/Krasnoyarsk; N. Central Asia=Asia/Novosibirsk; Tomsk=Asia/Tomsk; China=Asia/Shanghai;
  North Asia East=Asia/Irkutsk; Singapore=Asia/Singapore; W. Australia=Australia/Perth; Taipei=Asia/Taipei;
  Ulaanbaatar=Asia/Ulaanbaatar; Aus Central W.=Australia/Eucla; Transbaikal=Asia/Chita; Tokyo=Asia/Tokyo;
  North Korea=Asia/Pyongyang; Korea=Asia/Seoul; Yakutsk=Asia/Yakutsk; Cen. Australia=Australia/Adelaide;
  AUS Central=Australia/Darwin; E. Australia=Australia/Brisbane; AUS Eastern=Australia/Sydney;
  West Pacific=Pacific/Port_Moresby; Tasmania=Australia/Hobart; Vladivostok=Asia/Vladivostok;
  Lord Howe=Australia/Lord_Howe; Bougainville=Pacific/Bougainville; Russia Time Zone 10=Asia/Srednekolymsk;
  Magadan=Asia/Magadan; Norfolk=Pacific/Norfolk; Sakhalin=Asia/Sakhalin; Central Pacific=Pacific/Guadalcanal;
  Russia Time Zone 11=Asia/Kamchatka; New Zealand=Pacific/Auckland; UTC+12=Etc/GMT-12; Fiji=Pacific/Fiji;
  Chatham Islands=Pacific/Chatham; UTC+13=Etc/GMT-13; Tonga=Pacific/Tongatapu; Samoa=Pacific/Apia;
  Line Islands=Pacific/Kiritimati;
`;
/** Names that Windows shows and that hold no city of a zone. */
const SHOWN = `
  Central Time (US & Canada)=America/Chicago; Pacific Time (US & Canada)=America/Los_Angeles;
  Mountain Time (US & Canada)=America/Denver; Eastern Time (US & Canada)=America/New_York;
  Atlantic Time (Canada)=America/Halifax; Arizona=America/Phoenix; Alaska=America/Anchorage; Hawaii=Pacific/Honolulu;
  Saskatchewan=America/Regina; Newfoundland=America/St_Johns; Indiana (East)=America/Indiana/Indianapolis;
  Central America=America/Guatemala; Baja California=America/Tijuana; Coordinated Universal Time=UTC;
  Greenland=America/Nuuk; Azores=Atlantic/Azores; Cabo Verde Is.=Atlantic/Cape_Verde; Beijing=Asia/Shanghai;
  Abu Dhabi=Asia/Dubai; New Delhi=Asia/Kolkata; Mumbai=Asia/Kolkata; Edinburgh=Europe/London; Osaka=Asia/Tokyo;
  Islamabad=Asia/Karachi; Hanoi=Asia/Bangkok; Canberra=Australia/Sydney; Wellington=Pacific/Auckland; Bern=Europe/Zurich
`;

const keyOf = (name: string): string => name.toLowerCase().replaceAll(/\s*(?:standard|daylight) time\b|[\s.]+/g, '');

const KNOWN = new Map(
  `${WINDOWS};${SHOWN}`.split(';').flatMap((pair) => {
    const [name = '', zone = ''] = pair.split('=').map((part) => part.trim());
    return zone === '' ? [] : [[keyOf(name), zone] as const];
  }),
);
const AREAS = ['Europe', 'America', 'Asia', 'Africa', 'Australia', 'Pacific', 'Atlantic', 'Indian'];

/** Whether a name is an IANA time zone this runtime knows. */
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The IANA zone that a file means: 'Europe/Lisbon', 'W. Europe Standard Time', '(UTC+01:00) Amsterdam, Berlin, Bern',
 * 'GMT United Kingdom Time (London)'. Undefined for anything else: an offset alone has no summer.
 */
export function zoneNamed(text: string): string | undefined {
  const bare = text.replace(/^[([](?:UTC|GMT)[^)\]]*[)\]]\s*/i, '').trim();
  const underlined = bare.replaceAll(' ', '_');
  if (/^[a-z]/i.test(bare) && isZone(underlined)) return underlined;
  const known = KNOWN.get(keyOf(bare));
  if (known) return known;
  const inside = [...bare.matchAll(/[([]([^()[\]]+)[)\]]/g)].map(([, part = '']) => part);
  const parts = [...inside, bare.replaceAll(/[([][^()[\]]*[)\]]/g, ' ')].flatMap((part) =>
    part.split(/[,;]| - | and /),
  );
  for (const part of parts.map((each) => each.trim()).filter((each) => /^\p{L}/u.test(each))) {
    const zone = KNOWN.get(keyOf(part)) ?? zoneOfCity(part);
    if (zone) return zone;
  }
  return undefined;
}

/** 'New York' is America/New_York; a whole zone stays. */
function zoneOfCity(city: string): string | undefined {
  const name = city.replaceAll(/\s+/g, '_');
  if (/\//.test(name)) return isZone(name) ? name : undefined;
  return AREAS.map((area) => `${area}/${name}`).find(isZone);
}
