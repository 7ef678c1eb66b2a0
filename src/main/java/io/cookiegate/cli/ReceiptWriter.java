package io.cookiegate.cli;

import io.cookiegate.receipt.Receipt;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.ObjectMapper;

/** Receipts as an array in JSON (RFC 8259) or lines in CSV (RFC 4180), one after the other. */
final class ReceiptWriter {
  private static final List<String> COLUMNS =
      List.of("id", "time", "site", "choice", "purposes", "classification", "language", "gpc");

  private final ReceiptsCommand.Format format;
  private final PrintWriter out;
  private final ObjectMapper json = new ObjectMapper();
  private boolean first = true;

  private ReceiptWriter(ReceiptsCommand.Format format, PrintWriter out) {
    this.format = format;
    this.out = out;
  }

  static ReceiptWriter of(ReceiptsCommand.Format format, PrintWriter out) {
    return new ReceiptWriter(format, out);
  }

  void begin() {
    out.print(
        switch (format) {
          case JSON -> "[";
          case CSV -> String.join(",", COLUMNS) + "\r\n";
        });
  }

  void write(Receipt receipt) {
    switch (format) {
      case JSON -> out.print((first ? "\n" : ",\n") + json.writeValueAsString(fields(receipt)));
      case CSV -> out.print(csv(receipt) + "\r\n");
    }
    first = false;
  }

  void end() {
    if (format == ReceiptsCommand.Format.JSON) {
      out.println("\n]");
    }
    out.flush();
  }

  private static Map<String, Object> fields(Receipt receipt) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", receipt.id().toString());
    fields.put("time", receipt.time().toString());
    fields.put("site", receipt.site());
    fields.put("choice", receipt.choice().word());
    fields.put("purposes", List.copyOf(receipt.purposes()));
    fields.put("classification", receipt.classification());
    fields.put("language", receipt.language());
    fields.put("gpc", receipt.globalPrivacyControl());
    return fields;
  }

  private static String csv(Receipt receipt) {
    return fields(receipt).values().stream()
        .map(value -> value instanceof List<?> list ? joined(list) : value.toString())
        .map(ReceiptWriter::quoted)
        .collect(Collectors.joining(","));
  }

  private static String joined(List<?> list) {
    return list.stream().map(Object::toString).collect(Collectors.joining(" "));
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** One receipt for people. */
  static void lines(Receipt receipt, long entry, PrintWriter out) {
    fields(receipt)
        .forEach(
            (name, value) ->
                out.println(name + ": " + (value instanceof List<?> l ? joined(l) : value)));
    out.println("entry: " + entry);
  }
}
