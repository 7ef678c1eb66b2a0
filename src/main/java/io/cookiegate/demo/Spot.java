package io.cookiegate.demo;

/** Where in a page a vendor told its customers to paste the snippet. */
enum Spot {
  HEAD,
  BODY_START,
  BODY_END,
  /** Within the page's own content, where the page's template says. */
  CONTENT
}
