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
import { LICENCE, type Texts } from './en.ts';
import type { Forms, Grammar } from './grammar.ts';

type Fidelity = QuotedByView['fidelity'];

export function french({ number, count, percent, form, list }: Grammar): Texts {
  const posts = (amount: number) => count(amount, { one: 'message', other: 'messages' });
  const threads = (amount: number) => count(amount, { one: 'discussion', other: 'discussions' });
  const people = (amount: number) => count(amount, { one: 'personne', other: 'personnes' });
  const comments = (amount: number) => count(amount, { one: 'commentaire', other: 'commentaires' });
  const times = (amount: number) =>
    amount === 1 ? 'une fois' : amount === 2 ? 'deux fois' : `${number(amount)} fois`;
  const consent: Texts['thread']['consent'] = (basis) => {
    if (basis === 'public') return 'Montré parce que dit en public';
    if (basis === 'asked') return 'Montré avec l’accord des personnes citées';
    if (basis === 'pseudonymised') return 'Les noms ont été changés';
    return basis.startsWith(LICENCE)
      ? `Montré sous la licence ${basis.slice(LICENCE.length)}`
      : `Fondement de la publication${COLON} ${basis}`;
  };
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
      issues: 'Numéros',
      people: 'Personnes',
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
      share: (part) => `${percent(part)} des mots`,
      threads: 'D’où elle est tirée',
      taken: (quoteCount, postCount) =>
        [
          quoteCount > 0 && count(quoteCount, { one: 'citation', other: 'citations' }),
          postCount > 0 && count(postCount, { one: 'message entier', other: 'messages entiers' }),
        ]
          .filter((part) => part !== false)
          .join(', ') || 'rien de cité',
      mostQuoted: 'Les plus citées par d’autres',
      tags: 'Mots-clés',
      neighbours: 'Les synthèses d’avant et d’après',
      previous: 'Avant',
      next: 'Après',
      cite: 'Citer cette synthèse',
      citation: (editors, title, site, date) =>
        `${editors.length > 0 ? `${list(editors)}${COLON} ` : ''}${quoted(title)}. ${site}, ${date}.`,
      citeText: 'En toutes lettres',
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
      consent,
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
        copy: 'copie les mots sélectionnés, sinon tout le message ou la citation',
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
        accepted: (amount) => (amount === 1 ? 'acceptée' : `acceptée ${times(amount)}`),
        boost: (amount) => count(amount, { one: 'partage', other: 'partages' }),
        favourite: (amount) => count(amount, { one: 'favori', other: 'favoris' }),
        like: (amount) =>
          count(amount, { one: `mention ${quoted('j’aime')}`, other: `mentions ${quoted('j’aime')}` }),
        point: (amount) => count(amount, { one: 'point', other: 'points' }),
        quote: (amount) => count(amount, { one: 'message qui le cite', other: 'messages qui le citent' }),
        repost: (amount) => count(amount, { one: 'republication', other: 'republications' }),
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
      replaced: (said, quote) => `${quoted(said)} est devenu ${quoted(quote)}`,
      leftOut: (said) => `${quoted(said)} manque`,
      putIn: (quote) => `${quoted(quote)} a été ajouté`,
      way: 'Le chemin de ces mots',
      waySaid: 'l’a dit',
      wayQuoted: 'l’a cité',
      wayHere: 'cité ici',
      wayChanged: (words) => count(words, { one: 'mot altéré', other: 'mots altérés' }),
      wayAltered: 'des mots altérés',
      wayAbridged: 'abrégé',
      next: (name) => (name === null ? 'Citation suivante' : `Citation suivante${COLON} ${name}`),
      nextSpeaker: (name) => `Prochaine personne à parler${COLON} ${name}`,
      quoted: (amount) => `cité ${times(amount)}`,
      also: 'cité aussi dans',
      external: 'la source',
      fold: (lines, name, rightAbove) =>
        `Citation ${of(name)}, ${count(lines, { one: 'ligne', other: 'lignes' })}, ${rightAbove ? 'juste au-dessus' : 'plus haut'}`,
    },

    copy: {
      copy: 'copier',
      as: 'Copier en',
      plain: 'texte brut',
      copied: 'Copié.',
      copiedAs: 'Copié en {format}.',
      refused: `Le navigateur ne laisse pas cette page copier. Les mots sont sélectionnés${COLON} ils se copient comme d’autres.`,
      held: 'Les mots à copier',
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

    figures: {
      title: 'Cette discussion en chiffres',
      posts: 'Messages',
      people: 'Personnes',
      words: 'Mots',
      span: 'Du premier au dernier',
      again: (amount) => `${number(amount)} plus d’une fois`,
      median: (amount) =>
        `la moitié des messages compte au plus ${count(amount, { one: 'mot', other: 'mots' })}`,
      days: (amount) => count(amount, { one: 'jour', other: 'jours' }),
      activity: 'Quand ils ont été écrits (UTC)',
      activityOf: (amount, period) => `${posts(amount)} au fil du temps, ${period}.`,
      peak: (amount, when) => `Au plus${COLON} ${posts(amount)}, ${when}.`,
      undated: (amount) =>
        `${posts(amount)} sans date propre, non ${form(amount, { one: 'montré', other: 'montrés' })}.`,
      answers: 'Qui a répondu à qui',
      answersKey:
        'Un arc part de la personne qui répond, large et de sa couleur, vers celle à qui elle répond, où il finit en pointe\u202f; plus c’est fréquent, plus il est large.',
      oftenest: (from, to, amount) => `Le plus souvent, ${from} a répondu à ${to}${COLON} ${times(amount)}.`,
      others: (amount) =>
        `${number(amount)} ${form(amount, { one: 'autre personne', other: 'autres personnes' })}`,
      unclear: (amount) =>
        `Non ${form(amount, { one: 'comptée', other: 'comptées' })}${COLON} ${count(amount, { one: 'réponse', other: 'réponses' })} dont l’auteur ou le destinataire n’est pas certain.`,
      further: (amount) =>
        `${count(amount, { one: 'autre paire non montrée', other: 'autres paires non montrées' })}.`,
      tables: 'Les mêmes chiffres en tableaux',
      when: 'Quand',
      who: 'Qui',
      whom: 'a répondu à qui',
      often: 'combien de fois',
    },

    issues: {
      title: 'Numéros',
      summary: (issues) =>
        `${count(issues, { one: 'numéro', other: 'numéros' })}, ${form(issues, { one: 'le plus récent', other: 'du plus récent au plus ancien' })}.`,
      empty: 'Aucun numéro n’a encore paru.',
      name: (issue) => `Numéro ${issue}`,
      see: (issue) => `voir le numéro ${issue}`,
      newest: 'Le dernier numéro',
      all: 'Tous les numéros',
      neighbours: 'Numéros précédent et suivant',
      previous: (issue) => `Précédent${COLON} numéro ${issue}`,
      next: (issue) => `Suivant${COLON} numéro ${issue}`,
    },

    people: {
      title: 'Personnes',
      summary: (amount) => `${people(amount)} ayant pris la parole sur ce site.`,
      empty: 'Personne n’a encore de page.',
      list: 'Pages de la liste des personnes',
      listPage: (page) => `Personnes, page ${number(page)}`,
      description: (name) => `Les propos ${of(name)} sur ce site, avec leurs lieux.`,
      inDigests: 'Dans les synthèses',
      inThreads: 'Dans les discussions',
      profile: 'Profil',
      consent,
      more: 'sur ce site',
      moreOf: (name) => `${name} sur ce site`,
      spoken: (postCount, wordCount) =>
        `${posts(postCount)}, ${count(wordCount, { one: 'mot', other: 'mots' })}`,
      furtherPosts: (amount) => `et ${count(amount, { one: 'autre message', other: 'autres messages' })}`,
      furtherThreads: (amount) =>
        `${form(amount, { one: 'Discussion plus ancienne non listée', other: 'Discussions plus anciennes non listées' })}${COLON} ${number(amount)}.`,
      noWords: 'un message sans mots',
      wholePost: 'un message entier',
      note: `Les personnes sont distinguées par leurs identifiants${COLON} qui parle en deux lieux a deux pages.`,
    },

    archive: {
      title: 'Archives',
      summary: 'Toutes les synthèses, mois par mois.',
      empty: 'Aucune synthèse n’a encore été écrite.',
      months: 'Mois',
    },
    tags: {
      title: 'Mots-clés',
      summary: 'Ce dont parlent les synthèses.',
      empty: 'Aucune synthèse ne porte encore de mot-clé.',
      digests: (digests) => count(digests, { one: 'synthèse', other: 'synthèses' }),
      tagged: (tag) => `Mot-clé ${quoted(tag)}`,
      related: 'Souvent avec',
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
    edition: {
      label: 'À emporter',
      mail: 'en courriel',
      text: 'en texte brut',
      markdown: 'en Markdown',
      wrote: (name, day) => (day === null ? `${name} a écrit${COLON}` : `Le ${day}, ${name} a écrit${COLON}`),
      source: 'Source',
      linksInQuote: 'Liens dans la citation',
      onTheWeb: 'Lire sur le web',
      readOn: 'Les messageries coupent les longs courriels. La suite se trouve sur le web.',
      contents: 'Dans ce numéro',
    },
    preview: {
      quote: (name, words) => `${name}${COLON} ${quoted(words)}`,
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
  file: 'dans le fichier importé',
};

function onPlatform(platform: string): string {
  return isUnnamed(platform) ? PLACES[platform] : `sur ${platform}`;
}
