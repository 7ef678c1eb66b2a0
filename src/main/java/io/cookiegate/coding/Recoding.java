package io.cookiegate.coding;

/**
 * The way of one body through its coding and back: the decoder is to be written to first, and what
 * is made of its output goes to the encoder.
 *
 * <p>For gzip and deflate the two know of each other. What the decoder hands on is followed to the
 * encoder, and where bytes stayed the matches are used again that the upstream's encoder found in
 * them; blocks that stayed as a whole pass as they came. The encoder knows bytes that stayed by the
 * array they are in, or by what they are, so steps in between may copy them, or change them.
 *
 * @param decoder hands on pieces of at most 32 KiB over accessible arrays, which nobody may write to
 * @param encoder what comes out is the same for the same bytes written to it, not bit for bit, but
 *     decoded
 */
public record Recoding(ByteStep decoder, ByteStep encoder) {
  static Recoding gzip() {
    Original original = new Original();
    return new Recoding(
        new ExpansionLimit(new GzipDecoder(new TokenInflation(original, true))),
        new GzipEncoder(new TokenDeflation(original, true)));
  }

  static Recoding deflate() {
    Original original = new Original();
    return new Recoding(
        new ExpansionLimit(new DeflateDecoder(raw -> new TokenInflation(original, raw))),
        new DeflateEncoder(new TokenDeflation(original, false)));
  }
}
