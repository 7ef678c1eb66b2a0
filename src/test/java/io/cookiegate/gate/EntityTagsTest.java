package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      emptyValue = "",
      value = {
        "\"a--cgV\"                   | false | \"a\"",
        "W/\"a--cgV\"                 | false | W/\"a\"",
        "\"a\"                        | false | ``",
        "\"a\"                        | true  | \"a\"",
        "\"a--cgX\"                   | true  | ``",
        "\"b\" , W/\"a--cgV\",\"c\"   | false | W/\"a\"",
        "\"b\" , W/\"a--cgV\",\"c\"   | true  | \"b\", W/\"a\", \"c\"",
        "\"a--cgX--cgV\"              | false | \"a--cgX\"",
        "\"open                       | true  | ``",
        "*                            | true  | ``"
      })
  void onlyTagsThatMayLeadToThisVariantAreAskedFor(String tags, boolean foreign, String asked) {
    assertEquals(asked, EntityTags.toUpstream(tags, "V", foreign));
  }

  @Property
  void aTagComesBackAsItWas(@ForAll @Chars({'a', '-', 'c', 'g', 'V', '/', ','}) String opaque) {
    String tag = '"' + opaque + '"';
    assertEquals(tag, EntityTags.toUpstream(EntityTags.toVisitor(tag, "V"), "V", false));
  }

  @Test
  void onlyQuotedValuesAreTags() {
    assertTrue(EntityTags.isTag("W/\"\""));
    assertTrue(EntityTags.isTag("\"a\""));
    assertFalse(EntityTags.isTag("\""));
    assertFalse(EntityTags.isTag("a"));
    assertFalse(EntityTags.isTag(""));
  }
}
