#!/usr/bin/env node
// JavaScript that every Node understands, so that one that is too old is told so.
import { existsSync } from 'node:fs';

const LEAST = 24;

if (Number.parseInt(process.versions.node, 10) < LEAST) {
  console.error(`Quotidian runs on Node ${LEAST} or newer, and this is Node ${process.versions.node}.
  Install it from https://nodejs.org, or for this folder alone: npm install node@${LEAST}`);
  process.exit(2);
}

// The repository holds the sources, the package what they were compiled to.
const source = new URL('../src/cli/main.ts', import.meta.url);
const compiled = new URL('../lib/cli/main.js', import.meta.url);
await import((existsSync(source) ? source : compiled).href);
