/*
 * German. What each text is for stands in `en.ts`.
 *
 * thread: Diskussion; post: Beitrag; person: Person; author not known: Unbekannt; quote: Zitat;
 * passage: Stelle; source: Quelle; digest: Auslese; issue: Ausgabe; inferred: erschlossen;
 * verbatim: wörtlich; abridged: gekürzt; altered: verändert.
 *
 * Nobody is called by a sex that is not known: not „vom Autor“, but „in der Quelle“.
 */

import { isUnnamed, type UnnamedPlatform } from '../platforms.ts';
import type { QuotedByView } from '../views.ts';
import { LICENCE, type Texts } from './en.ts';
import type { Forms, Grammar } from './grammar.ts';

type Fidelity = QuotedByView['fidelity'];

export function german({ number, count, percent, form, list }: Grammar): Texts {
  const posts = (amount: number) => count(amount, { one: 'Beitrag', other: 'Beiträge' });
  const threads = (amount: number) => count(amount, { one: 'Diskussion', other: 'Diskussionen' });
  const people = (amount: number) => count(amount, { one: 'Person', other: 'Personen' });
  const comments = (amount: number) => count(amount, { one: 'Kommentar', other: 'Kommentare' });
  const lowered = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  const times = (amount: number) =>
    amount === 1 ? 'einmal' : amount === 2 ? 'zweimal' : `${number(amount)}-mal`;
  const consent: Texts['thread']['consent'] = (basis) => {
    if (basis === 'public') return 'Gezeigt, weil es öffentlich gesagt wurde';
    if (basis === 'asked') return 'Gezeigt mit Einwilligung derer, die es gesagt haben';
    if (basis === 'pseudonymised') return 'Namen wurden geändert';
    return basis.startsWith(LICENCE)
      ? `Gezeigt unter der Lizenz ${basis.slice(LICENCE.length)}`
      : `Grundlage der Veröffentlichung: ${basis}`;
  };
  return {
    dates: {
      first: '1',
      moment: (day, time) => `${day}, ${time} UTC`,
    },
    colon: ':',

    skip: 'Zum Text springen',
    site: {
      home: 'Startseite',
      threads: 'Diskussionen',
      tags: 'Schlagwörter',
      archive: 'Archiv',
      search: 'Suche',
      issues: 'Ausgaben',
      people: 'Personen',
      navigation: 'Seiten dieser Website',
    },
    feeds: 'Als Feed abonnieren',
    promise: 'Jedes Zitat auf dieser Website ist bis zu der Stelle zurückverfolgt, an der es gesagt wurde.',

    home: {
      newest: 'Die neueste Auslese',
      further: 'Weitere Auslesen',
      threads: 'Neueste Diskussionen',
      allThreads: 'Alle Diskussionen',
      allDigests: 'Alle Auslesen',
      noDigests: 'Noch ist keine Auslese geschrieben.',
      noThreads: 'Noch ist keine Diskussion importiert.',
    },

    digest: {
      by: (editors) => `von ${list(editors)}`,
      draft: 'Entwurf: noch nicht veröffentlicht',
      minutes: (minutes) => `${count(minutes, { one: 'Minute', other: 'Minuten' })} Lesezeit`,
      drawnFrom: (threadCount, postCount, personCount) =>
        `aus ${threads(threadCount)} mit ${count(postCount, { one: 'Beitrag', other: 'Beiträgen' })} von ${people(personCount)}`,
      speakers: 'Wer hier zu Wort kommt',
      share: (part) => `${percent(part)} der Worte`,
      threads: 'Woraus sie schöpft',
      taken: (quoteCount, postCount) =>
        [
          quoteCount > 0 && count(quoteCount, { one: 'Zitat', other: 'Zitate' }),
          postCount > 0 && count(postCount, { one: 'ganzer Beitrag', other: 'ganze Beiträge' }),
        ]
          .filter((part) => part !== false)
          .join(', ') || 'nichts zitiert',
      mostQuoted: 'Am meisten von anderen zitiert',
      tags: 'Schlagwörter',
      neighbours: 'Die Auslesen davor und danach',
      previous: 'Davor',
      next: 'Danach',
      cite: 'Diese Auslese zitieren',
      citation: (editors, title, site, date) =>
        `${editors.length > 0 ? `${list(editors)}: ` : ''}„${title}“. ${site}, ${date}.`,
      citeText: 'In Worten',
    },

    thread: {
      posts,
      people: (named, unnamed) => {
        const who = named === 0 ? 'niemand' : people(named);
        return unnamed === 0 ? who : `${who} namentlich bekannt, ${posts(unnamed)} von Unbekannt`;
      },
      speakers: (named, unnamed) =>
        unnamed === 0
          ? count(named, { one: 'Person nimmt teil', other: 'Personen nehmen teil' })
          : `${people(named)} namentlich bekannt`,
      original: ({ platform }) => `Das Original, ${onPlatform(platform)}`,
      asData: 'Diese Diskussion als Daten',
      licence: (licence) => `Lizenz der Beiträge: ${licence}`,
      consent,
      mostQuoted: (passages) =>
        form(passages, { one: 'Die meistzitierte Stelle', other: 'Die meistzitierten Stellen' }),
      digests: 'Erzählt in',
      replies: 'Beiträge',
      description: (title, platform, facts) => `${title}, ${onPlatform(platform)}: ${facts}`,
      page: (page, pages) => `Seite ${number(page)} von ${number(pages)}`,
      pages: 'Seiten dieser Diskussion',
      pagesBelow: 'Seiten dieser Diskussion, unter den Beiträgen',
      previous: 'Vorige Seite',
      next: 'Nächste Seite',
      pageLink: (page) => `Seite ${number(page)}`,
      elsewhere: 'Beiträge auf weiteren Seiten',
      elsewherePage: (page, postCount) => `Seite ${number(page)}: ${posts(postCount)}`,
      list: 'Diskussionen',
      listPage: (page) => `Diskussionen, Seite ${number(page)}`,
      listPages: 'Seiten der Liste',
      listSummary: (threadCount) =>
        threadCount === 0
          ? 'Noch ist keine Diskussion importiert.'
          : `${threads(threadCount)}, ${form(threadCount, { one: 'wie sie exportiert wurde', other: 'wie sie exportiert wurden' })}; jedes Zitat ist zu seiner Quelle zurückverfolgt.`,
      undated: 'Ohne Datum',
    },

    reading: {
      label: 'Wege durch diese Diskussion',
      below: ({ count: replies, names, others, unnamed }) => {
        const more = others === 0 ? [] : [count(others, { one: 'weitere Person', other: 'weitere' })];
        const unknown = unnamed === 0 ? [] : ['Unbekannt'];
        const who = list([...names, ...more, ...unknown]);
        const amount = count(replies, { one: 'Antwort', other: 'Antworten' });
        return who === '' ? amount : `${amount}: ${who}`;
      },
      position: (place, of) => `Beitrag ${number(place)} von ${number(of)}`,
      inTime: 'In zeitlicher Folge',
      inTimeHere: 'Die Beiträge dieser Seite in zeitlicher Folge',
      order: 'Reihenfolge',
      byReplies: 'Antworten',
      byTime: 'Zeit',
      people: 'Nach Personen',
      only: 'zeige nur',
      everybody: 'Alle zeigen',
      map: 'Zitatkarte',
      mapLabel: 'Zitatkarte: woher in der Diskussion Zitate kommen und wohin sie gehen',
      keys: 'Tasten',
      keysTitle: 'Tasten zum Lesen',
      keysOn: 'Einzelne Tasten führen durch die Diskussion',
      close: 'Schließen',
      key: {
        next: 'nächster Beitrag, voriger Beitrag',
        sibling: 'nächste oder vorige Antwort auf denselben Beitrag',
        parent: 'der Beitrag, auf den geantwortet wird',
        quote: 'nächstes Zitat, voriges Zitat',
        fold: 'die Antworten auf den Beitrag schließen oder öffnen',
        copy: 'kopiert die ausgewählten Worte, sonst den ganzen Beitrag oder das Zitat',
        help: 'diese Liste',
      },
      said: {
        replies: 'Jeder Beitrag steht unter dem, auf den er antwortet.',
        time: {
          one: 'Der eine Beitrag steht allein.',
          other: 'Alle {count} Beiträge, in zeitlicher Folge.',
        } as Forms,
        timeHere: {
          one: 'Der eine Beitrag dieser Seite.',
          other: 'Die {count} Beiträge dieser Seite, in zeitlicher Folge.',
        } as Forms,
        only: {
          one: '{count} Beitrag von {names}; von den anderen steht nur da, wer sie schrieb.',
          other: '{count} Beiträge von {names}; von den anderen steht nur da, wer sie schrieb.',
        } as Forms,
        everybody: 'Alle Beiträge stehen ganz da.',
      },
    },

    review: {
      of: (name) => (name === null ? 'Besprechung eines Patches' : `Besprechung des Patches von ${name}`),
      answer: 'Antworten zum Patch',
      comments: (amount, files) =>
        files === 0
          ? comments(amount)
          : `${comments(amount)} zu ${count(files, { one: 'Datei', other: 'Dateien' })}`,
      gives: (trailers) => `gibt ${list(trailers)}`,
      list: (amount) => form(amount, { one: 'Der Kommentar', other: 'Die Kommentare' }),
      onLines: comments,
      onPatch: 'Zum Patch als Ganzem',
      onMessage: 'Zur Beschreibung des Patches',
      onDiff: 'Zu den Zeilen darüber',
      onFile: (file) => `Zu ${file}`,
      onLine: (file, line) => `Zu ${file}, Zeile ${line}`,
      onOldLine: (file, line) => `Zu ${file}, Zeile ${line} vor der Änderung`,
      onRange: (file, from, to) => `Zu ${file}, Zeilen ${from} bis ${to}`,
      counted: (place) => `${place} (im Zitat gezählt)`,
      by: (name, place) => `${name} ${lowered(place)}`,
      commented: (amount) => `Kommentiert: ${times(amount)}`,
    },

    post: {
      name: (author, date, parent) => [author, date, parent].filter((part) => part !== null).join(', '),
      inReplyTo: (name) => `als Antwort auf ${name ?? 'einen früheren Beitrag'}`,
      inReplyToGuessed: (name) => `vermutlich als Antwort auf ${name ?? 'einen früheren Beitrag'}`,
      publishedGuessed: 'Datum erschlossen',
      quoteGuessed: 'Dass Worte dieses Beitrags ein Zitat sind, ist erschlossen.',
      authorUnknown: 'Unbekannt',
      authorGuessed: (name) => `Unbekannt (vielleicht ${name}: aus den Antworten erschlossen)`,
      undated: 'ohne Datum',
      edited: (date) => `bearbeitet am ${date}`,
      bot: 'Bot',
      original: onPlatform,
      permalink: 'Link zu diesem Beitrag',
      warning: (warning) => `Inhaltswarnung: ${warning}`,
      sensitive: (attachments) =>
        `${count(attachments, { one: 'Anhang', other: 'Anhänge' })}, in der Quelle als heikel gekennzeichnet`,
      attachments: 'Anhänge',
      reactions: {
        accepted: (amount) => (amount === 1 ? 'angenommen' : `${times(amount)} angenommen`),
        boost: (amount) => `${times(amount)} geteilt`,
        favourite: (amount) => `${times(amount)} favorisiert`,
        like: (amount) => `${times(amount)} gemocht`,
        point: (amount) => count(amount, { one: 'Punkt', other: 'Punkte' }),
        quote: (amount) => count(amount, { one: 'Zitatbeitrag', other: 'Zitatbeiträge' }),
        repost: (amount) => `${times(amount)} repostet`,
        upvote: (amount) => count(amount, { one: 'Stimme dafür', other: 'Stimmen dafür' }),
      },
      note: 'Anmerkung der Redaktion',
      quotedBy: (amount) =>
        amount === 1 ? 'Einmal zitiert' : amount === 2 ? 'Zweimal zitiert' : `${number(amount)}-mal zitiert`,
      quotedByMore: (amount) => count(amount, { one: 'weiteres', other: 'weitere' }),
      state: {
        deleted: 'Dieser Beitrag wurde gelöscht.',
        removed: 'Dieser Beitrag wurde entfernt.',
        missing: 'Dieser Beitrag fehlt im Export.',
      },
      quoted: {
        accepted: (name) => `Teilt einen Beitrag von ${name ?? 'Unbekannt'}`,
        withheld: 'Teilt einen Beitrag, der hier nicht gezeigt werden darf.',
        gone: 'Teilt einen Beitrag, der gelöscht oder zurückgezogen wurde.',
        end: 'Ende des geteilten Beitrags.',
      },
    },

    quote: {
      from: () => 'Zitat von ',
      unknown: 'Unbekannt',
      end: 'Ende des Zitats.',
      misattributed: (name) => `${name} zugeschrieben`,
      via: (names) => `über ${list(names)}`,
      difference: 'was verändert wurde',
      removed: 'gesagt:',
      added: 'zitiert als:',
      replaced: (said, quoted) => `aus „${said}“ wurde „${quoted}“`,
      leftOut: (said) => `„${said}“ fehlt`,
      putIn: (quoted) => `„${quoted}“ kam hinzu`,
      way: 'Der Weg dieser Worte',
      waySaid: 'hat es gesagt',
      wayQuoted: 'hat es zitiert',
      wayHere: 'hier zitiert',
      wayChanged: (words) => `${count(words, { one: 'Wort', other: 'Wörter' })} verändert`,
      wayAltered: 'Wörter verändert',
      wayAbridged: 'gekürzt',
      next: (name) => (name === null ? 'Nächstes Zitat' : `Nächstes Zitat: ${name}`),
      nextSpeaker: (name) => `Als Nächstes spricht: ${name}`,
      quoted: (amount) => `${times(amount)} zitiert`,
      also: 'auch zitiert in',
      external: 'die Quelle',
      fold: (lines, name, rightAbove) =>
        `Zitat von ${name}, ${count(lines, { one: 'Zeile', other: 'Zeilen' })}, ${rightAbove ? 'steht direkt darüber' : 'steht weiter oben'}`,
    },

    copy: {
      copy: 'kopieren',
      as: 'Kopieren als',
      plain: 'reiner Text',
      copied: 'Kopiert.',
      copiedAs: 'Als {format} kopiert.',
      refused:
        'Der Browser lässt diese Seite nicht kopieren. Die Worte sind ausgewählt: Sie lassen sich kopieren wie andere auch.',
      held: 'Die Worte zum Kopieren',
    },

    body: {
      image: (description) => `Bild: ${description}`,
      imageWithoutDescription: 'Bild, in der Quelle ohne Beschreibung',
      footnotes: 'Fußnoten',
      spoiler: 'Verborgener Text',
      quotedTimes: (amount) => `${number(amount)}-mal zitiert`,
    },

    attachment: {
      kind: { image: 'Bild', video: 'Video', audio: 'Ton', animation: 'Animation', file: 'Datei' },
      noDescription: 'in der Quelle ohne Beschreibung',
      noAddress: 'nicht im Export',
    },

    poll: {
      label: 'Umfrage',
      votes: (votes) =>
        votes === null ? 'Stimmenzahl unbekannt' : count(votes, { one: 'Stimme', other: 'Stimmen' }),
      voters: (voters) => count(voters, { one: 'Person hat abgestimmt', other: 'Personen haben abgestimmt' }),
      multiple: 'mehrere Antworten waren möglich',
      closed: (date) => `beendet am ${date}`,
      closes: (date) => `offen bis zum ${date}`,
    },

    card: { by: (author) => `von ${author}` },

    fidelity: FIDELITY,
    fidelityCount: (fidelity, amount) =>
      `${number(amount)} ${fidelity === 'unsourced' ? 'ohne gefundene Quelle' : FIDELITY[fidelity]}`,
    quotes: (amount) => count(amount, { one: 'Zitat', other: 'Zitate' }),

    figures: {
      title: 'Diese Diskussion in Zahlen',
      posts: 'Beiträge',
      people: 'Personen',
      words: 'Wörter',
      span: 'Vom ersten zum letzten',
      again: (amount) => `${number(amount)} davon mehr als einmal`,
      median: (amount) =>
        `die Hälfte der Beiträge hat höchstens ${count(amount, { one: 'Wort', other: 'Wörter' })}`,
      days: (amount) => count(amount, { one: 'Tag', other: 'Tage' }),
      activity: 'Wann sie geschrieben wurden (UTC)',
      activityOf: (amount, period) => `${posts(amount)} im Lauf der Zeit, ${period}.`,
      peak: (amount, when) => `Am meisten: ${posts(amount)}, ${when}.`,
      undated: (amount) => `${posts(amount)} ohne eigenes Datum nicht gezeigt.`,
      answers: 'Wer wem geantwortet hat',
      answersKey:
        'Ein Bogen führt von der Person, die antwortet, breit und in ihrer Farbe, zu der, der sie antwortet, und endet dort spitz; je öfter, desto breiter.',
      oftenest: (from, to, amount) => `Am häufigsten antwortete ${from} an ${to}: ${times(amount)}.`,
      others: (amount) =>
        `${number(amount)} ${form(amount, { one: 'weitere Person', other: 'weitere Personen' })}`,
      unclear: (amount) =>
        `Nicht gezählt: ${count(amount, { one: 'Antwort, bei der', other: 'Antworten, bei denen' })} nicht sicher ist, von wem oder an wen.`,
      further: (amount) =>
        `${count(amount, { one: 'weiteres Paar', other: 'weitere Paare' })} nicht gezeigt.`,
      tables: 'Dasselbe als Tabellen',
      when: 'Wann',
      who: 'Wer',
      whom: 'wem geantwortet hat',
      often: 'wie oft',
    },

    issues: {
      title: 'Ausgaben',
      summary: (issues) => `${count(issues, { one: 'Ausgabe', other: 'Ausgaben' })}, die neueste zuerst.`,
      empty: 'Noch ist keine Ausgabe erschienen.',
      name: (issue) => `Ausgabe ${issue}`,
      see: (issue) => `siehe Ausgabe ${issue}`,
      newest: 'Die neueste Ausgabe',
      all: 'Alle Ausgaben',
      neighbours: 'Ausgaben davor und danach',
      previous: (issue) => `Vorige: Ausgabe ${issue}`,
      next: (issue) => `Nächste: Ausgabe ${issue}`,
    },

    people: {
      title: 'Personen',
      summary: (amount) =>
        `${people(amount)}, die auf dieser Website zu Wort ${form(amount, { one: 'kommt', other: 'kommen' })}.`,
      empty: 'Noch hat niemand eine Seite.',
      list: 'Seiten des Personenverzeichnisses',
      listPage: (page) => `Personen, Seite ${number(page)}`,
      description: (name) => `Was ${name} auf dieser Website gesagt hat, und wo.`,
      inDigests: 'In Auslesen',
      inThreads: 'In Diskussionen',
      profile: 'Profil',
      consent,
      more: 'auf dieser Website',
      moreOf: (name) => `${name} auf dieser Website`,
      spoken: (postCount, wordCount) =>
        `${posts(postCount)}, ${count(wordCount, { one: 'Wort', other: 'Wörter' })}`,
      furtherPosts: (amount) =>
        `und ${count(amount, { one: 'weiterer Beitrag', other: 'weitere Beiträge' })}`,
      furtherThreads: (amount) =>
        `Nicht aufgeführte ältere ${form(amount, { one: 'Diskussion', other: 'Diskussionen' })}: ${number(amount)}.`,
      noWords: 'ein Beitrag ohne Worte',
      wholePost: 'ein ganzer Beitrag',
      note: 'Personen werden an ihren Kennungen unterschieden: Wer an zwei Orten spricht, hat zwei Seiten.',
    },

    archive: {
      title: 'Archiv',
      summary: 'Alle Auslesen, nach Monaten.',
      empty: 'Noch ist keine Auslese geschrieben.',
      months: 'Monate',
    },
    tags: {
      title: 'Schlagwörter',
      summary: 'Wovon die Auslesen handeln.',
      empty: 'Noch trägt keine Auslese ein Schlagwort.',
      digests: (digests) => count(digests, { one: 'Auslese', other: 'Auslesen' }),
      tagged: (tag) => `Schlagwort „${tag}“`,
      related: 'Oft zusammen mit',
    },
    search: {
      title: 'Suche',
      summary: 'In den Auslesen und in den Beiträgen der Diskussionen.',
      label: 'Gesuchte Wörter',
      button: 'Suchen',
      hint: 'In Anführungszeichen wird genau nach dem Wortlaut gesucht. / führt in dieses Feld, die Pfeiltasten durch die Ergebnisse, Escape zurück.',
      narrow: 'Suche eingrenzen',
      clear: 'Ohne diese Angaben suchen',
      kind: 'Art',
      anyKind: 'Auslesen und Beiträge',
      digests: 'Auslesen',
      posts: 'Beiträge',
      person: 'Person',
      anyPerson: 'alle',
      thread: 'Diskussion',
      anyThread: 'alle Diskussionen',
      platform: 'Plattform',
      anyPlatform: 'alle Plattformen',
      tag: 'Schlagwort',
      anyTag: 'alle Schlagwörter',
      year: 'Jahr',
      anyYear: 'alle Jahre',
      results: 'Ergebnisse',
      more: 'Weitere Ergebnisse',
      older: 'Auch in älteren Diskussionen suchen',
      without:
        'Zum Suchen braucht diese Seite JavaScript. Alles, was sich finden lässt, steht auch in diesen Listen:',
      found: {
        searching: 'Es wird gesucht …',
        results: { one: '{count} Ergebnis.', other: '{count} Ergebnisse.' },
        partial: 'In älteren Diskussionen wurde noch nicht gesucht.',
        none: 'Nichts gefunden.',
        failed: 'Der Suchindex ließ sich nicht laden. Besteht eine Verbindung?',
        digest: 'Auslese',
        post: 'Beitrag',
        said: '{name} in „{thread}“',
        onlyPerson: 'Nur {name}',
        onlyThread: 'Nur diese Diskussion',
      },
    },
    edition: {
      label: 'Zum Mitnehmen',
      mail: 'als E-Mail',
      text: 'als reiner Text',
      markdown: 'als Markdown',
      wrote: (name, day) => (day === null ? `${name} schrieb:` : `Am ${day} schrieb ${name}:`),
      source: 'Quelle',
      linksInQuote: 'Verweise im Zitat',
      onTheWeb: 'Im Web lesen',
      readOn: 'Lange Mails werden von Mailprogrammen abgeschnitten. Der Rest steht im Web.',
      contents: 'In dieser Ausgabe',
    },
    preview: {
      quote: (name, words) => `${name}: „${words}“`,
    },
    notFound: {
      title: 'Hier steht keine Seite',
      summary: 'Vielleicht ist die Adresse vertippt, oder was hier stand, wurde zurückgezogen.',
      ways: 'Von hier aus geht es weiter:',
    },
  };
}

const FIDELITY: Readonly<Record<Fidelity, string>> = {
  verbatim: 'wörtlich',
  abridged: 'gekürzt',
  altered: 'verändert',
  unsourced: 'Quelle nicht gefunden',
  external: 'von außerhalb dieser Website',
};

const PLACES: Readonly<Record<UnnamedPlatform, string>> = {
  mail: 'auf der Liste',
  copy: 'im kopierten Text',
  file: 'in der eingelesenen Datei',
};

function onPlatform(platform: string): string {
  return isUnnamed(platform) ? PLACES[platform] : `auf ${platform}`;
}
