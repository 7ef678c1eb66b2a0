package io.cookiegate.config;

import io.cookiegate.classification.Classification;
import io.cookiegate.diagnostic.Findings;
import io.cookiegate.gate.GateLimits;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one {@code gate.yaml} and what it names. */
final class GateReader {
  private final Findings findings;
  private final FileReference files;
  private final FrontDoor door;

  GateReader(Path gateYaml, FrontDoor door, Findings findings) {
    this.door = door;
    this.findings = findings;
    this.files = new FileReference(gateYaml);
  }

  /** The configuration; null where a finding was made. */
  @Nullable GateConfig read(SourceText source) {
    Node.Mapping document = DocumentReader.read(source, findings);
    return document == null ? null : read(document);
  }

  /** The configuration in a document; null where a finding was made. */
  @Nullable GateConfig read(Node.Mapping document) {
    return read(Fields.of(door.top(), document, findings));
  }

  /** Every file that was read or looked for. */
  FilesRead named() {
    return files.named();
  }

  private @Nullable GateConfig read(Fields top) {
    ListenersReader listening = new ListenersReader(files);
    Operations operations = new OperationsReader(files).read(top);
    List<Listener> listeners = listening.listeners(top, operations.forwarding());
    Admin admin = listening.admin(top);
    Classification classification = classification(top);
    List<Site> sites = new SitesReader(files, door).sites(top);
    Receipts receipts = new ReceiptsReader(files, door, System::getenv).receipts(top);
    Limits limits = limits(top.open(GateKeys.LIMITS, GateKeys.LIMITS_SET));
    Timeouts timeouts = timeouts(top.open(GateKeys.TIMEOUTS, GateKeys.TIMEOUTS_SET));
    return classification == null || !findings.isEmpty()
        ? null
        : new GateConfig(
            listeners,
            admin,
            classification,
            sites,
            receipts,
            limits,
            timeouts,
            operations,
            files.found());
  }

  private @Nullable Classification classification(Fields top) {
    if (!top.has(GateKeys.CLASSIFICATION)) {
      return ConfigLoader.catalogue();
    }
    Path file = files.get(top, GateKeys.CLASSIFICATION);
    return file == null ? null : ClassificationReader.read(file, findings);
  }

  private static Limits limits(Fields fields) {
    GateLimits page =
        new GateLimits(
            fields.orDefault(GateKeys.TAG_BYTES), fields.orDefault(GateKeys.SCRIPT_BYTES));
    return new Limits(
        page,
        fields.orDefault(GateKeys.REQUEST_HEADER_BYTES),
        fields.orDefault(GateKeys.RESPONSE_HEADER_BYTES),
        fields.orDefault(GateKeys.UPSTREAM_CONNECTIONS),
        fields.orDefault(GateKeys.UPSTREAM_QUEUE),
        fields.orDefault(GateKeys.VISITOR_CONNECTIONS),
        fields.orDefault(GateKeys.VISITOR_BYTES_PER_SECOND),
        fields.orDefault(GateKeys.PAGE_MEMORY_BYTES));
  }

  private static Timeouts timeouts(Fields fields) {
    return new Timeouts(
        fields.orDefault(GateKeys.CONNECT),
        fields.orDefault(GateKeys.RESPONSE),
        fields.orDefault(GateKeys.QUEUE),
        fields.orDefault(GateKeys.REQUEST_HEAD),
        fields.orDefault(GateKeys.IDLE));
  }
}
