package io.cookiegate.metrics;

import java.util.List;

/** A family of numbers: the one place from which it is counted and documented. */
enum Metric {
  REQUESTS(
      Kind.COUNTER,
      "cookie_gate_requests_total",
      "requests that were answered, by status and protocol (1.0, 1.1, 2); site - is where none has the host",
      "site",
      "code",
      "protocol"),
  LATENCY(
      Kind.HISTOGRAM,
      "cookie_gate_request_duration_seconds",
      "from a request's first byte to the end of its answer",
      "site"),
  BYTES(
      Kind.COUNTER,
      "cookie_gate_answer_bytes_total",
      "bytes of answers' bodies, without framing",
      "site"),
  CUT_OFF(
      Kind.COUNTER,
      "cookie_gate_answers_cut_off_total",
      "answers that ended before their end, because the upstream broke off or the rest could not be judged",
      "site"),
  VISITORS_GONE(
      Kind.COUNTER,
      "cookie_gate_visitors_gone_total",
      "answers that a visitor did not wait for",
      "site"),
  UPSTREAM_FAILURES(
      Kind.COUNTER,
      "cookie_gate_upstream_failures_total",
      "requests that the gate answered itself because of the upstream, or cut off; reason is"
          + " unreachable, broken-answer, overloaded or silent",
      "site",
      "reason"),
  UPSTREAM_RETRIES(
      Kind.COUNTER,
      "cookie_gate_upstream_retries_total",
      "requests sent once more, because a kept connection was stale or an upstream could not be reached",
      "site"),
  CONSENTS(
      Kind.COUNTER,
      "cookie_gate_consents_total",
      "requests by what the visitor said: granted, refused (some: with purposes chosen one by one) or unasked",
      "site",
      "choice"),
  COOKIES(
      Kind.COUNTER,
      "cookie_gate_cookies_total",
      "cookies that did not pass as they came; field is set-cookie (in an answer) or cookie (in a request),"
          + " outcome removed, shortened or expired; in a site that observes, what would have been",
      "site",
      "service",
      "field",
      "outcome"),
  TAGS_REMOVED(
      Kind.COUNTER,
      "cookie_gate_tags_removed_total",
      "tags taken out of pages and fields; in a site that observes, what would have been",
      "site",
      "service"),
  UNCLASSIFIED(
      Kind.COUNTER,
      "cookie_gate_unclassified_total",
      "cookies and tags of other hosts that no rule matches; kind is set-cookie, cookie or tag, and /inventory"
          + " has their names",
      "site",
      "kind"),
  CLOSURES(
      Kind.COUNTER,
      "cookie_gate_closures_total",
      "pieces or pages that were not sent because they could not be judged",
      "site",
      "reason"),
  PAGES(
      Kind.COUNTER,
      "cookie_gate_pages_rewritten_total",
      "pages that were read and written anew",
      "site"),
  PAGE_BYTES(
      Kind.COUNTER,
      "cookie_gate_page_bytes_total",
      "bytes of those pages, with their codings; side is upstream (read) or visitor (written)",
      "site",
      "side"),
  CONFIGURATION_RELOADS(
      Kind.COUNTER,
      "cookie_gate_configuration_reloads_total",
      "changes of the configuration's files; outcome is taken or refused",
      "outcome"),
  CONFIGURATION_CURRENT(
      Kind.GAUGE,
      "cookie_gate_configuration_current",
      "1 while the files' configuration is in use, 0 while they were refused and an older one is"),
  CONFIGURATION_TAKEN(
      Kind.GAUGE,
      "cookie_gate_configuration_taken_timestamp_seconds",
      "when the configuration in use was taken"),
  READY(Kind.GAUGE, "cookie_gate_ready", "1 while the gate takes visitors"),
  CONNECTIONS(Kind.GAUGE, "cookie_gate_connections", "connections of visitors that are open"),
  SLOW_HEADS(
      Kind.COUNTER,
      "cookie_gate_slow_heads_total",
      "connections that were closed because a request's head did not come in time"),
  UPSTREAM_CONNECTIONS(
      Kind.GAUGE, "cookie_gate_upstream_connections", "connections to upstreams that are open"),
  UPSTREAM_WAITING(
      Kind.GAUGE,
      "cookie_gate_upstream_waiting",
      "requests that wait for a connection to their upstream"),
  RECEIPTS_TAKEN(
      Kind.COUNTER,
      "cookie_gate_receipts_taken_total",
      "choices and erasures that are on the disk, which is when they cannot be lost any more"),
  RECEIPTS_WRITTEN(
      Kind.COUNTER,
      "cookie_gate_receipts_written_total",
      "entries that this gate has put into the ledger's database"),
  RECEIPTS_FAILED(
      Kind.COUNTER,
      "cookie_gate_receipts_failed_total",
      "choices and erasures that count and could not be recorded: the disk is full, broken or slow"),
  RECEIPTS_WAITING(
      Kind.GAUGE,
      "cookie_gate_receipts_waiting_bytes",
      "what waits on the disk for the ledger's database"),
  RECEIPTS_AWAY(
      Kind.GAUGE,
      "cookie_gate_receipts_database_away",
      "1 while the ledger's database cannot be reached, 0 while it can");

  /** What is done with a number. */
  enum Kind {
    /** It only grows. */
    COUNTER,
    /** It is as it is now. */
    GAUGE,
    /** It is told by how many there were up to each bound. */
    HISTOGRAM
  }

  private final Kind kind;
  private final String text;
  private final String meaning;
  private final String labels;

  Metric(Kind kind, String text, String meaning, String... labels) {
    this.kind = kind;
    this.text = text;
    this.meaning = meaning;
    this.labels = String.join(",", labels);
  }

  Kind kind() {
    return kind;
  }

  /** The name as Prometheus has it. */
  String text() {
    return text;
  }

  String meaning() {
    return meaning;
  }

  List<String> labels() {
    return labels.isEmpty() ? List.of() : List.of(labels.split(",", -1));
  }
}
