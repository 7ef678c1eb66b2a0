package io.cookiegate.proxy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys from PEM files (RFC 7468), as key stores in memory. */
final class PemFiles {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN ([A-Z ]*)PRIVATE KEY-----([^-]*)-----END", Pattern.DOTALL);
  private static final char[] NO_PASSWORD = new char[0];

  private PemFiles() {}

  /** The key store of a server. */
  static KeyStore identity(TlsFiles files) throws ProxyStartException {
    Certificate[] chain = certificates(files.certificate()).toArray(Certificate[]::new);
    PrivateKey key = key(files.key(), chain[0].getPublicKey().getAlgorithm());
    try {
      if (!belongs(key, chain[0].getPublicKey())) {
        throw new ProxyStartException(
            "The key "
                + files.key()
                + " does not belong to the certificate "
                + files.certificate()
                + ".");
      }
      KeyStore store = empty();
      store.setKeyEntry("gate", key, NO_PASSWORD, chain);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(files.key(), "cannot be used", e);
    }
  }

  /** Whether what the key signs is signed in the certificate's eyes. */
  private static boolean belongs(PrivateKey key, PublicKey known) throws GeneralSecurityException {
    Signature signature =
        Signature.getInstance(
            key.getAlgorithm().equals("EC")
                ? "SHA256withECDSA"
                : "SHA256with" + key.getAlgorithm());
    byte[] text = {1, 2, 3};
    signature.initSign(key);
    signature.update(text);
    byte[] signed = signature.sign();
    signature.initVerify(known);
    signature.update(text);
    return signature.verify(signed);
  }

  /** The trust store of a client. */
  static KeyStore authorities(Path file) throws ProxyStartException {
    try {
      KeyStore store = empty();
      for (Certificate authority : certificates(file)) {
        store.setCertificateEntry("authority-" + store.size(), authority);
      }
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(file, "cannot be used", e);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }

  private static List<? extends Certificate> certificates(Path file) throws ProxyStartException {
    try {
      InputStream in = new ByteArrayInputStream(Files.readAllBytes(file));
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new ProxyStartException("The file " + file + " holds no certificate in PEM form.");
      }
      return List.copyOf(found);
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (GeneralSecurityException e) {
      throw unusable(file, "holds no certificate in PEM form", e);
    }
  }

  private static PrivateKey key(Path file, String algorithm) throws ProxyStartException {
    Matcher pem = KEY.matcher(text(file));
    if (!pem.find()) {
      throw new ProxyStartException("The file " + file + " holds no private key in PEM form.");
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(pem.group(2));
      byte[] pkcs8 =
          switch (pem.group(1).strip()) {
            case "" -> der;
            case "RSA" -> Pkcs8.ofRsa(der);
            default -> throw new ProxyStartException(notPlain(file, pem.group(1).strip()));
          };
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw unusable(file, "holds no private key that fits the certificate", e);
    }
  }

  private static String notPlain(Path file, String kind) {
    return "The private key in "
        + file
        + " is of the form "
        + kind
        + "; convert it with: openssl pkcs8 -topk8 -nocrypt -in "
        + file;
  }

  private static String text(Path file) throws ProxyStartException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static ProxyStartException unreadable(Path file, IOException cause) {
    String why = Files.exists(file) ? "cannot be read" : "does not exist";
    return unusable(file, why, cause);
  }

  private static ProxyStartException unusable(Path file, String why, Exception cause) {
    return new ProxyStartException("The file " + file + " " + why + ".", cause);
  }
}
