package io.cookiegate.receipt;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The walk along the chain, entry by entry, that finds what was removed or changed. */
final class ChainCheck {
  private static final int MOST = 50;

  private final Head expected;
  private final @Nullable Head noted;
  private final List<String> problems = new ArrayList<>();
  private Head last = Head.START;
  private Head before = Head.START;
  private boolean beforeIsKnown = true;
  private boolean notedIsMet;
  private boolean started;
  private long receipts;
  private long erased;

  /**
   * A walk that has not begun.
   *
   * @param expected where the chain should end
   * @param noted where it ended once, as somebody noted it; null where nobody did
   */
  ChainCheck(Head expected, @Nullable Head noted) {
    this.expected = expected;
    this.noted = noted;
  }

  void meet(Row row) throws SQLException {
    Link link;
    try {
      link = row.link();
    } catch (IllegalArgumentException e) {
      problem("An entry after entry " + last.seq() + " is of no kind.");
      return;
    }
    if (!started) {
      start(link);
    }
    follow(link);
    content(link, row);
    last = Head.of(link);
    notedIsMet |= last.equals(noted);
  }

  private void start(Link link) {
    started = true;
    if (link.seq() > 1) {
      before = new Head(link.seq() - 1, link.previous());
      beforeIsKnown = false;
      last = before;
      notedIsMet = before.equals(noted);
    }
  }

  private void follow(Link link) {
    if (link.seq() > last.seq() + 1) {
      String missing = entries(last.seq() + 1, link.seq() - 1);
      problem(missing + (link.seq() - last.seq() > 2 ? " are missing." : " is missing."));
    } else if (!link.previous().equals(last.hash())) {
      problem("Entry " + link.seq() + " does not follow from the one before.");
    }
    if (!link.isWhole()) {
      problem("Entry " + link.seq() + " was changed.");
    }
  }

  private static String entries(long from, long to) {
    return from == to ? "Entry " + from : "Entries " + from + " to " + to;
  }

  private void content(Link link, Row row) throws SQLException {
    if (row.isEmptied()) {
      erased++;
      return;
    }
    Receipt receipt = row.receipt();
    boolean same = link.digest().equals(row.digestNow());
    if (receipt != null) {
      receipts++;
      same &= Digests.subject(receipt.id()).equals(link.subject());
    }
    if (!same) {
      problem("What entry " + link.seq() + " says was changed.");
    }
    if (link.kind() == Link.Kind.RETENTION && row.removed().equals(before)) {
      beforeIsKnown = true;
    }
  }

  /** The entry of a choice is empty, and no entry says why. */
  void emptied(long seq) {
    problem("Entry " + seq + " was emptied, and no entry says why.");
  }

  /** A receipt is there that another entry says was erased. */
  void kept(long seq) {
    problem("Entry " + seq + " was erased, and is there again.");
  }

  private void problem(String sentence) {
    if (problems.size() < MOST) {
      problems.add(sentence);
    } else if (problems.size() == MOST) {
      problems.add("There is more.");
    }
  }

  Verification result() {
    if (!beforeIsKnown) {
      problem(entries(1, before.seq()) + (before.seq() > 1 ? " are" : " is") + " missing.");
    }
    if (!last.equals(expected)) {
      problem(
          "The ledger should end with entry "
              + expected.seq()
              + ", and ends with entry "
              + last.seq()
              + (last.seq() == expected.seq() ? " of another hash." : "."));
    }
    checkNoted();
    return new Verification(receipts, erased, before.seq(), last, problems);
  }

  private void checkNoted() {
    if (noted == null || notedIsMet || noted.equals(Head.START)) {
      return;
    }
    if (noted.seq() < before.seq()) {
      problem("Entry " + noted.seq() + " was removed, so what was noted of it tells nothing.");
    } else {
      problem("Entry " + noted.seq() + " is not the one that was noted.");
    }
  }
}
