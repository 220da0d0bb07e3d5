import type { CraftWords } from './crafts.words.ts';
import type { Craft } from './teams.ts';

const list = (text: string): string[] => text.split('; ');

/** The same in German, place by place. */
export const CRAFTS_IN_GERMAN: Readonly<Record<Craft, CraftWords>> = {
  lab: {
    about: [
      'Ich züchte dünne Filme, die Wasser durchlassen und fast alles andere nicht.',
      'Mein Tisch ist der mit dem Aquarium: vierzig Liter des schlechtesten Wassers, das wir im Tejo finden konnten.',
      'Ich messe, was niemand schmecken kann. Arsen ist leider mein Spezialgebiet.',
      'Nach acht Jahren mit Membranen mag ich noch immer den Moment, in dem der Druck aus dem richtigen Grund fällt.',
      'Ich sehe den ganzen Tag Bakterien an und habe einige davon recht lieb gewonnen.',
      'Ich mache aus Laborrezepten etwas, das auch bei vierzig Grad in einem Schuppen funktioniert.',
      'Ich hüte die Referenzproben und eine Liste aller, die sich eine geliehen haben.',
      'Ich mag Ergebnisse, die mir widersprechen, sobald ich eine Nacht darüber geschlafen habe.',
    ],
    talents: list('Sorgfältige Versuche; Chemie erklären; Statistik; Glas blasen; Fachartikel schnell lesen; Geduld'),
    askMeAbout: list(
      'Was im Leitungswasser steckt; Warum Filter verstopfen; Ein Laborbuch, das andere lesen können; Proben nehmen im Freien; Wie wir ein Polymer auswählen',
    ),
  },
  hardware: {
    about: [
      'Ich entwerfe die Teile, die vom Laster fallen, und sorge dafür, dass dabei nichts Aufregendes passiert.',
      'Alles, was ich zeichne, muss sich mit einem Schraubenschlüssel reparieren lassen. Diese Regel ist älter und besser als ich.',
      'Prototypen baue ich zuerst aus Sperrholz. Stahl ist für den zweiten Fehler da.',
      'Ich bringe kleine Solarpumpen dazu, auch an trüben Morgen anzulaufen.',
      'Einmal im Monat zerlege ich ein altes Gerät, um zu sehen, was wir falsch gemacht haben.',
      'Ich entwerfe Platinen und zähle Milliampere. Der Akku dankt es mir, meistens.',
      'Ich kam von Fahrradrahmen zu Wasserpumpen: dieselben Rohre, ein besserer Zweck.',
    ],
    talents: list(
      'Skizzieren; Fast alles reparieren; Toleranzketten; Löten; Werkstoffe auswählen; Nein zu Funktionen sagen',
    ),
    askMeAbout: list(
      'Reparierbare Dinge entwerfen; Welche Schrauben wir nicht mehr nehmen; Solarstrom im Winter; Von Hand zeichnen; Unsere erste Pumpe und warum sie versagte',
    ),
  },
  software: {
    about: [
      'Ich schreibe Firmware für Maschinen, zu denen an einem Dienstagnachmittag niemand hinfahren kann. Sie muss also auf sich selbst aufpassen.',
      'Ich halte neuntausend Pumpen im Gespräch, über Netze, die meist schweigen.',
      'Ich lösche gern Code. Letztes Jahr habe ich mehr entfernt als geschrieben.',
      'Ich mache aus den Messwerten einer Pumpe die eine Frage, mit der in der Werkstatt heute jemand etwas anfangen kann.',
      'Ich teste Software, indem ich Kabel herausziehe, was meine Familie beunruhigt.',
      'Meine Datenleitungen sind mit Absicht langweilig. Die Karten, die daraus entstehen, sind es nicht.',
      'Ich kam von Computerspielen zum Wasser. Die Bildrate ist niedriger, und die Leute sind glücklicher.',
      'In ungeraden Wochen habe ich Bereitschaft, in geraden schreibe ich auf, was ich dabei gelernt habe.',
    ],
    talents: list(
      'Fehler suchen; Anfänger unterrichten; Klare Tickets schreiben; Daten sichtbar machen; Langweiliges automatisieren; Code-Reviews ohne Tränen',
    ),
    askMeAbout: list(
      'Erste Schritte beim Programmieren; Ein Diagramm ehrlich lesen; Updates über schlechte Netze; Datenschutz bei Messwerten; Was unsere Daten nicht verraten',
    ),
  },
  design: {
    about: [
      'Eine Woche im Monat bin ich dort, wo unsere Pumpen stehen, und höre meistens zu.',
      'Ich zeichne Anleitungen ohne Worte. Testleserin ist meine Nichte, sie ist sieben.',
      'Ich versuche herauszufinden, was Leute mit einem Wasserhahn tun, wenn niemand zusieht.',
      'Gute Gestaltung heißt hier, dass in der Dorfwerkstatt weniger geflucht wird.',
      'Ich baue Pappmodelle von Dingen, die wir gerade falsch machen wollen.',
      'Ich sammle Griffe. Frag mich danach, aber bring Zeit mit.',
    ],
    talents: list('Interviews führen; Zeichnen; Workshops moderieren; Fotografieren; Geschichten erzählen; Zuhören'),
    askMeAbout: list(
      'Ein Besuch vor Ort; Offene Fragen stellen; An einem Nachmittag ein Prototyp; Farbenblindheit; Was wir in Kitui gelernt haben',
    ),
  },
  sensors: {
    about: [
      'Ich baue Trübungssensoren in Leipzig, seit die Firma aus fünf Leuten und einem Wasserkocher bestand.',
      'Ich vergleiche jeden Sensor mit einem besseren und den mit einem noch besseren.',
      'Mein Signal ist klein, und das Rauschen ist eine Straßenbahn. Ihren Fahrplan kann ich inzwischen auswendig.',
      'Ich kann dir die Temperatur unseres Kellers auf vier Stellen sagen. Angenehm ist sie nie.',
      'Ich arbeite an Optik, die sauber bleibt, ohne dass jemand putzt.',
      'Vor zwei Jahren wurden wir gekauft. Ich finde immer noch heraus, wer in Lissabon was macht.',
      'Ich mache aus Licht, das an Schmutz streut, eine Zahl, die fünf Jahre lang stimmt.',
    ],
    talents: list('Messen; Optik; Signalverarbeitung; Dokumentation; Rauschen finden; Ruhe in Audits'),
    askMeAbout: list(
      'Wie sicher eine Messung ist; Wie Aquilo anfing; Linsen sauber halten; Normen und wozu es sie gibt; Die gute Kantine in Plagwitz',
    ),
  },
  field: {
    about: [
      'Ich habe in elf Countys Pumpen aufgestellt und in neun davon repariert.',
      'Wenn die Straße vor dem Dorf aufhört, ruf mich an.',
      'Ich lerne an jedem Ort jemanden an, der mich dann weniger braucht.',
      'Das Beste an der Arbeit ist der erste Eimer. Das Zweitbeste ist der Tee danach.',
      'Ich lese den Boden, bevor jemand bohrt, und habe mich zweimal geirrt.',
      'Ich bin die Stimme, die die Ingenieure bittet, einmal mitzukommen, in der Regenzeit.',
    ],
    talents: list('Improvisieren; Überall hinfahren; Elektrik; Karten lesen; Schnell Freunde finden'),
    askMeAbout: list(
      'Ein Tag vor Ort; Was zuerst kaputtgeht; Arbeiten in der Regenzeit; Wie ein Wasserkomitee arbeitet',
    ),
  },
  testing: {
    about: [
      'Ich betreue die langen Tests. Manche meiner Filter laufen länger, als du hier bist.',
      'Ich mache Dinge langsam kaputt und schreibe auf, wie.',
      'Ich erhitze, friere und schüttle, was andere sorgfältig gebaut haben. Sie essen trotzdem mit mir zu Mittag.',
      'Mein liebstes Ergebnis ist das, das niemand wollte.',
    ],
    talents: list('Sorgfältige Versuche; Statistik; Prüfstände bauen; Geduld'),
    askMeAbout: list('Wie lange ein Filter lebt; Salz, Hitze und Staub; Wann ein Test genügt; Ein Besuch am Prüfstand'),
  },
  service: {
    about: [
      'Ich kenne jede Sicherung in unseren Servicewagen mit Vornamen.',
      'Ich plane Touren so, dass niemand wegen einer Dichtung durch den Regen fährt.',
      'Ich höre zuerst dem Hausmeister zu und dann der Maschine.',
      'Ich habe Pumpen in Krankenhäusern repariert, in Zoos und einmal auf einer Fähre.',
      'Ich schreibe auf, was kaputt war, damit die Entwicklung mir glaubt.',
      'Ich habe immer ein Ersatzteil mehr dabei, als ich brauche. Es ist immer das richtige.',
    ],
    talents: list('Improvisieren; Touren planen; Elektrik; Reparaturen erklären; Überall hinfahren; Ruhig bleiben'),
    askMeAbout: list(
      'Ein Tag im Servicewagen; Was zuerst kaputtgeht; Reparieren am Sonntag; Einen Servicewagen packen',
    ),
  },
  training: {
    about: [
      'Ich bilde Leute für die Technik aus und lerne die besten Kniffe von ihnen.',
      'In meinen Kursen gibt es nach dem Mittagessen keine Folien.',
      'Ich schreibe Handbücher, die in eine Brusttasche passen.',
      'Ich glaube, dass man eine Pumpe versteht, wenn man sie mit verbundenen Augen zusammengebaut hat.',
    ],
    talents: list('Unterrichten; Vereinfachen; Stimme und Auftreten; Lehrpläne entwerfen'),
    askMeAbout: list(
      'Eine Stunde, die hängen bleibt; Über Sprachen hinweg unterrichten; Angst vor Strom; Wie Erwachsene lernen',
    ),
  },
  sales: {
    about: [
      'Ich rede mit Stadträten über Rohre und, öfter noch, über Vertrauen.',
      'Ich lese Ausschreibungen von vierhundert Seiten, damit du es nicht musst.',
      'Ich kalkuliere ehrlich, das macht die Besprechungen kurz.',
      'Ich schreibe Förderanträge. Mein Lieblingswort ist „folglich“.',
      'Ich verspreche nur, was der Service zugesagt hat. Das habe ich auf die langsame Art gelernt.',
      'Ich komme von einem Wasserwerk: Ich weiß, wie es sich auf der anderen Seite des Tisches anfühlt.',
    ],
    talents: list('Verhandeln; Verständlich schreiben; Verträge lesen; Namen merken; Risiken berechnen; Präsentieren'),
    askMeAbout: list(
      'Wie ein Versorger entscheidet; Eine Ausschreibung gut verlieren; Preise; Für Förderer schreiben; Das erste Treffen mit der Kundschaft',
    ),
  },
  partners: {
    about: [
      'Ich kümmere mich um die Organisationen, die unsere Pumpen die letzten hundert Kilometer bringen.',
      'Meine Arbeit besteht zur Hälfte daraus, Leute bekannt zu machen, und zur Hälfte aus Geduld.',
      'Ich führe eine Liste unserer Zusagen an Partner und lese sie jeden Freitag laut vor.',
      'Ich finde Händler, die Ersatzteile vorrätig haben und es ernst meinen.',
      'Ich war zehn Jahre in der Nothilfe und kam wegen der Reparaturen hierher.',
    ],
    talents: list('Vertrauen aufbauen; Sprachen; Menschen zusammenbringen; Budgets planen; Beide Seiten sehen'),
    askMeAbout: list(
      'Mit NGOs arbeiten; Einfuhrpapiere; Eine Partnerschaft, die gut endete; Freundlich Nein sagen; Kampala für wenig Geld',
    ),
  },
  stories: {
    about: [
      'Ich schreibe über Wasser ohne das Wort „Reise“.',
      'Ich filme Hände. Gesichter kommen später, wenn die Leute mögen.',
      'Ich frage alle auf einem Foto, ob es ihnen gefällt, und werfe den Rest weg.',
      'Ich kürze unsere Webseiten, bis sie kürzer sind als die Frage.',
      'Ich suche die kleine Geschichte, die die große Zahl erklärt.',
    ],
    talents: list('Redigieren; Film; Fotografieren; Überschriften; Interviews führen; Wörter streichen'),
    askMeAbout: list(
      'Eine gute Seite schreiben; Geschichten mit Einverständnis erzählen; Vor der Kamera sprechen; Was wirklich angeklickt wird',
    ),
  },
  care: {
    about: [
      'Ich gehe ans Telefon, wenn eine Maschine verstummt ist. Meist ist es ein Ventil.',
      'Ich habe jedes Geräusch unserer Maschinen schon gehört, durchs Telefon.',
      'Ich schreibe die Antwort beim ersten Mal auf, damit der dritte Anruf sie sofort bekommt.',
      'Ich mag schwierige Anrufe: Jemandem ist es wichtig genug, um laut zu werden.',
      'Ich finde das Ersatzteil für ein Modell, das wir seit 2009 nicht mehr bauen.',
      'Ich weiß, welche Handbücher lügen.',
      'Ich schicke ein Foto mit einem Pfeil darauf. Das spart tausend Worte und eine Anfahrt.',
      'Ich bitte die Leute, das Telefon an die Maschine zu halten. Sie denken immer, ich scherze.',
    ],
    talents: list(
      'Zuhören; Ruhig bleiben; Ersatzteile finden; Am Telefon erklären; Vier Sprachen vor dem Mittag; Muster erkennen',
    ),
    askMeAbout: list(
      'Was wirklich gefragt wird; Einen schwierigen Anruf beruhigen; Alte Modelle; Eine nützliche Antwort schreiben; Unsere zehn häufigsten Fehler',
    ),
  },
  production: {
    about: [
      'Ich baue zwei Pumpen in der Stunde zusammen und höre, wenn eine davon schmollt.',
      'Ich stelle Maschinen so ein, dass andere ihnen trauen können.',
      'Ich messe zweimal und bitte dann jemanden, auch zu messen.',
      'Ich habe unsere Linie zu einem Hufeisen umgestellt, damit wir uns sehen.',
      'Ich suche von Berufs wegen Fehler und versuche, nett dabei zu sein.',
      'Ich habe in jeder Schicht gearbeitet, die es gibt. Die frühe hat den schöneren Sonnenaufgang.',
      'Ich hänge jede Zeichnung über den Arbeitsplatz und schreibe darauf, was sie vergessen hat.',
      'Ich mag den Geruch der Halle am Morgen, bevor etwas läuft.',
      'Ich kam als Aushilfe für sechs Wochen. Das war noch im alten Gebäude.',
      'Ich bringe Neuen bei, die Linie anzuhalten. Es dauert eine Woche, bis sie sich trauen.',
    ],
    talents: list(
      'Ruhige Hände; Abläufe verbessern; Neue anlernen; Kleinigkeiten bemerken; Maschinen reparieren; Ordnung halten',
    ),
    askMeAbout: list(
      'Ein Rundgang an der Linie; Die Linie anhalten; Was Zeichnungen vergessen; Leben mit Schichten; Fehler, die wir nur einmal gemacht haben',
    ),
  },
  purchasing: {
    about: [
      'Ich kaufe Lager, Harz und guten Willen ein.',
      'Ich besuche jeden Lieferanten, bevor ich über den Preis streite.',
      'Ich habe für alles zwei Quellen und für Dichtungen drei.',
      'Ich plane Material für Maschinen, die der Vertrieb noch nicht verkauft hat. Das ist eine Art Astrologie.',
      'Ich helfe kleinen Werkstätten, gute Lieferanten zu werden. Das braucht Jahre und viele Mittagessen.',
    ],
    talents: list('Verhandeln; Planen; Risiken erkennen; Lieferanten besuchen; Tabellen, die andere lesen können'),
    askMeAbout: list(
      'Was ein Teil wirklich kostet; Faire Lieferanten; Lieferzeiten; Der große Dichtungsmangel; Gebrauchte Maschinen kaufen',
    ),
  },
  logistics: {
    about: [
      'Ich weiß, wo alles ist. Frag mich vor dem Regal, ich gebe gern an.',
      'Ich bringe Container durch drei Häfen und ein sehr strenges Zollamt.',
      'Ich belade Laster, wie andere ein gewisses Spiel mit fallenden Steinen spielen.',
      'Ich verschiffe, wann immer man mich früh genug fragt. Bitte frag früh.',
    ],
    talents: list('Organisieren; Zollpapiere; Ballett mit dem Gabelstapler; Zusagen einhalten; Umwege finden'),
    askMeAbout: list('Versand nach Mombasa; Zoll; So packen, dass es ankommt; Wo dein Paket ist'),
  },
  finance: {
    about: [
      'Ich schließe die Bücher in vier Tagen ab und gehe dann schwimmen.',
      'Ich erkläre Budgets, bis niemand mehr Angst davor hat.',
      'Ich bezahle die Rechnungen aus neun Ländern, jedes mit eigenen Vorstellungen vom Komma.',
      'Ich frage „Was würden wir dann anders machen?“, bevor ich einen Bericht baue.',
      'Wenn ich meine Arbeit gut mache, denkt niemand an mich. Das ist in Ordnung.',
      'Eine Zahl mag ich am liebsten, wenn ich die Geschichte dahinter erzählen kann.',
    ],
    talents: list('Klare Zahlen; Budgets erklären; Nach dem Warum fragen; Steuerrätsel; Den fehlenden Cent finden'),
    askMeAbout: list(
      'Eine Bilanz lesen; Reisekosten; Ein Budget aufstellen; Was eine Pumpe einbringt; Rente, einfach erklärt',
    ),
  },
  people: {
    about: [
      'Ich helfe Leuten, hier ihren Platz zu finden, und ab und zu anderswo einen besseren.',
      'Ich lese jede Bewerbung selbst. Hinter jeder wartet jemand.',
      'Ich entwerfe Lernen, das zwischen zwei Besprechungen passt.',
      'Ich halte den Raum, wenn ein Gespräch schwierig wird.',
      'Meine Tür ist offen. Donnerstags ist es dahinter auch ruhig.',
    ],
    talents: list('Zuhören; Moderieren; Vermitteln; Coachen; Fragen stellen; Stellenanzeigen ohne Floskeln'),
    askMeAbout: list('Die Rolle wechseln; Elternzeit; Rückmeldung geben; Deine ersten hundert Tage; Lernbudgets'),
  },
  it: {
    about: [
      'Ich repariere Laptops und damit auch Stimmungen.',
      'Ich sorge für Sicherheit und versuche, dir dabei nicht im Weg zu stehen.',
      'Ich automatisiere die erste Stunde von jedem ersten Tag.',
      'Ich lese Datenschutzhinweise zum Vergnügen, du kannst mir also deine schicken.',
      'Hast du schon versucht, mir zu sagen, was du eigentlich tun wolltest? Das geht oft schneller.',
    ],
    talents: list('Fehler beheben; Sicherheit erklären; Skripte schreiben; Geduld; Tastenkürzel beibringen'),
    askMeAbout: list(
      'Passwörter und Passkeys; Ein aufgeräumtes Postfach; Woran man Phishing erkennt; Arbeiten im Zug; Datenschutz zu Hause',
    ),
  },
  legal: {
    about: [
      'Ich schreibe Verträge, die auf zwei Seiten passen, und verteidige sie.',
      'Auf „Dürfen wir?“ antworte ich mit „Wie?“, sooft das Gesetz mich lässt.',
      'Ich kümmere mich ums Haus: Schlüssel, Pflanzen, Briefe und die Kaffeemaschine, zu der alle eine Meinung haben.',
      'Ich begrüße alle, die hereinkommen, und merke mir, wer Hafermilch nimmt.',
    ],
    talents: list(
      'Verständliche Sprache; Diplomatie; Veranstaltungen organisieren; Wissen, wen man fragt; Geheimnisse hüten',
    ),
    askMeAbout: list('Verträge ohne Angst; Lizenzen; Das Gebäude und seine Gespenster; Wo man in Alcântara gut isst'),
  },
  leading: {
    about: [
      'Ich frage mehr, als ich antworte, und gehe zu den meisten Besprechungen zu Fuß.',
      'Ich habe hier mit einer Ausbildung angefangen und kenne den Weg zur Werkstatt noch.',
      'Ich versuche, dass meine Teams mich jedes Jahr ein wenig weniger brauchen.',
      'Ich entscheide langsam und ändere meine Entscheidungen schnell.',
      'Freitags halte ich mir Zeit für Leute frei, die ich noch nicht kenne. Nimm dir gern etwas davon.',
      'Ich kam von einem Großunternehmen und musste das meiste verlernen.',
      'Einen Tag im Quartal bin ich in einem anderen Team, koche dort Kaffee und stelle Fragen.',
      'Ich schreibe Dinge auf, damit niemand raten muss, was ich gemeint habe.',
      'Ich repariere einen Plan lieber, als ihn zu verteidigen.',
      'Ich leite Leute, die mehr wissen als ich, und das passt mir gut.',
    ],
    talents: list('Fragen stellen; Entscheiden; Das Ganze sehen; Mentoring; Kurz schreiben; Menschen zusammenbringen'),
    askMeAbout: list(
      'Wie hier entschieden wird; Meine Fehler als neue Führungskraft; Eine Mentorin oder einen Mentor finden; Warum Meridian Aquilo gekauft hat; Berufswechsel',
    ),
  },
};
