package io.cookiegate.config;

import io.cookiegate.diagnostic.FindingCode;
import io.cookiegate.diagnostic.Findings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The site behind the gate: one origin, or several that stand in for each other. */
final class UpstreamKind implements Kind<Upstream> {
  private static final Kind<Upstream> ORIGIN = new UpstreamText();
  private static final Kind<List<Kind.Item<Upstream>>> ORIGINS =
      new Kind.OfList<>(ORIGIN, "a list of such URLs");

  @Override
  public String form() {
    return ORIGIN.form() + ", or a list of them";
  }

  @Override
  public @Nullable Upstream read(Node node, Findings findings) {
    if (!(node instanceof Node.Sequence)) {
      return ORIGIN.read(node, findings);
    }
    List<Kind.Item<Upstream>> items = ORIGINS.read(node, findings);
    if (items == null || items.isEmpty()) {
      return null;
    }
    Upstream first = items.get(0).value();
    List<String> others = new ArrayList<>();
    for (Kind.Item<Upstream> item : items.subList(1, items.size())) {
      String origin = item.value().origin();
      boolean same = item.value().isSecure() == first.isSecure();
      if (!same || others.contains(origin) || origin.equals(first.origin())) {
        Kind.refuse(
            item.node(),
            FindingCode.CONFLICT,
            "allowed is each address once, and all by http or all by https",
            findings);
      }
      others.add(origin);
    }
    return first.before(others);
  }
}
