/** `content/site.yaml` of a site without content: its title, and what is set most often, ready to be uncommented. */
export function emptySettings(title: string): string {
  return `# The site's identity and its policies. Everything but \`title\` may be left out.

# The name at the head of every page and in the feeds.
title: ${JSON.stringify(title)}

# One sentence for search engines, feeds and the home page.
#description: What people said, read slowly and quoted exactly.

# Where the site will stand. Without it there are no feeds, no sitemap and no pictures for link previews.
#url: https://quotidian.example

# BCP 47. The language of the interface, and of every digest that names none of its own.
lang: en

# Who answers for the digests.
#editors:
#  - name: Your Name

# What a finding about a quote in a digest does to the build: error (it stops), warning (it is printed), ignore.
quotes:
  # Nearly the words of a post, but not quite, and without a mark such as […] or [inserted].
  altered: error
  # The words are there, but somebody else wrote them.
  misattributed: error
  # The words are in none of the digest's threads.
  unsourced: warning

# The hue of links and marks, in degrees of OKLCH: 30 is red, 90 yellow, 150 green, 230 blue, 300 violet.
#accent: 225
`;
}
