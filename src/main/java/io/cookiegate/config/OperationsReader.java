package io.cookiegate.config;

import io.cookiegate.diagnostic.FindingCode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what operations set beside the sites. */
final class OperationsReader {
  private final FileReference files;

  OperationsReader(FileReference files) {
    this.files = files;
  }

  Operations read(Fields top) {
    return new Operations(forwarding(top), accessLog(top), shutdown(top), deviations(top));
  }

  private static Set<Deviation> deviations(Fields top) {
    return Set.copyOf(Kind.Item.values(top.items(OperationsKeys.DEVIATIONS)));
  }

  private static Forwarding forwarding(Fields top) {
    Fields fields = top.open(OperationsKeys.FORWARDING, OperationsKeys.FORWARDING_SET);
    return new Forwarding(
        Kind.Item.values(fields.items(OperationsKeys.TRUSTED)),
        fields.orDefault(OperationsKeys.BY),
        fields.orDefault(OperationsKeys.VIA),
        fields.orDefault(OperationsKeys.REQUEST_ID));
  }

  private @Nullable AccessLogSettings accessLog(Fields top) {
    if (!top.has(OperationsKeys.ACCESS_LOG)) {
      return null;
    }
    Fields fields = top.open(OperationsKeys.ACCESS_LOG, OperationsKeys.ACCESS_LOG_SET);
    return new AccessLogSettings(
        fields.orDefault(OperationsKeys.FORMAT),
        fields.orDefault(OperationsKeys.ADDRESSES),
        file(fields),
        fields.orDefault(OperationsKeys.KEEP_DAYS));
  }

  private @Nullable Path file(Fields fields) {
    String written = fields.get(OperationsKeys.LOG_FILE);
    try {
      return written == null ? null : files.toBeMade(written);
    } catch (InvalidPathException e) {
      fields.refuse(
          OperationsKeys.LOG_FILE,
          FindingCode.BAD_VALUE,
          Shown.of(String.valueOf(written)) + " is given",
          "allowed is " + OperationsKeys.LOG_FILE.kind().form());
      return null;
    }
  }

  private static Shutdown shutdown(Fields top) {
    Fields fields = top.open(OperationsKeys.SHUTDOWN, OperationsKeys.SHUTDOWN_SET);
    return new Shutdown(
        fields.orDefault(OperationsKeys.DELAY), fields.orDefault(OperationsKeys.DRAIN));
  }
}
