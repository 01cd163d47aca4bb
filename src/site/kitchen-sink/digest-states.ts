import { post, type State } from './state.ts';

/** What the digest below takes over whole; it stands on the page there, and nowhere else. */
export const WHOLE_POSTS: readonly State[] = [
  {
    name: 'Taken over whole',
    posts: [
      post(
        'w1',
        'ines',
        '<p>I have stood at the north quay on three mornings with a thermos and a notebook.</p><ul><li>On Monday nothing came.</li><li>On Tuesday a swan came.</li></ul><pre><code>07:40  nothing</code></pre>',
      ),
      post('w2', 'bo', '<blockquote><p>On Tuesday a swan came.</p></blockquote><p>Was it late?</p>', {
        parent: 'w1',
      }),
      post('w3', 'noor', '<p>البجعة لا تتأخر أبداً.</p>', { parent: 'w2', lang: 'ar' }),
      post('w4', 'petra', '<p>The swan bites.</p>', { warning: 'Swans' }),
      post('w5', 'lalit', '<p>Somebody said, and it may have been Lalit, that swans keep no hours.</p>', {
        inferred: ['author'],
      }),
    ],
  },
];

/** A digest with everything in it that an editor may write. */
export const DIGEST = `
Running text with *emphasis*, **strong emphasis**, ~~words struck out~~, \`code\`, a [link](https://dock.example/) and a name: @petra. It is long enough to break over several lines at every width, so that its leading, its edges and the last line of the paragraph can be judged.

## Quotes of each fidelity

### Word for word

> The 07:40 ferry was taken out of the plan in January, after the second pontoon had cracked in the frost, and nobody told the timetable.
>
> — @ines

### Abridged

> The 07:40 ferry was taken out of the plan in January […] and nobody told the timetable.

### Altered

> The 07:40 ferry was taken out of the plan in February, after the second pontoon had broken in the frost, and nobody told the timetable.

### Under a wrong name

> Whoever prints a timetable promises that somebody will stand on the quay at that minute.
>
> — Petra Holm

### Without a source

> No harbour on this coast has ever kept a clock that agreed with the tide for a whole year.

### From elsewhere

> Passengers may not board before the ramp has come to rest upon the quay.
>
> — [The rules of the port](https://port.example/rules)

### Of somebody who is not known

> Nobody knows who wrote this, or when.

### Of words that were handed on

> It runs, but it runs empty and does not stop at the mill.

### A quote in a quote

> > On Tuesday a swan came.
>
> Was it late?

### Somebody with a long name, and words from right to left

> The Society regrets.

> متى تصل العبّارة الأولى إلى الرصيف الشمالي؟

## Quotations in the editor's sentences

Petra had said that “the key hangs on a nail behind the door”, Bo that he found neither, and somebody else that “the whole harbour was asleep by nine o'clock that night”, which nobody said.

## Whole posts

::post{#w4}

::post{#w5}

::thread{#w1 depth=2}

## What else an editor writes

1. A list with numbers,
2. whose second item is long enough to break: the ferry, the mill, the hour of the day, and the thermos.
   - And a list in it.

- [x] A box that is ticked,
- [ ] and one that is not.

> It has stopped at the mill since the mill has a café of its own.

| departure | remarks | boats |
| --- | --- | ---: |
| 06:50 | runs on workdays, and on Sundays when asked before Saturday noon | 1 |
| 07:40 | does not run | 0 |

\`\`\`c
static int weir_open(int target) { return target < 0 ? -EINVAL : weir_step(target); } /* the editor's own code may use the margin */
\`\`\`

---

#### A heading of the fourth rank, long enough to break over two lines on a telephone

A last line.
`;
