package io.cookiegate.html;

import java.nio.charset.StandardCharsets;

/**
 * The tokenizer of XML documents (XML 1.0, section 2) as far as the boundaries of tokens matter. A
 * document that is not well formed ends for a browser at the error, and what is read here behind it
 * is of no account.
 */
final class XmlTokenizer extends Tokenizer {
  private static final byte[] STYLESHEET = "xml-stylesheet".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COMMENT = {'-', '-'};

  private final XmlEditor editor;
  private final SectionScanner section = new SectionScanner();
  private final DoctypeScanner doctype = new DoctypeScanner();

  XmlTokenizer(HtmlLimits limits, TagLexer lexer, XmlEditor editor) {
    super(limits, lexer, editor);
    this.editor = editor;
  }

  @Override
  int step(byte[] a, int from, int stop, int to) {
    return switch (state) {
      case COMMENT, BOGUS_COMMENT, CDATA -> endOf(section.scan(a, from, to), section.done());
      default -> super.step(a, from, stop, to);
    };
  }

  /** A tag may begin with any byte here: names are not made of ASCII letters alone. */
  @Override
  int open(byte[] a, int less, int to) {
    if (less + 1 == to) {
      return cutAt(less, to);
    }
    return switch (a[less + 1]) {
      case '/' -> openEnd(a, less, to);
      case '?' -> openInstruction(a, less, to);
      case '!' -> openDeclaration(a, less, to);
      default -> beginTag(Kind.START, a, less, less + 1, to);
    };
  }

  private int openEnd(byte[] a, int less, int to) {
    return less + 2 == to ? cutAt(less, to) : beginTag(Kind.END, a, less, less + 2, to);
  }

  private int openInstruction(byte[] a, int less, int to) {
    return switch (literal(a, less + 2, to, STYLESHEET)) {
      case OPEN -> cutAt(less, to);
      case YES -> {
        section.begin('?', 1);
        yield beginTag(Kind.DECLARATION, a, less, less + 2, to);
      }
      case NO -> beginSection(State.BOGUS_COMMENT, '?', 1, less + 2);
    };
  }

  private int openDeclaration(byte[] a, int less, int to) {
    Fences.Match comment = literal(a, less + 2, to, COMMENT);
    Fences.Match cdata = literal(a, less + 2, to, CDATA);
    if (comment == Fences.Match.OPEN || cdata == Fences.Match.OPEN) {
      return cutAt(less, to);
    }
    if (comment == Fences.Match.YES) {
      return beginSection(State.COMMENT, '-', 2, less + 4);
    }
    if (cdata == Fences.Match.YES) {
      return beginSection(State.CDATA, ']', 2, less + 2 + CDATA.length);
    }
    doctype.begin();
    return beginTag(Kind.DECLARATION, a, less, less + 2, to);
  }

  private int beginSection(State next, char closing, int atLeast, int at) {
    section.begin(closing, atLeast);
    return begin(next, at);
  }

  private static Fences.Match literal(byte[] a, int from, int to, byte[] literal) {
    int compared = Math.min(literal.length, to - from);
    for (int i = 0; i < compared; i++) {
      if (a[from + i] != literal[i]) {
        return Fences.Match.NO;
      }
    }
    return compared < literal.length ? Fences.Match.OPEN : Fences.Match.YES;
  }

  @Override
  int lexTag(byte[] a, int from, int to) {
    if (kind != Kind.DECLARATION) {
      return super.lexTag(a, from, to);
    }
    boolean instruction = doctype.done();
    int at = instruction ? section.scan(a, from, to) : doctype.scan(a, from, to);
    if (!(instruction ? section.done() : doctype.done())) {
      return cutAt(lexer.base(), to);
    }
    inTag = false;
    if (isTooLong(lexer.base(), at)) {
      editor.settle(a, lexer.base());
      abandon();
    } else if (instruction) {
      editor.instruction(a, lexer.base(), at);
    } else {
      editor.doctype(a, lexer.base(), doctype);
    }
    return at;
  }

  /** The tag of an element that goes is not sent in part. */
  @Override
  boolean passesLongValues() {
    return false;
  }

  /** The element of a start tag goes; without another end or name, nothing more can be read. */
  @Override
  void tooLong(byte[] a) {
    if (kind == Kind.START && lexer.named()) {
      editor.startTooLong(a);
      state = State.DATA;
      skipOverlong();
    } else {
      abandon();
    }
  }

  @Override
  void overlongEnds() {
    if (state == State.DATA) {
      editor.startTooLongEnds();
    }
  }
}
