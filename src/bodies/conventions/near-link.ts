/** The message's id in a link to it on Zulip: `https://…/#narrow/channel/4-lamps/topic/buoys/near/123`. */
export function postNear(url: string): string | undefined {
  return NEAR.exec(url)?.[1];
}

// A link with `/with/123` leads to the topic that holds the message.
const NEAR = /#narrow\/\S{1,600}\/near\/(\d{1,20})$/;
