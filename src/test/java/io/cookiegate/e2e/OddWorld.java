package io.cookiegate.e2e;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The gate in front of the odd site, asking visitors itself, with a browser. */
final class OddWorld implements AutoCloseable {
  /** The host of the same site in words of its own, from right to left. */
  static final String ARABIC = "ar.site.example";

  private final OddSite site;
  private final GateProcess gate;
  private final int adminPort;
  final TrackerServer tracker;
  final Chromium chromium;

  private OddWorld(
      OddSite site, GateProcess gate, int adminPort, TrackerServer tracker, Chromium chromium) {
    this.site = site;
    this.gate = gate;
    this.adminPort = adminPort;
    this.tracker = tracker;
    this.chromium = chromium;
  }

  static OddWorld start(Path directory) throws Exception {
    OddSite site = OddSite.open();
    int adminPort = Programs.freePort();
    Path classification = directory.resolve("classification.yaml");
    Files.writeString(
        classification,
        """
        services:
          google-analytics: {}
          youtube: {}
        """);
    Path config = directory.resolve("gate.yaml");
    Files.writeString(
        config,
        """
        listen:
          - { host: 127.0.0.1, port: 0 }
        admin: { host: 127.0.0.1, port: %2$d }
        classification: classification.yaml
        shutdown: { delay: 0s }
        sites:
          - { hosts: ["*"], upstream: "%1$s" }
          - hosts: [%3$s]
            upstream: "%1$s"
            appearance:
              texts:
                banner.title: { ar: ملفات تعريف الارتباط في هذا الموقع }
                banner.text: { ar: "نود استخدام ملفات تعريف الارتباط وخدمات جهات أخرى للأغراض التالية: {}. القرار لك، ويمكنك تغيير رأيك في أي وقت." }
                banner.choose: { ar: الاختيار واحدًا واحدًا }
                banner.declaration: { ar: كل ملفات تعريف الارتباط بالتفصيل }
                banner.saved: { ar: تم حفظ اختيارك. }
                choice.accept: { ar: قبول الكل }
                choice.refuse: { ar: رفض الكل }
                choice.selected: { ar: حفظ اختياري }
                preferences.title: { ar: اختيارك بشأن ملفات تعريف الارتباط }
                preferences.allow: { ar: "السماح: {}" }
                preferences.always: { ar: "مفعّل دائمًا: {}" }
                said.unasked: { ar: لم تختر بعد. }
                said.refused: { ar: رفضت كل ما يحتاج إلى موافقتك. }
        """
            .formatted(site.uri(), adminPort, ARABIC));
    TrackerServer tracker = TrackerServer.start(TestKeyStore.create(directory));
    GateProcess gate = GateProcess.start(directory.resolve("gate.log"), "run", config.toString());
    return new OddWorld(
        site,
        gate,
        adminPort,
        tracker,
        Chromium.find(directory, "*.site.example", gate.port(), tracker));
  }

  URI inventory() {
    return URI.create("http://127.0.0.1:" + adminPort + "/inventory");
  }

  int gatePort() {
    return gate.port();
  }

  @Override
  public void close() {
    chromium.close();
    gate.close();
    tracker.close();
    site.close();
  }
}
