package io.cookiegate.gate;

import java.util.Map;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.jspecify.annotations.Nullable;

/** The removal for attoparser, which writes what stays by itself. */
final class SimpleRemoval extends AbstractSimpleMarkupHandler {
  private final SameRemoval removal;
  private final StringBuilder out;
  private @Nullable String removed;
  private boolean script;
  private int scriptFrom;
  private int scriptTextFrom;

  SimpleRemoval(SameRemoval removal, StringBuilder out) {
    this.removal = removal;
    this.out = out;
  }

  private static @Nullable String url(String element, @Nullable Map<String, String> attributes) {
    return attributes == null ? null : attributes.get(element.equals("link") ? "href" : "src");
  }

  @Override
  public void handleStandaloneElement(
      String name, Map<String, String> attributes, boolean minimized, int line, int col) {
    if (removed == null && !removal.isGated(name, url(name, attributes))) {
      write(name, attributes);
    }
  }

  @Override
  public void handleOpenElement(String name, Map<String, String> attributes, int line, int col) {
    if (removed != null) {
      return;
    }
    String url = url(name, attributes);
    if (removal.isGated(name, url)) {
      removed = name;
      return;
    }
    script = name.equals("script") && url == null;
    scriptFrom = out.length();
    write(name, attributes);
    scriptTextFrom = out.length();
  }

  private void write(String name, @Nullable Map<String, String> attributes) {
    out.append('<').append(name);
    if (attributes != null) {
      attributes.forEach(
          (key, value) -> out.append(' ').append(key).append("=\"").append(value).append('"'));
    }
    out.append('>');
  }

  @Override
  public void handleText(char[] buffer, int offset, int length, int line, int col) {
    if (removed == null) {
      out.append(buffer, offset, length);
    }
  }

  @Override
  public void handleCloseElement(String name, int line, int col) {
    if (removed != null) {
      removed = name.equals(removed) ? null : removed;
      return;
    }
    if (script && removal.isGatedScript(out.substring(scriptTextFrom))) {
      out.setLength(scriptFrom);
    } else {
      out.append("</").append(name).append('>');
    }
    script = false;
  }

  @Override
  public void handleComment(char[] buffer, int offset, int length, int line, int col) {
    out.append("<!--").append(buffer, offset, length).append("-->");
  }
}
