/** The file operations the box's store is made of, few enough that a test can record them and pull the plug between any two. */
import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'

/** A file open for writing at its end. */
export interface Appending {
  write(bytes: Uint8Array): Promise<void>
  /** What was written is on the disk when this resolves. */
  sync(): Promise<void>
  close(): Promise<void>
}

export interface Disk {
  /** The bytes of a file; nothing where there is no such file. */
  chunks(path: string): AsyncIterable<Uint8Array>
  /** Opens a file for writing at its end, made where it is absent. */
  append(path: string): Promise<Appending>
  rename(from: string, to: string): Promise<void>
  /** Removes a file; nothing where there is no such file. */
  remove(path: string): Promise<void>
  /** The names in the folder (made, renamed, removed) are on the disk when this resolves. */
  syncFolder(path: string): Promise<void>
}

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function* chunksOf(path: string): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Uint8Array
  } catch (error) {
    if (!isAbsent(error)) throw error
  }
}

async function appendTo(path: string): Promise<Appending> {
  const file = await open(path, 'a')
  return { write: (bytes) => file.appendFile(bytes), sync: () => file.sync(), close: () => file.close() }
}

async function syncNames(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** A whole file; empty where there is none. For documents, not for films. */
export async function readAll(disk: Disk, path: string): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of disk.chunks(path)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The real disk. */
export const nodeDisk: Disk = {
  chunks: chunksOf,
  append: appendTo,
  rename,
  remove: (path) => rm(path, { force: true }),
  syncFolder: syncNames,
}
