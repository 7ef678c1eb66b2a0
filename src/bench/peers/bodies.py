#!/usr/bin/env python3
"""Makes the upstream's bodies, the same every time: page.html (60 KB, 13 third-party tags) and its gzip,
brotli and zstd; clean.html (the same without the tags: what a visitor without consent ought to see);
api/small.json (1 KB), bin/5m.bin (5 MB), mix/ (what a page loads), grow/ (pages of 1 KB to 100 MB).
Usage: bodies.py FOLDER"""
import gzip, json, os, random, subprocess, sys, zlib
W = sys.argv[1]
R = random.Random(20261122)
SYL = "ka lo mi ter an su vel pro con der ing tion al is er on re at en ti or ra st ne ble ment ous ive".split()
VOC = sorted({"".join(R.choice(SYL) for _ in range(R.randint(1, 4))) for _ in range(2600)})
COMMON = "the of and to in a is for that with on your our we you account order service product price delivery from by at this it as are be".split()
def words(n):
    return " ".join(R.choice(COMMON) if R.random() < .45 else VOC[min(int(R.paretovariate(.75)) * 3, len(VOC) - 1)] for _ in range(n))
def sent(n): s = words(n); return s[0].upper() + s[1:] + "."

TAGS = {}   # name -> markup, in page order
TAGS["gtag-src"] = '<script async src="https://www.googletagmanager.com/gtag/js?id=G-9X7LEGACY1"></script>'
TAGS["gtag-inline"] = """<script>
  window.dataLayer = window.dataLayer || [];
  function gtag(){dataLayer.push(arguments);}
  gtag('js', new Date());
  gtag('config', 'G-9X7LEGACY1', { 'anonymize_ip': true });
</script>"""
TAGS["gtm-inline"] = """<script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':
new Date().getTime(),event:'gtm.js'});var f=d.getElementsByTagName(s)[0],
j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src=
'https://www.googletagmanager.com/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);
})(window,document,'script','dataLayer','GTM-K7LEGAC');</script>"""
TAGS["gtm-noscript"] = '<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-K7LEGAC" height="0" width="0" style="display:none;visibility:hidden"></iframe></noscript>'
TAGS["ua-inline"] = """<script type="text/javascript">
(function(i,s,o,g,r,a,m){i['GoogleAnalyticsObject']=r;i[r]=i[r]||function(){
(i[r].q=i[r].q||[]).push(arguments)},i[r].l=1*new Date();a=s.createElement(o),
m=s.getElementsByTagName(o)[0];a.async=1;a.src=g;m.parentNode.insertBefore(a,m)
})(window,document,'script','https://www.google-analytics.com/analytics.js','ga');
ga('create', 'UA-1234567-8', 'auto'); ga('send', 'pageview');
</script>"""
TAGS["fbq-inline"] = """<script>
!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?
n.callMethod.apply(n,arguments):n.queue.push(arguments)};if(!f._fbq)f._fbq=n;
n.push=n;n.loaded=!0;n.version='2.0';n.queue=[];t=b.createElement(e);t.async=!0;
t.src=v;s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}(window,
document,'script','https://connect.facebook.net/en_US/fbevents.js');
fbq('init', '102938475610293'); fbq('track', 'PageView');
</script>"""
TAGS["fb-noscript"] = '<noscript><img height="1" width="1" style="display:none" src="https://www.facebook.com/tr?id=102938475610293&amp;ev=PageView&amp;noscript=1"/></noscript>'
TAGS["dc-iframe"] = '<iframe src="https://4711000.fls.doubleclick.net/activityi;src=4711000;type=invmedia;cat=legac0;ord=1?" width="1" height="1" frameborder="0" style="display:none"></iframe>'
TAGS["gpt-src"] = "<script async='async' src='https://securepubads.g.doubleclick.net/tag/js/gpt.js'></script>"
TAGS["li-inline"] = """<script type="text/javascript">
_linkedin_partner_id = "2048123"; window._linkedin_data_partner_ids = window._linkedin_data_partner_ids || [];
window._linkedin_data_partner_ids.push(_linkedin_partner_id);
(function(){var s = document.getElementsByTagName("script")[0]; var b = document.createElement("script");
b.type = "text/javascript";b.async = true; b.src = "https://snap.licdn.com/li.lms-analytics/insight.min.js";
s.parentNode.insertBefore(b, s);})();
</script>"""
TAGS["li-noscript"] = '<noscript><img height="1" width="1" style="display:none;" alt="" src="https://px.ads.linkedin.com/collect/?pid=2048123&amp;fmt=gif" /></noscript>'
TAGS["mkto-src"] = '<SCRIPT TYPE="text/javascript" SRC="//munchkin.marketo.net/munchkin.js"></SCRIPT>'
TAGS["hotjar-inline"] = """<script>
(function(h,o,t,j,a,r){h.hj=h.hj||function(){(h.hj.q=h.hj.q||[]).push(arguments)};
h._hjSettings={hjid:1234567,hjsv:6};a=o.getElementsByTagName('head')[0];
r=o.createElement('script');r.async=1;r.src=t+h._hjSettings.hjid+j+h._hjSettings.hjsv;
a.appendChild(r);})(window,document,'https://static.hotjar.com/c/hotjar-','.js?sv=');
</script>"""
def page(tags):
    R.seed(7)
    t = (lambda n: TAGS[n] + "\n") if tags else (lambda n: "\n")
    o = []
    a = o.append
    a('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Legacy Utilities - Customer portal</title>\n')
    a('<link rel="stylesheet" href="/static/css/site.css?v=20180412">\n<link rel="stylesheet" href="/static/css/print.css" media="print">\n')
    a(t("gtag-src")); a(t("gtag-inline")); a(t("gtm-inline"))
    a('<script src="/static/js/jquery-1.12.4.min.js"></script>\n<script src="/static/js/site.js?v=20180412"></script>\n')
    a('<script>var ctx={path:"/portal",lang:"en",csrf:"9f1c2d7e",items:[];};\nfunction openMenu(id){var e=document.getElementById(id);if(e&&e.className.indexOf("open")<0){e.className+=" open";}return false;}\n</script>\n'.replace("[];}", "[]}"))
    a(t("ua-inline")); a('</head>\n<body class="portal">\n'); a(t("gtm-noscript"))
    a('<div id="header"><a href="/" class="logo"><img src="/static/img/logo.png" alt="Legacy Utilities" width="180" height="48"></a>\n<ul class="nav">\n')
    for i in range(28): a('  <li class="nav-item"><a href="/portal/%s/%s.do" onclick="return openMenu(\'m%d\')" title="%s">%s</a></li>\n' % (R.choice(VOC), R.choice(VOC), i, words(3), words(2).title()))
    a('</ul></div>\n<div id="content">\n'); a(t("fbq-inline")); a(t("fb-noscript"))
    a('<!-- decoy: this comment names https://www.google-analytics.com/analytics.js and loads nothing -->\n')
    for i in range(31):
        a('<div class="teaser" id="t%d">\n  <h2><a href="/news/%d/%s.html">%s</a></h2>\n  <p class="lead">%s</p>\n' % (i, 1000 + i, R.choice(VOC), words(6).capitalize(), sent(28)))
        for _ in range(R.randint(1, 3)): a('  <p>%s %s %s</p>\n' % (sent(R.randint(10, 24)), sent(R.randint(8, 26)), sent(R.randint(5, 18))))
        a('  <img src="/media/%d/thumb_%d.jpg" alt="%s" width="240" height="135" loading="lazy">\n</div>\n' % (i, i * 37, words(4)))
        if i == 6: a(t("dc-iframe"))
        if i == 11: a(t("gpt-src"))
        if i == 12: a('<p class="privacy">We use www.googletagmanager.com and connect.facebook.net only with your consent, see <a href="https://www.linkedin.com/company/legacy-utilities">our page</a> and <a href="https://www.facebook.com/legacyutilities">follow us</a>.</p>\n')
        if i == 17: a(t("li-inline")); a(t("li-noscript"))
    a('<table class="tariffs"><thead><tr><th>Tariff</th><th>kWh</th><th>Price</th><th>Term</th></tr></thead><tbody>\n')
    for i in range(90): a('<tr class="%s"><td><a href="/tariff/%d">%s</a></td><td class="num">%d</td><td class="num">%.2f</td><td>%d months</td></tr>\n' % ("odd" if i % 2 else "even", i, words(3).title(), R.randint(800, 9000), R.random() * 90, R.choice([6, 12, 24])))
    a('</tbody></table>\n<form action="/portal/contact.do" method="post"><input type="hidden" name="csrf" value="9f1c2d7e"><input type="text" name="q" value=""><select name="topic">\n')
    for i in range(40): a('<option value="%d">%s</option>\n' % (i, words(3)))
    a('</select><textarea name="msg" rows="6" cols="40"></textarea><button type="submit">Send</button></form>\n</div>\n')
    a(t("mkto-src"))
    a('<div id="footer"><p>&copy; 2018 Legacy Utilities</p><script>document.write("<p>" + ctx.lang + "<\\/p>"); if (1 < 2 && ctx.items.length < 3) { openMenu("m1"); }</script></div>\n')
    a(t("hotjar-inline")); a('<script src="/static/js/footer.js"></script>\n</body>\n</html>\n')
    return "".join(o)
