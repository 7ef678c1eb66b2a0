package io.cookiegate.config;

import io.cookiegate.diagnostic.FindingCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads where choices are recorded. Secrets come from files or the environment, never from YAML. A
 * filter records only where that is said: it is a guest in an application's folders.
 */
final class ReceiptsReader {
  /** Where systemd, and the image, tell a service to keep what it must not lose. */
  private static final String STATE_DIRECTORY = "STATE_DIRECTORY";

  private static final String FOLDER = "receipts";

  private final FileReference files;
  private final FrontDoor door;
  private final Function<String, @Nullable String> environment;

  ReceiptsReader(
      FileReference files, FrontDoor door, Function<String, @Nullable String> environment) {
    this.files = files;
    this.door = door;
    this.environment = environment;
  }

  /** What is configured; null where choices are not to be recorded. */
  @Nullable Receipts receipts(Fields top) {
    Fields fields = top.open(GateKeys.RECEIPTS, GateKeys.RECEIPTS_SET);
    boolean said = door == FrontDoor.PROXY || top.has(GateKeys.RECEIPTS);
    boolean record = fields.orDefault(GateKeys.RECORD) && said;
    Receipts receipts =
        new Receipts(
            folder(fields),
            fields.get(GateKeys.DATABASE),
            fields.get(GateKeys.USER),
            password(fields),
            fields.orDefault(GateKeys.RETENTION),
            fields.orDefault(GateKeys.QUEUE_BYTES));
    if (record) {
      refuseArchive(receipts.folder(), fields);
    }
    return record ? receipts : null;
  }

  private static void refuseArchive(Path folder, Fields fields) {
    if (folder.getFileSystem() != FileSystems.getDefault()) {
      fields
          .findings()
          .add(
              fields.position(),
              FindingCode.BAD_VALUE,
              fields.path() + "." + GateKeys.FOLDER.name(),
              "it would be inside the archive that holds this file",
              "allowed is an absolute path");
    }
  }

  private Path folder(Fields fields) {
    if (fields.has(GateKeys.FOLDER)) {
      return files.folder(fields, GateKeys.FOLDER);
    }
    String state = environment.apply(STATE_DIRECTORY);
    if (state == null || state.isBlank()) {
      return files.beside(FOLDER);
    }
    int colon = state.indexOf(':');
    return Path.of(colon < 0 ? state : state.substring(0, colon), FOLDER);
  }

  private @Nullable String password(Fields fields) {
    if (fields.has(GateKeys.PASSWORD_FILE) && fields.has(GateKeys.PASSWORD_VARIABLE)) {
      fields.refuse(
          GateKeys.PASSWORD_VARIABLE,
          FindingCode.CONFLICT,
          "password-file and password-variable are given",
          "allowed is one of them");
      return null;
    }
    Path file = files.get(fields, GateKeys.PASSWORD_FILE);
    return file != null ? read(file, fields) : variable(fields);
  }

  private static @Nullable String read(Path file, Fields fields) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      fields.refuse(
          GateKeys.PASSWORD_FILE,
          FindingCode.BAD_VALUE,
          Shown.of(file.toString()) + " holds no text in UTF-8",
          "allowed is " + GateKeys.PASSWORD_FILE.kind().form());
      return null;
    }
  }

  private @Nullable String variable(Fields fields) {
    String name = fields.get(GateKeys.PASSWORD_VARIABLE);
    String password = name == null ? null : environment.apply(name);
    if (name != null && password == null) {
      fields.refuse(
          GateKeys.PASSWORD_VARIABLE,
          FindingCode.BAD_VALUE,
          "the variable " + name + " is not set",
          "allowed is " + GateKeys.PASSWORD_VARIABLE.kind().form());
    }
    return password;
  }
}
