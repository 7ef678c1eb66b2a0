package io.cookiegate.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that pages came with, each beside what was made of it, so that a page which comes again
 * costs a comparison instead of a rewriting.
 *
 * <p>What is made is a pure function of every byte of the upstream's body, of the site's rules, of
 * what the visitor's consent holds back, and of all that the request and the head tell of the page.
 * All but the bytes is the key; the bytes are compared, each one, as they come from the upstream for
 * the very visitor who gets the result. So nobody can get what was made for another visitor unless
 * the same bytes would be made for them. Heads are never remembered, and neither are bodies that the
 * upstream marks as private or not to be stored.
 *
 * <p>Bounded by bytes; safe for use by many threads; shared by all sites.
 */
public final class PageMemory {
  /** Remembers nothing. */
  public static final PageMemory NONE = new PageMemory(0);

  /** What an entry takes besides its versions: key, address, links. */
  private static final int OVERHEAD = 512;

  private final Cache<Key, PageVersions> pages;
  private final LongAdder recalls = new LongAdder();
  private final Habits habits = new Habits();
  private final boolean used;

  private PageMemory(long bytes) {
    used = bytes > 0;
    pages =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((Key key, PageVersions page) -> key.size() + page.size() + OVERHEAD)
            .executor(Runnable::run)
            .removalListener(PageMemory::removed)
            .build();
  }

  // Versions of a page that is replaced are in what replaces it, or were forgotten there.
  private static void removed(@Nullable Key key, @Nullable PageVersions page, RemovalCause cause) {
    if (page != null && cause != RemovalCause.REPLACED) {
      page.forget();
    }
  }

  /** A memory of at most so many bytes; with 0, none. */
  public static PageMemory of(long bytes) {
    return bytes == 0 ? NONE : new PageMemory(bytes);
  }

  /** How many bytes it holds. */
  public long bytes() {
    pages.cleanUp();
    return pages.policy().eviction().map(bound -> bound.weightedSize().orElse(0)).orElse(0L);
  }

  /** How many pages were recalled. */
  public long recalls() {
    return recalls.sum();
  }

  /** Whether it is worth the while to look whether a page has come before. */
  boolean isWorthwhile(PageContext page) {
    return used && habits.mayRepeat(page);
  }

  /** What a page came with before; null where it is not known. */
  @Nullable PageVersions find(Key key) {
    PageVersions known = pages.getIfPresent(key);
    if (known == null) {
      habits.isNew(key.page);
    }
    return known;
  }

  /** A page came with a body that is known. */
  void recalled(PageContext page) {
    recalls.increment();
    habits.repeats(page);
  }

  /** A page came with another body than those that are known. */
  void differed(PageContext page) {
    habits.differs(page);
  }

  void remember(Key key, PageVersion version) {
    pages.asMap().merge(key, PageVersions.of(version), (known, one) -> known.with(version));
  }

  /**
   * Everything that a rewritten body is made of besides the bytes that came. The page's context has
   * the visitor's consent, from which follows, with the rules, what is held back.
   *
   * @param rules the very instance, which is immutable
   */
  record Key(SiteRules rules, PageContext page) {
    int size() {
      return 2 * (page.target().length() + page.host().length());
    }

    @Override
    public int hashCode() {
      return page.hashCode();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // equal rules of two configurations are made anew
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && rules == key.rules && page.equals(key.page);
    }
  }
}
