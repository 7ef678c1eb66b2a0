package io.cookiegate.proxy;

import java.io.ByteArrayOutputStream;

/** The wrapping that Java needs around keys in OpenSSL's older form. */
final class Pkcs8 {
  /** Version 0 and the algorithm rsaEncryption, 1.2.840.113549.1.1.1, with NULL (RFC 8017 A.1). */
  private static final byte[] RSA = {
    2, 1, 0, 0x30, 13, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 1, 1, 5, 0
  };

  private static final int SEQUENCE = 0x30;
  private static final int OCTET_STRING = 4;

  private Pkcs8() {}

  /** A PKCS #1 key as PKCS #8 (RFC 5208 5). */
  static byte[] ofRsa(byte[] pkcs1) {
    ByteArrayOutputStream inner = new ByteArrayOutputStream(pkcs1.length + 32);
    inner.writeBytes(RSA);
    inner.writeBytes(tagged(OCTET_STRING, pkcs1));
    return tagged(SEQUENCE, inner.toByteArray());
  }

  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 6);
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      out.write(0x82); // two bytes of length: keys are under 64 KiB
      out.write(content.length >> 8);
      out.write(content.length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }
}
