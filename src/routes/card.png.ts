import type { APIRoute, GetStaticPaths } from 'astro';
import { cardImage } from '../site/card-images.ts';
import { cardResponse } from '../site/card-response.ts';

/** The one name that the pattern of this route stands for; none where the site has no card. */
export const getStaticPaths = (async () =>
  cardImage() ? [{ params: { file: 'card' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = () => cardResponse(cardImage());
