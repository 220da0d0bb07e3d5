import type { Craft } from './teams.ts';

export interface CraftWords {
  /** What somebody of this craft says about their work; each is said by one or two people. */
  about: readonly string[];
  talents: readonly string[];
  askMeAbout: readonly string[];
}

const list = (text: string): string[] => text.split('; ');

/** What people of the sample organisation write about their work, by craft. */
export const CRAFTS: Readonly<Record<Craft, CraftWords>> = {
  lab: {
    about: [
      'I grow thin films that let water through and keep almost everything else out.',
      'My bench is the one with the fish tank: forty litres of the worst water we could find in the Tagus.',
      'I measure what nobody can taste. Arsenic is my speciality, sadly.',
      'After eight years with membranes I still like the moment when the pressure drops for the right reason.',
      'I look at bacteria all day and have become rather fond of a few of them.',
      'I turn lab recipes into something that also works at forty degrees in a shed.',
      'I keep the reference samples, and a list of everybody who borrowed one.',
      'I like results that contradict me, once I have slept.',
    ],
    talents: list(
      'careful experiments; explaining chemistry; statistics; glass blowing; reading papers fast; patience',
    ),
    askMeAbout: list(
      'what your tap water contains; why filters clog; writing a lab notebook others can read; sampling in the field; how we choose a polymer',
    ),
  },
  hardware: {
    about: [
      'I design the parts that get dropped from trucks, and try to make that boring.',
      'Everything I draw must be mended with one spanner. That rule is older than me and better than me.',
      'I build prototypes out of plywood first. Steel is for the second mistake.',
      'I make small solar pumps start on cloudy mornings.',
      'Once a month I take an old unit apart to see what we got wrong in it.',
      'I lay out boards and count milliamperes. The battery thanks me, usually.',
      'I came from bicycle frames to water pumps: same tubes, better purpose.',
    ],
    talents: list(
      'sketching; repairing almost anything; tolerance chains; soldering; choosing materials; saying no to features',
    ),
    askMeAbout: list(
      'design for repair; which screws we stopped using; solar in winter; drawing by hand; our first pump and why it failed',
    ),
  },
  software: {
    about: [
      'I write firmware for machines that nobody can visit on a Tuesday afternoon, so it has to look after itself.',
      'I keep nine thousand pumps talking over networks that mostly do not.',
      'I like deleting code. Last year I removed more than I wrote.',
      'I turn pump readings into the one question a technician can act on today.',
      'I test software by pulling out cables, which my family finds worrying.',
      'My data pipelines are dull on purpose. The maps that come out of them are not.',
      'I moved from games to water. The frame rate is lower and the players are happier.',
      'I answer the pager in odd weeks and write down what it taught me in even ones.',
    ],
    talents: list(
      'debugging; teaching beginners; writing clear tickets; data visualisation; automating dull work; code review without tears',
    ),
    askMeAbout: list(
      'first steps in programming; reading a chart honestly; updates over bad networks; privacy of readings; what our data cannot tell you',
    ),
  },
  design: {
    about: [
      'I spend a week a month where our pumps stand, mostly listening.',
      'I draw instructions without words. The test reader is my niece, who is seven.',
      'I try to find out what people do with a tap when nobody is watching.',
      'Good design here means that a village mechanic swears less.',
      'I make cardboard models of things we are about to get wrong.',
      'I collect handles. Ask me, but bring time.',
    ],
    talents: list('interviewing; drawing; facilitating workshops; photography; storytelling; listening'),
    askMeAbout: list(
      'visiting a community; asking open questions; prototyping in an afternoon; colour blindness; what we learned in Kitui',
    ),
  },
  sensors: {
    about: [
      'I have built turbidity sensors in Leipzig since the company was five people and a kettle.',
      'I compare every sensor with a better one, and that one with an even better one.',
      'My signal is small and the noise is a tram line. I have learned its timetable.',
      'I can tell you the temperature of our basement to four digits. It is never comfortable.',
      'I work on optics that stay clean without anybody cleaning them.',
      'We were bought two years ago. I am still finding out who does what in Lisbon.',
      'I turn light scattered by dirt into a number that holds for five years.',
    ],
    talents: list('measuring; optics; signal processing; documentation; finding noise; calm in audits'),
    askMeAbout: list(
      'how sure a measurement is; how Aquilo began; keeping lenses clean; norms and why we have them; the good canteen in Plagwitz',
    ),
  },
  field: {
    about: [
      'I have installed pumps in eleven counties and repaired them in nine.',
      'If the road ends before the village does, call me.',
      'I train one person in every place to need me less.',
      'The best part of the job is the first bucket. The second best is tea afterwards.',
      'I read the ground before anybody drills it, and I have been wrong twice.',
      'I am the voice that asks the engineers to come along, just once, in the rainy season.',
    ],
    talents: list('improvising; driving anywhere; electrics; reading maps; making friends quickly'),
    askMeAbout: list('a day on site; what breaks first; working in the rainy season; how a water committee works'),
  },
  testing: {
    about: [
      'I run the long tests. Some of my filters have been running since before you joined.',
      'I break things slowly and write down how.',
      'I heat, freeze and shake what others have carefully built. They still have lunch with me.',
      'My favourite result is the one nobody wanted.',
    ],
    talents: list('careful experiments; statistics; building test rigs; patience'),
    askMeAbout: list('how long a filter lives; salt, heat and dust; when a test is enough; a visit to the bench'),
  },
  service: {
    about: [
      'I know every fuse in our service vans by its first name.',
      'I plan routes so that nobody drives through the rain for a gasket.',
      'I listen to the caretaker first and to the machine second.',
      'I have repaired pumps in hospitals, in zoos and once on a ferry.',
      'I write down what broke, so that Engineering believes me.',
      'I carry one spare part more than I need. It is always the right one.',
    ],
    talents: list('improvising; planning routes; electrics; explaining repairs; driving anywhere; staying calm'),
    askMeAbout: list('a day in the van; what breaks first; repairing on a Sunday; packing a service van'),
  },
  training: {
    about: [
      'I teach technicians, and I learn the best tricks from them.',
      'My courses have no slides after lunch.',
      'I write manuals that fit into a breast pocket.',
      'I believe that you understand a pump when you have put it together blindfolded.',
    ],
    talents: list('teaching; simplifying; voice and presence; curriculum design'),
    askMeAbout: list('a lesson that stays; teaching across languages; fear of electricity; how adults learn'),
  },
  sales: {
    about: [
      'I talk with town councils about pipes and, more often, about trust.',
      'I read tenders of four hundred pages so that you need not.',
      'I price honestly, which makes for short meetings.',
      'I write grant applications. My favourite word is “therefore”.',
      'I promise only what Service has agreed to. I learned that the slow way.',
      'I came from a waterworks: I know how it feels on the other side of the table.',
    ],
    talents: list('negotiating; writing plainly; reading contracts; remembering names; calculating risk; presenting'),
    askMeAbout: list(
      'how a utility decides; losing a tender well; pricing; writing for funders; the first meeting with a customer',
    ),
  },
  partners: {
    about: [
      'I look after the organisations that carry our pumps the last hundred kilometres.',
      'Half my work is introductions, the other half is patience.',
      'I keep our promises to partners in one list, and read it aloud every Friday.',
      'I find distributors who stock spare parts and mean it.',
      'I spent ten years in relief work and came here for the repairs.',
    ],
    talents: list('building trust; languages; bringing people together; budgeting; seeing both sides'),
    askMeAbout: list(
      'working with NGOs; import papers; a partnership that ended well; how to say no kindly; Kampala on a budget',
    ),
  },
  stories: {
    about: [
      'I write about water without the word “journey”.',
      'I film hands. Faces come later, if people wish.',
      'I ask everybody in a photograph whether they like it, and throw away the rest.',
      'I edit our web pages until they are shorter than the question.',
      'I look for the small story that explains the large figure.',
    ],
    talents: list('editing; film; photography; headlines; interviewing; cutting words'),
    askMeAbout: list(
      'writing one good page; telling a story with consent; speaking on camera; what people really click on',
    ),
  },
  care: {
    about: [
      'I answer the phone when a machine is silent. Usually it is a valve.',
      'I have heard every sound our machines make, through a telephone.',
      'I write the answer down the first time, so that the third caller gets it at once.',
      'I like difficult calls: somebody cares enough to shout.',
      'I find the spare part for a model that we stopped building in 2009.',
      'I know which manuals lie.',
      'I send a photograph with an arrow on it. It saves a thousand words and one visit.',
      'I ask people to hold the phone to the machine. They always think I am joking.',
    ],
    talents: list(
      'listening; staying calm; finding spare parts; explaining by phone; four languages before lunch; spotting patterns',
    ),
    askMeAbout: list(
      'what customers really ask; calming a hard call; old models; writing a useful answer; our top ten faults',
    ),
  },
  production: {
    about: [
      'I put together two pumps an hour and can hear when one of them is sulking.',
      'I set machines so that others can trust them.',
      'I measure twice, then ask a colleague to measure.',
      'I moved our line into a horseshoe so that we can see each other.',
      'I find faults for a living and try to be nice about it.',
      'I have worked every shift that there is. The early one has the better sunrise.',
      'I hang every drawing above the bench and write on it what it forgot.',
      'I like the smell of the hall in the morning, before anything runs.',
      'I came as a temp for six weeks. That was in the old building.',
      'I teach new colleagues to stop the line. It takes a week until they dare.',
    ],
    talents: list(
      'steady hands; improving processes; training colleagues; noticing small things; fixing machines; keeping order',
    ),
    askMeAbout: list(
      'a tour of the line; stopping the line; what drawings forget; shift life; mistakes we made only once',
    ),
  },
  purchasing: {
    about: [
      'I buy bearings, resin and goodwill.',
      'I visit every supplier before I argue about the price.',
      'I keep two sources for everything and three for seals.',
      'I plan material for machines that sales has not sold yet. It is a kind of astrology.',
      'I help small workshops become good suppliers, which takes years and many lunches.',
    ],
    talents: list('negotiating; planning; spotting risk; visiting suppliers; spreadsheets that others can read'),
    askMeAbout: list(
      'what a part really costs; fair suppliers; lead times; the great seal shortage; buying second-hand machines',
    ),
  },
  logistics: {
    about: [
      'I know where everything is. Ask me in front of the shelf, I like to show off.',
      'I bring containers through three ports and one very strict customs office.',
      'I load trucks like other people play a certain game with falling bricks.',
      'I ship by sea whenever I am asked early enough. Please ask early.',
    ],
    talents: list('organising; customs papers; forklift ballet; keeping promises; finding a way round'),
    askMeAbout: list('shipping to Mombasa; customs; packing so that it arrives; where your parcel is'),
  },
  finance: {
    about: [
      'I close the books in four days and then go swimming.',
      'I explain budgets until nobody is afraid of them.',
      'I pay the invoices of nine countries, each with its own idea of a comma.',
      'I ask “what would we do differently?” before I build a report.',
      'When I do my work well, nobody thinks of me. I am fine with that.',
      'I like a figure best when I can tell the story behind it.',
    ],
    talents: list('clear figures; explaining budgets; asking why; tax puzzles; finding the missing cent'),
    askMeAbout: list(
      'reading a balance sheet; travel expenses; building a budget; what a pump earns; pensions, in plain words',
    ),
  },
  people: {
    about: [
      'I help people find their place here, and now and then a better one elsewhere.',
      'I read every application myself. Behind each of them somebody is waiting.',
      'I design learning that fits between two meetings.',
      'I hold the room when a conversation gets difficult.',
      'My door is open. On Thursdays it is also quiet.',
    ],
    talents: list('listening; facilitating; mediating; coaching; asking questions; writing job ads without clichés'),
    askMeAbout: list('changing your role; parental leave; giving feedback; your first hundred days; learning budgets'),
  },
  it: {
    about: [
      'I mend laptops and, with them, moods.',
      'I keep us safe and try not to be in your way while I do it.',
      'I automate the first hour of everybody’s first day.',
      'I read privacy notices for pleasure, so you can send me yours.',
      'Have you tried telling me what you wanted to do? It is often quicker.',
    ],
    talents: list('troubleshooting; explaining security; scripting; patience; teaching shortcuts'),
    askMeAbout: list(
      'passwords and passkeys; a tidy inbox; what phishing looks like; working from trains; privacy at home',
    ),
  },
  legal: {
    about: [
      'I write contracts that fit on two pages, and defend them.',
      'I answer “may we?” with “how?” whenever the law lets me.',
      'I look after the house: keys, plants, post and the coffee machine that everybody has an opinion about.',
      'I greet everybody who comes in, and I remember who takes oat milk.',
    ],
    talents: list('plain language; diplomacy; organising events; knowing whom to ask; keeping secrets'),
    askMeAbout: list('contracts without fear; licences; the building and its ghosts; where to have lunch in Alcântara'),
  },
  leading: {
    about: [
      'I ask more than I answer and walk to most of my meetings.',
      'I began here as a trainee and still know the way to the workshop.',
      'I try to make my teams need me a little less each year.',
      'I make decisions slowly and change them quickly.',
      'I keep Fridays free for people I have not met yet. Please take one.',
      'I came from a large company and had to unlearn most of it.',
      'I spend one day a quarter in another team, making their coffee and asking questions.',
      'I write things down so that nobody has to guess what I meant.',
      'I would rather repair a plan than defend it.',
      'I lead people who know more than I do, and it suits me.',
    ],
    talents: list(
      'asking questions; making decisions; seeing the whole; mentoring; writing short; bringing people together',
    ),
    askMeAbout: list(
      'how decisions are made here; mistakes I made as a new lead; finding a mentor; why Meridian bought Aquilo; career changes',
    ),
  },
};
