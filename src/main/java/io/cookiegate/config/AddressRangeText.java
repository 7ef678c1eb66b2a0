package io.cookiegate.config;

import io.cookiegate.host.AddressRange;
import org.jspecify.annotations.Nullable;

/** A range of addresses. */
final class AddressRangeText implements Kind.OfText<AddressRange> {
  @Override
  public String form() {
    return "an address or a range such as 10.0.0.0/8 or 2001:db8::/32";
  }

  @Override
  public @Nullable AddressRange parse(String text) {
    return AddressRange.parse(text);
  }
}
