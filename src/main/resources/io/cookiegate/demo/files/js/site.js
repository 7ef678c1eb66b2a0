/* The site's own script: counts a download before it lets the visitor go, as sites of the time did. */
(function () {
  var report = document.getElementById('report');
  if (!report) return;
  report.onclick = function () {
    var url = report.href;
    fbq('trackCustom', 'Download');
    ga('send', 'event', 'download', 'report', { hitCallback: function () { location.href = url; } });
    return false;
  };
})();
