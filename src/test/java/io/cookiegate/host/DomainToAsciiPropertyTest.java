package io.cookiegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Holds whole domains against ICU's UTS 46. */
class DomainToAsciiPropertyTest {
  private static final IDNA ICU =
      IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

  /** What the URL standard does not ask for: hyphens and lengths. */
  private static final Set<IDNA.Error> OVERLOOKED =
      EnumSet.of(
          IDNA.Error.EMPTY_LABEL,
          IDNA.Error.LABEL_TOO_LONG,
          IDNA.Error.DOMAIN_NAME_TOO_LONG,
          IDNA.Error.LEADING_HYPHEN,
          IDNA.Error.TRAILING_HYPHEN,
          IDNA.Error.HYPHEN_3_4);

  @Property(tries = 20_000)
  void whatIcuAcceptsIsReadTheSame(@ForAll("domains") String domain) {
    String ascii = DomainToAscii.convert(domain);
    IDNA.Info info = new IDNA.Info();
    StringBuilder expected = ICU.nameToASCII(domain, new StringBuilder(), info);
    boolean known = isKnownToTheJdk(domain);
    if (known && OVERLOOKED.containsAll(info.getErrors())) {
      assertEquals(expected.toString(), ascii);
    }
  }

  private static boolean isKnownToTheJdk(String domain) {
    StringBuilder unicode = ICU.nameToUnicode(domain, new StringBuilder(), new IDNA.Info());
    return (domain + unicode).codePoints().allMatch(Character::isDefined);
  }

  /** The only thing read more leniently than ICU does is a joiner, whose letters' types the JDK does not know. */
  @Property(tries = 20_000)
  void whatIcuRefusesIsRefused(@ForAll("domains") String domain) {
    IDNA.Info info = new IDNA.Info();
    ICU.nameToASCII(domain, new StringBuilder(), info);
    boolean ascii = domain.chars().allMatch(c -> c < 0x80);
    if (!ascii && DomainToAscii.convert(domain) != null) {
      Set<IDNA.Error> errors = EnumSet.copyOf(OVERLOOKED);
      errors.add(IDNA.Error.CONTEXTJ);
      assertTrue(errors.containsAll(info.getErrors()), () -> info.getErrors().toString());
    }
  }

  @Property
  void punycodeComesBack(@ForAll("labels") String label) {
    assertEquals(label, Punycode.decode(Punycode.encode(label)));
  }

  @Property
  void punycodeNeverThrows(@ForAll String text) {
    assertTrue(
        Punycode.decode(text) == null
            || text.chars().allMatch(c -> c < 0x80 || text.indexOf('-') >= 0));
  }

  @Provide
  Arbitrary<String> domains() {
    Arbitrary<String> prefix = Arbitraries.of("", "", "", "xn--", "XN--");
    Arbitrary<String> label = prefix.flatMap(start -> labels().map(text -> punycoded(start, text)));
    return label.list().ofMinSize(1).ofMaxSize(4).map(labels -> String.join(".", labels));
  }

  private static String punycoded(String prefix, String label) {
    return prefix.isEmpty() ? label : prefix + Punycode.encode(label);
  }

  @Provide
  Arbitrary<String> labels() {
    Arbitrary<Integer> points =
        Arbitraries.oneOf(
            Arbitraries.integers().between('a', 'z'),
            Arbitraries.of((int) '-', (int) '0', (int) '7', (int) 'A', 0xAD, 0xDF, 0x3C2, 0x3002),
            Arbitraries.integers().between(0x80, 0x24F),
            Arbitraries.integers().between(0x300, 0x3FF),
            Arbitraries.integers().between(0x590, 0x6FF),
            Arbitraries.integers().between(0x900, 0x97F),
            Arbitraries.of(0x200C, 0x200D, 0x94D, 0x628, 0x64A),
            Arbitraries.integers().between(0x1E00, 0x2FFF),
            Arbitraries.integers().between(0x4E00, 0x4EFF),
            Arbitraries.integers().between(0x1F300, 0x1F64F));
    return points.list().ofMaxSize(6).map(DomainToAsciiPropertyTest::text);
  }

  private static String text(Iterable<Integer> points) {
    StringBuilder text = new StringBuilder();
    points.forEach(text::appendCodePoint);
    return text.toString();
  }
}
