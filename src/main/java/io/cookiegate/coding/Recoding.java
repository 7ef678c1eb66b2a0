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
  /** The decoder and the encoder of a coding, which know nothing of each other. */
  static Recoding apart(String contentEncoding) {
    return new Recoding(
        ContentCodings.decoder(contentEncoding), ContentCodings.encoder(contentEncoding));
  }

  static Recoding gzip(Recoder recoder) {
    Loan loan = new Loan(recoder);
    return new Recoding(
        new ExpansionLimit(new GzipDecoder(loan.inflation(true))),
        new GzipEncoder(loan.deflation(true)));
  }

  static Recoding deflate(Recoder recoder) {
    Loan loan = new Loan(recoder);
    return new Recoding(
        new ExpansionLimit(new DeflateDecoder(loan)), new DeflateEncoder(loan.deflation(false)));
  }
}
