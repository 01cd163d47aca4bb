// What the benches use of packages that bring no types.
declare module 'planer' {
  const planer: { extractFrom(body: string, type: 'text/plain' | 'text/html', dom?: Document): string };
  export default planer;
}

declare module 'jsdom' {
  export class JSDOM {
    constructor(html?: string);
    readonly window: { readonly document: Document };
  }
}
