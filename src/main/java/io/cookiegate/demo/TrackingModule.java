package io.cookiegate.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The server-side tracking module of the legacy site: it answers every request with the cookies of the
 * policy, under every name the policy spells, in the dialects of {@code Set-Cookie} that years of hands
 * left behind.
 *
 * <p>Values are constants: the demonstration identifies nobody, and the same request has the same answer.
 */
final class TrackingModule {
  /** The date of the Netscape draft, which old servers still write. */
  private static final DateTimeFormatter DASHED =
      DateTimeFormatter.ofPattern("EEE, dd-MMM-yyyy HH:mm:ss 'GMT'", Locale.ROOT);

  private static final DateTimeFormatter RFC_1123 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

  private static final Duration DAY = Duration.ofDays(1);

  private final Clock clock;

  TrackingModule(Clock clock) {
    this.clock = clock;
  }

  /** The fields that go with a page, a redirect or an error. */
  List<String> withPage(String host, String path) {
    List<String> fields = new ArrayList<>();
    analytics(fields, SiteDomain.attribute(host));
    others(fields, path);
    thirdParties(fields);
    return fields;
  }

  /** The fields that go with an image: the module sits in front of the files, too. */
  List<String> withFile() {
    return List.of("s_cc=true; path=/", "uid=u-20180515; Path=/; HttpOnly");
  }

  private void analytics(List<String> fields, String domain) {
    fields.add(
        "__utma=1.1111111111.1526342400.1526342400.1526342400.1; expires="
            + date(DASHED, DAY.multipliedBy(729))
            + "; path=/"
            + domain);
    fields.add(
        "__utmb=1.1.10.1526342400; expires="
            + date(DASHED, Duration.ofMinutes(29))
            + "; path=/"
            + domain);
    fields.add(
        "__utmz=1.1526342400.1.1.utmcsr=(direct)|utmccn=(direct)|utmcmd=(none); expires="
            + date(DASHED, DAY.multipliedBy(180))
            + "; path=/"
            + domain);
    fields.add(
        "_ga=GA1.2.1111111111.1526342400; Path=/; Expires="
            + date(RFC_1123, DAY.multipliedBy(729))
            + domain);
    fields.add("__ga=GA1.2.1111111111.1526342400; Max-Age=62985600; Path=/");
    fields.add("_gat_UA-23336661-4=1; Max-Age=59; Path=/; SameSite=Lax");
    fields.add("__gat=1;max-age=59;path=/");
    fields.add("_gid=GA1.2.2222222222.1526342400; Path=/; Max-Age=86399" + domain);
    fields.add("__gid = GA1.2.2222222222.1526342400 ; Path = / ; Max-Age = 86399");
    fields.add("__gac=1.1526342400.none; PATH=/; MAX-AGE=7775999");
  }

  private static void others(List<String> fields, String path) {
    fields.add(
        "_mkto_trk=id:000-AAA-000&token:_mch-ciszere.example-1526342400000-11111; Path=/; Max-Age=62985600");
    fields.add("s_cc=true; path=/");
    fields.add("s_sq=%5B%5BB%5D%5D; path=/");
    fields.add(
        "Humany__clientId=\"00000000-0000-4000-8000-000000000000\"; Path=/; Max-Age=31535999");
    fields.add("sid=s-20180515; Path=/; HttpOnly");
    fields.add("uid=u-20180515; Path=/; HttpOnly");
    fields.add("pseCookie=1; Version=1; Comment=pse; Path=/; Discard");
    fields.add("_lasturl=" + path + "; Path=/");
  }

  /** What the advertising relay of the old platform passes on; a browser takes it from the vendor only. */
  private void thirdParties(List<String> fields) {
    fields.add(
        "IDE=AAAAAAAA; expires="
            + date(RFC_1123, DAY.multipliedBy(389))
            + "; path=/; domain=.doubleclick.net; Secure; HttpOnly; SameSite=none");
    fields.add(
        "id=22222222|t=1526342400|et=730|cs=0; expires="
            + date(DASHED, DAY.multipliedBy(729))
            + "; path=/; domain=.doubleclick.net");
  }

  private String date(DateTimeFormatter format, Duration fromNow) {
    return ZonedDateTime.now(clock)
        .withZoneSameInstant(ZoneOffset.UTC)
        .plus(fromNow)
        .format(format);
  }
}
