package dev.tocsin.ticketing.internal.attachments;

import java.io.InputStream;

/** Keeps bytes for as long as a row names them: no longer and no less, whatever breaks. */
interface AttachmentStore {

  /**
   * Keeps bytes, there once the caller's transaction commits and gone when it does not.
   *
   * @return the key to find them by
   */
  String keep(InputStream bytes);

  /** Returns bytes to be read piece by piece, in no transaction. */
  InputStream open(String key);

  /** Deletes bytes once the caller's transaction commits. */
  void delete(String key);
}
