package io.cookiegate.gate;

/** Resolves the escapes of a style sheet on the way to a spotter. */
final class StyleEscape extends CssEscapes {
  private final HostSpotter spotter;
  private final ScriptUnits units;

  StyleEscape(HostSpotter spotter) {
    this.spotter = spotter;
    this.units = new ScriptUnits(spotter::read);
  }

  void begin() {
    beginEscapes();
    units.begin();
  }

  @Override
  boolean escapesHere() {
    return true;
  }

  @Override
  void plain(int c) {
    spotter.read(c);
  }

  // A tab or a line break is left out of an address.
  @Override
  void spelled(int character) {
    if (character != '\t' && character != '\n' && character != '\r') {
      units.read(character);
    }
  }

  @Override
  void escapedByte(int c) {
    if (c != '\n' && c != '\r' && c != '\f') {
      spotter.read(c);
    }
  }
}
