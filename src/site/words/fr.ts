/*
 * French. What each text is for stands in `en.ts`.
 *
 * thread: discussion; post: message; person: personne; author: auteur; quote: citation; passage: passage;
 * source: source; digest: synthèse; issue: numéro; inferred: déduit;
 * verbatim: mot pour mot; abridged: abrégée; altered: altérée.
 *
 * Before a colon stands a no-break space, before ; ! ? and within « » a narrow one (Imprimerie nationale).
 */

import { isUnnamed, type UnnamedPlatform } from '../platforms.ts';
import type { QuotedByView } from '../views.ts';
import type { Texts } from './en.ts';
import type { Forms, Grammar } from './grammar.ts';

type Fidelity = QuotedByView['fidelity'];

export function french({ number, count, form, list }: Grammar): Texts {
  const posts = (amount: number) => count(amount, { one: 'message', other: 'messages' });
  const threads = (amount: number) => count(amount, { one: 'discussion', other: 'discussions' });
  const people = (amount: number) => count(amount, { one: 'personne', other: 'personnes' });
  const comments = (amount: number) => count(amount, { one: 'commentaire', other: 'commentaires' });
  const times = (amount: number) =>
    amount === 1 ? 'une fois' : amount === 2 ? 'deux fois' : `${number(amount)} fois`;
  return {
    dates: {
      first: '1er',
      moment: (day, time) => `${day} à ${time} UTC`,
    },
    colon: COLON,

    skip: 'Aller au texte',
    site: {
      home: 'Accueil',
      threads: 'Discussions',
      tags: 'Mots-clés',
      archive: 'Archives',
      search: 'Recherche',
      navigation: 'Pages de ce site',
    },
    feeds: 'Suivre par flux',
    promise: 'Sur ce site, chaque citation est suivie jusqu’à l’endroit où ces mots ont été dits.',

    home: {
      newest: 'La dernière synthèse',
      further: 'Autres synthèses',
      threads: 'Dernières discussions',
      allThreads: 'Toutes les discussions',
      allDigests: 'Toutes les synthèses',
      noDigests: 'Aucune synthèse n’a encore été écrite.',
      noThreads: 'Aucune discussion n’a encore été importée.',
    },

    digest: {
      by: (editors) => `par ${list(editors)}`,
      draft: `Brouillon${COLON} pas encore publié`,
      minutes: (minutes) => `${count(minutes, { one: 'minute', other: 'minutes' })} de lecture`,
      drawnFrom: (threadCount, postCount, personCount) =>
        `tirée de ${threads(threadCount)}, ${posts(postCount)}, ${people(personCount)}`,
      speakers: 'Qui parle ici',
      threads: 'D’où elle est tirée',
      tags: 'Mots-clés',
    },

    thread: {
      posts,
      people: (named, unnamed) => {
        const who = named === 0 ? 'aucune personne' : people(named);
        if (unnamed === 0) return who;
        return `${who} ${form(named, { one: 'nommée', other: 'nommées' })}, ${posts(unnamed)} d’auteur inconnu`;
      },
      speakers: (named, unnamed) =>
        unnamed === 0
          ? count(named, { one: 'personne participe', other: 'personnes participent' })
          : count(named, { one: 'personne nommée', other: 'personnes nommées' }),
      original: ({ platform }) => `L’original, ${onPlatform(platform)}`,
      asData: 'Les données de cette discussion',
      licence: (licence) => `Licence des messages${COLON} ${licence}`,
      mostQuoted: (passages) =>
        form(passages, { one: 'Le passage le plus cité', other: 'Les passages les plus cités' }),
      digests: 'Racontée dans',
      replies: 'Messages',
      description: (title, platform, facts) => `${title}, ${onPlatform(platform)}${COLON} ${facts}`,
      page: (page, pages) => `page ${number(page)} sur ${number(pages)}`,
      pages: 'Pages de cette discussion',
      pagesBelow: 'Pages de cette discussion, sous les messages',
      previous: 'Page précédente',
      next: 'Page suivante',
      pageLink: (page) => `Page ${number(page)}`,
      elsewhere: 'Messages des pages suivantes',
      elsewherePage: (page, postCount) => `Page ${number(page)}${COLON} ${posts(postCount)}`,
      list: 'Discussions',
      listPage: (page) => `Discussions, page ${number(page)}`,
      listPages: 'Pages de la liste',
      listSummary: (threadCount) =>
        threadCount === 0
          ? 'Aucune discussion n’a encore été importée.'
          : `${count(threadCount, { one: 'discussion, telle qu’exportée', other: 'discussions, telles qu’exportées' })}, chaque citation suivie jusqu’à sa source.`,
      undated: 'Sans date',
    },

    reading: {
      label: 'Façons de lire cette discussion',
      below: ({ count: replies, names, others, unnamed }) => {
        const more = others === 0 ? [] : [count(others, { one: 'autre personne', other: 'autres' })];
        const unknown =
          unnamed === 0 ? [] : [form(unnamed, { one: 'un auteur inconnu', other: 'des auteurs inconnus' })];
        const who = list([...names, ...more, ...unknown]);
        const amount = count(replies, { one: 'réponse', other: 'réponses' });
        return who === '' ? amount : `${amount}${COLON} ${who}`;
      },
      position: (place, of) => `message ${number(place)} sur ${number(of)}`,
      inTime: 'Dans l’ordre du temps',
      inTimeHere: 'Les messages de cette page dans l’ordre du temps',
      order: 'Ordre',
      byReplies: 'réponses',
      byTime: 'temps',
      people: 'Par personne',
      only: 'n’afficher que',
      everybody: 'Tout afficher',
      map: 'Carte des citations',
      mapLabel: `Carte des citations${COLON} d’où elles viennent dans la discussion et où elles vont`,
      keys: 'Touches',
      keysTitle: 'Touches pour lire',
      keysOn: 'Une seule touche suffit pour avancer dans la discussion',
      close: 'Fermer',
      key: {
        next: 'message suivant, message précédent',
        sibling: 'réponse suivante ou précédente au même message',
        parent: 'le message auquel il est répondu',
        quote: 'citation suivante, citation précédente',
        fold: 'fermer ou ouvrir les réponses au message',
        help: 'cette liste',
      },
      said: {
        replies: 'Chaque message suit celui auquel il répond.',
        time: {
          one: 'Le seul message.',
          other: 'Les {count} messages, dans l’ordre du temps.',
        } as Forms,
        timeHere: {
          one: 'Le seul message de cette page.',
          other: 'Les {count} messages de cette page, dans l’ordre du temps.',
        } as Forms,
        only: {
          one: '{count} message de {names}\u202f; des autres ne reste que qui les a écrits.',
          other: '{count} messages de {names}\u202f; des autres ne reste que qui les a écrits.',
        } as Forms,
        everybody: 'Les messages de tous sont affichés.',
      },
    },

    review: {
      of: (name) => (name === null ? 'Relecture d’un patch' : `Relecture du patch de ${name}`),
      answer: 'Réponses sur le patch',
      comments: (amount, files) =>
        files === 0
          ? comments(amount)
          : `${comments(amount)} sur ${count(files, { one: 'fichier', other: 'fichiers' })}`,
      gives: (trailers) => `donne ${list(trailers)}`,
      list: (amount) => form(amount, { one: 'Le commentaire', other: 'Les commentaires' }),
      onLines: comments,
      onPatch: 'Sur l’ensemble du patch',
      onMessage: 'Sur la description du patch',
      onDiff: 'Sur les lignes ci-dessus',
      onFile: (file) => `Sur ${file}`,
      onLine: (file, line) => `Sur ${file}, ligne ${line}`,
      onOldLine: (file, line) => `Sur ${file}, ligne ${line} avant la modification`,
      onRange: (file, from, to) => `Sur ${file}, lignes ${from} à ${to}`,
      counted: (place) => `${place} (comptées dans la citation)`,
      by: (name, place) => `${name} ${place.charAt(0).toLowerCase()}${place.slice(1)}`,
      commented: (amount) => `Commenté ${times(amount)}`,
    },

    post: {
      name: (author, date, parent) => [author, date, parent].filter((part) => part !== null).join(', '),
      inReplyTo: (name) => `en réponse à ${name ?? 'un message antérieur'}`,
      inReplyToGuessed: (name) => `probablement en réponse à ${name ?? 'un message antérieur'}`,
      publishedGuessed: 'date déduite',
      quoteGuessed: 'Que des mots de ce message soient une citation a été déduit.',
      authorUnknown: 'auteur inconnu',
      authorGuessed: (name) => `auteur inconnu (peut-être ${name}${COLON} déduit des réponses)`,
      undated: 'sans date',
      edited: (date) => `modifié le ${date}`,
      bot: 'robot',
      original: onPlatform,
      permalink: 'lien vers ce message',
      warning: (warning) => `Avertissement${COLON} ${warning}`,
      sensitive: (attachments) =>
        count(attachments, {
          one: 'pièce jointe, signalée comme sensible à la source',
          other: 'pièces jointes, signalées comme sensibles à la source',
        }),
      attachments: 'Pièces jointes',
      reactions: {
        boost: (amount) => count(amount, { one: 'partage', other: 'partages' }),
        favourite: (amount) => count(amount, { one: 'favori', other: 'favoris' }),
        like: (amount) =>
          count(amount, { one: `mention ${quoted('j’aime')}`, other: `mentions ${quoted('j’aime')}` }),
        upvote: (amount) => count(amount, { one: 'vote pour', other: 'votes pour' }),
      },
      note: 'Note de la rédaction',
      quotedBy: (amount) => `Cité ${times(amount)}`,
      quotedByMore: (amount) => count(amount, { one: 'autre', other: 'autres' }),
      state: {
        deleted: 'Ce message a été supprimé.',
        removed: 'Ce message a été retiré.',
        missing: 'Ce message n’est pas dans l’export.',
      },
      quoted: {
        accepted: (name) => `Partage un message ${of(name ?? 'quelqu’un dont le nom est inconnu')}`,
        withheld: 'Partage un message qui ne peut pas être montré ici.',
        gone: 'Partage un message supprimé ou retiré.',
        end: 'Fin du message partagé.',
      },
    },

    quote: {
      from: (name) => `Citation ${of(name).slice(0, -name.length)}`,
      unknown: 'quelqu’un',
      end: 'Fin de citation.',
      misattributed: (name) => `attribuée à ${name}`,
      via: (names) => `par l’intermédiaire ${of(list(names))}`,
      difference: 'ce qui a été altéré',
      removed: `dit${COLON}`,
      added: `cité${COLON}`,
      quoted: (amount) => `cité ${times(amount)}`,
      also: 'cité aussi dans',
      external: 'la source',
      fold: (lines, name, rightAbove) =>
        `Citation ${of(name)}, ${count(lines, { one: 'ligne', other: 'lignes' })}, ${rightAbove ? 'juste au-dessus' : 'plus haut'}`,
    },

    body: {
      image: (description) => `Image${COLON} ${description}`,
      imageWithoutDescription: 'Image, sans description à la source',
      footnotes: 'Notes',
      spoiler: 'Texte masqué',
      quotedTimes: (amount) => `cité ${number(amount)} fois`,
    },

    attachment: {
      kind: { image: 'Image', video: 'Vidéo', audio: 'Son', animation: 'Animation', file: 'Fichier' },
      noDescription: 'sans description à la source',
      noAddress: 'absent de l’export',
    },

    poll: {
      label: 'Sondage',
      votes: (votes) =>
        votes === null ? 'nombre de votes inconnu' : count(votes, { one: 'vote', other: 'votes' }),
      voters: (voters) => count(voters, { one: 'personne a voté', other: 'personnes ont voté' }),
      multiple: 'plusieurs choix étaient permis',
      closed: (date) => `clos le ${date}`,
      closes: (date) => `ouvert jusqu’au ${date}`,
    },

    card: { by: (author) => `par ${author}` },

    fidelity: {
      verbatim: 'mot pour mot',
      abridged: 'abrégée',
      altered: 'altérée',
      unsourced: 'source introuvable',
      external: 'extérieure à ce site',
    },
    fidelityCount: (fidelity, amount) => count(amount, FIDELITIES[fidelity]),
    quotes: (amount) => count(amount, { one: 'citation', other: 'citations' }),

    archive: {
      title: 'Archives',
      summary: 'Toutes les synthèses, mois par mois.',
      empty: 'Aucune synthèse n’a encore été écrite.',
    },
    tags: {
      title: 'Mots-clés',
      summary: 'Ce dont parlent les synthèses.',
      empty: 'Aucune synthèse ne porte encore de mot-clé.',
      digests: (digests) => count(digests, { one: 'synthèse', other: 'synthèses' }),
      tagged: (tag) => `Mot-clé ${quoted(tag)}`,
    },
    search: {
      title: 'Recherche',
      summary: 'Dans les synthèses, et dans les messages des discussions.',
      label: 'Mots à chercher',
      button: 'Chercher',
      hint: 'Entre guillemets droits, les mots sont cherchés tels quels. / mène à ce champ, les flèches parcourent les résultats, Échap y ramène.',
      narrow: 'Préciser la recherche',
      clear: 'Chercher sans ces critères',
      kind: 'Genre',
      anyKind: 'Synthèses et messages',
      digests: 'Synthèses',
      posts: 'Messages',
      person: 'Personne',
      anyPerson: 'toutes',
      thread: 'Discussion',
      anyThread: 'toutes',
      platform: 'Plateforme',
      anyPlatform: 'toutes',
      tag: 'Mot-clé',
      anyTag: 'tous',
      year: 'Année',
      anyYear: 'toutes',
      results: 'Résultats',
      more: 'Plus de résultats',
      older: 'Chercher aussi dans les discussions plus anciennes',
      without: `Pour chercher, cette page a besoin de JavaScript. Tout ce qui peut être trouvé figure aussi dans ces listes${COLON}`,
      found: {
        searching: 'Recherche en cours…',
        results: { one: '{count} résultat.', many: '{count} de résultats.', other: '{count} résultats.' },
        partial: 'Les discussions plus anciennes n’ont pas encore été consultées.',
        none: 'Aucun résultat.',
        failed: 'L’index de recherche n’a pas pu être chargé. La connexion est-elle établie\u202f?',
        digest: 'Synthèse',
        post: 'Message',
        said: '{name}, dans «\u202f{thread}\u202f»',
        onlyPerson: '{name} seulement',
        onlyThread: 'Cette discussion seulement',
      },
    },
    preview: {
      quote: (name, words) => `${name}${COLON} ${quoted(words)}`,
      title: (title, site) => (title === site ? title : `${title}, ${site}`),
    },
    notFound: {
      title: 'Il n’y a pas de page ici',
      summary: 'L’adresse est peut-être mal écrite, ou ce qui se trouvait ici a été retiré.',
      ways: `D’ici, vous pouvez gagner${COLON}`,
    },
  };
}

const COLON = '\u00a0:';

/** `« ferry »`, which never breaks at the marks. */
function quoted(text: string): string {
  return `«\u202f${text}\u202f»`;
}

const FIDELITIES: Readonly<Record<Fidelity, Forms>> = {
  verbatim: { other: 'mot pour mot' },
  abridged: { one: 'abrégée', other: 'abrégées' },
  altered: { one: 'altérée', other: 'altérées' },
  unsourced: { other: 'sans source trouvée' },
  external: { one: 'extérieure à ce site', other: 'extérieures à ce site' },
};

/** `de Bo`, `d’Ines`. Before an h it depends on the name, and nothing is elided. */
function of(name: string): string {
  return VOWEL.test(name) ? `d’${name}` : `de ${name}`;
}

/** The name begins with a vowel, accent or none. */
const VOWEL = /^[aeiouyàâäéèêëîïôöùûüœæ]/i;

const PLACES: Readonly<Record<UnnamedPlatform, string>> = {
  mail: 'sur la liste',
  copy: 'dans le texte copié',
};

function onPlatform(platform: string): string {
  return isUnnamed(platform) ? PLACES[platform] : `sur ${platform}`;
}
