package io.cookiegate.gate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The reading of one answer head: its cookies, the addresses in it, and what it is. */
final class AnswerJudge {
  private final Fields fields;
  private final HeadEdits.Builder edits;
  private final VaryField vary = new VaryField();
  private @Nullable Instant now;
  private @Nullable String contentType;
  private @Nullable String contentEncoding;
  private Map<Integer, String> policies = Map.of();
  private long length = -1;
  private boolean isForOne;
  private boolean cookiesByConsent;

  AnswerJudge(Fields fields) {
    this.fields = fields;
    this.edits = new HeadEdits.Builder(fields.size());
  }

  /** Judges what every kind of answer may carry. */
  void judge(CookieVerdicts cookies, String host, InstantSource clock, Predicate<String> gatedUrl) {
    for (int i = 0; i < fields.size(); i++) {
      switch (FieldName.of(fields.name(i))) {
        case SET_COOKIE -> setCookie(i, cookies.setCookie(fields.value(i), host, now(clock)));
        case LINK -> set(i, LinkField.without(fields.value(i), gatedUrl));
        case CONTENT_SECURITY_POLICY -> policy(i, PolicyField.without(fields.value(i), gatedUrl));
        case CONTENT_SECURITY_POLICY_REPORT_ONLY ->
            set(i, PolicyField.without(fields.value(i), gatedUrl));
        case REPORTING_ENDPOINTS, SPECULATION_RULES ->
            set(i, QuotedUrlsField.without(fields.value(i), gatedUrl));
        case REPORT_TO -> set(i, ReportToField.without(fields.value(i), gatedUrl));
        case REFRESH -> set(i, RefreshField.without(fields.value(i), gatedUrl));
        case CONTENT_TYPE -> contentType = joined(contentType, fields.value(i));
        case CONTENT_ENCODING -> contentEncoding = joined(contentEncoding, fields.value(i));
        case VARY -> vary.read(i, fields.value(i));
        case CONTENT_LENGTH -> length = number(fields.value(i));
        case CACHE_CONTROL -> isForOne |= isForOne(fields.value(i));
        default -> {}
      }
    }
  }

  /** The time of this answer, which is read once, and only where a cookie is set. */
  private Instant now(InstantSource clock) {
    Instant read = now;
    if (read == null) {
      read = clock.instant();
      now = read;
    }
    return read;
  }

  private void setCookie(int index, CookieVerdicts.Verdict verdict) {
    if (verdict instanceof CookieVerdicts.Verdict.Remove) {
      edits.remove(index);
    } else if (verdict instanceof CookieVerdicts.Verdict.Shorten shorten) {
      edits.replace(index, shorten.field());
    }
    cookiesByConsent |= !(verdict instanceof CookieVerdicts.Verdict.Keep keep) || keep.byConsent();
  }

  private void set(int index, String after) {
    if (after.equals(fields.value(index))) {
      return;
    }
    if (after.isEmpty()) {
      edits.remove(index);
    } else {
      edits.replace(index, after);
    }
  }

  /** Whether a redirect leads to such an address. */
  boolean leadsTo(Predicate<String> address) {
    for (int i = 0; i < fields.size(); i++) {
      if (FieldName.of(fields.name(i)) == FieldName.LOCATION && address.test(fields.value(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Makes a redirect lead nowhere: without {@code Location} it is an answer like any other (Fetch
   * section 4.4), and what waited for it is told that it failed. It is good for this request only.
   */
  void leadNowhere() {
    for (int i = 0; i < fields.size(); i++) {
      switch (FieldName.of(fields.name(i))) {
        case LOCATION, CACHE_CONTROL, EXPIRES -> edits.remove(i);
        default -> {}
      }
    }
    edits.add("Cache-Control", "no-store");
  }

  private static String joined(@Nullable String before, String value) {
    return before == null ? value : before + ", " + value;
  }

  private static long number(String value) {
    try {
      return Long.parseLong(value.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** RFC 9111 5.2.2.5 and 5.2.2.7; in doubt, as in the argument of another directive, too. */
  private static boolean isForOne(String cacheControl) {
    String lower = cacheControl.toLowerCase(Locale.ROOT);
    return lower.contains("no-store") || lower.contains("private");
  }

  /** What a browser takes the answer for. */
  PageType type() {
    return PageType.of(contentType);
  }

  @Nullable String contentType() {
    return contentType;
  }

  @Nullable String contentEncoding() {
    return contentEncoding;
  }

  /** All policies for the page's content; empty where there are none. */
  String policies() {
    return policies.isEmpty() ? "" : String.join(",", policies.values());
  }

  private void policy(int index, String after) {
    if (policies.isEmpty()) {
      policies = new TreeMap<>();
    }
    policies.put(index, after);
    set(index, after);
  }

  /** The body's length as the head tells it; negative where it does not. */
  long length() {
    return length;
  }

  /** Whether the upstream says that the answer is for one visitor, or not to be kept. */
  boolean isForOne() {
    return isForOne;
  }

  boolean cookiesByConsent() {
    return cookiesByConsent;
  }

  HeadEdits.Builder edits() {
    return edits;
  }

  /** Caches must not give this answer to a visitor whose cookies differ. */
  void varyByCookie() {
    vary.add("Cookie");
  }

  /** Caches must look at these fields of a request too; nothing where the text is empty. */
  void vary(String names) {
    if (!names.isEmpty()) {
      vary.add(names);
    }
  }

  /** What changes in the head. */
  HeadEdits build() {
    vary.edit(fields, edits);
    return edits.build();
  }

  /**
   * Makes the head that of another representation than the upstream's: its own entity tag, and
   * nothing that speaks of the bytes of the original. {@code Last-Modified} goes too, because a date
   * cannot be marked: with it, a visitor could revalidate the page of one consent under another.
   *
   * @param ownScripts where the gate's own scripts come from, as a policy names it
   */
  void becomeRewritten(String variant, String ownScripts) {
    for (int i = 0; i < fields.size(); i++) {
      switch (FieldName.of(fields.name(i))) {
        case ETAG -> mark(i, variant);
        case CONTENT_SECURITY_POLICY ->
            set(i, ContentPolicy.allowingMarkup(policies.getOrDefault(i, ""), ownScripts));
        case CONTENT_LENGTH,
            CONTENT_MD5,
            CONTENT_DIGEST,
            DIGEST,
            REPR_DIGEST,
            ACCEPT_RANGES,
            LAST_MODIFIED ->
            edits.remove(i);
        default -> {}
      }
    }
  }

  /** Gives the entity tag of an answer to a marked question its mark back. */
  void markEntityTag(String variant) {
    for (int i = 0; i < fields.size(); i++) {
      if (FieldName.of(fields.name(i)) == FieldName.ETAG) {
        mark(i, variant);
      }
    }
  }

  private void mark(int index, String variant) {
    if (EntityTags.isTag(fields.value(index))) {
      edits.replace(index, EntityTags.toVisitor(fields.value(index), variant));
    } else {
      edits.remove(index);
    }
  }
}
