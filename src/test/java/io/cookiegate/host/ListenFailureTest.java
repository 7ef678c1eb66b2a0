package io.cookiegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnresolvedAddressException;
import org.junit.jupiter.api.Test;

class ListenFailureTest {
  private static String onto(SocketAddress address) throws IOException {
    try (ServerSocketChannel channel = ServerSocketChannel.open()) {
      return ListenFailure.of(assertThrows(IOException.class, () -> channel.bind(address)));
    }
  }

  @Test
  void saysThatAnotherProgramIsThere() throws IOException {
    try (ServerSocketChannel other = ServerSocketChannel.open()) {
      other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      assertEquals("another program listens there already", onto(other.getLocalAddress()));
    }
  }

  @Test
  void saysThatAnAddressIsAnotherMachines() throws IOException {
    assertEquals("it is no address of this machine", onto(new InetSocketAddress("192.0.2.1", 0)));
  }

  @Test
  void saysThatANameIsUnknown() {
    IOException failure = new IOException(new UnresolvedAddressException());
    assertEquals("its name leads to no address", ListenFailure.of(failure));
  }
}
