package io.cookiegate.demo;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The way of a request through the legacy site: its tracking module first, then a form, a file or a page. */
final class SiteHandler extends Handler.Abstract {
  private final Clock clock;
  private final TrackingModule tracking;
  private final PageWriter pages = new PageWriter();
  private final Forms forms = new Forms();

  SiteHandler(Clock clock) {
    this.clock = clock;
    this.tracking = new TrackingModule(clock);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    response.getHeaders().put(HttpHeader.SERVER, "Ciszere-WebServer/2.0");
    response
        .getHeaders()
        .put(
            HttpHeader.DATE,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(clock.withZone(ZoneOffset.UTC))));
    String path = Request.getPathInContext(request);
    Optional<SiteFile> file = SiteFile.at(path);
    track(request, response, path, file.isPresent());
    if (file.isPresent()) {
      file.get().write(response, callback);
    } else if (HttpMethod.POST.is(request.getMethod())) {
      forms.post(path, request, response, callback);
    } else {
      page(path, request, response, callback);
    }
    return true;
  }

  private void track(Request request, Response response, String path, boolean file) {
    List<String> fields =
        file ? tracking.withFile() : tracking.withPage(Request.getServerName(request), path);
    fields.forEach(field -> response.getHeaders().add(HttpHeader.SET_COOKIE, field));
  }

  private void page(String path, Request request, Response response, Callback callback) {
    Page page = Page.at(path).orElse(Page.NOT_FOUND);
    Optional<Page> preferred =
        page == Page.CHOICE ? StartPage.preferred(request) : Optional.empty();
    if (preferred.isPresent()) {
      Redirect.to(preferred.get().path(), response, callback);
    } else {
      pages.write(page, request, response, callback);
    }
  }
}
