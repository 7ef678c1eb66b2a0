package io.cookiegate.gate;

import io.cookiegate.classification.ScriptSymbols;
import io.cookiegate.host.HostLetters;
import io.cookiegate.host.UrlReader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds hosts in the strings of a script, where they stand as they do in a URL: after {@code //}, or
 * at the very beginning of a string or after a quote or {@code =} or {@code (} in it, and up to a
 * slash, a port, a quote or the end. A host inside the path or the query of another URL is not
 * spotted. A dot before it stands for whatever the script puts there.
 *
 * <p>Browsers drop tabs and newlines from URLs, and texts have them between words. Both are read: an
 * address with one inside is spotted as if it ended there, and as if it went on. So is a backslash in a
 * string that has a style: it is a slash, and it begins an escape of CSS.
 */
final class HostSpotter {
  /** Learns of hosts. */
  interface Listener {
    /** A host, without dots at its ends, and the path after it. */
    void host(byte[] text, int from, int hostTo, int pathFrom, int pathTo, HostStanding stands);

    /** A host after two slashes that a browser may know and this reader cannot. */
    void unreadable(HostStanding stands);
  }

  enum State {
    /** A host may begin here. */
    BARE,
    /** A host may begin here after two slashes. */
    START,
    /** A host begins here: after the scheme of an address a browser needs no slashes. */
    SCHEME,
    SLASH,
    HOST,
    PORT,
    PATH,
    /** Nothing counts up to the next break. */
    REST
  }

  /** Where a spotter is that keeps nothing of the text. */
  record Place(State state, boolean slashes, boolean first, boolean data, boolean isStyle) {
    static final Place START = new Place(State.BARE, false, true, false, false);
  }

  private static final int LONGEST = 336;
  private static final boolean[] HOST_CHARACTERS = new boolean[256];

  static {
    for (int c = 0; c < HOST_CHARACTERS.length; c++) {
      HOST_CHARACTERS[c] = c == '-' || c == '.' || (c != '$' && ScriptSymbols.inWord(c));
    }
  }

  /** What {@link #percent} is while a reference is open. */
  private static final int REFERENCE = -1;

  private final Listener listener;
  private final HostSpelling spelling;
  private final ScriptReference reference = new ScriptReference();
  private final ScriptUnits units = new ScriptUnits(this::encoded);
  private final byte[] text = new byte[LONGEST];
  private State state = State.BARE;
  private int length;
  private int hostTo;
  private boolean slashes;
  private boolean bare;
  private boolean first;

  /** Whether a data: URL is read, of which what is percent-encoded is a text of its own. */
  private boolean data;

  /** How many digits are to come of what is encoded. */
  private int percent;

  private int decoded;
  private boolean wide;
  private @Nullable HostSpotter folded;
  private boolean folding;

  /** Reads what has escapes of CSS. */
  private @Nullable HostSpotter styled;

  private @Nullable StyleEscape escapes;
  private boolean styling;

  private boolean forked;

  /** Whether the string has a word before which a style stands or an address in one. */
  private boolean isStyle;

  /** Whether this is read beside another, and has none beside it. */
  private boolean isSecond;

  HostSpotter(Listener listener, HostSpelling spelling) {
    this.listener = listener;
    this.spelling = spelling;
  }

  /** A string begins. */
  void begin() {
    percent = 0;
    reference.clear();
    units.begin();
    first = true;
    data = false;
    folding = false;
    styling = false;
    forked = false;
    isStyle = false;
    restart(State.BARE);
  }

  /** A string ends. */
  void end() {
    if (percent == REFERENCE) {
      referenceEnds(' ');
    }
    percent = 0;
    finish();
    restart(State.BARE);
    first = true;
    data = false;
    isStyle = false;
    if (forked) {
      forked = false;
      endOthers();
    }
  }

  /** The next character of the string, percent-encoded or not. */
  void read(int c) {
    if (forked) {
      readForked(c);
    } else {
      readUnfolded(c);
    }
  }

  // Beyond the address or the word that has the escape, both read the same: long strings have much
  // of that.
  private void readForked(int c) {
    readOtherwise(c);
    readUnfolded(c);
    if (styling && !escapes().isEscaping() && styled().isLike(this)) {
      styling = false;
      forked = folding;
    }
  }

  /** Where this is; null where it keeps something of the text. */
  @Nullable Place place() {
    boolean keeps = !keepsNothing() || percent != 0 || forked || units.isOpen();
    return keeps ? null : new Place(state, slashes, first, data, isStyle);
  }

  /** Goes where a spotter was. */
  void goTo(Place place) {
    begin();
    restart(place.state);
    slashes = place.slashes;
    first = place.first;
    data = place.data;
    isStyle = place.isStyle;
  }

  private boolean keepsNothing() {
    return state == State.BARE || state == State.START || state == State.REST;
  }

  /** Whether nothing is kept that would make this read otherwise than another from here on. */
  private boolean isLike(HostSpotter other) {
    return keepsNothing()
        && state == other.state
        && percent == 0
        && other.percent == 0
        && slashes == other.slashes
        && first == other.first
        && data == other.data;
  }

  private void readOtherwise(int c) {
    if (folding) {
      folded().readFolded(c);
    }
    if (styling) {
      escapes().read(c);
    }
  }

  private void readUnfolded(int c) {
    boolean plain = percent == 0 && HOST_CHARACTERS[c];
    if (plain && state == State.REST) {
      return;
    }
    if (plain && state == State.HOST && length < LONGEST) {
      text[length++] = lower(c);
    } else {
      readOther(c);
    }
  }

  private void readOther(int c) {
    if (percent == REFERENCE) {
      if (!reference.takes(c)) {
        referenceEnds(c);
      }
    } else if (percent > 0) {
      percentDigit(c);
    } else if (c == '%') {
      percent = 2;
      decoded = 0;
      wide = false;
    } else if (c == '&' && state != State.REST) {
      percent = REFERENCE;
      reference.begin();
    } else {
      character(c);
    }
  }

  /** Whether what is read is of the path or the query of a URL. */
  private boolean isWithin() {
    return state == State.PATH || state == State.REST;
  }

  /** In markup, what an address is made of may be written by references. */
  private void referenceEnds(int c) {
    percent = 0;
    boolean resolved = reference.end(c);
    byte[] meant = reference.meant();
    int length = reference.meantLength();
    int at = 0;
    if (meant[0] == '&' && resolved) {
      percent = REFERENCE;
      reference.begin();
      at = 1;
    } else if (!resolved || !isOfAddress(meant[0] & 0xff)) {
      character('&');
      at = 1;
    }
    byte[] rest = Arrays.copyOfRange(meant, at, length);
    for (byte b : rest) {
      readUnfolded(b & 0xff);
    }
  }

  private static boolean isOfAddress(int c) {
    return HOST_CHARACTERS[c] || c == '/' || c == '\\' || c == ':' || c == '@' || isDropped(c);
  }

  private void percentDigit(int c) {
    int digit = Character.digit(c, 16);
    if (c == 'u' && percent == 2 && !wide) {
      wide = true;
      percent = 4;
    } else if (digit < 0) {
      percent = 0;
      character('%');
      readUnfolded(c);
    } else {
      decoded = decoded * 16 + digit;
      percent--;
      if (percent == 0) {
        encodedUnit();
      }
    }
  }

  // A byte, or a unit of what unescape() reads.
  private void encodedUnit() {
    if (wide) {
      units.read(decoded);
    } else {
      encoded(decoded);
    }
  }

  // What is encoded in a URL's path or query belongs to it, but for the markup of an escaped tag.
  private void encoded(int c) {
    if (data || !isWithin() || c == '<' || c == '>') {
      character(c);
    }
  }

  private void character(int c) {
    switch (c) {
      case '"', '\'', '`' -> breakAt(State.BARE);
      case '(' -> {
        styleAfter("url");
        styleAfter("image-set");
        breakAt(State.BARE);
      }
      case '>' -> {
        styleAfter("style");
        breakAt(State.START);
      }
      case '<', ')', '|', '{', '}', '[', ']', '^' -> breakAt(State.START);
      case '\\' -> {
        readStyled();
        inside(c);
      }
      default -> {
        if (c <= ' ') {
          space(c);
        } else {
          inside(c);
        }
      }
    }
  }

  private void space(int c) {
    if (state == State.BARE) {
      return;
    }
    styleAfter("style");
    if (isDropped(c) && !isSecond && (slashes || first || state == State.SLASH)) {
      folded().become(this);
      folding = true;
      forked = true;
    }
    breakAt(State.START);
  }

  private static boolean isDropped(int c) {
    return c == '\t' || c == '\n' || c == '\r';
  }

  private HostSpotter folded() {
    HostSpotter other = folded;
    if (other == null) {
      other = second();
      folded = other;
    }
    return other;
  }

  private HostSpotter second() {
    HostSpotter other = new HostSpotter(listener, spelling);
    other.isSecond = true;
    return other;
  }

  private void readStyled() {
    if (isStyle && !styling && !isSecond) {
      StyleEscape reader = escapes();
      styled().become(this);
      styling = true;
      forked = true;
      reader.begin();
      reader.read('\\');
    }
  }

  private HostSpotter styled() {
    HostSpotter other = styled;
    if (other == null) {
      other = second();
      styled = other;
    }
    return other;
  }

  private StyleEscape escapes() {
    StyleEscape reader = escapes;
    if (reader == null) {
      reader = new StyleEscape(styled());
      escapes = reader;
    }
    return reader;
  }

  private void become(HostSpotter other) {
    System.arraycopy(other.text, 0, text, 0, other.length);
    state = other.state;
    length = other.length;
    hostTo = other.hostTo;
    slashes = other.slashes;
    bare = other.bare;
    first = other.first;
    data = other.data;
    percent = 0;
  }

  private void readFolded(int c) {
    if (!isDropped(c)) {
      readUnfolded(c);
    }
  }

  // They are let go: few strings have any.
  private void endOthers() {
    if (folding) {
      folded().end();
      folding = false;
      folded = null;
    }
    if (styling) {
      escapes().endEscapes();
      styled().end();
      styling = false;
      escapes = null;
      styled = null;
    }
  }

  private void breakAt(State next) {
    finish();
    restart(next);
    first = false;
  }

  private void styleAfter(String word) {
    isStyle |= state == State.HOST && AsciiText.endsWith(text, 0, length, word);
  }

  private void restart(State next) {
    state = next;
    length = 0;
    slashes = false;
  }

  private void inside(int c) {
    switch (state) {
      case BARE, START -> start(c);
      case SCHEME -> authority(c);
      case SLASH -> slash(c);
      case HOST -> host(c);
      case PORT -> port(c);
      case PATH -> path(c);
      case REST -> {}
    }
  }

  private void start(int c) {
    if (c == '/' || c == '\\') {
      state = State.SLASH;
    } else if (isHost(c)) {
      slashes = false;
      bare = state == State.BARE;
      state = State.HOST;
      host(c);
    } else {
      isStyle |= c == '@';
      other(c);
    }
  }

  private void authority(int c) {
    boolean isSlash = c == '/' || c == '\\';
    if (isSlash || isHost(c)) {
      slashes = true;
      state = State.HOST;
    }
    if (isHost(c)) {
      host(c);
    } else if (!isSlash) {
      other(c);
    }
  }

  private void slash(int c) {
    if (c == '/' || c == '\\') {
      state = State.HOST;
      slashes = true;
      length = 0;
    } else {
      state = State.REST;
    }
  }

  private void host(int c) {
    if (isHost(c)) {
      add(c);
    } else if (c == '/' || c == '\\') {
      hostSlash(c);
    } else if (c == ':') {
      colon();
    } else if (c == '@') {
      length = 0;
    } else {
      other(c);
    }
  }

  private void hostSlash(int c) {
    if (length > 0) {
      state = State.PATH;
      hostTo = length;
      add('/');
    } else if (!slashes) {
      slash(c);
    }
  }

  private void colon() {
    boolean scheme = !slashes && !hasDot();
    if (scheme) {
      data |= first && AsciiText.is(text, 0, length, "data");
      state = isSpecial() ? State.SCHEME : State.START;
      length = 0;
    } else {
      state = State.PORT;
      hostTo = length;
    }
  }

  /** Whether a scheme is one that needs no slashes before a host (WHATWG URL, special scheme). */
  private boolean isSpecial() {
    return AsciiText.is(text, 0, length, "https")
        || AsciiText.is(text, 0, length, "http")
        || AsciiText.is(text, 0, length, "wss")
        || AsciiText.is(text, 0, length, "ws");
  }

  private void port(int c) {
    if (c == '/' || c == '\\') {
      state = State.PATH;
      add('/');
    } else if (c == '@') {
      state = State.HOST;
      length = 0;
    } else if (c == '?' || c == '#') {
      other(c);
    }
  }

  private void path(int c) {
    if (c == '?' || c == '#') {
      other(c);
    } else {
      add(c);
    }
  }

  private void other(int c) {
    if (c == '?' || c == '#') {
      finish();
      state = State.REST;
    } else if (c == '=') {
      styleAfter("style");
      breakAt(State.BARE);
    } else {
      breakAt(State.START);
    }
  }

  private void add(int c) {
    if (length == LONGEST) {
      finish();
      state = State.REST;
    } else {
      text[length++] = state == State.HOST ? lower(c) : (byte) c;
    }
  }

  private static byte lower(int c) {
    return (byte) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  }

  private boolean hasDot() {
    for (int i = 0; i < length; i++) {
      if (text[i] == '.') {
        return true;
      }
    }
    return false;
  }

  private void finish() {
    if (state == State.HOST) {
      hostTo = length;
    }
    if (state == State.HOST || state == State.PORT || state == State.PATH) {
      report();
    }
  }

  private void report() {
    report(text, hostTo, length);
    if (HostLetters.isBeyondAscii(text, 0, hostTo)) {
      reportSpelled();
    }
  }

  /** A host that is another to a browser than its bytes say. */
  private void reportSpelled() {
    if (!slashes && !spelling.mayBeAscii(text, 0, hostTo)) {
      return;
    }
    UrlReader.Kind kind = spelling.read(text, 0, hostTo);
    if (kind == UrlReader.Kind.UNREADABLE && slashes) {
      listener.unreadable(standing(0));
    } else if (kind == UrlReader.Kind.NETWORK && (slashes || !spelling.isBeyondAscii())) {
      byte[] spelled = spelling.withPath(text, hostTo, length);
      report(spelled, spelling.to(), spelled.length);
    }
  }

  private void report(byte[] a, int to, int pathTo) {
    int from = 0;
    while (from < to && a[from] == '.') {
      from++;
    }
    int end = to;
    while (end > from && a[end - 1] == '.') {
      end--;
    }
    boolean stands = slashes || bare || from > 0;
    if (stands && end > from) {
      listener.host(a, from, end, to, pathTo, standing(from));
    }
  }

  private HostStanding standing(int from) {
    if (from > 0) {
      return HostStanding.AS_END;
    }
    if (!slashes) {
      return HostStanding.BARE;
    }
    return first ? HostStanding.AS_ADDRESS : HostStanding.AFTER_SLASHES;
  }

  private static boolean isHost(int c) {
    return HOST_CHARACTERS[c];
  }
}
