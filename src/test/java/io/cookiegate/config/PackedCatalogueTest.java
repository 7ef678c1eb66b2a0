package io.cookiegate.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.Lifetime;
import io.cookiegate.classification.NamePattern;
import io.cookiegate.classification.Service;
import io.cookiegate.classification.TagRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is packed while the product is built is the catalogue that is written. */
class PackedCatalogueTest {
  private static final Contents WRITTEN = Catalogue.written();
  private static final byte[] PACKED = CataloguePacker.pack(WRITTEN);

  @Test
  void comesBackAsItWasWritten() {
    Contents read = PackedCatalogue.read(PACKED);
    assertEquals(
        List.copyOf(WRITTEN.categories().entrySet()), List.copyOf(read.categories().entrySet()));
    assertEquals(
        List.copyOf(WRITTEN.services().entrySet()), List.copyOf(read.services().entrySet()));
    assertEquals(WRITTEN.indexed().version(), read.indexed().version());
  }

  /** Each kind of thing that can be written is in the catalogue, so the test above is of all. */
  @Test
  void theCatalogueHasEveryKind() {
    List<CookieRule> cookies =
        WRITTEN.services().values().stream().flatMap(s -> s.cookies().stream()).toList();
    List<TagRule> tags =
        WRITTEN.services().values().stream().flatMap(s -> s.tags().stream()).toList();
    for (Class<?> kind :
        List.of(NamePattern.Exact.class, NamePattern.Wildcard.class, NamePattern.Regex.class)) {
      assertTrue(cookies.stream().anyMatch(c -> kind.isInstance(c.pattern())), kind.getName());
    }
    assertTrue(cookies.stream().anyMatch(c -> Lifetime.SESSION.equals(c.lifetime())));
    assertTrue(cookies.stream().anyMatch(c -> c.lifetime() == null));
    assertTrue(cookies.stream().anyMatch(c -> c.domain() != null));
    assertTrue(tags.stream().anyMatch(TagRule.Host.class::isInstance));
    assertTrue(tags.stream().anyMatch(TagRule.Inline.class::isInstance));
    assertTrue(WRITTEN.services().values().stream().anyMatch(s -> !s.standIns().isEmpty()));
    assertTrue(WRITTEN.services().values().stream().anyMatch(s -> s.reason() != null));
    assertTrue(WRITTEN.categories().values().stream().anyMatch(c -> !c.needsConsent()));
    assertTrue(WRITTEN.categories().values().stream().anyMatch(Category::needsConsent));
    assertTrue(WRITTEN.services().values().stream().allMatch(PackedCatalogueTest::hasAPlace));
  }

  private static boolean hasAPlace(Service service) {
    return service.position().line() > 0
        && service.position().column() > 0
        && service.position().file().equals(Catalogue.NAME);
  }

  @Test
  void isSmallerThanWhatIsWritten() {
    assertTrue(PACKED.length < 320_000, PACKED.length + " bytes");
  }
}
