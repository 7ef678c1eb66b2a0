package io.cookiegate.coding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the standard's prescan and the browsers' tokens make of the same bytes, and where the gate
 * trusts neither. The column of the tokens was asked of Chromium 156, which answered the same
 * wherever there is an answer.
 */
class HeadScanTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      nullValues = "-",
      value = {
        "<meta charset=iso-2022-jp> ~ ISO_2022_JP ~ ISO_2022_JP",
        "<meta/charset=iso-2022-jp> ~ ISO_2022_JP ~ ISO_2022_JP",
        "<META CHARSET=ISO-2022-JP> ~ ISO_2022_JP ~ ISO_2022_JP",
        "<meta charset=utf-16> ~ UTF_8 ~ UTF_8",
        "<meta charset=x-user-defined> ~ WINDOWS_1252 ~ WINDOWS_1252",
        "<meta charset=foo><meta charset=iso-2022-jp> ~ ISO_2022_JP ~ ISO_2022_JP",
        "<meta charset=utf-8><meta charset=iso-2022-jp> ~ UTF_8 ~ UTF_8",
        "<meta charset=foo charset=iso-2022-jp><p> ~ - ~ -",
        "<meta http-equiv=content-type content='text/html; charset=iso-2022-jp'> ~ ISO_2022_JP ~ ISO_2022_JP",
        "<meta content='x; charset = \"iso-2022-jp\"' http-equiv=Content-Type> ~ ISO_2022_JP ~ ISO_2022_JP",
        "<meta content='charset;charset=iso-2022-jp' http-equiv=Content-Type> ~ ISO_2022_JP ~ ISO_2022_JP",
        "<meta content='charset=\"iso-2022-jp' http-equiv=Content-Type> ~ - ~ -",
        "<meta content='text/html; charset=iso-2022-jp'> ~ - ~ -",
        "<svg><meta charset=iso-2022-jp></svg> ~ ISO_2022_JP ~ ISO_2022_JP",
        "<noscript><meta charset=iso-2022-jp></noscript> ~ ISO_2022_JP ~ ISO_2022_JP",
        "<template><meta charset=iso-2022-jp></template> ~ ISO_2022_JP ~ ISO_2022_JP",
        "<body><p>x<meta charset=iso-2022-jp> ~ ISO_2022_JP ~ ISO_2022_JP",
        "<script>'<meta charset=iso-2022-jp>'</script> ~ ISO_2022_JP ~ -",
        "<script>'</scriptx><meta charset=iso-2022-jp>'</script> ~ ISO_2022_JP ~ -",
        "<script><!--</script><meta charset=iso-2022-jp> ~ - ~ -",
        "<script><!-- --></script><meta charset=iso-2022-jp> ~ ISO_2022_JP ~ -",
        "<title><meta charset=iso-2022-jp></title> ~ ISO_2022_JP ~ -",
        "<title>x</title ><meta charset=iso-2022-jp> ~ ISO_2022_JP ~ ISO_2022_JP",
        "<style><meta charset=iso-2022-jp></style> ~ ISO_2022_JP ~ -",
        "<textarea><meta charset=iso-2022-jp></textarea> ~ ISO_2022_JP ~ -",
        "<plaintext><meta charset=iso-2022-jp> ~ ISO_2022_JP ~ -",
        "<a title='<meta charset=iso-2022-jp>'> ~ - ~ -",
        "<a title=><meta charset=iso-2022-jp> ~ ISO_2022_JP ~ ISO_2022_JP",
        "<!-- > <meta charset=iso-2022-jp> --> ~ - ~ -",
        "<!--> <meta charset=iso-2022-jp> --> ~ ISO_2022_JP ~ ISO_2022_JP",
        "<!-- --!> <meta charset=iso-2022-jp> --> ~ - ~ ISO_2022_JP",
        "<!doctype html><meta charset=iso-2022-jp> ~ ISO_2022_JP ~ ISO_2022_JP",
        "</meta charset=iso-2022-jp> ~ - ~ -",
        "</p x='>'><meta charset=iso-2022-jp> ~ ISO_2022_JP ~ ISO_2022_JP",
        "</><meta charset=iso-2022-jp> ~ ISO_2022_JP ~ ISO_2022_JP",
        "<3 <meta charset=iso-2022-jp> ~ ISO_2022_JP ~ ISO_2022_JP",
        "<meta charset=iso-2022-jp ~ - ~ -",
        "<meta charset='iso-2022-jp'/ ~ - ~ -",
        "<metacharset=iso-2022-jp> ~ - ~ -",
        "<meta charset='iso-2022-j&#112;'> ~ - ~ -",
        "<meta charset='utf-&#56;'><meta charset=iso-2022-jp> ~ ISO_2022_JP ~ -",
        "<meta charset=iso-2022-jp http-equiv=content-type content='charset=utf-8'> ~ ISO_2022_JP ~ -",
        "<?xml version='1.0' encoding='iso-2022-jp'?><p> ~ ISO_2022_JP ~ ISO_2022_JP",
        "<?xml encoding = 'iso-2022-jp'?><meta charset=utf-8> ~ UTF_8 ~ -",
        "<?xml encoding='iso-2022-jp'?><meta charset='utf-&#56;'> ~ ISO_2022_JP ~ -",
        "<?xml encoding='iso-2022-jp '?><p> ~ - ~ -",
        "<?xml encoding='utf-16'?><p> ~ UTF_8 ~ UTF_8",
        "<?xml version='1.0'?><p encoding='iso-2022-jp'> ~ - ~ -",
      })
  void twoReadings(String page, Encoding byMarkup, Encoding byTokens) {
    byte[] bytes = page.getBytes(ISO_8859_1);
    assertEquals(byMarkup, Prescan.of(bytes, bytes.length), "prescan");
    assertEquals(byTokens, HeadScan.of(bytes, bytes.length), "tokens");
  }

  @ParameterizedTest
  @CsvSource({"<link rel=x href=y>, ISO_2022_JP", "<p>some text</p>,", "</head><link>,"})
  void theTokensGoOnForAsLongAsTheHeadDoes(String filler, Encoding late) {
    byte[] bytes = (filler.repeat(200) + "<meta charset=iso-2022-jp>").getBytes(ISO_8859_1);
    assertEquals(late, HeadScan.of(bytes, bytes.length));
  }
}
