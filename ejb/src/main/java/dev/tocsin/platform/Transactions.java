package dev.tocsin.platform;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;

/** Opens a transaction of its own for a piece of work; an exception rolls that piece back. */
@Stateless
public class Transactions {

  /** Runs work in a new transaction and returns its result after the commit. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public <T> T call(Supplier<T> work) {
    return work.get();
  }

  /** Runs work in a new transaction and returns after the commit. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void run(Runnable work) {
    work.run();
  }
}
