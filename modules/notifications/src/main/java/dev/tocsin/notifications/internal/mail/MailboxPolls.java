package dev.tocsin.notifications.internal.mail;

import dev.tocsin.platform.work.Batch;
import dev.tocsin.platform.work.DueWork;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Has the mailboxes read that are due, several at once, so that one whose server hangs delays no
 * other; the lease sees to it that each is read by one reader at a time.
 */
@ApplicationScoped
public class MailboxPolls implements DueWork {

  /** The name of this work. */
  public static final String NAME = "mailboxes";

  private static final int READERS = 8;
  private static final long IDLE_SECONDS = 30;

  @Inject private PollStore store;
  @Inject private MailboxReader reader;

  // a pool of our own: the servers' default pools run as few as one task at a time
  @Resource private ManagedThreadFactory threads;

  private final Semaphore room = new Semaphore(READERS);
  private final AtomicInteger read = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private @Nullable ExecutorService pool;

  @PostConstruct
  void open() {
    pool =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE, // the room is counted here
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            threads);
  }

  @PreDestroy
  void close() {
    if (pool != null) {
      pool.shutdown();
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Starts a reader for each mailbox that is due, as far as there is room; waits for none. */
  @Override
  public Batch run(Instant now) {
    boolean begun = false;
    while (room.tryAcquire() && begin(now)) {
      begun = true;
    }
    return new Batch(read.getAndSet(0), failed.getAndSet(0), false, begun ? now : null);
  }

  private boolean begin(Instant now) {
    Optional<PollLease> lease = Optional.empty();
    try {
      lease = store.claim(now);
      lease.ifPresent(this::start);
    } catch (RejectedExecutionException e) {
      // the server is closing; the lease runs out and another node reads
      lease = Optional.empty();
    } finally {
      if (lease.isEmpty()) {
        room.release();
      }
    }
    return lease.isPresent();
  }

  private void start(PollLease lease) {
    if (pool == null) {
      throw new RejectedExecutionException("not open");
    }
    pool.execute(
        () -> {
          try {
            (reader.read(lease) ? read : failed).incrementAndGet();
          } finally {
            room.release();
          }
        });
  }
}
