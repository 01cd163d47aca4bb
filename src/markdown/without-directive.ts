/** An address without its fragment directive: `…#:~:text=so` names words on a page, not another page. */
export function withoutDirective(address: string): string {
  const at = address.indexOf(':~:');
  if (at < 0) return address;
  return address.slice(0, address[at - 1] === '#' ? at - 1 : at);
}
