package io.cookiegate.gate;

/**
 * Entity tags of rewritten pages. A page as the gate hands it out under one consent is another
 * representation than the upstream's (RFC 9110 section 8.8.3), so it gets a tag of its own: the
 * upstream's with a mark and the variant before the closing quote. When the visitor asks with such a
 * tag, the upstream is asked with its own; a tag of any other variant must not lead to a 304 and is
 * left out of the question.
 */
final class EntityTags {
  private static final String MARK = "--cg";

  private EntityTags() {}

  /** The tag of the rewritten page; the field unchanged where it is no entity tag. */
  static String toVisitor(String upstreamTag, String variant) {
    int closing = upstreamTag.length() - 1;
    boolean quoted = closing > 0 && upstreamTag.charAt(closing) == '"';
    return quoted ? upstreamTag.substring(0, closing) + MARK + variant + '"' : upstreamTag;
  }

  /** Whether a field value is an entity tag that {@link #toVisitor} can mark. */
  static boolean isTag(String value) {
    String opaque = value.startsWith("W/") ? value.substring(2) : value;
    return opaque.length() >= 2 && opaque.startsWith("\"") && opaque.endsWith("\"");
  }

  /**
   * The question to the upstream for one from the visitor, both lists of entity tags.
   *
   * @param keepForeign whether tags without a mark are asked for too; they are of answers that were
   *     not rewritten
   * @return empty where nothing is left to ask
   */
  static String toUpstream(String visitorTags, String variant, boolean keepForeign) {
    StringBuilder kept = new StringBuilder(visitorTags.length());
    int from = 0;
    while (from < visitorTags.length()) {
      int open = visitorTags.indexOf('"', from);
      int close = open < 0 ? -1 : visitorTags.indexOf('"', open + 1);
      if (close < 0) {
        break;
      }
      boolean weak = open >= 2 && visitorTags.startsWith("W/", open - 2);
      append(kept, weak, visitorTags.substring(open + 1, close), variant, keepForeign);
      from = close + 1;
    }
    return kept.toString();
  }

  private static void append(
      StringBuilder kept, boolean weak, String opaque, String variant, boolean keepForeign) {
    int mark = opaque.lastIndexOf(MARK);
    String asked = mark < 0 ? opaque : opaque.substring(0, mark);
    boolean ours = mark >= 0 && opaque.substring(mark + MARK.length()).equals(variant);
    if (ours || (mark < 0 && keepForeign)) {
      kept.append(kept.isEmpty() ? "" : ", ")
          .append(weak ? "W/\"" : "\"")
          .append(asked)
          .append('"');
    }
  }
}
