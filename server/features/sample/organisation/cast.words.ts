import type { SamplePart } from '#contract/sample.ts';

/** Somebody one may enter as: where they stand, and what they say of themselves. */
export interface CastMember {
  part: SamplePart;
  /** The place in the organisation: 'team/number', 0 leads; 'unit/head' for who heads a unit. */
  place: string;
  name: string;
  title: string;
  /** Days since they joined. */
  here: number;
  timezone?: string;
  group?: string;
  about: string;
  talents: string[];
  passions: string[];
  askMeAbout: string[];
  interests: string[];
  languages: string[];
  officeDays: number[];
}

export const CAST: readonly CastMember[] = [
  {
    part: 'newcomer',
    place: 'Product Design/1',
    name: 'Inês Carvalho',
    title: 'Product Designer',
    here: 19,
    group: 'Sensor launch',
    about:
      'I started three weeks ago and still open the wrong doors. Before this I designed bicycle lights; now I hope to make a sensor that nobody has to read a manual for.',
    talents: ['drawing', 'prototyping', 'listening'],
    passions: ['design for repair', 'accessibility'],
    askMeAbout: ['my first weeks here', 'cardboard prototypes'],
    interests: ['ceramics', 'cycling', 'choir'],
    languages: ['pt', 'en', 'es'],
    officeDays: [1, 2, 4],
  },
  {
    part: 'team-lead',
    place: 'Firmware/0',
    name: 'Jonas Brandt',
    title: 'Firmware Team Lead',
    here: 2200,
    group: 'Sensor launch',
    about:
      'I lead six people who write software for machines nobody can visit on a Tuesday. I used to fix everything myself; these days I try to ask better questions.',
    talents: ['debugging', 'teaching beginners', 'asking questions'],
    passions: ['teaching', 'design for repair'],
    askMeAbout: ['mistakes I made as a new lead', 'updates over bad networks', 'sailing with children'],
    interests: ['sailing', 'sourdough', 'repair cafés'],
    languages: ['de', 'en'],
    officeDays: [2, 3, 4],
  },
  {
    part: 'steward',
    place: 'People/head',
    name: 'Amara Okafor',
    title: 'Head of People',
    here: 1500,
    group: 'Safety circle',
    about:
      'I look after how we work together. I would like the person in Leipzig and the person in Nairobi to know whom to call, and to look forward to it.',
    talents: ['facilitating', 'mediating', 'asking questions'],
    passions: ['mentoring young people', 'plain language'],
    askMeAbout: ['changing your role', 'giving feedback', 'moving to Lisbon'],
    interests: ['choir', 'gardening', 'theatre'],
    languages: ['en', 'pt', 'fr'],
    officeDays: [1, 3, 4],
  },
  {
    part: 'acquired',
    place: 'Calibration/2',
    name: 'Katrin Vogel',
    title: 'Calibration Engineer',
    here: 5200,
    group: 'Sensor launch',
    about:
      'I have calibrated sensors at Aquilo for fourteen years. Since Meridian bought us I have had a new badge and met four of you; I would not mind a fifth.',
    talents: ['measuring', 'calm in audits', 'documentation'],
    passions: ['clean rivers', 'making music together'],
    askMeAbout: ['how Aquilo began', 'how sure a measurement is'],
    interests: ['choir', 'hiking', 'birdwatching'],
    languages: ['de', 'en'],
    officeDays: [1, 2, 3, 4],
  },
  {
    part: 'executive',
    place: 'Supply/head',
    name: 'Tomasz Zieliński',
    title: 'Chief Operating Officer',
    here: 3300,
    group: 'Safety circle',
    about:
      'I am responsible for everything that is bought, built and moved. I learn most from people who stop the line, so please stop me as well.',
    talents: ['making decisions', 'mentoring', 'improving processes'],
    passions: ['fair supply chains', 'teaching'],
    askMeAbout: ['how decisions are made here', 'career changes', 'the great seal shortage'],
    interests: ['chess', 'travelling by train', 'open-water swimming'],
    languages: ['pl', 'en', 'de'],
    officeDays: [1, 2, 3],
  },
  {
    part: 'remote',
    place: 'Cloud and Data/3',
    name: 'Nadia Haddad',
    title: 'Cloud Engineer',
    here: 820,
    timezone: 'Asia/Amman',
    group: 'New parts system',
    about:
      'I keep nine thousand pumps online from a desk in Amman, almost two thousand miles from the nearest colleague. Good calls begin with the weather and end with a plan.',
    talents: ['automating dull work', 'writing clear tickets', 'data visualisation'],
    passions: ['women in engineering', 'open data'],
    askMeAbout: ['working alone without being lonely', 'privacy of readings', 'cooking for twelve'],
    interests: ['cooking', 'astronomy', 'chess'],
    languages: ['ar', 'en', 'fr'],
    officeDays: [],
  },
];
