package io.cookiegate.cli;

import io.cookiegate.config.AccessLog;
import io.cookiegate.proxy.AccessLogSettings;
import io.cookiegate.proxy.Deviation;
import io.cookiegate.proxy.Forwarding;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What operations set beside the sites, put into the terms of the proxy. */
final class OperationsAssembly {
  private OperationsAssembly() {}

  static Forwarding forwarding(io.cookiegate.config.Forwarding configured) {
    return new Forwarding(
        configured.trusted(),
        switch (configured.by()) {
          case X_FORWARDED -> Forwarding.Dialect.X_FORWARDED;
          case FORWARDED -> Forwarding.Dialect.FORWARDED;
        },
        configured.via(),
        switch (configured.requestIds()) {
          case ASKED -> Forwarding.RequestIds.ASKED;
          case ALWAYS -> Forwarding.RequestIds.ALWAYS;
          case NONE -> Forwarding.RequestIds.NONE;
        });
  }

  static Set<Deviation> deviations(Set<io.cookiegate.config.Deviation> configured) {
    return configured.stream()
        .map(one -> Deviation.valueOf(one.name()))
        .collect(Collectors.toUnmodifiableSet());
  }

  static @Nullable AccessLogSettings accessLog(@Nullable AccessLog configured) {
    if (configured == null) {
      return null;
    }
    return new AccessLogSettings(
        switch (configured.format()) {
          case COMMON -> AccessLogSettings.Format.COMMON;
          case COMBINED -> AccessLogSettings.Format.COMBINED;
          case JSON -> AccessLogSettings.Format.JSON;
        },
        switch (configured.addresses()) {
          case TRUNCATED -> AccessLogSettings.Addresses.TRUNCATED;
          case FULL -> AccessLogSettings.Addresses.FULL;
          case NONE -> AccessLogSettings.Addresses.NONE;
        },
        configured.file(),
        configured.keepDays());
  }
}
