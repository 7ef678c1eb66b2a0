package io.cookiegate.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  private static final long LARGE = 64 << 20;

  @TempDir private Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static List<String> texts(Segment.Batch batch) {
    return batch.contents().stream().map(content -> new String(content, UTF_8)).toList();
  }

  /** Reads all that is there and says that it is done. */
  private static List<String> drain(Spool spool) throws IOException {
    List<String> all = new ArrayList<>();
    for (Segment.Batch batch = spool.next(7); !batch.contents().isEmpty(); batch = spool.next(7)) {
      all.addAll(texts(batch));
      spool.done(batch);
    }
    return all;
  }

  private List<Path> files() throws IOException {
    return SpoolFolder.segments(folder.resolve("queue-1"));
  }

  @Test
  void whatWasAppendedComesInOrderUntilItIsDone() throws IOException {
    try (Spool spool = Spool.open(folder, LARGE)) {
      spool.append(List.of(bytes("a"), bytes("b")));
      spool.append(List.of(bytes("c")));
      assertEquals(List.of("a", "b", "c"), texts(spool.next(9)));
      assertEquals(List.of("a", "b"), texts(spool.next(2)));
      spool.done(spool.next(2));
      assertEquals(List.of("c"), texts(spool.next(9)));
    }
  }

  @Test
  void whatIsNotDoneIsThereAfterARestart() throws IOException {
    try (Spool spool = Spool.open(folder, LARGE)) {
      spool.append(List.of(bytes("a"), bytes("b")));
    }
    try (Spool spool = Spool.open(folder, LARGE)) {
      spool.append(List.of(bytes("c")));
      assertEquals(List.of("a", "b", "c"), drain(spool));
    }
    assertEquals(List.of(), files());
  }

  @Test
  void theQueueIsManyFilesThatGoWhenTheyAreDone() throws IOException {
    List<String> all = new ArrayList<>();
    try (Spool spool = Spool.open(folder, LARGE)) {
      String large = "x".repeat(60_000);
      for (int i = 0; i < 100; i++) {
        spool.append(List.of(bytes(i + large)));
        all.add(i + large);
      }
      assertEquals(6, files().size());
      assertEquals(all, drain(spool));
      assertEquals(1, files().size());
    }
    assertEquals(List.of(), files());
  }

  @Test
  void aFullQueueTakesNothingAndGoesOnWhenThereIsRoom() throws IOException {
    try (Spool spool = Spool.open(folder, 1 << 20)) {
      byte[] large = bytes("x".repeat(50_000));
      int taken = 0;
      while (takes(spool, large)) {
        taken++;
      }
      assertEquals((1 << 20) / (50_000 + Frame.OVERHEAD), taken);
      assertThrows(IOException.class, () -> spool.append(List.of(large)));
      spool.append(List.of(bytes("small")));
      assertEquals(taken + 1, drain(spool).size());
    }
    try (Spool spool = Spool.open(folder, 1 << 20)) {
      spool.append(List.of(bytes("again")));
      assertEquals(List.of("again"), drain(spool));
    }
  }

  /** Its files come and go, but no folder can be forced to it for a while. */
  private static final class Unsynced implements Disk {
    final List<FileChannel> channels = new ArrayList<>();
    boolean broken = true;

    @Override
    public FileChannel create(Path file) throws IOException {
      channels.add(Disk.REAL.create(file));
      return channels.get(channels.size() - 1);
    }

    @Override
    public void sync(Path folder) throws IOException {
      if (broken) {
        throw new IOException("Input/output error");
      }
    }
  }

  @Test
  void aFileThatMayNotOutlastALossOfPowerIsNotLeftOpen() throws IOException {
    Unsynced disk = new Unsynced();
    try (Spool spool = Spool.open(folder, LARGE, disk)) {
      for (int i = 0; i < 3; i++) {
        assertFalse(takes(spool, bytes("a")));
        assertEquals(List.of(), files());
      }
      assertTrue(disk.channels.stream().noneMatch(FileChannel::isOpen));
      disk.broken = false;
      spool.append(List.of(bytes("b")));
      assertEquals(List.of("b"), drain(spool));
    }
  }

  @Test
  void filesOfOthersInTheFolderAreLeftAlone() throws IOException {
    Path other = Files.createDirectories(folder.resolve("queue-1")).resolve("copy.entries");
    Files.writeString(other, "x");
    try (Spool spool = Spool.open(folder, LARGE)) {
      spool.append(List.of(bytes("a")));
      assertEquals(List.of("a"), drain(spool));
    }
    assertTrue(Files.exists(other));
  }

  private static boolean takes(Spool spool, byte[] content) {
    try {
      spool.append(List.of(content));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void bytesThatAreNoFrameArePassedOver() throws IOException {
    try (Spool spool = Spool.open(folder, LARGE)) {
      spool.append(List.of(bytes("a"), bytes("b"), bytes("c")));
    }
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    for (int end = 0; end <= whole.length; end++) {
      // A write that a loss of power cut, and bytes of something else after it.
      Files.write(file, Arrays.copyOf(whole, end));
      Files.write(file, bytes("garbage CGR1"), StandardOpenOption.APPEND);
      Files.write(file, Arrays.copyOfRange(whole, 34, 51), StandardOpenOption.APPEND);
      int complete = end / (Frame.OVERHEAD + 1);
      List<String> expected = new ArrayList<>(List.of("a", "b", "c").subList(0, complete));
      expected.add("c");
      try (Spool spool = Spool.open(folder, LARGE)) {
        assertEquals(expected, texts(spool.next(9)), "cut after " + end + " bytes");
      }
    }
    assertEquals(51, whole.length);
  }

  /** The first entry of a file was half written, and another run's file comes after it. */
  @Test
  void aFileWithoutAWholeEntryHoldsNothingUp() throws IOException {
    try (Spool spool = Spool.open(folder, LARGE)) {
      spool.append(List.of(bytes("lost"), bytes("a"), bytes("b")));
    }
    Path damaged = files().get(0);
    byte[] whole = Files.readAllBytes(damaged);
    Files.write(damaged, Arrays.copyOf(whole, Frame.OVERHEAD + 2));
    try (Spool spool = Spool.open(folder, LARGE)) {
      spool.append(List.of(bytes("c")));
      assertEquals(List.of("c"), drain(spool));
      assertEquals(1, files().size());
    }
  }

  @Test
  void bytesThatAreNoFrameAfterAFullBatchHoldNothingUp() throws IOException {
    try (Spool spool = Spool.open(folder, LARGE)) {
      spool.append(List.of(bytes("1"), bytes("2"), bytes("3"), bytes("4"), bytes("5"), bytes("6")));
      spool.append(List.of(bytes("7")));
    }
    Files.write(files().get(0), bytes("CGR1 half"), StandardOpenOption.APPEND);
    try (Spool spool = Spool.open(folder, LARGE)) {
      spool.append(List.of(bytes("8")));
      assertEquals(List.of("1", "2", "3", "4", "5", "6", "7", "8"), drain(spool));
    }
  }

  @Test
  void aChangedByteIsNotTaken() throws IOException {
    try (Spool spool = Spool.open(folder, LARGE)) {
      spool.append(List.of(bytes("a"), bytes("b")));
    }
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < Frame.OVERHEAD + 1; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 1;
      Files.write(file, changed);
      try (Spool spool = Spool.open(folder, LARGE)) {
        assertEquals(List.of("b"), texts(spool.next(9)), "byte " + i);
      }
    }
  }

  @Test
  void whatWasAppendedOutlastsALossOfPower() throws IOException {
    ForgetfulDisk disk = new ForgetfulDisk();
    List<String> all = new ArrayList<>();
    try (Spool spool = Spool.open(folder.resolve("before"), LARGE, disk)) {
      for (int i = 0; i < 30; i++) {
        all.add(i + "x".repeat(60_000));
        spool.append(List.of(bytes(all.get(i))));
        // Now and then, and where a new file begins.
        if (i % 6 == 0 || (i > 15 && i < 20)) {
          Path after = folder.resolve("after-" + i);
          disk.losePower(folder.resolve("before/queue-1"), after.resolve("queue-1"));
          try (Spool left = Spool.open(after, LARGE)) {
            assertEquals(all, drain(left), "after " + i);
          }
        }
      }
    }
  }

  @Test
  void whatCouldNotBeForcedWasNotAppended() throws IOException {
    ForgetfulDisk disk = new ForgetfulDisk();
    try (Spool spool = Spool.open(folder, LARGE, disk)) {
      spool.append(List.of(bytes("a")));
      disk.broken = true;
      assertThrows(IOException.class, () -> spool.append(List.of(bytes("b"))));
      disk.broken = false;
      spool.append(List.of(bytes("c")));
      assertEquals(List.of("a", "c"), drain(spool));
    }
  }

  @Test
  void eachProcessHasItsOwnFolderAndTakesOverWhatIsLeft() throws IOException {
    Spool first = Spool.open(folder, LARGE);
    Spool second = Spool.open(folder, LARGE);
    first.append(List.of(bytes("a")));
    second.append(List.of(bytes("b")));
    first.close();
    second.close();
    try (Spool spool = Spool.open(folder, LARGE)) {
      assertEquals(List.of("a", "b"), drain(spool));
    }
  }
}
