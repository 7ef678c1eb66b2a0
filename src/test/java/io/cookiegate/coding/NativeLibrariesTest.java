package io.cookiegate.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class NativeLibrariesTest {
  @Test
  void theyAreHereWhereTheTestsRun() {
    assertTrue(NativeLibraries.BROTLI);
    assertTrue(NativeLibraries.ZSTD);
  }

  @Test
  void oneThatCannotBeLinkedIsMissing() {
    assertFalse(
        NativeLibraries.loads(
            () -> {
              throw new UnsatisfiedLinkError("musl");
            }));
  }

  @Test
  void withoutThemTheirCodingsCannotBeUndoneAndTheRestWorks() throws ReflectiveOperationException {
    Class<?> codings = new WithoutCodecs().loadClass(ContentCodings.class.getName());
    var canUndo = codings.getMethod("canUndo", String.class);
    assertEquals(false, canUndo.invoke(null, "br"));
    assertEquals(false, canUndo.invoke(null, "gzip, zstd"));
    assertEquals(true, canUndo.invoke(null, "gzip"));
    assertEquals(
        "gzip, deflate",
        codings.getMethod("restrictAccept", String.class).invoke(null, "gzip, deflate, br, zstd"));
    assertEquals("gzip", codings.getMethod("restrictAccept", String.class).invoke(null, "*"));
  }

  /** Loads this package anew, in a world where nobody has the codec libraries. */
  private static final class WithoutCodecs extends ClassLoader {
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.aayushatharva") || name.startsWith("com.github.luben")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("io.cookiegate.coding")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = "/" + name.replace('.', '/') + ".class";
      try (InputStream in = NativeLibrariesTest.class.getResourceAsStream(file)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
