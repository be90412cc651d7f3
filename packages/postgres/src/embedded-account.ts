/** The account the server runs under: `nobody` when we are root, which PostgreSQL refuses; else our own (null). */
export function serverAccount(): { uid: number; gid: number } | null {
  return process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null
}
