package io.cookiegate.gate;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.ScriptSifting;

/** The sieve before the reader of scripts, and the reader, by the same rules. */
record SieveAndReader(ScriptJudge judge, ScriptSifting sieve) {
  static SieveAndReader of(Classification classification) {
    ScriptJudge judge = new GatedPage().classification(classification).scripts();
    return new SieveAndReader(judge, classification.scriptSifting());
  }

  boolean isFound(byte[] script) {
    judge.begin(ScriptKind.SCRIPT);
    judge.read(script, 0, script.length);
    judge.end();
    return judge.verdict() != null;
  }

  /** Whether the sieve lets a script pass that comes in pieces of a length. */
  boolean passes(byte[] script, int piece) {
    sieve.begin();
    for (int i = 0; i < script.length; i += piece) {
      if (sieve.mayMatter(script, i, Math.min(script.length, i + piece))) {
        return true;
      }
    }
    return sieve.mayMatterAtEnd();
  }
}
