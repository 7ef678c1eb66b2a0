package io.cookiegate.config;

import io.cookiegate.diagnostic.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Reads a configuration anew when one of its files has changed: every file that the last reading
 * looked at, and those of the last one that was taken.
 *
 * <p>The files' stamps are looked at once a second, which works on every file system. A change is
 * read when it has stood for one look, so that a file is not read while it is being written. Reading
 * and receiving happen one after the other, never at the same time.
 */
public final class ConfigWatch<T> implements AutoCloseable {
  /** How often files are looked at. */
  public static final Duration PERIOD = Duration.ofSeconds(1);

  /** Takes what was read anew. */
  public interface Receiver<T> {
    /** The files have changed, and nothing is wrong with them. */
    void changed(T value);

    /** The files have changed, and this is wrong with them; what was taken before stays in use. */
    void refused(List<Finding> findings);
  }

  private final Supplier<Loaded<T>> source;
  private final Receiver<T> receiver;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(ConfigWatch::thread);
  private Map<Path, FileStamp> read;
  private Map<Path, FileStamp> seen;

  private ConfigWatch(Supplier<Loaded<T>> source, FilesRead files, Receiver<T> receiver) {
    this.source = source;
    this.receiver = receiver;
    read = files.stamps();
    seen = read;
  }

  /**
   * A watch over the files of something that is read in a way of its own.
   *
   * @param files those of the reading before: whatever changed since is a change
   */
  public static <T> ConfigWatch<T> of(
      Supplier<Loaded<T>> source, FilesRead files, Receiver<T> receiver) {
    return new ConfigWatch<>(source, files, receiver);
  }

  /** A watch over a {@code gate.yaml} and all files that it names. */
  public static ConfigWatch<GateConfig> of(
      Path gateYaml, FilesRead files, Receiver<GateConfig> receiver) {
    return new ConfigWatch<>(() -> ConfigLoader.load(gateYaml), files, receiver);
  }

  private static Thread thread(Runnable looks) {
    Thread thread = new Thread(looks, "configuration");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to look, until it is closed. */
  public void start() {
    long period = PERIOD.toMillis();
    var unused =
        thread.scheduleWithFixedDelay(
            () -> carefully(this::look), period, period, TimeUnit.MILLISECONDS);
  }

  /** Reads everything anew as soon as possible, changed or not. */
  public void reload() {
    thread.execute(() -> carefully(this::load));
  }

  /** A look that fails is no reason to look never again. */
  private static void carefully(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      Thread current = Thread.currentThread();
      current.getUncaughtExceptionHandler().uncaughtException(current, e);
    }
  }

  /** Looks once, and reads where a change has stood since the look before. */
  synchronized void look() {
    Map<Path, FileStamp> now = FileStamp.ofAll(read.keySet());
    boolean settled = now.equals(seen);
    seen = now;
    if (settled && !now.equals(read)) {
      load();
    }
  }

  synchronized void load() {
    Map<Path, FileStamp> before = FileStamp.ofAll(read.keySet());
    Loaded<T> loaded = source.get();
    read = loaded.files().stamps();
    if (loaded instanceof Loaded.Refused<T>) {
      before.forEach(read::putIfAbsent);
    }
    seen = read;
    deliver(loaded);
  }

  private void deliver(Loaded<T> loaded) {
    if (loaded instanceof Loaded.Ready<T> ready) {
      receiver.changed(ready.value());
    } else {
      receiver.refused(((Loaded.Refused<T>) loaded).findings());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
