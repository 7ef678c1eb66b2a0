// node:http + lol-html (WASM, streaming). An element whose URL is a tracker's is removed; an inline snippet is emptied.
const http = require('http'), zlib = require('zlib'), { HTMLRewriter } = require('lol-html');
const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });
const DROP = new Set(['_ga', '_gid', '_mkto_trk', 's_cc', 'IDE']);
const HOSTS = /googletagmanager\.com|google-analytics\.com|connect\.facebook\.net|facebook\.com\/tr\b|doubleclick\.net|snap\.licdn\.com|px\.ads\.linkedin\.com|munchkin\.marketo\.net|static\.hotjar\.com|\bgtag\(/i;
function rewriter(sink) {
  const rw = new HTMLRewriter('utf-8', sink);
  const src = { element(e) { if (HOSTS.test(e.getAttribute('src'))) e.remove(); } };
  rw.on('script[src]', src); rw.on('iframe[src]', src); rw.on('img[src]', src);
  const inline = () => { let t = ''; return { text(c) { t += c.text; if (c.lastInTextNode) { if (HOSTS.test(t)) c.remove(); else c.replace(t, { html: true }); t = ''; } else c.remove(); } }; };
  rw.on('script:not([src])', inline()); rw.on('noscript', inline());
  return rw;
}
const server = http.createServer((q, r) => {
  const consent = /(^|; *)acceptcookies=true(;|$)/.test(q.headers.cookie || '');
  const h = { ...q.headers }; delete h.connection;
  const gz = !consent && /gzip/.test(h['accept-encoding'] || ''); if (!consent) delete h['accept-encoding'];
  const u = http.request({ host: '127.0.0.1', port: 19000, method: q.method, path: q.url, headers: h, agent }, s => {
    const raw = s.rawHeaders, out = []; let html = false;
    for (let i = 0; i < raw.length; i += 2) {
      const n = raw[i].toLowerCase(), v = raw[i + 1];
      if (n === 'connection' || n === 'keep-alive' || n === 'transfer-encoding') continue;
      if (!consent && n === 'set-cookie' && DROP.has(v.split('=', 1)[0].trim())) continue;
      if (n === 'content-type' && v.startsWith('text/html')) html = !consent && !s.headers['content-encoding'] && q.method !== 'HEAD';
      out.push(raw[i], v);
    }
    if (!html) { r.writeHead(s.statusCode, out); s.pipe(r); return; }
    const o = []; for (let i = 0; i < out.length; i += 2) if (!/^(content-length|etag)$/i.test(out[i])) o.push(out[i], out[i + 1]);
    if (gz) o.push('Content-Encoding', 'gzip');
    r.writeHead(s.statusCode, o);
    let dst = r; if (gz) { dst = zlib.createGzip({ level: 1 }); dst.pipe(r); }
    const rw = rewriter(c => dst.write(Buffer.from(c)));
    s.on('data', c => rw.write(c)); s.on('end', () => { rw.end(); rw.free(); dst.end(); });
  });
  u.on('error', () => { r.statusCode = 502; r.end(); });
  r.on('close', () => { if (!r.writableFinished) u.destroy(); });
  if (q.headers['content-length'] || q.headers['transfer-encoding']) q.pipe(u); else u.end();
});
server.keepAliveTimeout = 3600e3; server.listen(+process.argv[2], '127.0.0.1', 4096);
