package io.cookiegate.config;

import io.cookiegate.classification.Origin;
import io.cookiegate.diagnostic.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The services that ship inside the product. */
final class Catalogue {
  /** The name of the file in positions. */
  static final String NAME = "catalogue";

  private static final String RESOURCE = "catalogue.yaml";

  private Catalogue() {}

  // Read on first use and once: it cannot change while the product runs.
  private static final class Once {
    private static final Contents CONTENTS = read();
  }

  static Contents contents() {
    return Once.CONTENTS;
  }

  private static Contents read() {
    Findings findings = new Findings();
    SourceText source = SourceText.of(NAME, bytes(), findings);
    Contents contents =
        source == null
            ? null
            : ClassificationReader.read(source, Contents.NONE, Origin.CATALOGUE, findings);
    if (contents == null || !findings.isEmpty()) {
      throw new IllegalStateException("the catalogue is broken: " + findings.inOrder());
    }
    return contents;
  }

  private static byte[] bytes() {
    try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the catalogue is not part of this build");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
