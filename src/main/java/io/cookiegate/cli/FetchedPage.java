package io.cookiegate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A page as a browser without any cookie gets it: nothing was asked of the visitor yet. */
final class FetchedPage {
  private static final int LONGEST = 32 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI address;
  private final int status;
  private final HttpHeaders headers;
  private final byte[] content;

  private FetchedPage(URI address, int status, HttpHeaders headers, byte[] content) {
    this.address = address;
    this.status = status;
    this.headers = headers;
    this.content = content;
  }

  /** The client; it keeps no cookies and follows no redirect. */
  static HttpClient client() {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(PATIENCE)
        .build();
  }

  static FetchedPage fetch(HttpClient client, URI address)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
            .header("Accept-Language", "en")
            .header("Sec-Fetch-Dest", "document")
            .header("User-Agent", "cookie-gate-prove")
            .build();
    HttpResponse<InputStream> response =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      byte[] content = body.readNBytes(LONGEST + 1);
      if (content.length > LONGEST) {
        throw new IOException("the page is longer than " + (LONGEST >> 20) + " MiB");
      }
      return new FetchedPage(address, response.statusCode(), response.headers(), content);
    }
  }

  URI address() {
    return address;
  }

  int status() {
    return status;
  }

  List<String> all(String field) {
    return headers.allValues(field);
  }

  String contentType() {
    return headers.firstValue("Content-Type").orElse("");
  }

  boolean isPage() {
    return isOf("text/html") || isXhtml();
  }

  boolean isXhtml() {
    return isOf("application/xhtml+xml");
  }

  private boolean isOf(String type) {
    return contentType().toLowerCase(Locale.ROOT).startsWith(type);
  }

  byte[] content() {
    return content;
  }
}
