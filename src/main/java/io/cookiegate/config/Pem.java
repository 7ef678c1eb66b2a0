package io.cookiegate.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a PEM file (RFC 7468) is to hold, told by its labels; the rest shows when it is used. */
enum Pem {
  CERTIFICATE("a PEM file with a certificate", "-----BEGIN CERTIFICATE-----"),
  KEY(
      "a PEM file with a private key in PKCS #8 without a password, as"
          + " openssl pkcs8 -topk8 -nocrypt makes it",
      "-----BEGIN PRIVATE KEY-----");

  /** Certificates take some kilobytes, every authority of a platform together less than this. */
  private static final int MOST_BYTES = 4 << 20;

  private final String form;
  private final String label;

  Pem(String form, String label) {
    this.form = form;
    this.label = label;
  }

  String form() {
    return form;
  }

  boolean isIn(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MOST_BYTES), ISO_8859_1).contains(label);
    } catch (IOException e) {
      return false;
    }
  }
}
