package io.cookiegate.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ReasonTest {
  private static String of(Executable failing) {
    return Reason.of(assertThrows(Exception.class, failing));
  }

  private static String listening(SocketAddress address) throws IOException {
    try (ServerSocketChannel channel = ServerSocketChannel.open()) {
      return of(() -> channel.bind(address));
    }
  }

  @Test
  void saysThatAnotherProgramListens() throws IOException {
    try (ServerSocketChannel other = ServerSocketChannel.open()) {
      other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      assertEquals("another program listens there already", listening(other.getLocalAddress()));
    }
  }

  @Test
  void saysThatAnAddressIsAnotherMachines() throws IOException {
    SocketAddress others = new InetSocketAddress("192.0.2.1", 0);
    assertEquals("it is no address of this machine", listening(others));
  }

  @Test
  void saysThatANameIsUnknown() {
    IOException failure = new IOException(new UnresolvedAddressException());
    assertEquals("its name leads to no address", Reason.of(failure));
  }

  @Test
  void saysThatNobodyListens() {
    IOException failure = new ConnectException();
    failure.initCause(new ClosedChannelException());
    assertEquals("it takes no connections", Reason.of(new IllegalStateException(failure)));
  }

  @Test
  void saysWhatIsTheMatterWithAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertEquals(
        "there is no such file or folder", of(() -> Files.readString(folder.resolve("none"))));
    assertEquals("a file stands in its place", of(() -> Files.createDirectories(file)));
    assertEquals("a file stands in its place", Reason.of(new NotDirectoryException("/x")));
    assertEquals("there are files in it", of(() -> Files.delete(folder)));
    assertEquals("this user may not use it", Reason.of(new AccessDeniedException("/x")));
    assertEquals("No space left", Reason.of(new FileSystemException("/x", null, "No space left")));
  }

  @Test
  void saysWhatTheInnermostCauseSaysOnOneLine() {
    IOException cause = new IOException("a\r\n  b ");
    assertEquals("a b", Reason.of(new IllegalStateException("around", cause)));
    IOException nothing = new IOException((String) null);
    assertEquals("IOException", Reason.of(new UncheckedIOException("around", nothing)));
  }
}
