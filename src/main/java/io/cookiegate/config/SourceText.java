package io.cookiegate.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cookiegate.diagnostic.FindingCode;
import io.cookiegate.diagnostic.Findings;
import io.cookiegate.diagnostic.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of one file, with its name as the operator gave it and its lines. */
final class SourceText {
  /** The largest file that is read; the catalogue is a fortieth of it. */
  static final int MOST_BYTES = 2 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final String text;
  private final List<Integer> lineStarts = new ArrayList<>();

  SourceText(String name, String text) {
    this.name = name;
    this.text = text;
    lineStarts.add(0);
    for (int i = 0; i < text.length(); i++) {
      if (endsLine(i)) {
        lineStarts.add(i + 1);
      }
    }
  }

  // Lines end as YAML 1.2 section 5.4 has it: LF, CR LF, or CR alone.
  private boolean endsLine(int i) {
    char c = text.charAt(i);
    return c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
  }

  /** The file's text; null, with the finding made, where it cannot be had. */
  static @Nullable SourceText read(Path file, Findings findings) {
    String name = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      return of(name, in.readNBytes(MOST_BYTES + 1), findings);
    } catch (NoSuchFileException e) {
      refuse(findings, Position.ofFile(name), FindingCode.MISSING_FILE, "there is no such file");
    } catch (IOException | SecurityException e) {
      refuse(findings, Position.ofFile(name), FindingCode.UNREADABLE_FILE, "it cannot be read");
    }
    return null;
  }

  /** The text in these bytes; null, with the finding made, where they hold none. */
  static @Nullable SourceText of(String name, byte[] bytes, Findings findings) {
    if (bytes.length > MOST_BYTES) {
      String given = "it is longer than " + MOST_BYTES + " bytes";
      refuse(findings, Position.ofFile(name), FindingCode.UNREADABLE_FILE, given);
      return null;
    }
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = UTF_8.newDecoder().decode(in, chars, true);
    String text = chars.flip().toString();
    if (result.isError()) {
      SourceText before = new SourceText(name, text);
      Position place = before.position(before.lineStarts.size(), 0);
      refuse(findings, place, FindingCode.SYNTAX, "a byte is not UTF-8");
      return null;
    }
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return new SourceText(name, marked ? text.substring(1) : text);
  }

  private static void refuse(Findings findings, Position place, FindingCode code, String given) {
    String allowed = "allowed is a readable file in UTF-8 of at most 2 MiB";
    findings.add(place, code, Node.WHOLE_FILE, given, allowed);
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

  /** Whether there is nothing but blank lines and comments. */
  boolean isBlank() {
    return text.lines().allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"));
  }

  /**
   * A place in the text.
   *
   * @param line from 1
   * @param column in code points from 1, as the YAML reader counts; 0 for the whole line
   */
  Position position(int line, int column) {
    int known = Math.max(1, Math.min(line, lineStarts.size()));
    return new Position(name, known, column < 1 ? 0 : 1 + utf16(known, column - 1));
  }

  /** The place of the first of these characters; the file as a whole where there is none. */
  Position positionOf(int codePoint) {
    int index = text.indexOf(codePoint);
    int line = index < 0 ? 0 : lineOf(index);
    return line == 0
        ? Position.ofFile(name)
        : new Position(name, line, index - lineStarts.get(line - 1) + 1);
  }

  private int lineOf(int index) {
    int found = Collections.binarySearch(lineStarts, index);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private int utf16(int line, int codePoints) {
    int start = lineStarts.get(line - 1);
    int left = text.codePointCount(start, text.length());
    return text.offsetByCodePoints(start, Math.min(codePoints, left)) - start;
  }

  /** The character at a place; a space where there is none. */
  char at(Position position) {
    int index = lineStarts.get(position.line() - 1) + position.column() - 1;
    return index >= 0 && index < text.length() ? text.charAt(index) : ' ';
  }
}
