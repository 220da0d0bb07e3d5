export type Site = 'Lisbon' | 'Hamburg' | 'Leipzig' | 'Nairobi';
export type Craft =
  | 'lab'
  | 'hardware'
  | 'software'
  | 'design'
  | 'sensors'
  | 'field'
  | 'testing'
  | 'service'
  | 'training'
  | 'sales'
  | 'partners'
  | 'stories'
  | 'care'
  | 'production'
  | 'purchasing'
  | 'logistics'
  | 'finance'
  | 'people'
  | 'it'
  | 'legal'
  | 'leading';

export interface Team {
  name: string;
  site: Site;
  size: number;
  craft: Craft;
  /** Titles of the members; whoever leads is called `lead`. */
  titles: readonly string[];
  lead: string;
}

export interface Department {
  name: string;
  head: string;
  site: Site;
  /** The company that this part came from. */
  origin?: string;
  teams: readonly Team[];
}

export interface Division {
  name: string;
  head: string;
  site: Site;
  departments: readonly Department[];
}

export const SITES: readonly { name: Site; timezone: string }[] = [
  { name: 'Lisbon', timezone: 'Europe/Lisbon' },
  { name: 'Hamburg', timezone: 'Europe/Berlin' },
  { name: 'Leipzig', timezone: 'Europe/Berlin' },
  { name: 'Nairobi', timezone: 'Africa/Nairobi' },
];

/** The acquired company: one department that still keeps to itself. */
export const ACQUIRED = { department: 'Aquilo', origin: 'Aquilo Sensors' };

/** Groups across units, as a directory lists them: each with how many are in it. */
export const GROUPS: readonly { name: string; size: number }[] = [
  { name: 'Pricing board', size: 7 },
  { name: 'Sensor launch', size: 9 },
  { name: 'Safety circle', size: 8 },
  { name: 'Nairobi hub', size: 8 },
  { name: 'New parts system', size: 7 },
  { name: 'Works council', size: 5 },
];
