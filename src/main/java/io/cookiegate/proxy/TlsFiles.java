package io.cookiegate.proxy;

import java.nio.file.Path;

/**
 * A certificate and its key as PEM files.
 *
 * @param certificate the server's certificate, followed by the intermediate ones
 * @param key its private key, not encrypted
 */
public record TlsFiles(Path certificate, Path key) {}
