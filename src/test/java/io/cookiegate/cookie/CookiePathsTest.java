package io.cookiegate.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookiePathsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/                  | ''",
        "/?a=/b/c           | ''",
        "/shop              | /shop",
        "/shop/             | /shop /shop/",
        "/shop/cart?x=1     | /shop /shop/ /shop/cart",
        "/a/b/c/d/e/f       | /a /a/ /a/b /a/b/ /a/b/c /a/b/c/ /a/b/c/d /a/b/c/d/",
        "/a/b;jsessionid=1  | /a /a/",
        "/a/b;x/c           | /a /a/",
        "*                  | ''"
      })
  void everyFolderAboveWithItsSlashAndWithout(String target, String paths) {
    assertEquals(paths, String.join(" ", CookiePaths.of(target)));
  }

  @Test
  void aLongTargetHasAnEnd() {
    List<String> paths = CookiePaths.of("/a/" + "x".repeat(5000));
    assertEquals(List.of("/a", "/a/"), paths);
    assertTrue(CookiePaths.of("/".repeat(5000)).size() <= 8);
  }
}
