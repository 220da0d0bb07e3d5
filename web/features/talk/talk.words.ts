export const en = {
  'talk.title': 'Talk',
  'talk.lead': 'Small honest conversations. Choose one, print it, put the screen away.',
  'talk.guides-title': 'Guides',
  'talk.guides-lead': 'To read and to print, without an account. Half of what helps needs no software.',
  'talk.print': 'Print',
  'talk.why': 'Why this works',
  'talk.contents': 'Guides on this page',
  'talk.home': 'Go to Loam',
  'talk.hello.title': 'A first conversation',
  'talk.hello.lead': 'For two people who hardly know each other. Twenty minutes, walking or over coffee.',
  'talk.hello.step1': 'Start with the person, not the project: “What has your week been like so far?”',
  'talk.hello.step2': 'Ask one open question, then wait. The second answer is usually the real one.',
  'talk.hello.step3': 'Say back what you heard before you add your own: “So what mattered to you was …”',
  'talk.hello.step4': 'Go a little deeper only if both want to: light, then personal, then what is hard to say.',
  'talk.hello.step5':
    'You are as important as they are, no more and no less. That goes for trainees and for directors.',
  'talk.hello.step6': 'End with something small that you will do: one thing to send, ask or try.',
  'talk.hello.why':
    'Hours spent talking about everyday things grow a friendship more than hours spent working side by side (Hall, 2018).',
  'talk.circle.title': 'A ten-minute circle',
  'talk.circle.lead': 'For three or four people. One device on the table is enough, none is better.',
  'talk.circle.step1': 'Whoever invited goes first, so that nobody else has to.',
  'talk.circle.step2':
    'Each person picks a question they are comfortable with. Everyone may pass or stop, at any card, no reason needed.',
  'talk.circle.step3':
    'Light: What did you look forward to this morning? What could you talk about for an hour unprepared?',
  'talk.circle.step4':
    'Personal: Who taught you something that you still use? What do people here get wrong about your work?',
  'talk.circle.step5':
    'A little deeper: When did you last change your mind about someone? What would you ask for if it were easy?',
  'talk.circle.step6':
    'Nothing said is written down. Whatever is told here is passed on only by the person it belongs to.',
  'talk.circle.why':
    'Questions that become a little more personal, answered in turn, bring strangers closer than small talk (Aron et al., 1997).',
  'talk.story.title': '“So you were born, then what?”',
  'talk.story.lead':
    'Five to seven milestones that shaped you, told in five minutes. The invitation goes out a week ahead and leaves the form open.',
  'talk.story.step1': 'Write down ten moments: a place, a person, a turning point, a loss, something you made.',
  'talk.story.step2': 'Cross out whatever you would rather keep to yourself. What is left is yours to tell.',
  'talk.story.step3': 'Give each milestone one sentence: what happened, and what it changed.',
  'talk.story.step4': 'The host goes first, and not with the smoothest story.',
  'talk.story.step5': 'Listeners name one strength they saw. No advice, no comparison.',
  'talk.story.step6': 'Taking part is voluntary at every step, also after it has begun.',
  'talk.story.why': 'People who know how someone became who they are judge a single action more kindly.',
  'talk.team.title': 'Start with your team',
  'talk.team.lead': 'Four ways to start, for anyone who leads a team or brings one together. Choose one.',
  'talk.team.step1': 'Stories: one person a week, five minutes, before the agenda.',
  'talk.team.step2': 'Better conversations: a ten-minute circle in threes and fours.',
  'talk.team.step3':
    'Moments without work: two words on how you arrive, half an hour in which nobody talks about work, lunch on the office day.',
  'talk.team.step4':
    'Rituals: a welcome for anyone new, thanks said out loud, something you show each other every month.',
  'talk.team.step5': 'Say why you are doing it, and that nobody has to.',
  'talk.team.step6': 'After a month ask: what do we keep, what do we change, what do we end?',
  'talk.team.why': 'A ritual that a team has chosen itself outlives one that was handed to it.',
  'talk.hard.title': 'A conversation you are putting off',
  'talk.hard.lead': 'For two people, when something stands between you.',
  'talk.hard.step1': 'Before: what do I honestly want, what can I give, and would I tell them so?',
  'talk.hard.step2': 'Ask for a time, and say what it is about in one neutral sentence.',
  'talk.hard.step3': 'Say what you saw and what it did to you. Leave out what you think they meant.',
  'talk.hard.step4': 'Then listen until they say “yes, that is it”.',
  'talk.hard.step5': 'Agree on one thing to try, and on a day to come back to it.',
  'talk.hard.step6': 'If it goes badly: stop, thank them for trying, come back another day.',
  'talk.hard.why':
    'The texts behind Loam differ on motives: one advises you to build visibility, another finds that strategic motives backfire. We ask you to name yours first.',
} as const;
