package io.cookiegate.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one odd world that all tests of a run share: to start it takes longer than most of them. */
final class OddWorlds implements BeforeAllCallback {
  private static @Nullable OddWorld world;

  /** The world, after an extension of a test class has started it. */
  static OddWorld world() {
    return Objects.requireNonNull(world, "world");
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    ExtensionContext.Store store = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
    world = store.computeIfAbsent(OddWorld.class, type -> start(), OddWorld.class);
  }

  private static OddWorld start() {
    try {
      Path directory = Files.createTempDirectory(Path.of("target"), "odd-world");
      return OddWorld.start(directory.toAbsolutePath());
    } catch (Exception e) {
      throw new AssertionError("The odd world does not start.", e);
    }
  }
}
