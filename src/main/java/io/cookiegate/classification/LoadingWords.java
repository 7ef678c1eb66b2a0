package io.cookiegate.classification;

import java.util.List;

/**
 * The constructs by which a script makes a browser fetch, connect to or run something. A host in a
 * script's string is more than a mention only where one of these is there too.
 */
final class LoadingWords {
  /** Constructs that load by themselves. */
  static final List<String> CONSTRUCTS =
      List.of(
          "createElement",
          ".src=",
          "['src']=",
          ".src+=",
          ".srcset=",
          ".href=",
          "['href']=",
          ".data=",
          ".background=",
          ".poster=",
          "setAttribute('src",
          "setAttribute('href'",
          "setAttribute('data'",
          "setAttribute('style'",
          "setAttribute('poster'",
          "setAttribute('background'",
          "setAttributeNS(",
          "setProperty(",
          "cssText",
          "insertRule(",
          "addRule(",
          "CSSStyleSheet",
          "url(http",
          "url(//",
          "url('",
          "@import",
          "location=",
          "['location']=",
          "location.assign(",
          // Not where it is compared.
          ".host='",
          ".hostname='",
          "location.replace(",
          "navigation.navigate(",
          "new Image",
          "=Image;",
          "=Image,",
          "document.write",
          "document['write",
          "writeln(",
          "importScripts",
          "XMLHttpRequest",
          "sendBeacon",
          "insertBefore",
          "insertAdjacent",
          "appendChild",
          "replaceChild",
          "innerHTML",
          "outerHTML",
          "srcdoc",
          "createContextualFragment",
          "parseFromString",
          "setHTMLUnsafe",
          "parseHTMLUnsafe",
          "Worker(",
          "SharedWorker(",
          "serviceWorker",
          "WebSocket(",
          "WebTransport(",
          "EventSource(",
          "fetch.apply(",
          "fetch.call(",
          "fetch.bind(",
          "RTCPeerConnection",
          "FontFace(",
          "Audio(",
          "Request(",
          "open(",
          ".ajax(",
          "ajax(",
          "$.get(",
          "$.post(",
          "jQuery.get(",
          "jQuery.post(",
          "axios",
          "eval(",
          "Function(",
          "System.import",
          "3Cscript",
          "3cscript",
          "3CSCRIPT",
          "3Ciframe",
          "3ciframe",
          "3Cimg",
          "3cimg",
          "3Clink",
          "3clink",
          "<iframe",
          "<IFRAME",
          "<img",
          "<IMG",
          "<link",
          "<LINK",
          "<object",
          "<embed",
          "<script",
          "<SCRIPT",
          "<'+'script",
          "<s'+'cript",
          "<sc'+'ript",
          "<scr'+'ipt",
          "<scri'+'pt",
          "<scrip'+'t",
          "<if'+'rame",
          "<i'+'frame",
          "<im'+'g",
          "<i'+'mg");

  /** Assignments that load where a name is looked up in an element first: in its event handlers. */
  static final List<String> IN_HANDLERS =
      List.of("src=", "srcset=", "href=", "data=", "background=", "poster=", "action=", "code=");

  /** Parts of a function's name that say it loads; they count where the function is called or given. */
  static final List<String> NAME_PARTS =
      List.of(
          "load", "Load", "LOAD", "script", "Script", "inject", "Inject", "require", "Require",
          "import", "Import", "fetch", "Fetch", "ajax", "Ajax", "beacon", "Beacon", "pixel",
          "Pixel");

  private LoadingWords() {}
}
