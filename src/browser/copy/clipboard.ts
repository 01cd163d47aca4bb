/** Puts text on the clipboard, and for editors that take formatted text its HTML too; `false` where the browser refuses. */
export async function putOnClipboard(text: string, html?: string): Promise<boolean> {
  try {
    if (!html) await navigator.clipboard.writeText(text);
    else
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([text], { type: 'text/plain' }),
          'text/html': new Blob([html], { type: 'text/html' }),
        }),
      ]);
    return true;
  } catch {
    return false;
  }
}
