/** `1 post`, `2 posts`, `1,204 posts` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${NUMBER.format(count)} ${count === 1 ? one : many}`;
}

const NUMBER = new Intl.NumberFormat('en-GB');
