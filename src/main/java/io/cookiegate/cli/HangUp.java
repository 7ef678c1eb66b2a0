package io.cookiegate.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * The signal SIGHUP, at which servers read their configuration anew. The JDK has no supported way to
 * it; the unsupported one (JEP 260 keeps it until there is another) is found by name, because a
 * compiler that treats warnings as errors takes no mention of it.
 */
final class HangUp {
  private HangUp() {}

  /** Runs a task at each signal; where there is no such signal, never. */
  static void run(Runnable task) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler taken = (proxy, method, arguments) -> call(task, proxy, method.getName());
      Object receiver =
          Proxy.newProxyInstance(HangUp.class.getClassLoader(), new Class<?>[] {handler}, taken);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), receiver);
    } catch (ReflectiveOperationException e) {
      // Windows: the files are watched there too
    }
  }

  private static Object call(Runnable task, Object proxy, String method) {
    return switch (method) {
      case "handle" -> {
        task.run();
        yield proxy;
      }
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> false;
      default -> "at hang-up";
    };
  }
}
