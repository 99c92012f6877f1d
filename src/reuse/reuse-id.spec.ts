import { uuidv7obj } from 'uuidv7';
import { madeAt } from './reuse-id';

it('reads the moment out of an id', () => {
  expect(madeAt('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')).toBe(Date.UTC(2022, 1, 22, 19, 22, 22));
  const now = Date.now();
  expect(madeAt(uuidv7obj().toString().toUpperCase())).toBeGreaterThanOrEqual(now);
});

it.each(['', '017f22e2-79b0-4cc3-98c4-dc0c0c07398f', '017f22e2-79b0-7cc3-c8c4-dc0c0c07398f', '017f22e279b07cc398c4dc0c0c07398f'])('knows that %p is none', (id) => {
  expect(madeAt(id)).toBeUndefined();
});
