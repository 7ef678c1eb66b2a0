/* Marks the tags whose host this browser really turned to. Contacts nobody itself. */
(function () {
  var panel = document.getElementById('panel');
  var direct = location.port === panel.getAttribute('data-site-port');
  var seen = {};

  function hostOf(url) {
    var a = document.createElement('a');
    a.href = url;
    return a.hostname;
  }

  function look() {
    var i, nodes = document.querySelectorAll('script[src],iframe[src],img[src],link[href]');
    for (i = 0; i < nodes.length; i++) seen[hostOf(nodes[i].src || nodes[i].href)] = true;
    var entries = window.performance && performance.getEntriesByType ? performance.getEntriesByType('resource') : [];
    for (i = 0; i < entries.length; i++) seen[hostOf(entries[i].name)] = true;
    var items = document.querySelectorAll('#tags li');
    for (i = 0; i < items.length; i++) {
      var contacted = seen[items[i].getAttribute('data-host')] === true;
      items[i].className = contacted ? 'contacted' : 'untouched';
      items[i].querySelector('.seen').innerHTML = contacted ? 'contacted' : 'not contacted';
    }
  }

  document.getElementById('way').innerHTML = direct
    ? 'You are at the old site itself, without the gate.'
    : 'You are in front of the gate. This is what the old site behind it saw and sent.';
  if (direct) {
    document.getElementById('try').innerHTML = '<li>Every vendor is told about this visit, and nobody asked. '
      + 'Go back to the gate and see the cookies disappear that were set here.</li>';
  }
  var origins = document.querySelectorAll('.origin');
  for (var i = 0; i < origins.length; i++) origins[i].innerHTML = location.protocol + '//' + location.host;
  look();
  if (window.addEventListener) window.addEventListener('load', function () { look(); setTimeout(look, 1500); });
})();
