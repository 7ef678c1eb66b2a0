package io.cookiegate.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The rewritten, encoded bodies of pages that came compressed, so that a page that comes again costs
 * a digest instead of an inflation and a deflation.
 *
 * <p>What is remembered is a pure function of its key: of every byte of the upstream's body (by its
 * SHA-256), of the site's rules, of what the visitor's consent holds back, and of all that the
 * request and the head tell of the page. So nobody can get what was made for another visitor unless
 * the same bytes would be made for them. Keys are never made of URLs or entity tags alone, heads are
 * never remembered, and neither are bodies that the upstream marks as private or not to be stored.
 *
 * <p>Bounded by bytes; safe for use by many threads; shared by all sites.
 */
public final class PageMemory {
  /** Remembers nothing. */
  public static final PageMemory NONE = new PageMemory(0);

  /** What an entry takes besides its body: key, address, links. */
  private static final int OVERHEAD = 512;

  private final Cache<Key, Result> results;
  private final LongAdder recalls = new LongAdder();
  private final Habits habits = new Habits();
  private final boolean used;

  private PageMemory(long bytes) {
    used = bytes > 0;
    results =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((Key key, Result result) -> key.size() + result.size() + OVERHEAD)
            .executor(Runnable::run)
            .build();
  }

  /** A memory of at most so many bytes; with 0, none. */
  public static PageMemory of(long bytes) {
    return bytes == 0 ? NONE : new PageMemory(bytes);
  }

  /** How many bytes it holds. */
  public long bytes() {
    results.cleanUp();
    return results.policy().eviction().map(bound -> bound.weightedSize().orElse(0)).orElse(0L);
  }

  /** How many pages were recalled. */
  public long recalls() {
    return recalls.sum();
  }

  /** Whether it is worth the while to look whether a page has come before. */
  boolean isWorthwhile(PageContext page) {
    return used && habits.mayRepeat(page);
  }

  @Nullable Result recall(Key key) {
    Result known = results.getIfPresent(key);
    habits.came(key.page, known != null);
    if (known != null) {
      recalls.increment();
    }
    return known;
  }

  void remember(Key key, Result result) {
    results.put(key, result);
  }

  /**
   * Everything that a rewritten body is made of. The page's context has the visitor's consent, from
   * which follows, with the rules, what is held back.
   *
   * @param rules the very instance, which is immutable
   */
  record Key(SiteRules rules, PageContext page, Digest body) {
    static Key of(RewritePlan plan, byte[] body, int length) {
      return new Key(plan.rules(), plan.page(), Digest.of(body, length));
    }

    int size() {
      return 2 * (page.target().length() + page.host().length());
    }

    @Override
    public int hashCode() {
      return body.hashCode();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // equal rules of two configurations are made anew
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && body.equals(key.body)
          && rules == key.rules
          && page.equals(key.page);
    }
  }

  /** A SHA-256 (FIPS 180-4). */
  record Digest(long a, long b, long c, long d) {
    private static final MessageDigest EMPTY = sha256();

    static Digest of(byte[] bytes, int length) {
      MessageDigest digest = copyOfEmpty();
      digest.update(bytes, 0, length);
      byte[] sum = digest.digest();
      return new Digest(eight(sum, 0), eight(sum, 8), eight(sum, 16), eight(sum, 24));
    }

    private static long eight(byte[] bytes, int from) {
      long value = 0;
      for (int i = from; i < from + 8; i++) {
        value = value << 8 | (bytes[i] & 0xff);
      }
      return value;
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has it", e);
      }
    }

    /** Cheaper than asking for another one. */
    private static MessageDigest copyOfEmpty() {
      try {
        return (MessageDigest) EMPTY.clone();
      } catch (CloneNotSupportedException e) {
        return sha256();
      }
    }

    @Override
    public int hashCode() {
      return Long.hashCode(a);
    }
  }

  /** A rewritten body, and what the observer is told of it each time it goes out. */
  static final class Result {
    private final byte[] body;
    private final Observations seen;

    Result(byte[] body, Observations seen) {
      this.body = body;
      this.seen = seen;
    }

    ByteBuffer body() {
      return ByteBuffer.wrap(body).asReadOnlyBuffer();
    }

    Observations seen() {
      return seen;
    }

    int size() {
      return body.length + seen.size();
    }
  }
}
