package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentPolicyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "form-action 'none'           | form-action 'self'",
        "form-action                  | form-action 'self'",
        "img-src x; Form-Action a  b; | img-src x; Form-Action a b 'self';",
        "style-src 'sha256-x'         | style-src 'sha256-x' 'self'",
        "default-src 'none'           | default-src 'none'; style-src 'self'",
        "default-src b 'nonce-x'      | default-src b 'nonce-x'; style-src b 'nonce-x' 'self'",
        "style-src 'self'; style-src-elem a | style-src 'self'; style-src-elem a 'self'",
        "style-src a; default-src 'none'    | style-src a 'self'; default-src 'none'",
        "form-action a; form-action b | form-action a 'self'; form-action b",
        "\"default-src 'none', form-action a\" | \"default-src 'none'; style-src 'self', form-action a 'self'\""
      })
  void whatKeepsTheMarkupAwayAllowsTheOwnOrigin(String policy, String expected) {
    assertEquals(expected, ContentPolicy.allowingMarkup(policy, ""));
    assertEquals(expected, ContentPolicy.allowingMarkup(expected, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "script-src 'none'; frame-src 'none'; img-src x",
        "default-src 'self'",
        "default-src *; form-action 'SELF' https://pay.example",
        "default-src 'none'; style-src * ; base-uri 'none'",
        "default-src 'none'; style-src-elem 'self'",
        "form-actions 'none'; x-style-src 'none'"
      })
  void whatDoesNotStaysAsItIs(String policy) {
    assertEquals(policy, ContentPolicy.allowingMarkup(policy, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "script-src 'sha256-x'        | script-src 'sha256-x' w.example:80/g/",
        "script-src 'none'            | script-src w.example:80/g/",
        "script-src-elem a; script-src 'self' | script-src-elem a w.example:80/g/; script-src 'self'",
        "default-src 'none'           | default-src 'none'; style-src 'self'; script-src w.example:80/g/",
        "script-src 'self'            | script-src 'self'",
        "script-src 'unsafe-inline'   | script-src 'unsafe-inline' w.example:80/g/",
        "script-src 'nonce-x' 'sha256-y' | script-src 'nonce-x' 'sha256-y'",
        "script-src 'sha256-y' 'STRICT-dynamic' | script-src 'sha256-y' 'STRICT-dynamic'",
        "img-src x                    | img-src x"
      })
  void scriptsWithoutANonceAreAllowedTheirFolder(String policy, String expected) {
    String source = ContentPolicy.source("https://w.example:80", "/g/");
    assertEquals(expected, ContentPolicy.allowingMarkup(policy, source));
    assertEquals(expected, ContentPolicy.allowingMarkup(expected, source));
  }

  @Test
  void aHostThatCannotStandInAPolicyIsNoSource() {
    assertEquals("", ContentPolicy.source("http://w.example; script-src *", "/g/"));
    assertEquals("", ContentPolicy.source("http://[::1]:8080", "/g/"));
    assertEquals("", ContentPolicy.source("http://w.example", ""));
  }

  @Test
  void theNonceIsThatOfScripts() {
    assertEquals("a1", ContentPolicy.nonce("style-src 'nonce-b'; script-src 'self' 'nonce-a1'"));
    assertEquals("c", ContentPolicy.nonce("img-src x, default-src 'Nonce-c' 'unsafe-inline'"));
    assertEquals("", ContentPolicy.nonce("script-src 'nonce-a; style-src 'nonce-b'"));
  }

  @Test
  void aSandboxMayLeaveNoWayToAnswer() {
    assertTrue(ContentPolicy.letsAnswer("default-src 'none'"));
    assertTrue(ContentPolicy.letsAnswer("sandbox allow-same-origin ALLOW-FORMS"));
    for (String policy :
        List.of("sandbox", "x, sandbox allow-forms", "Sandbox allow-same-origin")) {
      assertFalse(ContentPolicy.letsAnswer(policy), policy);
    }
  }
}
