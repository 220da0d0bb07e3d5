import { ACQUIRED, type Division, type Team } from './teams.ts';

/** `titles` begin with that of whoever leads. */
function team(name: string, place: Pick<Team, 'site' | 'size' | 'craft'>, titles: string): Team {
  const [lead = '', ...others] = titles.split('; ');
  return { name, ...place, titles: others, lead };
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
        team(
          'Membranes',
          { site: 'Lisbon', size: 8, craft: 'lab' },
          'Lead Membrane Scientist; Membrane Scientist; Polymer Chemist; Lab Technician',
        ),
        team(
          'Water Chemistry',
          { site: 'Lisbon', size: 6, craft: 'lab' },
          'Lead Chemist; Water Chemist; Microbiologist; Lab Technician',
        ),
        team(
          'Test Bench',
          { site: 'Hamburg', size: 5, craft: 'testing' },
          'Test Bench Lead; Test Engineer; Lab Technician',
        ),
      ],
    },
    {
      name: 'Engineering',
      head: 'Head of Engineering',
      site: 'Hamburg',
      teams: [
        team(
          'Mechanics',
          { site: 'Hamburg', size: 7, craft: 'hardware' },
          'Lead Mechanical Engineer; Mechanical Engineer; CAD Designer; Prototype Builder',
        ),
        team(
          'Electronics',
          { site: 'Hamburg', size: 6, craft: 'hardware' },
          'Lead Electronics Engineer; Electronics Engineer; Power Engineer; PCB Designer',
        ),
        team(
          'Firmware',
          { site: 'Hamburg', size: 7, craft: 'software' },
          'Firmware Team Lead; Firmware Engineer; Embedded Developer; Test Automation Engineer',
        ),
        team(
          'Cloud and Data',
          { site: 'Lisbon', size: 7, craft: 'software' },
          'Lead Cloud Engineer; Cloud Engineer; Data Engineer; Data Scientist',
        ),
      ],
    },
    {
      name: 'Design and Research',
      head: 'Head of Design',
      site: 'Lisbon',
      teams: [
        team(
          'Field Research',
          { site: 'Nairobi', size: 4, craft: 'design' },
          'Lead Field Researcher; Field Researcher; Anthropologist',
        ),
        team(
          'Product Design',
          { site: 'Lisbon', size: 4, craft: 'design' },
          'Lead Product Designer; Product Designer; Service Designer',
        ),
      ],
    },
    {
      name: ACQUIRED.department,
      head: 'Managing Director, Aquilo',
      site: 'Leipzig',
      origin: ACQUIRED.origin,
      teams: [
        team(
          'Sensor Engineering',
          { site: 'Leipzig', size: 8, craft: 'sensors' },
          'Lead Sensor Engineer; Sensor Engineer; Signal Processing Engineer; Physicist',
        ),
        team(
          'Calibration',
          { site: 'Leipzig', size: 6, craft: 'sensors' },
          'Lead Calibration Engineer; Calibration Engineer; Metrologist',
        ),
        team(
          'Sensor Production',
          { site: 'Leipzig', size: 7, craft: 'production' },
          'Production Lead; Sensor Assembler; Process Technician; Clean Room Technician',
        ),
        team(
          'Sensor Support',
          { site: 'Leipzig', size: 5, craft: 'care' },
          'Support Lead; Support Engineer; Application Engineer',
        ),
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
        team(
          'Installation Nairobi',
          { site: 'Nairobi', size: 9, craft: 'field' },
          'Installation Lead; Installation Engineer; Pump Technician; Site Surveyor; Electrician',
        ),
        team(
          'Communities',
          { site: 'Nairobi', size: 6, craft: 'field' },
          'Community Lead; Community Officer; Hydrogeologist; Health Educator',
        ),
      ],
    },
    {
      name: 'Europe Service',
      head: 'Head of Europe Service',
      site: 'Hamburg',
      teams: [
        team(
          'Service North',
          { site: 'Hamburg', size: 6, craft: 'service' },
          'Service Lead; Service Technician; Service Planner',
        ),
        team(
          'Service South',
          { site: 'Lisbon', size: 6, craft: 'service' },
          'Service Lead; Service Technician; Service Planner',
        ),
      ],
    },
    {
      name: 'Training',
      head: 'Head of Training',
      site: 'Nairobi',
      teams: [
        team(
          'Technician Training',
          { site: 'Nairobi', size: 4, craft: 'training' },
          'Lead Trainer; Technical Trainer; Course Author',
        ),
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
        team(
          'Utilities',
          { site: 'Lisbon', size: 6, craft: 'sales' },
          'Utilities Lead; Account Manager; Solution Engineer; Pricing Analyst',
        ),
        team(
          'Grants and Tenders',
          { site: 'Lisbon', size: 5, craft: 'sales' },
          'Tender Lead; Tender Manager; Grant Writer',
        ),
      ],
    },
    {
      name: 'Partners',
      head: 'Head of Partners',
      site: 'Nairobi',
      teams: [
        team(
          'NGO Partnerships',
          { site: 'Nairobi', size: 5, craft: 'partners' },
          'Partnership Lead; Partnership Manager; Programme Officer',
        ),
        team(
          'Distributors',
          { site: 'Hamburg', size: 5, craft: 'partners' },
          'Distribution Lead; Channel Manager; Export Manager',
        ),
      ],
    },
    {
      name: 'Marketing',
      head: 'Head of Marketing',
      site: 'Lisbon',
      teams: [
        team(
          'Stories',
          { site: 'Lisbon', size: 4, craft: 'stories' },
          'Editorial Lead; Writer; Film Maker; Photo Editor',
        ),
        team('Digital', { site: 'Hamburg', size: 4, craft: 'stories' }, 'Digital Lead; Web Editor; Campaign Manager'),
      ],
    },
    {
      name: 'Care',
      head: 'Head of Care',
      site: 'Lisbon',
      teams: [
        team(
          'Customer Care',
          { site: 'Lisbon', size: 9, craft: 'care' },
          'Care Lead; Care Specialist; Technical Advisor; Spare Parts Advisor',
        ),
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
        team(
          'Assembly',
          { site: 'Lisbon', size: 10, craft: 'production' },
          'Assembly Lead; Assembler; Machine Setter; Process Engineer',
        ),
        team(
          'Quality',
          { site: 'Lisbon', size: 6, craft: 'production' },
          'Quality Lead; Quality Engineer; Quality Inspector',
        ),
      ],
    },
    {
      name: 'Purchasing',
      head: 'Head of Purchasing',
      site: 'Hamburg',
      teams: [
        team(
          'Strategic Purchasing',
          { site: 'Hamburg', size: 5, craft: 'purchasing' },
          'Lead Buyer; Strategic Buyer; Supplier Developer',
        ),
        team(
          'Components',
          { site: 'Hamburg', size: 4, craft: 'purchasing' },
          'Components Lead; Buyer; Material Planner',
        ),
      ],
    },
    {
      name: 'Logistics',
      head: 'Head of Logistics',
      site: 'Lisbon',
      teams: [
        team(
          'Warehouse',
          { site: 'Lisbon', size: 6, craft: 'logistics' },
          'Warehouse Lead; Warehouse Specialist; Goods-in Clerk',
        ),
        team(
          'Transport',
          { site: 'Nairobi', size: 4, craft: 'logistics' },
          'Transport Lead; Transport Planner; Customs Specialist',
        ),
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
        team(
          'Accounting',
          { site: 'Lisbon', size: 5, craft: 'finance' },
          'Lead Accountant; Accountant; Payroll Specialist',
        ),
        team(
          'Controlling',
          { site: 'Hamburg', size: 4, craft: 'finance' },
          'Lead Controller; Controller; Treasury Analyst',
        ),
      ],
    },
    {
      name: 'People',
      head: 'Head of People',
      site: 'Lisbon',
      teams: [
        team(
          'People Team',
          { site: 'Lisbon', size: 4, craft: 'people' },
          'People Team Lead; People Partner; Recruiter; People Operations',
        ),
        team(
          'Learning',
          { site: 'Hamburg', size: 4, craft: 'people' },
          'Learning Lead; Learning Designer; Facilitator',
        ),
      ],
    },
    {
      name: 'Technology',
      head: 'Head of Technology',
      site: 'Hamburg',
      teams: [
        team(
          'Workplace',
          { site: 'Lisbon', size: 5, craft: 'it' },
          'Workplace Lead; Support Specialist; Systems Engineer',
        ),
        team(
          'Information Security',
          { site: 'Hamburg', size: 3, craft: 'it' },
          'Security Lead; Security Engineer; Privacy Analyst',
        ),
      ],
    },
    {
      name: 'Legal and Office',
      head: 'General Counsel',
      site: 'Lisbon',
      teams: [
        team('Legal', { site: 'Lisbon', size: 3, craft: 'legal' }, 'Senior Counsel; Counsel; Contract Manager'),
        team('Offices', { site: 'Lisbon', size: 4, craft: 'legal' }, 'Office Lead; Office Manager; Reception'),
      ],
    },
  ],
};

/** The whole organisation, division by division. */
export const DIVISIONS: readonly Division[] = [products, field, customers, supply, company];
