package io.cookiegate.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;

/**
 * One command run inside the test, with what it said.
 *
 * @param written what it wrote to standard output past its own printer, each byte a character
 */
record Run(int status, String out, String err, String written) {
  static Run of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = execute(out, err, arguments);
    return new Run(status, out.toString(), err.toString(), "");
  }

  /** A command that reads standard input and writes to standard output itself. */
  static Run with(byte[] input, String... arguments) {
    InputStream in = System.in;
    PrintStream out = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    try {
      System.setIn(new ByteArrayInputStream(input));
      System.setOut(new PrintStream(bytes, true, ISO_8859_1));
      int status = execute(new StringWriter(), err, arguments);
      return new Run(status, "", err.toString(), bytes.toString(ISO_8859_1));
    } finally {
      System.setIn(in);
      System.setOut(out);
    }
  }

  private static int execute(StringWriter out, StringWriter err, String... arguments) {
    PrintWriter printer = new PrintWriter(out);
    int status =
        CookieGate.commandLine(arguments)
            .setOut(printer)
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    printer.flush();
    return status;
  }

  String written(Charset charset) {
    return new String(written.getBytes(ISO_8859_1), charset);
  }
}
