package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldNameTest {
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void isFoundInAnyCase(FieldName field) {
    String lowerCase = field.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String mixed = lowerCase.substring(0, 1) + lowerCase.substring(1).toUpperCase(Locale.ROOT);
    assertSame(field, FieldName.of(lowerCase));
    assertSame(field, FieldName.of(lowerCase.toUpperCase(Locale.ROOT)));
    assertSame(field, FieldName.of(mixed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Set-Cookie", "ETag", "Content-MD5", "Sec-GPC", "Vary", "Location"})
  void isFoundAsItIsUsuallyWritten(String name) {
    assertEquals(
        name.toLowerCase(Locale.ROOT).replace('-', '_'),
        FieldName.of(name).name().toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Set-Cookie2",
        "Get-Cookie",
        "Set_Cookie",
        "Lock",
        "X",
        "Sec-GPX",
        "Set-Cooki\u00e9"
      })
  void isAnotherWhereTheGateDoesNotLook(String name) {
    assertSame(FieldName.OTHER, FieldName.of(name));
  }

  @Test
  void isAnotherWhereItIsLongerThanAnyOrMissing() {
    assertSame(FieldName.OTHER, FieldName.of("x".repeat(100)));
    assertSame(FieldName.OTHER, FieldName.of(null));
  }
}
