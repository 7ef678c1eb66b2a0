package io.cookiegate.proxy;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LazyKeyTest {
  private Selector selector;
  private SocketChannel far;
  private SocketChannel near;
  private SelectionKey real;
  private LazyKey key;

  @BeforeEach
  void connect() throws IOException {
    selector = Selector.open();
    try (ServerSocketChannel listening = ServerSocketChannel.open()) {
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      far = SocketChannel.open(listening.getLocalAddress());
      near = listening.accept();
    }
    near.configureBlocking(false);
    real = near.register(selector, 0);
    key = new LazyKey(real);
  }

  @AfterEach
  void close() throws IOException {
    far.close();
    near.close();
    selector.close();
  }

  @Test
  void staysRegisteredForReadingWhileNothingIsWanted() {
    key.interestOps(OP_READ);
    assertEquals(OP_READ, real.interestOps());
    key.interestOps(0);
    assertEquals(0, key.interestOps());
    assertEquals(OP_READ, real.interestOps());
    assertTrue(key.isUnwanted());
  }

  @Test
  void whatWaitsToBeWrittenIsNotLeftRegistered() {
    key.interestOps(OP_READ | OP_WRITE);
    key.interestOps(0);
    assertEquals(0, real.interestOps());
  }

  @Test
  void bytesThatComeUnwantedAreToldOnceAndAgainWhenTheyAreWanted() throws IOException {
    key.interestOps(OP_READ);
    key.interestOps(0);
    far.write(ByteBuffer.wrap(new byte[1]));
    assertEquals(1, selector.select());
    selector.selectedKeys().clear();
    key.settle();
    assertEquals(0, selector.selectNow());
    key.interestOps(OP_READ);
    assertEquals(1, selector.selectNow());
  }
}
