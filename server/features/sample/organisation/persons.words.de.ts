const list = (text: string): string[] => text.split('; ');

/** The same in German, place by place. */
export const PERSONAL_IN_GERMAN: readonly string[] = [
  'Am Wochenende findest du mich in kaltem Wasser.',
  'Ich singe Alt in einem Chor, der besser ist, als er klingt.',
  'Ich habe zwei Kinder und keine Meinung zum Thema Schlaf.',
  'Ich backe Brot für alle, die mir beim Tischrücken helfen.',
  'Ich lerne Portugiesisch. Bitte verbessere mich.',
  'Ich sammle die längsten Wörter, die das Deutsche hat.',
  'Ich halte Bienen auf einem Dach am Hafen.',
  'Ich komme mit dem Rad, auch wenn ich es bereue.',
  'Ich spiele Trompete, mit Rücksicht.',
  'Ich lese drei Bücher gleichzeitig und eines zu Ende.',
  'Frag mich nach dem besten Pastel de Nata. Es ist nicht da, wo du denkst.',
  'Ich bin auf einem Bauernhof aufgewachsen und wache immer noch um fünf auf.',
  'Samstags helfe ich in einem Repair-Café.',
  'Ich weiß viel zu viel über Vögel.',
  'Ich laufe langsam und gern.',
  'Freitags koche ich für alle, die gerade da sind.',
  'Nach dem zweiten Kaffee rede ich besser.',
  'Beim Schach habe ich dieses Jahr gegen meine Tochter verloren, dreimal.',
  'Ich zeichne in Besprechungen. Ich höre zu.',
  'Mein Schrebergarten versorgt das ganze Stockwerk mit Zucchini.',
  'Ich habe einen Hund, der an den meisten meiner Anrufe teilnimmt.',
  'Ich bin mit dem Zug gekommen, wie meistens.',
  'Ich bin neu in der Stadt und freue mich über jeden Tipp.',
  'Ich tanze, auch unter der Woche.',
  'Ich kann zwei Töne gleichzeitig pfeifen.',
  'Ich restauriere Radios, die niemand braucht.',
  'Ein Spaziergang ist mir lieber als ein Besprechungsraum.',
  'Mittwochs kümmere ich mich um meinen Vater und komme später.',
  'Ich baue Kreuzworträtsel fürs Schwarze Brett.',
  'Sonntags segle ich, schlecht.',
  'Ich nehme die frühe Fähre und teile sie gern.',
  'Ich habe in fünf Ländern gelebt und vermisse das Essen aus vieren.',
  'Ich schreibe Briefe von Hand. Du könntest einen bekommen.',
  'Ich halte zu einem Fußballverein, der das nötig hat.',
  'Das mit dem Teleskop, das bin ich.',
  'Eine Frage höre ich lieber als ein Kompliment.',
];

export const INTERESTS_IN_GERMAN: readonly string[] = list(
  'Segeln; Chor; Imkern; Sauerteig; Freiwasserschwimmen; Schach; Vögel beobachten; Radfahren; Gärtnern; Jazz; Keramik; Wandern; Fußball; Theater; Fotografieren; Brettspiele; Laufen; Sprachen; Stadtgeschichte; Klettern; Film; Ehrenamt; Kochen; Astronomie; Holzarbeiten; Gedichte; Gärtnern in der Stadt; Yoga; Repair-Cafés; Reisen mit dem Zug',
);

export const PASSIONS_IN_GERMAN: readonly string[] = list(
  'Junge Leute begleiten; Saubere Flüsse; Offene Daten; Reparierbare Dinge; Frauen in der Technik; Faire Lieferketten; Essen aus der Region; Schreiben; Unterrichten; Bus und Bahn; Verständliche Sprache; Seelische Gesundheit; Gemeinsam Musik machen; Erneuerbare Energie; Barrierefreiheit; Erzählte Geschichte',
);
