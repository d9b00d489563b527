import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Message = {
  readonly action?: string
  readonly data?: unknown
  readonly callbackId?: number
  readonly chunk?: object
}
type Listener = (event: { readonly data: Message }) => void
type Library = { readonly WorkerMessageHandler: { initializeFromPort(port: Port): void } }

/**
 * Joins the two halves of pdf.js, reading and showing, in this thread. The library's own port copies every message as
 * if it went to another thread; this one hands it over, and leaves out what only drawing needs.
 */
class Port {
  private readonly listeners = new Set<Listener>()

  postMessage(message: Message): void {
    if (isForDrawing(message)) return
    const data = handedOver(message)
    queueMicrotask(() => {
      for (const listener of this.listeners) listener({ data })
    })
  }

  addEventListener(_name: string, listener: Listener, { signal }: { readonly signal: AbortSignal }): void {
    this.listeners.add(listener)
    signal.addEventListener('abort', () => this.listeners.delete(listener), { once: true })
  }
}

/** A reader for one file, in this thread; it goes when nothing refers to it any more. */
export function workerInThread(): PDFWorker {
  const port = new Port()
  // The library's types know no port but its own.
  const worker = new PDFWorker({ port: port as unknown as null, verbosity: 0 })
  const { pdfjsWorker } = globalThis as unknown as { readonly pdfjsWorker: Library }
  pdfjsWorker.WorkerMessageHandler.initializeFromPort(port)
  return worker
}

/** Fonts and the outlines of their letters: nobody waits for them. */
function isForDrawing({ action, data, callbackId }: Message): boolean {
  return action === 'commonobj' && callbackId === undefined && /^Font/.test(String((data as unknown[])[1]))
}

/** The sender of a stream empties its lists to fill them again, so the receiver gets lists of its own. */
function handedOver(message: Message): Message {
  if (!message.chunk || message.chunk instanceof Uint8Array) return message
  const chunk: Record<string, unknown> = { ...message.chunk }
  for (const [name, value] of Object.entries(chunk)) if (Array.isArray(value)) chunk[name] = value.slice()
  return { ...message, chunk }
}
