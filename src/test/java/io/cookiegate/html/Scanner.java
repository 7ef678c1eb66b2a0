package io.cookiegate.html;

import java.util.ArrayList;
import java.util.List;
import nu.validator.htmlparser.common.TokenHandler;
import nu.validator.htmlparser.impl.ElementName;
import nu.validator.htmlparser.impl.HtmlAttributes;
import nu.validator.htmlparser.impl.Tokenizer;
import nu.validator.htmlparser.impl.UTF16Buffer;
import org.xml.sax.SAXException;

/**
 * A preload scanner as Chromium has one: the tokenizer of nu.validator without a tree builder, told
 * by each start tag's name alone how to read on.
 */
final class Scanner implements TokenHandler {
  private final List<String> gated = new ArrayList<>();
  private final boolean scripting;
  private Tokenizer tokenizer;

  private Scanner(boolean scripting) {
    this.scripting = scripting;
  }

  /** The attributes with the word in a page. */
  static List<String> gated(String page, boolean scripting) throws SAXException {
    Scanner scanner = new Scanner(scripting);
    scanner.tokenizer = new Tokenizer(scanner);
    scanner.tokenizer.start();
    char[] text = page.toCharArray();
    UTF16Buffer buffer = new UTF16Buffer(text, 0, text.length);
    boolean afterCr = false;
    while (buffer.hasMore()) {
      buffer.adjust(afterCr);
      afterCr = buffer.hasMore() && scanner.tokenizer.tokenizeBuffer(buffer);
    }
    scanner.tokenizer.eof();
    scanner.tokenizer.end();
    return scanner.gated;
  }

  @Override
  public void startTag(ElementName element, HtmlAttributes attributes, boolean selfClosing) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getValueNoBoundsCheck(i).contains(Gate.WORD)) {
        gated.add(element.getName() + " " + attributes.getLocalNameNoBoundsCheck(i));
      }
    }
    switch (element.getName()) {
      case "title", "textarea" ->
          tokenizer.setStateAndEndTagExpectation(Tokenizer.RCDATA, element.getName());
      case "style", "xmp", "iframe", "noembed", "noframes" ->
          tokenizer.setStateAndEndTagExpectation(Tokenizer.RAWTEXT, element.getName());
      case "noscript" -> {
        if (scripting) {
          tokenizer.setStateAndEndTagExpectation(Tokenizer.RAWTEXT, element.getName());
        }
      }
      case "script" ->
          tokenizer.setStateAndEndTagExpectation(Tokenizer.SCRIPT_DATA, element.getName());
      case "plaintext" ->
          tokenizer.setStateAndEndTagExpectation(Tokenizer.PLAINTEXT, element.getName());
      default -> {}
    }
  }

  @Override
  public boolean cdataSectionAllowed() {
    return false;
  }

  @Override
  public boolean wantsComments() {
    return false;
  }

  @Override
  public void startTokenization(Tokenizer self) {}

  @Override
  public void doctype(String name, String publicId, String systemId, boolean quirks) {}

  @Override
  public void endTag(ElementName element) {}

  @Override
  public void comment(char[] text, int from, int length) {}

  @Override
  public void characters(char[] text, int from, int length) {}

  @Override
  public void zeroOriginatingReplacementCharacter() {}

  @Override
  public void eof() {}

  @Override
  public void endTokenization() {}

  @Override
  public void ensureBufferSpace(int length) {}
}
