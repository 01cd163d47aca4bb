import { threadSchema, type Thread } from '../../src/thread/schema.ts';

interface Mail {
  readonly by: string;
  readonly to?: string;
  readonly plain: string;
}

/** A thread of plain mails by Ines, Bo and Petra. */
export function mailsOf(mails: Readonly<Record<string, Mail>>): Thread {
  return threadSchema.parse({
    format: 1,
    id: 'weir',
    title: '[PATCH] weir: Open the gate in steps',
    origin: { platform: 'mail', importer: 'mail' },
    people: {
      ines: { handle: 'ines@quay.example', name: 'Ines Kovar' },
      bo: { handle: 'bo@quay.example', name: 'Bo Lindqvist' },
      petra: { handle: 'petra@list.example', name: 'Petra Holm' },
    },
    posts: Object.entries(mails).map(([id, { by, to, plain }], n) => ({
      id,
      author: by,
      parent: to ?? null,
      published: `2026-03-03T08:${String(n).padStart(2, '0')}:00Z`,
      body: { plain },
    })),
  });
}

/** `git format-patch`: two files, three hunks. */
export const WEIR_PATCH = `The gate was opened at once, and the wave below it surprised a heron.
Open it in steps instead.

Signed-off-by: Petra Holm <petra@list.example>
---
 src/weir.c | 14 ++++++++++----
 src/tide.py | 3 ++-
 2 files changed, 12 insertions(+), 5 deletions(-)

diff --git a/src/weir.c b/src/weir.c
index 3b18e51..a0c2f77 100644
--- a/src/weir.c
+++ b/src/weir.c
@@ -12,6 +12,7 @@ struct weir {
 	int gate;
 	int level;
 	bool open;
+	int step;
 };
 
 static struct weir weir;
@@ -40,9 +41,14 @@ static int weir_open(int target)
 	if (target < 0)
 		return -EINVAL;
 
-	weir.gate = target;
-	weir.open = true;
-	return 0;
+	for (int gate = weir.gate; gate < target; gate += weir.step) {
+		weir.gate = gate;
+		msleep(STEP_MS);
+	}
+
+	weir.gate = target;
+	weir.open = true;
+	return 0;
 }
 
 int weir_close(void)
diff --git a/src/tide.py b/src/tide.py
index 91aa001..c2e9b14 100644
--- a/src/tide.py
+++ b/src/tide.py
@@ -3,5 +3,6 @@ def high_water(day):
     moon = phase(day)
     if moon is None:
         return None
-    return LATE + moon * 50
+    drift = moon * 50
+    return LATE + drift
 
-- 
2.39.1
`;

/** The lines as a reply quotes them. */
export function quoted(text: string, mark = '> '): string {
  return text
    .split('\n')
    .map((line) => `${mark}${line}`)
    .join('\n');
}
