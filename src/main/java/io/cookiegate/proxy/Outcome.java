package io.cookiegate.proxy;

import org.jspecify.annotations.Nullable;

/** What became of a request, written down on its way by whoever knows. */
final class Outcome {
  private volatile @Nullable Site site;
  private volatile @Nullable Fault fault;
  private volatile @Nullable String errorId;
  private volatile Answered.End end = Answered.End.WHOLE;
  private volatile boolean retried;
  private volatile long pageBytesRead = -1;
  private volatile long pageBytesWritten;

  void site(Site found) {
    site = found;
  }

  void fault(Fault why) {
    fault = why;
  }

  void errorId(String id) {
    errorId = id;
  }

  void end(Answered.End how) {
    end = how;
  }

  void retried() {
    retried = true;
  }

  void rewritten(long bytesRead, long bytesWritten) {
    pageBytesWritten = bytesWritten;
    pageBytesRead = bytesRead;
  }

  @Nullable Site site() {
    return site;
  }

  @Nullable Fault fault() {
    return fault;
  }

  @Nullable String errorId() {
    return errorId;
  }

  Answered.End end() {
    return end;
  }

  boolean wasRetried() {
    return retried;
  }

  long pageBytesRead() {
    return pageBytesRead;
  }

  long pageBytesWritten() {
    return pageBytesWritten;
  }
}
