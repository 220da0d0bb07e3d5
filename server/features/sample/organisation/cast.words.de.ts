import type { SamplePart } from '#contract/sample.ts';
import type { CastMember } from './cast.words.ts';

type Said = Pick<CastMember, 'title' | 'about' | 'talents' | 'passions' | 'askMeAbout' | 'interests'>;

/** What those one may enter as say in German, place by place. */
export const CAST_IN_GERMAN: Readonly<Record<SamplePart, Said>> = {
  newcomer: {
    title: 'Produktdesign',
    about:
      'Ich habe vor drei Wochen angefangen und öffne immer noch die falschen Türen. Vorher habe ich Fahrradlampen entworfen; jetzt hoffe ich auf einen Sensor, für den niemand ein Handbuch lesen muss.',
    talents: ['Zeichnen', 'Prototypen bauen', 'Zuhören'],
    passions: ['Reparierbare Dinge', 'Barrierefreiheit'],
    askMeAbout: ['Meine ersten Wochen hier', 'Prototypen aus Pappe'],
    interests: ['Keramik', 'Radfahren', 'Chor'],
  },
  'team-lead': {
    title: 'Teamleitung Firmware',
    about:
      'Ich leite sechs Leute, die Software für Maschinen schreiben, zu denen an einem Dienstag niemand hinfahren kann. Früher habe ich alles selbst repariert; heute versuche ich, bessere Fragen zu stellen.',
    talents: ['Fehler suchen', 'Anfänger unterrichten', 'Fragen stellen'],
    passions: ['Unterrichten', 'Reparierbare Dinge'],
    askMeAbout: ['Meine Fehler als neue Führungskraft', 'Updates über schlechte Netze', 'Segeln mit Kindern'],
    interests: ['Segeln', 'Sauerteig', 'Repair-Cafés'],
  },
  steward: {
    title: 'Leitung Personal',
    about:
      'Ich kümmere mich darum, wie wir zusammenarbeiten. Ich möchte, dass die Person in Leipzig und die in Nairobi wissen, wen sie anrufen können, und sich darauf freuen.',
    talents: ['Moderieren', 'Vermitteln', 'Fragen stellen'],
    passions: ['Junge Leute begleiten', 'Verständliche Sprache'],
    askMeAbout: ['Die Rolle wechseln', 'Rückmeldung geben', 'Nach Lissabon ziehen'],
    interests: ['Chor', 'Gärtnern', 'Theater'],
  },
  acquired: {
    title: 'Kalibrierung',
    about:
      'Ich kalibriere seit vierzehn Jahren Sensoren bei Aquilo. Seit Meridian uns gekauft hat, habe ich einen neuen Ausweis und vier von euch kennengelernt; gegen eine fünfte Person hätte ich nichts.',
    talents: ['Messen', 'Ruhe in Audits', 'Dokumentation'],
    passions: ['Saubere Flüsse', 'Gemeinsam Musik machen'],
    askMeAbout: ['Wie Aquilo anfing', 'Wie sicher eine Messung ist'],
    interests: ['Chor', 'Wandern', 'Vögel beobachten'],
  },
  executive: {
    title: 'Geschäftsführung Betrieb',
    about:
      'Ich verantworte alles, was gekauft, gebaut und bewegt wird. Am meisten lerne ich von Leuten, die die Linie anhalten, also haltet bitte auch mich an.',
    talents: ['Entscheiden', 'Mentoring', 'Abläufe verbessern'],
    passions: ['Faire Lieferketten', 'Unterrichten'],
    askMeAbout: ['Wie hier entschieden wird', 'Berufswechsel', 'Der große Dichtungsmangel'],
    interests: ['Schach', 'Reisen mit dem Zug', 'Freiwasserschwimmen'],
  },
  remote: {
    title: 'Cloud-Entwicklung',
    about:
      'Ich halte neuntausend Pumpen am Netz, von einem Schreibtisch in Amman aus, gut dreitausend Kilometer von den nächsten Kollegen entfernt. Gute Gespräche beginnen mit dem Wetter und enden mit einem Plan.',
    talents: ['Langweiliges automatisieren', 'Klare Tickets schreiben', 'Daten sichtbar machen'],
    passions: ['Frauen in der Technik', 'Offene Daten'],
    askMeAbout: ['Allein arbeiten, ohne einsam zu sein', 'Datenschutz bei Messwerten', 'Kochen für zwölf'],
    interests: ['Kochen', 'Astronomie', 'Schach'],
  },
};
