const MODES = ['disable', 'require', 'verify-ca', 'verify-full', 'no-verify'];

/** An address of a database as people paste it, with TLS as libpq means it; or one sentence about what is wrong. */
export function databaseAddress(text: string): { address: string } | { problem: string } {
  let url: URL;
  try {
    url = new URL(text);
    decodeURIComponent(url.password);
  } catch {
    return {
      problem: 'it is no address. Write special characters of the password in their encoded form, such as %40 for @',
    };
  }
  if (!/^postgres(ql)?:$/.test(url.protocol)) return { problem: 'it must begin with postgres://' };
  if (url.pathname.length < 2)
    return { problem: 'it names no database, as in postgres://user:password@host:5432/loam' };
  if (url.hash) return { problem: 'a # in the password must be written as %23' };
  return withTls(url);
}

function withTls(url: URL): { address: string } | { problem: string } {
  const query = url.searchParams;
  const mode = query.get('sslmode');
  if (mode !== null && !MODES.includes(mode))
    return { problem: `sslmode=${mode} is not known here. It may be ${MODES.join(', ')}` };
  if (query.get('sslrootcert') === 'system') {
    // The system's own authorities are what is used without a file.
    query.delete('sslrootcert');
    query.set('sslmode', 'verify-full');
    return { address: url.toString() };
  }
  if (mode === 'verify-ca' && !query.get('sslrootcert'))
    return { problem: 'sslmode=verify-ca needs sslrootcert, a file with the certificate of the authority' };
  // To libpq, and so to whoever pastes it, "require" encrypts and does not verify without a certificate.
  if (mode === 'require' || mode === 'verify-ca') query.set('uselibpqcompat', 'true');
  return { address: url.toString() };
}
