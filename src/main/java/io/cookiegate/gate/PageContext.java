package io.cookiegate.gate;

import io.cookiegate.consent.Consent;
import io.cookiegate.host.WebUrl;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page whose body is rewritten, as its request and its head tell.
 *
 * @param secure whether the visitor came by https
 * @param host the host the visitor asked for: canonical, lower case, without a port
 * @param target the request target's path and query
 * @param language the visitor's first language, a lower-case primary subtag
 * @param contentType the value of {@code Content-Type}; null where there is none
 * @param contentEncoding the values of {@code Content-Encoding}; null where there is none
 * @param asks whether the visitor is asked for consent on this page
 * @param consent what the visitor said
 * @param nonce the nonce by which the page allows its scripts; empty where it has none
 * @param origin the scheme, host and port that the visitor asked for
 */
record PageContext(
    boolean secure,
    String host,
    String target,
    String language,
    @Nullable String contentType,
    @Nullable String contentEncoding,
    boolean asks,
    Consent consent,
    String nonce,
    String origin) {

  /** The page's own address; null where it is none. */
  @Nullable WebUrl url() {
    return WebUrl.parse((secure ? "https://" : "http://") + host + target, null);
  }

  /** The same page, on which nobody is asked. */
  PageContext unasked() {
    return new PageContext(
        secure,
        host,
        target,
        language,
        contentType,
        contentEncoding,
        false,
        consent,
        nonce,
        origin);
  }

  // Written out: what a record brings is linked at its first use, which costs a start milliseconds.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PageContext page
        && secure == page.secure
        && asks == page.asks
        && host.equals(page.host)
        && target.equals(page.target)
        && language.equals(page.language)
        && Objects.equals(contentType, page.contentType)
        && Objects.equals(contentEncoding, page.contentEncoding)
        && consent.equals(page.consent)
        && nonce.equals(page.nonce)
        && origin.equals(page.origin);
  }

  @Override
  public int hashCode() {
    return (host.hashCode() * 31 + target.hashCode()) * 31 + consent.hashCode();
  }
}
