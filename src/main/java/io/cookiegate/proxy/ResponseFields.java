package io.cookiegate.proxy;

import io.cookiegate.gate.HeadEdits;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * The header fields of an answer to a visitor, made from an upstream's: same order, same values;
 * names that Jetty knows come out in their usual case.
 */
final class ResponseFields {
  private ResponseFields() {}

  /** Puts what goes on into a visitor's fields. */
  static void copy(HttpFields came, HeadEdits edits, HttpFields.Mutable going) {
    copyLines(came, edits, going);
    if (!came.contains(HttpHeader.DATE)) {
      addDate(going);
    }
  }

  static void addDate(HttpFields.Mutable going) {
    going.add(HttpHeader.DATE, DateGenerator.formatDate(System.currentTimeMillis()));
  }

  /** The same without a {@code Date}: for interim answers and trailers. */
  static void copyLines(HttpFields came, HeadEdits edits, HttpFields.Mutable going) {
    HopByHop hopByHop = HopByHop.of(came);
    for (int i = 0; i < came.size(); i++) {
      HttpField field = came.getField(i);
      if (!edits.removes(i) && !hopByHop.holds(field)) {
        String value = edits.replacement(i);
        going.add(value == null ? field : new HttpField(field.getHeader(), field.getName(), value));
      }
    }
    for (HeadEdits.Field field : edits.added()) {
      going.add(field.name(), field.value());
    }
  }
}
