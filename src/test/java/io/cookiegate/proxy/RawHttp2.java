package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** One request by HTTP/2 in clear text (RFC 9113), in frames that no careful client would send. */
final class RawHttp2 {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  private static final int GOAWAY = 7;
  static final int END_STREAM = 1;
  static final int END_STREAM_AND_HEADERS = 5;

  private RawHttp2() {}

  /** What the body of the answer is; where there is none, the frame that came instead. */
  static String ask(int port, String... fields) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(ISO_8859_1));
      frame(out, SETTINGS, 0, 0, new byte[0]);
      frame(out, HEADERS, END_STREAM_AND_HEADERS, 1, block(fields));
      socket.getOutputStream().write(out.toByteArray());
      return answer(new DataInputStream(socket.getInputStream()));
    }
  }

  private static String answer(DataInputStream in) throws IOException {
    StringBuilder body = new StringBuilder();
    while (true) {
      int length = (in.readUnsignedShort() << 8) | in.readUnsignedByte();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      in.readInt();
      byte[] payload = in.readNBytes(length);
      if (type == RST_STREAM || type == GOAWAY) {
        return "frame " + type;
      } else if (type == DATA) {
        body.append(new String(payload, ISO_8859_1));
      }
      if (type <= HEADERS && (flags & END_STREAM) != 0) {
        return body.toString();
      }
    }
  }

  static void frame(ByteArrayOutputStream out, int type, int flags, int stream, byte[] payload) {
    int length = payload.length;
    out.writeBytes(new byte[] {0, (byte) (length >> 8), (byte) length, (byte) type, (byte) flags});
    out.writeBytes(new byte[] {0, 0, 0, (byte) stream});
    out.writeBytes(payload);
  }

  /** Literal fields without indexing and without Huffman's code (RFC 7541 6.2.2). */
  static byte[] block(String... fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < fields.length; i++) {
      if (i % 2 == 0) {
        out.write(0);
      }
      out.write(fields[i].length()); // less than 127
      out.writeBytes(fields[i].getBytes(ISO_8859_1));
    }
    return out.toByteArray();
  }
}
