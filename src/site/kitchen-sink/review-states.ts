import { post, type State } from './state.ts';

const PATCH = `The gate was opened at once, and the wave below it surprised a heron.
Open it in steps instead.

Signed-off-by: Petra Holm <petra@list.example>
---
 src/weir.c | 13 ++++++++-----
 1 file changed, 8 insertions(+), 3 deletions(-)

diff --git a/src/weir.c b/src/weir.c
index 3b18e51..a0c2f77 100644
--- a/src/weir.c
+++ b/src/weir.c
@@ -12,6 +12,7 @@ struct weir {
 	int gate;
 	int level;
 	bool open;
+	int step;	/* in millimetres above the sill of the old weir, as the book of the year 1911 has it, and not in inches */
 };
 
 static struct weir weir;
@@ -40,7 +41,12 @@ static int weir_open(int target)
 	if (target < 0)
 		return -EINVAL;
 
-	weir.gate = target;
+	for (int gate = weir.gate; gate < target; gate += weir.step) {
+		weir.gate = gate;
+		msleep(STEP_MS);
+	}
+
+	weir.gate = target;
 	weir.open = true;
 	return 0;
 }
-- 
2.39.1
`;

const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
const LINES = PATCH.split('\n');
const cut = (from: string, to: string) => {
  const start = LINES.findIndex((line) => line.startsWith(from));
  const end = LINES.findIndex((line, n) => n >= start && line.startsWith(to));
  return quoted(LINES.slice(start, end + 1).join('\n'));
};
const HEAD = cut('diff --git', '+\tint step;');
const LOOP = cut('@@ -40,7', '+\t}');

/** Patches by mail, and what is said about their lines. */
export const REVIEW_STATES: readonly State[] = [
  {
    name: 'A patch, a review of it, an answer, and a review that gives its word',
    posts: [
      post('v1', 'petra', { plain: PATCH }, { subject: '[PATCH] weir: Open the gate in steps' }),
      post(
        'v2',
        'ines',
        {
          plain: `On 3 March 2026, Petra Holm wrote:\n${cut('The gate was', 'Open it')}\n\nPoor heron.\n\n${HEAD}\n\nIn which unit? The sill moved in 1911.\n\n${LOOP}\n\nWhat if the step is zero? Then this never ends, and neither does the wave.\n\n> +\tweir.gate = target;\n\nOnce more?\n`,
        },
        { parent: 'v1' },
      ),
      post(
        'v3',
        'petra',
        {
          plain: `On 3 March 2026, Ines Kovar wrote:\n${quoted(LOOP)}\n>\n> What if the step is zero? Then this never ends, and neither does the wave.\n\nIt cannot be: the book forbids it.\n`,
        },
        { parent: 'v2' },
      ),
      post(
        'v4',
        'lalit',
        {
          plain: `On 3 March 2026, Petra Holm wrote:\n${quoted('-\tweir.gate = target;')}\n\nI shall miss this line.\n\nReviewed-by: Lalit Dev <lalit@dock.example>\nTested-by: Lalit Dev <lalit@dock.example>\n`,
        },
        { parent: 'v1' },
      ),
    ],
  },
];
