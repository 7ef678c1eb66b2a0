package io.cookiegate.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that was built, as the jar's manifest states it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"cookie-gate " + (version == null ? "(not from a jar)" : version)};
  }
}
