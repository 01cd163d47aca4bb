import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  type Command,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentFormattingRequest,
  InitializedNotification,
  InitializeRequest,
  type Position,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

/** An editor, as far as a language server sees of it. */
export interface Client {
  open(path: string, language: string, text: string): void;
  change(path: string, text: string): void;
  /** What the server says of a file the next time that it says anything. */
  told(path: string): Promise<readonly Diagnostic[]>;
  actions(path: string, diagnostics: readonly Diagnostic[]): Promise<readonly CodeAction[]>;
  completions(path: string, position: Position): Promise<readonly CompletionItem[]>;
  format(path: string): Promise<readonly TextEdit[] | null>;
}

/** Starts a language server that speaks over standard input and output, in a folder, with these settings. */
export async function startClient(
  [program = '', ...words]: readonly string[],
  folder: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<Client> {
  const server = spawn(program, words, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  onTestFinished(() => {
    connection.dispose();
    server.kill();
  });
  const waiting = new Map<string, ((diagnostics: readonly Diagnostic[]) => void)[]>();
  connection.onNotification(
    PublishDiagnosticsNotification.type,
    ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      for (const tell of waiting.get(uri)?.splice(0) ?? []) tell(diagnostics);
    },
  );
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ section }) => settings[section ?? ''] ?? {}),
  );
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.listen();
  const uriOf = (path: string) => pathToFileURL(`${folder}/${path}`).href;
  const whole = { uri: pathToFileURL(folder).href, name: 'project' };
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: whole.uri,
    workspaceFolders: [whole],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { publishDiagnostics: { dataSupport: true }, completion: { completionItem: {} } },
    },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  let version = 0;
  const textDocument = (path: string) => ({ uri: uriOf(path) });
  return {
    open(path, languageId, text) {
      version += 1;
      void connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { ...textDocument(path), languageId, version, text },
      });
    },
    change(path, text) {
      version += 1;
      void connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { ...textDocument(path), version },
        contentChanges: [{ text }],
      });
    },
    told: (path) =>
      new Promise((resolve) => {
        waiting.set(uriOf(path), [...(waiting.get(uriOf(path)) ?? []), resolve]);
      }),
    async actions(path, diagnostics) {
      const range = diagnostics[0]?.range ?? {
        start: { line: 0, character: 0 },
        end: { line: 0, character: 0 },
      };
      const found = await connection.sendRequest(CodeActionRequest.type, {
        textDocument: textDocument(path),
        range,
        context: { diagnostics: [...diagnostics] },
      });
      return (found ?? []).filter((action): action is CodeAction => !isCommand(action));
    },
    async completions(path, position) {
      const found = await connection.sendRequest(CompletionRequest.type, {
        textDocument: textDocument(path),
        position,
      });
      return isList(found) ? found.items : (found ?? []);
    },
    format: (path) =>
      connection.sendRequest(DocumentFormattingRequest.type, {
        textDocument: textDocument(path),
        options: { tabSize: 2, insertSpaces: true },
      }),
  };
}

function isCommand(action: CodeAction | Command): action is Command {
  return typeof action.command === 'string';
}

function isList(found: CompletionItem[] | CompletionList | null): found is CompletionList {
  return found !== null && 'items' in found;
}

/** The text after an editor made the edits of an action. */
export function applied(text: string, action: CodeAction): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Position) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return Object.values(action.edit?.changes ?? {})
    .flat()
    .toSorted((one, other) => offset(other.range.start) - offset(one.range.start))
    .reduce(
      (made, { range, newText }) =>
        made.slice(0, offset(range.start)) + newText + made.slice(offset(range.end)),
      text,
    );
}
