const list = (text: string): string[] => text.split('; ');

/** What people of the sample organisation add about themselves. */
export const PERSONAL: readonly string[] = [
  'At the weekend you find me in cold water.',
  'I sing alto in a choir that is better than it sounds.',
  'I have two children and no opinion on sleep.',
  'I bake bread for anybody who helps me move a table.',
  'I am learning Portuguese. Please correct me.',
  'I am learning German and collect its longest words.',
  'I keep bees on a roof near the harbour.',
  'I cycle in, also when I regret it.',
  'I play the trumpet, with consideration.',
  'I read three books at once and finish one.',
  'Ask me for the best pastel de nata. It is not where you think.',
  'I grew up on a farm and still wake at five.',
  'I volunteer at a repair café on Saturdays.',
  'I know far too much about birds.',
  'I run slowly and gladly.',
  'On Fridays I cook for whoever is there.',
  'I speak better after the second coffee.',
  'I lost at chess to my daughter this year, three times.',
  'I draw in meetings. I am listening.',
  'My allotment produces courgettes for the whole floor.',
  'I have a dog that attends most of my calls.',
  'I came by train, and usually do.',
  'I am new to the city and glad of any tip.',
  'I dance, on weekdays too.',
  'I can whistle two notes at once.',
  'I restore radios that nobody needs.',
  'I prefer a walk to a meeting room.',
  'I look after my father on Wednesdays, and come in later.',
  'I build crossword puzzles for the noticeboard.',
  'I sail, badly, on Sundays.',
  'I take the early ferry and am happy to share it.',
  'I have lived in five countries and miss the food of four.',
  'I write letters by hand. You could get one.',
  'I support a football club that needs it.',
  'I am the one with the telescope.',
  'I would rather hear a question than a compliment.',
];

export const INTERESTS: readonly string[] = list(
  'sailing; choir; beekeeping; sourdough; open-water swimming; chess; birdwatching; cycling; gardening; jazz; ceramics; hiking; football; theatre; photography; board games; running; languages; history of the city; climbing; film; volunteering; cooking; astronomy; woodwork; poetry; urban farming; yoga; repair cafés; travelling by train',
);

export const PASSIONS: readonly string[] = list(
  'mentoring young people; clean rivers; open data; design for repair; women in engineering; fair supply chains; local food; writing; teaching; public transport; plain language; mental health; making music together; renewable energy; accessibility; oral history',
);

export const KENYAN_FIRST: readonly string[] = list(
  'Grace; Brian; Faith; Kevin; Mercy; Joyce; Dennis; Esther; Wanjiru; Achieng; Kamau; Njeri; Otieno; Chebet; Samuel; Wambui; Mutua; Akinyi; Kiprono; Moraa; Ruth; Daniel; Nyambura; Barasa; Lilian; Peter; Zawadi; Amina',
);

export const KENYAN_LAST: readonly string[] = list(
  'Otieno; Kamau; Mwangi; Odhiambo; Kiplagat; Cheruiyot; Njoroge; Mutua; Onyango; Wekesa; Kimani; Omondi; Karanja; Maina; Kariuki; Wanyama; Nyaga; Kibet; Musyoka; Hassan; Abdi; Githinji',
);
