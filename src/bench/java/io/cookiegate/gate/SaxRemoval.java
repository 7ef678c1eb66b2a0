package io.cookiegate.gate;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/** The removal for a parser that tells of elements by SAX. */
final class SaxRemoval extends XMLFilterImpl {
  private final SameRemoval removal;
  private final StringBuilder text = new StringBuilder();
  private @Nullable Attributes script;
  private int removed;

  SaxRemoval(SameRemoval removal, ContentHandler next) {
    this.removal = removal;
    setContentHandler(next);
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    String url = attributes.getValue(name.equals("link") ? "href" : "src");
    if (removed > 0 || removal.isGated(name, url)) {
      removed++;
    } else if (name.equals("script") && url == null) {
      script = new AttributesImpl(attributes);
      text.setLength(0);
    } else {
      super.startElement(uri, name, qualified, attributes);
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    if (script != null) {
      text.append(chars, start, length);
    } else if (removed == 0) {
      super.characters(chars, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    if (removed > 0) {
      removed--;
      return;
    }
    Attributes held = script;
    script = null;
    if (held != null) {
      if (removal.isGatedScript(text.toString())) {
        return;
      }
      super.startElement(uri, name, qualified, held);
      super.characters(text.toString().toCharArray(), 0, text.length());
    }
    super.endElement(uri, name, qualified);
  }
}
