declare module 'virtual:quotidian' {
  /** What the integration knows of the site it builds. */
  export const site: {
    readonly settings: import('./site/settings.ts').Settings;
    /** The project's folder. */
    readonly root: string;
    /** Where work that can be done again may be kept. */
    readonly cache: string;
    /** Changes whenever the generator may print the same content differently. */
    readonly version: string;
  };
}

declare module 'virtual:quotidian/theme.css' {}
