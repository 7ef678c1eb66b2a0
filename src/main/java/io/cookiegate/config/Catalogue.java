package io.cookiegate.config;

import io.cookiegate.classification.Origin;
import io.cookiegate.diagnostic.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The services that ship inside the product: packed where the build did so, else as written. */
final class Catalogue {
  /** The name of the file in positions. */
  static final String NAME = "catalogue";

  /** The file that {@link CataloguePacker} makes. */
  static final String PACKED = "catalogue.packed";

  private static final String WRITTEN = "catalogue.yaml";

  private Catalogue() {}

  // Read on first use and once: it cannot change while the product runs.
  private static final class Once {
    private static final Contents CONTENTS = packedOrWritten();
  }

  static Contents contents() {
    return Once.CONTENTS;
  }

  private static Contents packedOrWritten() {
    byte[] packed = bytes(PACKED);
    return packed == null ? written() : PackedCatalogue.read(packed);
  }

  /** The catalogue as its YAML has it. */
  static Contents written() {
    Findings findings = new Findings();
    byte[] bytes = bytes(WRITTEN);
    SourceText source = bytes == null ? null : SourceText.of(NAME, bytes, findings);
    Contents contents =
        source == null
            ? null
            : ClassificationReader.read(source, Contents.NONE, Origin.CATALOGUE, findings);
    if (contents == null || !findings.isEmpty()) {
      throw new IllegalStateException("the catalogue is broken: " + findings.inOrder());
    }
    return contents;
  }

  private static byte @Nullable [] bytes(String resource) {
    try (InputStream in = Catalogue.class.getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
