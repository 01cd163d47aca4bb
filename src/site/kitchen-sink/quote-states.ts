import { post, type State } from './state.ts';

const TIDE =
  'The 07:40 ferry was taken out of the plan in January, after the second pontoon had cracked in the frost, and nobody told the timetable.';

/** Quotes between participants: every depth and every fidelity. */
export const QUOTE_STATES: readonly State[] = [
  {
    name: 'Quoted word for word, shortened, and with words changed',
    posts: [
      post(
        'q1',
        'ines',
        `<p>${TIDE}</p><p>The timetable is made by a program that reads the plan of the year before.</p>`,
      ),
      post('q2', 'bo', `<blockquote><p>${TIDE}</p></blockquote><p>It was told. It did not listen.</p>`, {
        parent: 'q1',
      }),
      post(
        'q3',
        'petra',
        '<blockquote><p>The 07:40 ferry was taken out of the plan in January […] and nobody told the timetable.</p></blockquote><p>I was somebody.</p>',
        { parent: 'q1' },
      ),
      post(
        'q4',
        'lalit',
        '<blockquote><p>The 07:40 ferry was taken out of the plan in February, after the third pontoon had cracked in the frost, and nobody told the timetable.</p></blockquote><p>Was it February?</p>',
        { parent: 'q1' },
      ),
    ],
  },
  {
    name: 'Quoted without a source, and from elsewhere',
    posts: [
      post(
        'q5',
        'petra',
        '<blockquote><p>All pontoons of this harbour are inspected on the first Monday of every month, in all weathers.</p></blockquote><p>Where have I read that?</p>',
      ),
      post(
        'q6',
        'bo',
        '<blockquote cite="https://port.example/rules"><p>Passengers may not board before the ramp has come to rest upon the quay.</p></blockquote><p><a href="https://port.example/rules">The rules of the port</a>, 14.</p>',
        { parent: 'q5' },
      ),
    ],
  },
  {
    name: 'Quoted under the wrong name',
    posts: [
      post(
        'q7',
        'ines',
        '<p>Whoever prints a timetable promises that somebody will stand on the quay at that minute.</p>',
      ),
      post(
        'q8',
        'bo',
        {
          plain:
            'On 3 March 2026, Petra Holm wrote:\n> Whoever prints a timetable promises that somebody will stand on the quay at that minute.\n\nWell said, Petra.\n',
        },
        { parent: 'q7' },
      ),
    ],
  },
  {
    name: 'Quotes within quotes, five deep',
    posts: [
      post(
        'd1',
        'ines',
        { plain: 'Does anybody know whether the morning ferry still runs on Sundays?\n' },
        { subject: 'Sundays' },
      ),
      post(
        'd2',
        'bo',
        {
          plain:
            'On 3 March 2026, Ines Kovar wrote:\n> Does anybody know whether the morning ferry still runs on Sundays?\n\nIt runs, but it runs empty and does not stop at the mill.\n',
        },
        { parent: 'd1' },
      ),
      post(
        'd3',
        'petra',
        {
          plain:
            'On 3 March 2026, Bo Lindqvist wrote:\n> On 3 March 2026, Ines Kovar wrote:\n>> Does anybody know whether the morning ferry still runs on Sundays?\n>\n> It runs, but it runs empty and does not stop at the mill.\n\nIt has stopped at the mill since the mill has a café of its own.\n',
        },
        { parent: 'd2' },
      ),
      post(
        'd4',
        'lalit',
        {
          plain:
            'On 3 March 2026, Petra Holm wrote:\n> On 3 March 2026, Bo Lindqvist wrote:\n>> On 3 March 2026, Ines Kovar wrote:\n>>> Does anybody know whether the morning ferry still runs on Sundays?\n>>\n>> It runs, but it runs empty and does not stop at the mill.\n>\n> It has stopped at the mill since the mill has a café of its own.\n\nThe café is closed on Sundays, which is why I asked the miller.\n',
        },
        { parent: 'd3' },
      ),
      post(
        'd5',
        'ines',
        {
          plain:
            'On 3 March 2026, Lalit Dev wrote:\n> On 3 March 2026, Petra Holm wrote:\n>> On 3 March 2026, Bo Lindqvist wrote:\n>>> On 3 March 2026, Ines Kovar wrote:\n>>>> Does anybody know whether the morning ferry still runs on Sundays?\n>>>\n>>> It runs, but it runs empty and does not stop at the mill.\n>>\n>> It has stopped at the mill since the mill has a café of its own.\n>\n> The café is closed on Sundays, which is why I asked the miller.\n\nAnd what did the miller say about the boat and its hours?\n',
        },
        { parent: 'd4' },
      ),
      post(
        'd6',
        'bo',
        {
          plain:
            'On 3 March 2026, Ines Kovar wrote:\n> On 3 March 2026, Lalit Dev wrote:\n>> On 3 March 2026, Petra Holm wrote:\n>>> On 3 March 2026, Bo Lindqvist wrote:\n>>>> On 3 March 2026, Ines Kovar wrote:\n>>>>> Does anybody know whether the morning ferry still runs on Sundays?\n>>>>\n>>>> It runs, but it runs empty and does not stop at the mill.\n>>>\n>>> It has stopped at the mill since the mill has a café of its own.\n>>\n>> The café is closed on Sundays, which is why I asked the miller.\n>\n> And what did the miller say about the boat and its hours?\n\nNothing that can be printed.\n',
        },
        { parent: 'd5' },
      ),
    ],
  },
  {
    name: 'Words handed on, and changed on the way',
    posts: [
      post(
        'h1',
        'ines',
        '<p>The harbour master has promised twice that the lamp on the pontoon would be lit before the first frost.</p>',
      ),
      post(
        'h2',
        'bo',
        {
          plain:
            'On 3 March 2026, Ines Kovar wrote:\n> The harbour master has promised twice that the lamp on the pontoon would be lit before the last frost.\n\nWhich frost is that?\n',
        },
        { parent: 'h1' },
      ),
      post(
        'h3',
        'petra',
        {
          plain:
            'On 3 March 2026, Ines Kovar wrote:\n> The harbour master has promised twice that the lamp on the pontoon would be lit before the last frost.\n\nI remember three times.\n',
        },
        { parent: 'h2' },
      ),
    ],
  },
  {
    name: 'Quotations within sentences',
    posts: [
      post(
        'i1',
        'petra',
        '<p>The harbour office is closed. The key hangs on a nail behind the door, and the lamp stands next to it.</p>',
      ),
      post(
        'i2',
        'bo',
        '<p>Petra said “The key hangs on a <b>nail</b> behind the door”, and <i>the lamp stands next to it</i>; I found neither.</p>',
        { parent: 'i1' },
      ),
      post(
        'i3',
        'ines',
        '<p>I see “The key hangs on a nail […] next to it” from where I stand, and a long sentence goes on around it for a while, so that it must break over several lines wherever the page is narrow.</p>',
        { parent: 'i2' },
      ),
    ],
  },
  {
    name: 'A long quote right above, folded',
    posts: [
      post(
        'f1',
        'lalit',
        `<p>${'I have read the whole log of the winter, day by day, and copied what concerns the pontoon. '.repeat(2)}</p><p>The frost came on the ninth and went on the nineteenth. Nobody measured the ice on the river side, because the gauge stands on the land side, and nobody asked the people who crossed it.</p><p>The crack was seen by a child, who told a deckhand, who told the wind.</p><p>What I would like to know is who has the second log.</p>`,
      ),
      post(
        'f2',
        'ines',
        `<blockquote><p>${'I have read the whole log of the winter, day by day, and copied what concerns the pontoon. '.repeat(2)}</p><p>The frost came on the ninth and went on the nineteenth. Nobody measured the ice on the river side, because the gauge stands on the land side, and nobody asked the people who crossed it.</p><p>The crack was seen by a child, who told a deckhand, who told the wind.</p><p>What I would like to know is who has the second log.</p></blockquote><p>I have it.</p>`,
        { parent: 'f1' },
      ),
    ],
  },
];
