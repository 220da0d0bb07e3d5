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

function team(name: string, site: Site, size: number, craft: Craft, titles: readonly string[]): Team {
  const [lead = '', ...others] = titles;
  return { name, site, size, craft, titles: others, lead };
}

const products: Division = {
  name: 'Products',
  head: 'Chief Product Officer',
  site: 'Hamburg',
  departments: [
    {
      name: 'Filtration Lab',
      head: 'Head of Filtration',
      site: 'Lisbon',
      teams: [
        team('Membranes', 'Lisbon', 8, 'lab', [
          'Lead Membrane Scientist',
          'Membrane Scientist',
          'Polymer Chemist',
          'Lab Technician',
        ]),
        team('Water Chemistry', 'Lisbon', 6, 'lab', [
          'Lead Chemist',
          'Water Chemist',
          'Microbiologist',
          'Lab Technician',
        ]),
        team('Test Bench', 'Hamburg', 5, 'testing', ['Test Bench Lead', 'Test Engineer', 'Lab Technician']),
      ],
    },
    {
      name: 'Engineering',
      head: 'Head of Engineering',
      site: 'Hamburg',
      teams: [
        team('Mechanics', 'Hamburg', 7, 'hardware', [
          'Lead Mechanical Engineer',
          'Mechanical Engineer',
          'CAD Designer',
          'Prototype Builder',
        ]),
        team('Electronics', 'Hamburg', 6, 'hardware', [
          'Lead Electronics Engineer',
          'Electronics Engineer',
          'Power Engineer',
          'PCB Designer',
        ]),
        team('Firmware', 'Hamburg', 7, 'software', [
          'Firmware Team Lead',
          'Firmware Engineer',
          'Embedded Developer',
          'Test Automation Engineer',
        ]),
        team('Cloud and Data', 'Lisbon', 7, 'software', [
          'Lead Cloud Engineer',
          'Cloud Engineer',
          'Data Engineer',
          'Data Scientist',
        ]),
      ],
    },
    {
      name: 'Design and Research',
      head: 'Head of Design',
      site: 'Lisbon',
      teams: [
        team('Field Research', 'Nairobi', 4, 'design', ['Lead Field Researcher', 'Field Researcher', 'Anthropologist']),
        team('Product Design', 'Lisbon', 4, 'design', [
          'Lead Product Designer',
          'Product Designer',
          'Service Designer',
        ]),
      ],
    },
    {
      name: ACQUIRED.department,
      head: 'Managing Director, Aquilo',
      site: 'Leipzig',
      origin: ACQUIRED.origin,
      teams: [
        team('Sensor Engineering', 'Leipzig', 8, 'sensors', [
          'Lead Sensor Engineer',
          'Sensor Engineer',
          'Signal Processing Engineer',
          'Physicist',
        ]),
        team('Calibration', 'Leipzig', 6, 'sensors', [
          'Lead Calibration Engineer',
          'Calibration Engineer',
          'Metrologist',
        ]),
        team('Sensor Production', 'Leipzig', 7, 'production', [
          'Production Lead',
          'Sensor Assembler',
          'Process Technician',
          'Clean Room Technician',
        ]),
        team('Sensor Support', 'Leipzig', 5, 'care', ['Support Lead', 'Support Engineer', 'Application Engineer']),
      ],
    },
  ],
};

const field: Division = {
  name: 'Field',
  head: 'Chief Field Officer',
  site: 'Nairobi',
  departments: [
    {
      name: 'East Africa',
      head: 'Head of East Africa',
      site: 'Nairobi',
      teams: [
        team('Installation Nairobi', 'Nairobi', 9, 'field', [
          'Installation Lead',
          'Installation Engineer',
          'Pump Technician',
          'Site Surveyor',
          'Electrician',
        ]),
        team('Communities', 'Nairobi', 6, 'field', [
          'Community Lead',
          'Community Officer',
          'Hydrogeologist',
          'Health Educator',
        ]),
      ],
    },
    {
      name: 'Europe Service',
      head: 'Head of Europe Service',
      site: 'Hamburg',
      teams: [
        team('Service North', 'Hamburg', 6, 'service', ['Service Lead', 'Service Technician', 'Service Planner']),
        team('Service South', 'Lisbon', 6, 'service', ['Service Lead', 'Service Technician', 'Service Planner']),
      ],
    },
    {
      name: 'Training',
      head: 'Head of Training',
      site: 'Nairobi',
      teams: [
        team('Technician Training', 'Nairobi', 4, 'training', ['Lead Trainer', 'Technical Trainer', 'Course Author']),
      ],
    },
  ],
};

