package io.cookiegate.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.Rule;
import io.cookiegate.config.ConfigLoader;
import io.cookiegate.consent.Added;
import io.cookiegate.consent.Choice;
import io.cookiegate.consent.Consent;
import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.gate.Banner;
import io.cookiegate.gate.Fields;
import io.cookiegate.gate.Gate;
import io.cookiegate.gate.GateLimits;
import io.cookiegate.gate.GateObserver;
import io.cookiegate.gate.Mode;
import io.cookiegate.gate.RequestHead;
import io.cookiegate.gate.SiteRules;
import io.cookiegate.gate.Unclassified;
import io.cookiegate.gate.UngatedPaths;
import io.cookiegate.gate.Visit;
import io.cookiegate.page.BuiltInMarkup;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GatedRequestTest {
  private static final Classification CATALOGUE = ConfigLoader.catalogue();

  /** What the container was asked for, in order. */
  private final List<String> asked = new ArrayList<>();

  /** An application that speaks another protocol. */
  static final class Other implements HttpUpgradeHandler {
    @Override
    public void init(WebConnection connection) {}

    @Override
    public void destroy() {}
  }

  private record Asking(Fields fields) implements RequestHead {
    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String host() {
      return "www.site.example";
    }

    @Override
    public String target() {
      return "/chat";
    }

    @Override
    public boolean secure() {
      return false;
    }
  }

  private static final class NoFields implements Fields {
    @Override
    public int size() {
      return 0;
    }

    @Override
    public String name(int index) {
      throw new IndexOutOfBoundsException(index);
    }

    @Override
    public String value(int index) {
      throw new IndexOutOfBoundsException(index);
    }
  }

  /** Takes whatever is written. */
  private static final class Sink extends ServletOutputStream {
    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(int b) {}
  }

  private static final class FailingObserver implements GateObserver {
    @Override
    public void cookieSet(String name, Rule rule, Outcome outcome) {
      throw new IllegalStateException("full");
    }
  }

  private static Visit visit(GateObserver observer) {
    SiteRules rules =
        new SiteRules(
            CATALOGUE,
            ConsentPolicy.DEFAULT,
            Mode.ENFORCE,
            Unclassified.KEEP,
            Unclassified.KEEP,
            GateLimits.DEFAULT,
            Banner.NONE,
            new BuiltInMarkup("/.cookie-gate/"),
            new UngatedPaths(List.of()));
    return Gate.of(rules, observer).arrive(new Asking(new NoFields()));
  }

  private <T> T container(Class<T> type) {
    InvocationHandler calls =
        (proxy, method, arguments) -> {
          String first = arguments == null || arguments.length == 0 ? "" : " " + arguments[0];
          asked.add(method.getName() + first);
          return answer(method.getName(), method.getReturnType());
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
  }

  private static Object answer(String method, Class<?> type) {
    if (method.equals("getOutputStream")) {
      return new Sink();
    } else if (type == int.class) {
      return 200;
    } else if (type == boolean.class) {
      return false;
    }
    return Collection.class.isAssignableFrom(type) ? List.of() : null;
  }

  private GatedResponse answering(GatedRequest request, Visit visit) {
    return new GatedResponse(container(HttpServletResponse.class), request, visit, "JSESSIONID");
  }

  private GatedRequest request(Visit visit) {
    return new GatedRequest(container(HttpServletRequest.class), Map.of(), visit.consent());
  }

  @Test
  void changesTheProtocolWithoutGatedCookies() throws Exception {
    Visit visit = visit(GateObserver.NONE);
    GatedRequest request = request(visit);
    GatedResponse response = answering(request, visit);
    response.addHeader("Set-Cookie", "_ga=1");
    response.addHeader("Set-Cookie", "own=1");
    request.upgrade(Other.class);
    assertEquals(1, asked.stream().filter(call -> call.startsWith("upgrade")).count());
    assertEquals(1, asked.stream().filter(call -> call.equals("addHeader Set-Cookie")).count());
  }

  /** Tomcat would send a file past the filter, with tags of what the visitor was not asked about. */
  @Test
  void sendsNoFilePastTheGateWhereSomethingWasAdded() {
    Added added = new Added(Set.of("statistics"), Set.of());
    Consent earlier = new Consent(Choice.GRANTED, Set.of(), Set.of(), added);
    for (Consent consent : List.of(earlier, Consent.REFUSED, Consent.UNASKED)) {
      GatedRequest request =
          new GatedRequest(container(HttpServletRequest.class), Map.of(), consent);
      assertEquals(false, request.getAttribute("org.apache.tomcat.sendfile.support"));
      assertThrows(
          IllegalStateException.class,
          () -> request.setAttribute("org.apache.tomcat.sendfile.filename", "/a.html"));
    }
    assertEquals(List.of(), asked);
  }

  @Test
  void sendsNoBodyWhereTheProtocolHasChanged() throws Exception {
    Visit visit = visit(GateObserver.NONE);
    GatedRequest request = request(visit);
    GatedResponse response = answering(request, visit);
    response.getOutputStream().print("<p>");
    request.upgrade(Other.class);
    asked.clear();
    response.finish();
    assertEquals(List.of(), asked);
  }

  @Test
  void changesNoProtocolWhereTheHeadCouldNotBeJudged() {
    Visit visit = visit(new FailingObserver());
    GatedRequest request = request(visit);
    GatedResponse response = answering(request, visit);
    response.addHeader("Set-Cookie", "_ga=1");
    assertThrows(ServletException.class, () -> request.upgrade(Other.class));
    assertEquals(0, asked.stream().filter(call -> call.startsWith("upgrade")).count());
    assertEquals(1, asked.stream().filter(call -> call.equals("setStatus 500")).count());
  }
}
