package io.cookiegate.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * HotSpot compiles no method of more than 8,000 bytes of bytecode and inlines none of more than 325
 * that is hot: the state machine must stay a set of small ones.
 */
class MethodSizeTest {
  private static final int MOST = 325;

  @Test
  void everyMethodIsSmallEnoughToBeInlined() throws IOException, URISyntaxException {
    Path classes =
        Path.of(HtmlRewriter.class.getResource("HtmlRewriter.class").toURI()).getParent();
    List<String> long325 = new ArrayList<>();
    int methods = 0;
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        methods += read(file, long325);
      }
    }
    assertEquals(List.of(), long325);
    assertTrue(methods > 200, methods + " methods");
  }

  private static int read(Path file, List<String> tooLong) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      in.skipNBytes(8);
      String[] names = constants(in);
      in.skipNBytes(6);
      in.skipNBytes(2L * in.readUnsignedShort());
      members(in, names, file, new ArrayList<>());
      return members(in, names, file, tooLong);
    }
  }

  private static String[] constants(DataInputStream in) throws IOException {
    String[] names = new String[in.readUnsignedShort()];
    for (int i = 1; i < names.length; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> names[i] = in.readUTF();
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++;
        }
        case 15 -> in.skipNBytes(3);
        default -> in.skipNBytes(2);
      }
    }
    return names;
  }

  private static int members(DataInputStream in, String[] names, Path file, List<String> tooLong)
      throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      in.skipNBytes(2);
      String name = names[in.readUnsignedShort()];
      in.skipNBytes(2);
      int attributes = in.readUnsignedShort();
      for (int j = 0; j < attributes; j++) {
        boolean code = "Code".equals(names[in.readUnsignedShort()]);
        int length = in.readInt();
        if (code) {
          in.skipNBytes(4);
          int size = in.readInt();
          if (size > MOST && !name.equals("<clinit>") && !name.equals("$values")) {
            tooLong.add(file.getFileName() + " " + name + ": " + size);
          }
          in.skipNBytes(length - 8L);
        } else {
          in.skipNBytes(length);
        }
      }
    }
    return count;
  }
}