def put(p, b):
    p = os.path.join(W, p); os.makedirs(os.path.dirname(p), exist_ok=True)
    with open(p, "wb") as f: f.write(b)
    os.utime(p, (1700000000, 1700000000))
def open_gzip(b):
    """One gzip member of the bytes with neither last block nor checksum: the upstream adds both."""
    z = zlib.compressobj(6, zlib.DEFLATED, -15)
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + z.compress(b) + z.flush(zlib.Z_FULL_FLUSH)
def other(tool, b): return subprocess.run(tool, input=b, stdout=subprocess.PIPE, check=True).stdout
pg = page(True).encode(); cl = page(False).encode()
put("page.html", pg); put("page.html.gz", gzip.compress(pg, 6, mtime=0)); put("page.html.open-gz", open_gzip(pg))
put("page.html.br", other(["brotli", "-q", "5", "-c"], pg)); put("page.html.zst", other(["zstd", "-q", "-6", "-c"], pg))
put("clean.html", cl); put("clean.html.gz", gzip.compress(cl, 6, mtime=0))
items = [{"id": i, "name": words(3), "price": round(R.random() * 100, 2), "ok": True} for i in range(12)]
j = json.dumps({"items": items}).encode(); j = j[:1022].ljust(1022, b" ") + b"]}" if len(j) > 1024 else j.ljust(1024)
put("api/small.json", j)
noise = random.Random(5)
put("bin/5m.bin", noise.randbytes(5 * 1024 * 1024))
# What a page loads beside itself: sizes as in the HTTP Archive's median page, most of them small pictures.
for i, kb in enumerate([12, 30, 8]): put("mix/style%d.css" % i, ("/* %s */\n" % words(kb * 170)).encode()[: kb << 10])
for i, kb in enumerate([90, 28, 12, 40, 6, 3, 18]): put("mix/script%d.js" % i, ("// %s\n" % words(kb * 170)).encode()[: kb << 10])
for i, kb in enumerate([60, 1, 2, 4, 12, 25, 1, 3, 8, 40, 2, 1, 6, 15, 5, 30, 2, 1, 9, 20]): put("mix/picture%d.png" % i, noise.randbytes(kb << 10))
# The page's filling, with its trackers once, in growing lengths.
body, end = pg[: pg.rindex(b"</body>")], b"</body>\n</html>\n"
filling = cl[cl.index(b'<div class="teaser" id="t0">'): cl.index(b'<table class="tariffs">')]
for name, size in (("1k", 1 << 10), ("32k", 32 << 10), ("1m", 1 << 20), ("10m", 10 << 20), ("100m", 100 << 20)):
    b = pg[: size - len(end)] if size < len(body) else body + filling * ((size - len(body)) // len(filling)) 
    put("grow/%s.html" % name, b + end)
print("page", len(pg), "gz", len(gzip.compress(pg, 6)), "clean", len(cl), "tags", len(TAGS), "small", len(j))
