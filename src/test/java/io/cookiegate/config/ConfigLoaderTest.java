package io.cookiegate.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.cookiegate.diagnostic.Finding;
import io.cookiegate.gate.PageMarkup;
import io.cookiegate.gate.SiteRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
  private static final String SITE = "sites: [{ hosts: [%s], upstream: http://localhost }]\n";

  @TempDir Path folder;

  @Test
  void saysThatAFileIsNotThere() {
    assertEquals(List.of("gate.yaml:0:0 missing-file"), places("gate.yaml"));
  }

  @Test
  void saysThatAFolderIsNoFile() {
    assertEquals(List.of(":0:0 unreadable-file"), places(""));
  }

  @Test
  void saysInWhichLineAByteIsNotUtf8() throws IOException {
    Files.write(
        folder.resolve("gate.yaml"), new byte[] {'a', ':', '\n', '#', ' ', (byte) 0xE5, '\n'});
    assertEquals(List.of("gate.yaml:2:0 syntax"), places("gate.yaml"));
  }

  @Test
  void refusesAUtf16File() throws IOException {
    Files.write(folder.resolve("gate.yaml"), "listen: 1".getBytes(StandardCharsets.UTF_16));
    assertEquals(List.of("gate.yaml:1:0 syntax"), places("gate.yaml"));
  }

  @Test
  void refusesAFileOverTheBound() throws IOException {
    Files.write(folder.resolve("gate.yaml"), new byte[SourceText.MOST_BYTES + 1]);
    assertEquals(List.of("gate.yaml:0:0 unreadable-file"), places("gate.yaml"));
  }

  @Test
  void readsCharactersOfTwoHalvesWhereverTheyStand() throws IOException {
    String text = Files.readString(Path.of("config/classification.yaml"));
    Path file = folder.resolve("classification.yaml");
    for (int length = 900; length < 1100; length++) {
      String comment = "#".repeat(length) + "\uD83C\uDF6A".repeat(2) + "\n";
      Files.writeString(file, comment + text);
      assertInstanceOf(
          Loaded.Ready.class, ConfigLoader.loadClassification(file), "from " + length + " on");
    }
  }

  @Test
  void readsAFileAtTheBound() throws IOException {
    String text = "listen: [{ port: 80 }]\n" + SITE.formatted("a.example") + "#";
    Files.writeString(
        folder.resolve("gate.yaml"), text + " ".repeat(SourceText.MOST_BYTES - text.length()));
    assertEquals(List.of(), places("gate.yaml"));
  }

  @Test
  void reportsWhatIsWrongInBothFiles() throws IOException {
    Files.writeString(folder.resolve("gate.yaml"), "classification: c.yaml\nlisten: 1\nsite: 1\n");
    Files.writeString(folder.resolve("c.yaml"), "servces: {}\ncategories: 1\n");
    assertEquals(
        List.of(
            "c.yaml:1:1 unknown-key",
            "c.yaml:2:13 wrong-type",
            "gate.yaml:1:1 missing-key",
            "gate.yaml:2:9 wrong-type",
            "gate.yaml:3:1 unknown-key"),
        places("gate.yaml"));
  }

  @Test
  void findsASiteByHostAndTheRestByTheStar() throws IOException {
    GateConfig config = loaded("[a.example, b.example], upstream: http://a }, { hosts: [\"*\"]");
    assertSame(config.sites().get(0), config.site("b.example"));
    assertSame(config.sites().get(1), config.site("c.example"));
  }

  @Test
  void findsNoSiteForAHostThatNoneNames() throws IOException {
    assertNull(loaded("[a.example]").site("b.example"));
  }

  @Test
  void buildsTheRulesOfASite() throws IOException {
    GateConfig config = loaded("[a.example]");
    Site site = config.sites().get(0);
    PageMarkup markup = new NoMarkup();
    SiteRules rules = config.rules(site, markup);
    assertSame(config.classification(), rules.classification());
    assertSame(site.consent(), rules.consent());
    assertSame(site.mode(), rules.mode());
    assertSame(config.limits().page(), rules.limits());
    assertSame(markup, rules.markup());
  }

  private GateConfig loaded(String hosts) throws IOException {
    Path file = folder.resolve("gate.yaml");
    String sites = "sites: [{ hosts: " + hosts + ", upstream: http://b }]\n";
    Files.writeString(file, "listen: [{ port: 80 }]\n" + sites);
    Loaded<GateConfig> loaded = ConfigLoader.load(file);
    return ((Loaded.Ready<GateConfig>) loaded).value();
  }

  private List<String> places(String name) {
    Loaded<GateConfig> loaded = ConfigLoader.load(folder.resolve(name));
    return loaded instanceof Loaded.Refused<GateConfig> refused
        ? refused.findings().stream().map(this::place).toList()
        : List.of();
  }

  private String place(Finding finding) {
    String place = finding.position() + " " + finding.code().code();
    return place.replaceFirst("^" + folder + "/?", "");
  }

  private static final class NoMarkup implements PageMarkup {
    @Override
    public byte[] placeholder(io.cookiegate.gate.Embed embed) {
      return new byte[0];
    }

    @Override
    public byte[] standIn(
        io.cookiegate.classification.Service service, io.cookiegate.gate.Place place) {
      return new byte[0];
    }
  }
}
