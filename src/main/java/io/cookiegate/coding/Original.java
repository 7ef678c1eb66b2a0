package io.cookiegate.coding;

/** A coded body as it came: what was decoded of it, and how it was coded, as far as it is kept. */
final class Original {
  final CodedInput input = new CodedInput();
  final Window window = new Window();
  final Tokens tokens = new Tokens();
  final Blocks blocks = new Blocks();
  final BlockReader reader = new BlockReader(tokens);

  /** Told before bytes of the window are forgotten, to make use of what it still needs. */
  Runnable beforeForgetting = () -> {};

  /** Makes room for the next piece. */
  void makeRoom() {
    if (!window.hasRoom()) {
      beforeForgetting.run();
      window.slide();
      tokens.seek(window.base);
      tokens.forget();
    }
  }

  /** How much memory it holds, but for tables. */
  int size() {
    return input.bytes.length + window.bytes.length + tokens.items.length * Integer.BYTES;
  }

  /** Forgets everything. */
  void clear() {
    input.clear();
    window.clear();
    tokens.clear();
    blocks.clear();
  }
}
