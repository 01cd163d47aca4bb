import type { Read } from './read-answers.ts';
import type { CommentView, LemmyCommunity, LemmyPost, PostView } from './views.ts';

/** A post and its comments, of which one at least is there. */
export interface Discussion {
  readonly file: string;
  /** The post's number. */
  readonly id: string;
  readonly view?: PostView;
  /** The post, also where only its comments were saved: their views may hold it. */
  readonly post?: LemmyPost;
  readonly community?: LemmyCommunity;
  /** In the export's order. */
  readonly comments: readonly CommentView[];
}

/** The discussions of an export, in the order of their first mention. */
export function discussionsOf(read: readonly Read[]): readonly Discussion[] {
  const byPost = Map.groupBy(read, (one) =>
    one.kind === 'post' ? one.view.post.id : one.view.comment.post_id,
  );
  return [...byPost].map(([id, views]): Discussion => {
    const view = views.find((one) => one.kind === 'post')?.view;
    const comments = views.flatMap((one) => (one.kind === 'comment' ? [one.view] : []));
    const post = view?.post ?? comments.find((comment) => comment.post)?.post;
    const community = [view, ...comments].find((one) => one?.community)?.community;
    return {
      file: views[0]?.file ?? '',
      id,
      ...(view && { view }),
      ...(post && { post }),
      ...(community && { community }),
      comments,
    };
  });
}
