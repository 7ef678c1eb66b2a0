package io.cookiegate.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import io.cookiegate.servlet.Readme;
import io.cookiegate.servlet.Started;
import io.cookiegate.servlet.TestPath;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Spring Boot shop with JSP and sessions behind the filter, as the README registers it, in Chromium. */
class SpringShopIT {
  private static final String HOST = "shop.example";
  private static final String HOME = "http://" + HOST + "/";

  private static final String SHOP =
      """
      package shop;

      import static jakarta.servlet.DispatcherType.*;

      import io.cookiegate.servlet.CookieGateFilter;
      import jakarta.servlet.http.*;
      import java.util.*;
      import org.springframework.boot.SpringApplication;
      import org.springframework.boot.autoconfigure.SpringBootApplication;
      import org.springframework.boot.web.servlet.FilterRegistrationBean;
      import org.springframework.context.annotation.Bean;
      import org.springframework.core.Ordered;
      import org.springframework.stereotype.Controller;
      import org.springframework.web.bind.annotation.*;

      @SpringBootApplication
      @Controller
      public class Shop {
        public static void main(String[] arguments) throws Exception {
          var context = SpringApplication.run(Shop.class, arguments);
          System.out.println("\\nport " + context.getEnvironment().getProperty("local.server.port"));
        }

        @GetMapping("/")
        String basket(HttpServletResponse response) {
          Cookie tracker = new Cookie("_ga", "GA1.2.3");
          tracker.setPath("/");
          response.addCookie(tracker);
          return "basket";
        }

        @PostMapping("/add")
        String add(HttpSession session) {
          Object had = session.getAttribute("things");
          session.setAttribute("things", had == null ? 1 : (int) had + 1);
          return "redirect:/";
        }

      %s
      }
      """;

  private static final String BASKET =
      """
      <%@ page contentType="text/html;charset=UTF-8" %>
      <!DOCTYPE html>
      <html lang="en"><head><title>Shop</title>
      <script src="https://www.google-analytics.com/analytics.js"></script></head>
      <body><p id="basket">${empty things ? 0 : things} in the basket</p>
      <p id="choice">${requestScope['io.cookiegate.consent'].choice()}</p>
      <form method="post" action="/add"><button id="add">Add</button></form></body></html>
      """;

  @TempDir private static Path folder;
  private static Started shop;
  private static TrackerServer tracker;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path views = Files.createDirectories(classes.resolve("META-INF/resources/WEB-INF/jsp"));
    Files.writeString(views.resolve("basket.jsp"), BASKET);
    Files.writeString(classes.resolve("gate.yaml"), Readme.text("`gate.yaml` beside it"));
    Files.writeString(classes.resolve("classification.yaml"), "services: {}\n");
    List<String> path = new ArrayList<>(List.of(classes.toString(), TestPath.thinJar()));
    path.addAll(
        TestPath.jars(TestPath.FILTER + "|" + TestPath.LOGGING + "|" + TestPath.SPRING_BOOT));
    compile(classes, path);
    shop =
        Started.of(
            path,
            folder.resolve("log"),
            "shop.Shop",
            "--server.port=0",
            "--spring.mvc.view.prefix=/WEB-INF/jsp/",
            "--spring.mvc.view.suffix=.jsp");
    tracker = TrackerServer.start(TestKeyStore.create(folder));
    chromium = Chromium.find(folder, HOST, shop.port(), tracker);
  }

  private static void compile(Path classes, List<String> path) throws Exception {
    assertEquals(6, Readme.block("In Spring Boot").size());
    Path source = folder.resolve("Shop.java");
    Files.writeString(source, SHOP.formatted(Readme.text("In Spring Boot")));
    String classPath = String.join(File.pathSeparator, path);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-parameters",
                "-d",
                classes.toString(),
                "-cp",
                classPath,
                source.toString());
    assertEquals(0, status);
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable opened : new AutoCloseable[] {chromium, shop, tracker}) {
      if (opened != null) {
        opened.close();
      }
    }
  }

  @Test
  void sessionsAndViewsWorkAndTrackersWaitForConsent() throws Exception {
    try (BrowserContext visitor = chromium.open(true)) {
      Page page = visitor.newPage();
      tracker.reset();
      visit(page);
      page.click("#add");
      page.click("#add");
      assertEquals("2 in the basket", page.textContent("#basket"));
      assertEquals("UNASKED", page.textContent("#choice"));
      assertEquals(Set.of("JSESSIONID"), names(visitor));
      assertEquals(Set.of(), tracker.hosts());

      page.click("button[name=choice][value=accept]");
      page.waitForCondition(() -> names(visitor).contains("acceptcookies"));
      visit(page);
      assertEquals("2 in the basket", page.textContent("#basket"));
      assertEquals("GRANTED", page.textContent("#choice"));
      assertTrue(tracker.hosts().contains("www.google-analytics.com"), tracker.hosts()::toString);
      assertTrue(names(visitor).containsAll(Set.of("JSESSIONID", "_ga", "acceptcookies")));
    }
  }

  private static void visit(Page page) {
    page.navigate(HOME, new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
  }

  private static Set<String> names(BrowserContext visitor) {
    Set<String> names = new TreeSet<>();
    visitor.cookies().forEach(cookie -> names.add(cookie.name));
    return names;
  }
}
