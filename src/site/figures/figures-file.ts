/** The file of a thread's folder in the cache that holds its figures. */
export const FIGURES = 'figures.json';
