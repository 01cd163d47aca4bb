/** What the conventions of plain text look for, in English and in the languages and forms of mail programs. */
export const LINES = [
  '> a\n', '>> a\n> b\n', '>>> Petra Holm >>>\n', '<<< Petra Holm <<<\n', '>>> a <<<\n', 'JD> a\n', '| a b\n', '> [quote]\n',
  'On Tue, 3 Mar 2026 at 10:02, Petra Holm <petra@quay.example> wrote:\n', 'Le mar. 3 mars 2026 à 10:02, Petra Holm a écrit :\n',
  'Am 3. März 2026 um 10:02 schrieb Petra Holm:\n', 'вт, 3 мар. 2026 г. в 10:02, Petra Holm <p@q.example>:\n',
  '2026年3月3日 10:02，Petra Holm 写道：\n', '* Petra Holm [2026-03-03]:\n', '>>>>> "PH" == Petra Holm writes:\n', 'Petra Holm wrote:\n',
  'Posted by Petra on 03/03/2026\n', 'a On Tue, 3 Mar 2026, Petra Holm <p@q.example> wrote:\n> a\n', ' On 3', '--- On 3 wrote:\n> a\n',
  '=C3=A0', '=C3=A0=\n', 'From: a@b.example\n', 'Von: a\nGesendet: b\nAn: c\n', '发件人：a\n', 'Date: a From: b Subject: c\n', 'Date: a From: ',
  '-----Original Message-----\n', '---------- Forwarded message ---------\n', 'Begin forwarded message:\n', 'Reply Message\n\n',
  '-- \n', '---\nPetra\n', '_____\n', 'Unsubscribe: https://a.example\n', 'Sent from my iPhone\n', 'Gesendet mit dem iPhone\n', '— Petra\n\n',
  '##- Reply above this line -##\n', '> (https://a.example/b\nc)\n', '> (https://a.example/', ' (https://a.example/) >\n',
  'diff --git a/x b/x\n', '> @@ -1,3 +1,4 @@\n> +a\nb\n', '*** a\n--- b\n***************\n', 'GIT binary patch\n', '[...]\n', '> <@a:b.example> ',
  '____\na mailing list\n', 'This e-mail is confidential\n\n', '-----BEGIN PGP SIGNATURE-----\n', '>>> import a\n', ' a.ts | 2 +-\n',
]; // prettier-ignore

/** What those of HTML look for. */
export const BLOCKS = [
  '<div>-----Original Message-----</div>', '<div>On Tue, 3 Mar 2026 at 10:02, P H &lt;p@q.example&gt; wrote:</div>', '<p>From: a</p>',
  '<div class=gmail_quote>', '<div class=gmail_attr>', '<div name=quote>', '<div class=yahoo_quoted>', '<hr>From: a<br>', '<br>From: a',
  '<table><tr><td>From<td>a', '<blockquote type=cite>', '<blockquote></blockquote>', '<div id=divRplyFwdMsg>', '<p class=MsoNormal>From: a</p>',
  '<div style="border-top:solid">', '<font>From: a</font><br>', '<mx-reply>', '<aside class=quote>', '<p>&gt; a<br>', '&gt;&gt; ',
]; // prettier-ignore
