package dev.postern.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Work on many things at once, on stacks that are large enough for it.
///
/// What users write may be nested as deep as the readers' bounds, which a usual stack may not hold.
/// All threads have the same, so that what overflows one overflows each.
public final class Parallel {
  /// Pages of a stack cost nothing until they are used.
  private static final long STACK_BYTES = 512L << 20;

  private static final ThreadFactory THREADS =
      work -> new Thread(null, work, "postern", STACK_BYTES);

  private Parallel() {}

  /// The result of `work` for each item, in the order of the items. As many threads as there are
  /// processors share them, so `work` must not depend on the order. What it throws is thrown here,
  /// once all threads have ended.
  public static <A, B> List<B> map(List<A> items, Function<? super A, ? extends B> work) {
    var results = new AtomicReferenceArray<B>(items.size());
    var next = new AtomicInteger();
    Runnable share =
        () -> {
          for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
            results.set(i, work.apply(items.get(i)));
          }
        };
    run(share, Math.min(items.size(), Runtime.getRuntime().availableProcessors()));
    return IntStream.range(0, items.size()).<B>mapToObj(results::get).toList();
  }

  /// The result of `work`, done on a large stack.
  public static <T> T deep(Supplier<T> work) {
    return map(List.of(work), Supplier::get).getFirst();
  }

  private static void run(Runnable share, int threads) {
    if (threads == 0) {
      return;
    }
    var all = new ArrayList<Future<?>>();
    try (var pool = Executors.newFixedThreadPool(threads, THREADS)) {
      for (int i = 0; i < threads; i++) {
        all.add(pool.submit(share));
      }
    }
    for (Future<?> one : all) {
      if (one.state() == Future.State.FAILED) {
        switch (one.exceptionNow()) {
          case RuntimeException e -> throw e;
          case Error e -> throw e;
          case Throwable e -> throw new IllegalStateException(e);
        }
      }
    }
  }
}
