package io.cookiegate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.config.Deviation;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperationsAssemblyTest {
  @Test
  void knowsEveryDeviationThatAnOperatorCanName() {
    assertEquals(
        EnumSet.allOf(io.cookiegate.proxy.Deviation.class),
        OperationsAssembly.deviations(EnumSet.allOf(Deviation.class)));
    assertEquals(
        Set.of(io.cookiegate.proxy.Deviation.FRAGMENT),
        OperationsAssembly.deviations(Set.of(Deviation.FRAGMENT)));
  }
}
