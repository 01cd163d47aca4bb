/** Ranges of lines, counted from 1. */
export type Lines = readonly (readonly [from: number, to: number])[];

/**
 * For each mail of github/email_reply_parser's suite the lines that its tests leave visible: the text that they assert,
 * or the fragments above those that they assert to be hidden, quoted or a signature. Read in
 * `test/email_reply_parser_test.rb` at commit 9dcfe77, the one that added the last of these mails.
 */
export const VISIBLE_LINES: Readonly<Record<string, Lines>> = {
  correct_sig: [[1, 1]],
  email_1_1: [[1, 5]],
  email_1_2: [[1, 34]],
  email_1_3: [[1, 3]],
  email_1_4: [[1, 1]],
  email_1_5: [[1, 15]],
  // Its third line is a joke in the form of a phone's signature; the tests want one fragment above the attribution.
  email_1_6: [[1, 3]],
  email_1_7: [[1, 1]],
  email_1_8: [[1, 19]],
  email_2_1: [[1, 1]],
  email_2_2: [[1, 1]],
  email_2_3: [[1, 1]],
  email_BlackBerry: [[1, 1]],
  email_bullets: [[1, 9]],
  email_iPhone: [[1, 1]],
  email_long_quote: [[1, 9]],
  email_multi_word_sent_from_my_mobile_device: [[1, 1]],
  email_one_is_not_on: [[1, 5]],
  email_sent_from_my_not_signature: [[1, 3]],
  email_sig_delimiter_in_middle_of_line: [[1, 7]],
  greedy_on: [[1, 6]],
  pathological: [[1, 2]],
};
