import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { embedPaths, embedResponse } from '../site/published-embeds.ts';

export const getStaticPaths = embedPaths satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props, site }) =>
  embedResponse(props.digest, site);
