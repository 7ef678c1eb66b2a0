package io.cookiegate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class DeclarationCommandTest {
  private static Run declare(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "declaration";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 1] = "config/gate.yaml";
    return Run.of(all);
  }

  @Test
  void theDeclarationOfTheSiteIsWrittenInItsForms() {
    Run html = declare();
    assertEquals(0, html.status(), html.err());
    assertTrue(
        html.out().startsWith("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"), html.out());
    Run markdown = declare("--format", "md", "--lang", "sv");
    assertTrue(markdown.out().contains("\n### Google Analytics\n"), markdown.out());
    assertTrue(markdown.out().contains("\n- `_ga`, 2 år\n"), markdown.out());
    Run json = declare("--format", "json", "--lang", "sv-SE");
    assertEquals("sv", new ObjectMapper().readTree(json.out()).get("language").asString());
  }

  @Test
  void whatIsUnknownIsSaidInOneSentence() {
    Run language = declare("--lang", "tlh");
    assertEquals(2, language.status());
    assertTrue(
        language
            .err()
            .startsWith("cookie-gate: --lang is none of the languages that there are: tlh\n"),
        language.err());
    assertEquals(2, declare("--format", "pdf").status());
    Run missing = Run.of("declaration", "no-such.yaml");
    assertEquals(1, missing.status());
  }
}