const customers: Division = {
  name: 'Customers',
  head: 'Chief Customer Officer',
  site: 'Lisbon',
  departments: [
    {
      name: 'Public Sector',
      head: 'Head of Public Sector',
      site: 'Lisbon',
      teams: [
        team('Utilities', 'Lisbon', 6, 'sales', [
          'Utilities Lead',
          'Account Manager',
          'Solution Engineer',
          'Pricing Analyst',
        ]),
        team('Grants and Tenders', 'Lisbon', 5, 'sales', ['Tender Lead', 'Tender Manager', 'Grant Writer']),
      ],
    },
    {
      name: 'Partners',
      head: 'Head of Partners',
      site: 'Nairobi',
      teams: [
        team('NGO Partnerships', 'Nairobi', 5, 'partners', [
          'Partnership Lead',
          'Partnership Manager',
          'Programme Officer',
        ]),
        team('Distributors', 'Hamburg', 5, 'partners', ['Distribution Lead', 'Channel Manager', 'Export Manager']),
      ],
    },
    {
      name: 'Marketing',
      head: 'Head of Marketing',
      site: 'Lisbon',
      teams: [
        team('Stories', 'Lisbon', 4, 'stories', ['Editorial Lead', 'Writer', 'Film Maker', 'Photo Editor']),
        team('Digital', 'Hamburg', 4, 'stories', ['Digital Lead', 'Web Editor', 'Campaign Manager']),
      ],
    },
    {
      name: 'Care',
      head: 'Head of Care',
      site: 'Lisbon',
      teams: [
        team('Customer Care', 'Lisbon', 9, 'care', [
          'Care Lead',
          'Care Specialist',
          'Technical Advisor',
          'Spare Parts Advisor',
        ]),
      ],
    },
  ],
};

const supply: Division = {
  name: 'Supply',
  head: 'Chief Operating Officer',
  site: 'Lisbon',
  departments: [
    {
      name: 'Production',
      head: 'Head of Production',
      site: 'Lisbon',
      teams: [
        team('Assembly', 'Lisbon', 10, 'production', [
          'Assembly Lead',
          'Assembler',
          'Machine Setter',
          'Process Engineer',
        ]),
        team('Quality', 'Lisbon', 6, 'production', ['Quality Lead', 'Quality Engineer', 'Quality Inspector']),
      ],
    },
    {
      name: 'Purchasing',
      head: 'Head of Purchasing',
      site: 'Hamburg',
      teams: [
        team('Strategic Purchasing', 'Hamburg', 5, 'purchasing', [
          'Lead Buyer',
          'Strategic Buyer',
          'Supplier Developer',
        ]),
        team('Components', 'Hamburg', 4, 'purchasing', ['Components Lead', 'Buyer', 'Material Planner']),
      ],
    },
    {
      name: 'Logistics',
      head: 'Head of Logistics',
      site: 'Lisbon',
      teams: [
        team('Warehouse', 'Lisbon', 6, 'logistics', ['Warehouse Lead', 'Warehouse Specialist', 'Goods-in Clerk']),
        team('Transport', 'Nairobi', 4, 'logistics', ['Transport Lead', 'Transport Planner', 'Customs Specialist']),
      ],
    },
  ],
};

const company: Division = {
  name: 'Company',
  head: 'Chief Financial Officer',
  site: 'Lisbon',
  departments: [
    {
      name: 'Finance',
      head: 'Head of Finance',
      site: 'Lisbon',
      teams: [
        team('Accounting', 'Lisbon', 5, 'finance', ['Lead Accountant', 'Accountant', 'Payroll Specialist']),
        team('Controlling', 'Hamburg', 4, 'finance', ['Lead Controller', 'Controller', 'Treasury Analyst']),
      ],
    },
    {
      name: 'People',
      head: 'Head of People',
      site: 'Lisbon',
      teams: [
        team('People Team', 'Lisbon', 4, 'people', [
          'People Team Lead',
          'People Partner',
          'Recruiter',
          'People Operations',
        ]),
        team('Learning', 'Hamburg', 4, 'people', ['Learning Lead', 'Learning Designer', 'Facilitator']),
      ],
    },
    {
      name: 'Technology',
      head: 'Head of Technology',
      site: 'Hamburg',
      teams: [
        team('Workplace', 'Lisbon', 5, 'it', ['Workplace Lead', 'Support Specialist', 'Systems Engineer']),
        team('Information Security', 'Hamburg', 3, 'it', ['Security Lead', 'Security Engineer', 'Privacy Analyst']),
      ],
    },
    {
      name: 'Legal and Office',
      head: 'General Counsel',
      site: 'Lisbon',
      teams: [
        team('Legal', 'Lisbon', 3, 'legal', ['Senior Counsel', 'Counsel', 'Contract Manager']),
        team('Offices', 'Lisbon', 4, 'legal', ['Office Lead', 'Office Manager', 'Reception']),
      ],
    },
  ],
};

export const DIVISIONS: readonly Division[] = [products, field, customers, supply, company];

/** Groups across units, as a directory lists them: each with how many are in it. */
export const GROUPS: readonly { name: string; size: number }[] = [
  { name: 'Pricing board', size: 7 },
  { name: 'Sensor launch', size: 9 },
  { name: 'Safety circle', size: 8 },
  { name: 'Nairobi hub', size: 8 },
  { name: 'New parts system', size: 7 },
  { name: 'Works council', size: 5 },
];
