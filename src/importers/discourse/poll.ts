import type { Poll } from '../../thread/schema.ts';
import { htmlTokens, textOfTokens } from '../reading/html-tokens.ts';
import type { DiscoursePost } from './post-schema.ts';

type DiscoursePoll = NonNullable<DiscoursePost['polls']>[number];

/** A poll with its counts as far as they may be seen; `ranked_choice` has orders and no votes. */
export function pollOf({ options, type, status, close, voters }: DiscoursePoll): Poll {
  const ranked = type === 'ranked_choice' || type === 'irv';
  return {
    options: options.map(({ html, votes }) => ({
      title: textOfTokens(htmlTokens(html)),
      votes: ranked ? null : (votes ?? null),
    })),
    ...(type === 'multiple' && { multiple: true }),
    ...(close && { closes: close }),
    ...(status === 'closed' && { closed: true }),
    ...(typeof voters === 'number' && { voters }),
  };
}
