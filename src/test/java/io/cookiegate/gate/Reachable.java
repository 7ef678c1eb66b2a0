package io.cookiegate.gate;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jol.util.ObjectUtils;
import org.openjdk.jol.vm.VM;

/** The objects that can be reached from others, and their size as JOL knows it. */
final class Reachable {
  static {
    // Records have fields too, and no agent is needed to count bytes.
    System.setProperty("jol.magicFieldOffset", "true");
    System.setProperty("jol.skipDynamicAttach", "true");
  }

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();

  /** Without what can be reached from others. */
  Reachable(Object... others) {
    for (Object other : others) {
      bytes(other);
    }
  }

  /** The size of what can be reached from an object, as far as it was not counted before. */
  long bytes(Object root) {
    long bytes = 0;
    meet(root);
    for (Object object = open.poll(); object != null; object = open.poll()) {
      bytes += VM.current().sizeOf(object);
      follow(object);
    }
    return bytes;
  }

  private void follow(Object object) {
    if (object instanceof Object[] array) {
      for (int i = 0; i < Array.getLength(array); i++) {
        meet(array[i]);
      }
    }
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          meet(ObjectUtils.value(object, field));
        }
      }
    }
  }

  private void meet(@Nullable Object object) {
    boolean ofTheMachine =
        object == null
            || object instanceof Enum
            || object instanceof Class
            || object instanceof ClassLoader
            || object instanceof Thread;
    if (!ofTheMachine && seen.add(object)) {
      open.add(object);
    }
  }
}
