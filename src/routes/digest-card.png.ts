import type { APIRoute, GetStaticPaths } from 'astro';
import { cardImage, digestsWithCard } from '../site/card-images.ts';
import { cardResponse } from '../site/card-response.ts';

export const getStaticPaths = (async () =>
  digestsWithCard().map((slug) => ({ params: { slug } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => cardResponse(cardImage(params.slug));
