export default {
  plugins: ['prettier-plugin-astro'],
  singleQuote: true,
  printWidth: 110,
  overrides: [{ files: '*.astro', options: { parser: 'astro' } }],
};
