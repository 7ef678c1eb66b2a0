package io.cookiegate.cli;

/** What libraries are told by system properties before they are used; an operator's own stay. */
final class Platform {
  private Platform() {}

  static void prepare() {
    if (System.getProperty("logback.configurationFile") == null) {
      propose("slf4j.provider", LogProvider.class.getName());
      propose("slf4j.internal.verbosity", "WARN"); // or it tells which provider it was given
    }
    // Jetty asks for all locales that there are; of none does the gate use more than the root's
    // texts.
    propose("java.locale.providers", "SPI");
    // Jetty would start the whole of JMX to find out, for the spacing of one queue's two counters.
    propose("org.eclipse.jetty.util.referencesPerCacheLine", "16");
  }

  private static void propose(String key, String value) {
    if (System.getProperty(key) == null) {
      System.setProperty(key, value);
    }
  }
}
