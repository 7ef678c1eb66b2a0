package io.cookiegate.cli;

/** The exit statuses of every command. */
final class ExitStatus {
  static final int OK = 0;

  /** The command failed, or found something wrong. */
  static final int FAILED = 1;

  /** The command line itself is wrong. */
  static final int USAGE = 2;

  private ExitStatus() {}
}
