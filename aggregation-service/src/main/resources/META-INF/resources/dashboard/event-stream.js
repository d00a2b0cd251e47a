/**
 * Reads server-sent events from a response, as the HTML standard says. EventSource itself cannot send a token. Calls back
 * with {type, data, id} for each event, and with null for a comment.
 */
export async function readEvents(response, tell) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let event = empty();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    rest += value;
    // A carriage return at the very end may be half of a line end.
    const usable = rest.endsWith('\r') ? rest.length - 1 : rest.length;
    const lines = rest.slice(0, usable).split(/\r\n|\r|\n/);
    rest = lines.pop() + rest.slice(usable);
    for (const line of lines) {
      if (line === '') {
        if (event.data.length > 0) {
          tell({ ...event, data: event.data.join('\n') });
        }
        event = empty();
      } else if (line.startsWith(':')) {
        tell(null);
      } else {
        take(event, line);
      }
    }
  }
}

function empty() {
  return { type: 'message', data: [], id: null };
}

function take(event, line) {
  const colon = line.indexOf(':');
  const field = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
  if (field === 'data') {
    event.data.push(value);
  } else if (field === 'event') {
    event.type = value;
  } else if (field === 'id') {
    event.id = value;
  }
}
