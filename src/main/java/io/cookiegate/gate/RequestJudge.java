package io.cookiegate.gate;

import io.cookiegate.coding.ContentCodings;
import io.cookiegate.cookie.CookieHeader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The edits to one request head under a consent that holds something back. */
final class RequestJudge {
  private final RequestHead request;
  private final Supplier<String> variant;
  private final CookieVerdicts cookies;
  private final boolean prospect;
  private final Leftovers leftovers;
  private final @Nullable ReturnedCookies returned;
  private final HeadEdits.Builder edits;

  RequestJudge(
      RequestHead request,
      Supplier<String> variant,
      CookieVerdicts cookies,
      boolean prospect,
      Leftovers leftovers,
      @Nullable ReturnedCookies returned) {
    this.request = request;
    this.variant = variant;
    this.cookies = cookies;
    this.prospect = prospect;
    this.leftovers = leftovers;
    this.returned = returned;
    this.edits = new HeadEdits.Builder(request.fields().size());
  }

  HeadEdits edits() {
    Fields fields = request.fields();
    for (int i = 0; i < fields.size(); i++) {
      judge(i, fields.name(i), fields.value(i));
    }
    return edits.build();
  }

  private void judge(int index, String name, String value) {
    switch (FieldName.of(name)) {
      case COOKIE -> set(index, value, CookieHeader.without(value, this::withholds));
      case IF_NONE_MATCH, IF_MATCH ->
          set(index, value, EntityTags.toUpstream(value, variant.get(), !prospect));
      case ACCEPT_ENCODING -> {
        if (prospect) {
          set(index, value, ContentCodings.restrictAccept(value));
        }
      }
      case IF_MODIFIED_SINCE, RANGE, IF_RANGE -> {
        if (prospect) {
          edits.remove(index);
        }
      }
      default -> {}
    }
  }

  private boolean withholds(String name) {
    boolean gated = leftovers.addIf(cookies.withholds(name, request.host()), name);
    if (gated && returned != null) {
      returned.see(name);
    }
    return gated;
  }

  private void set(int index, String before, String after) {
    if (after.isEmpty() && !before.isEmpty()) {
      edits.remove(index);
    } else if (!after.equals(before)) {
      edits.replace(index, after);
    }
  }
}
