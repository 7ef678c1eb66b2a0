package io.cookiegate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The house: which package may import which, and who owns which library. */
class ArchitectureTest {
  private static final String BASE = "io.cookiegate.";

  /** Every package with the packages of the product that it may import. */
  private static final Map<String, Set<String>> MAY_IMPORT = new TreeMap<>();

  static {
    Set<String> floor0 = Set.of("diagnostic", "host", "cookie", "html", "coding");
    floor0.forEach(name -> MAY_IMPORT.put(name, Set.of()));
    MAY_IMPORT.put("classification", Set.of("host", "diagnostic"));
    MAY_IMPORT.put("consent", Set.of("cookie", "classification"));
    MAY_IMPORT.put("wording", Set.of("classification", "diagnostic"));
    Set<String> floors01 = with(floor0, "classification", "consent", "wording");
    MAY_IMPORT.put("gate", floors01);
    Set<String> floors02 = with(floors01, "gate");
    for (String name : List.of("config", "inventory", "receipt", "page", "metrics")) {
      MAY_IMPORT.put(name, floors02);
    }
    MAY_IMPORT.put("recording", with(floors02, "config", "receipt", "page"));
    Set<String> floors03 =
        with(floors02, "config", "inventory", "receipt", "page", "metrics", "recording");
    for (String name : List.of("proxy", "servlet", "admin", "demo")) {
      MAY_IMPORT.put(name, floors03);
    }
    MAY_IMPORT.put("cli", with(floors03, "proxy", "servlet", "admin", "demo"));
  }

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ArchitectureTest::isProduct)
          .importPackages("io.cookiegate");

  /** Classes that are not beside this one, wherever a build puts its tests. */
  private static boolean isProduct(Location location) {
    String tests =
        ArchitectureTest.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return !location.contains(tests);
  }

  private static Set<String> with(Set<String> names, String... more) {
    Set<String> all = new TreeSet<>(names);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }

  @Test
  void everyPackageStandsOnAFloor() {
    Set<String> found = new TreeSet<>();
    PRODUCT.forEach(type -> found.add(topPackage(type.getPackageName())));
    found.removeAll(MAY_IMPORT.keySet());
    assertEquals(Set.of(), found);
    assertTrue(PRODUCT.size() > 50, "the importer found only " + PRODUCT.size() + " classes");
  }

  private static String topPackage(String name) {
    String rest = name.substring(BASE.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  @Test
  void packagesImportOnlyLowerFloors() {
    MAY_IMPORT.forEach(
        (name, allowed) -> {
          List<String> forbidden = new ArrayList<>();
          for (String other : MAY_IMPORT.keySet()) {
            if (!other.equals(name) && !allowed.contains(other)) {
              forbidden.add(BASE + other + "..");
            }
          }
          noClasses()
              .that()
              .resideInAPackage(BASE + name + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(forbidden.toArray(String[]::new))
              .allowEmptyShould(true)
              .check(PRODUCT);
        });
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void librariesHaveOwners() {
    owned("tools.jackson..", "config", "page", "admin", "cli");
    owned("org.jsoup..", "cli");
    owned("org.eclipse.jetty..", "proxy", "admin", "demo");
    owned("jakarta.servlet..", "servlet");
    owned("java.sql..", "receipt");
    owned("com.zaxxer..", "receipt");
    owned("org.flywaydb..", "receipt");
    owned("org.h2..", "receipt");
    owned("org.postgresql..", "receipt");
    owned("io.micrometer..", "metrics");
    owned("com.aayushatharva..", "coding");
    owned("com.github.benmanes..", "gate");
    owned("com.github.luben..", "coding");
    owned("java.util.zip..", "coding");
    owned("com.google.common..", "host");
    owned("picocli..", "cli");
  }

  private static void owned(String library, String... owners) {
    List<String> elsewhere = new ArrayList<>();
    for (String name : MAY_IMPORT.keySet()) {
      if (!List.of(owners).contains(name)) {
        elsewhere.add(BASE + name + "..");
      }
    }
    noClasses()
        .that()
        .resideInAnyPackage(elsewhere.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true)
        .check(PRODUCT);
  }

  @Test
  void lowFloorsNeverLogOrPrint() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE + "cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(PRODUCT);
    noClasses()
        .that()
        .resideInAnyPackage(
            BASE + "diagnostic..",
            BASE + "host..",
            BASE + "cookie..",
            BASE + "html..",
            BASE + "coding..",
            BASE + "classification..",
            BASE + "consent..",
            BASE + "gate..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.slf4j..")
        .check(PRODUCT);
  }

  @Test
  void aBrokenRuleIsSeen() {
    assertThrows(
        AssertionError.class,
        () ->
            classes()
                .that()
                .resideInAPackage(BASE + "gate..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAPackage("java..")
                .check(PRODUCT));
  }
}
