import { expect, it } from 'vitest';
import { graphsUpTo } from '#engine/graph/small-graphs.test-helper.ts';
import { createRandom } from '#engine/random.ts';
import { AIM, consult } from './match-oracle.test-helper.ts';
import { checkAnswer, graphFiles, randomFiles } from './match-worlds.test-helper.ts';

it('reads the definitions as a person would', () => {
  const people =
    'id,department,site,manager,languages,interests\na,S,x,,en,tea\nb,S,x,a,,tea\nc,O,,,de,tea\nd,O,,c,en,\n';
  const met = 'a,b,date\na,b,2026-01-01\na,c,2026-01-01\nb,c,2026-01-01\na,d,2026-01-02\n';
  const { aims } = consult(people, met, 2);
  // a–b: met first, same unit, manager; tea (1) and the site (2); c and d, each met both? only a met d.
  const own = aims([['a', 'b']]);
  expect(own.slice(0, AIM.worth)).toEqual([0, 0, 1, 0, 1, 1, 1]);
  expect(aims([['a', 'c']])[AIM.cannotMeet]).toBe(1);
  expect(aims([['a', 'd']]).slice(0, AIM.worth)).toEqual([0, 0, 1, 0, 2, 0, 0]);
  // Everybody sat in the trio of the first day but d, who stands lowest.
  expect(aims([['b', 'c', 'd']])[AIM.turn]).toBe(0);
  expect(aims([['a', 'b', 'c']])[AIM.turn]).toBeGreaterThan(0);
});

it('gives the best round over the whole order of aims on small worlds, through the files', () => {
  const random = createRandom(78);
  for (let trial = 0; trial < 250; trial++) {
    checkAnswer(randomFiles(random, 1 + random.below(7), 2 + random.below(3)), random.below(1000));
  }
});

it('gives the best round on every graph up to five people', () => {
  const random = createRandom(32);
  for (const graph of graphsUpTo(5)) checkAnswer(graphFiles(graph, random, 2 + random.below(2)), random.below(1000));
});
