package dev.tocsin.platform.testing;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;

/** Plain threads in the place of those that a server manages. */
final class TestThreads {

  private TestThreads() {}

  /** Returns the types of field that a server fills with its threads, as far as they are known. */
  static Set<Class<?>> kinds() {
    return Set.of(ManagedThreadFactory.class, ManagedScheduledExecutorService.class);
  }

  static ManagedThreadFactory factory() {
    return (ManagedThreadFactory)
        Proxy.newProxyInstance(
            TestThreads.class.getClassLoader(),
            new Class<?>[] {ManagedThreadFactory.class},
            (proxy, method, arguments) ->
                arguments[0] instanceof ForkJoinPool pool
                    ? ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool)
                    : daemon((Runnable) arguments[0]));
  }

  /** Only what a plain scheduler has works; the rest is for servers. */
  static ManagedScheduledExecutorService scheduler() {
    ScheduledExecutorService plain = Executors.newScheduledThreadPool(1, TestThreads::daemon);
    return (ManagedScheduledExecutorService)
        Proxy.newProxyInstance(
            TestThreads.class.getClassLoader(),
            new Class<?>[] {ManagedScheduledExecutorService.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(plain, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "test-server-thread");
    thread.setDaemon(true);
    return thread;
  }
}
