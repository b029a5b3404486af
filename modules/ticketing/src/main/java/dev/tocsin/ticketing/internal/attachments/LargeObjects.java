package dev.tocsin.ticketing.internal.attachments;

import dev.tocsin.platform.Unit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Bytes in PostgreSQL's large objects: they come and go with the transaction, and with the backup.
 */
@Dependent
class LargeObjects implements AttachmentStore {

  private static final int PIECE = 256 * 1024;

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  @Override
  public String keep(InputStream bytes) {
    String oid =
        entityManager
            .createNativeQuery("SELECT CAST(lo_create(0) AS text)")
            .getSingleResult()
            .toString();
    long offset = 0;
    byte[] piece = next(bytes);
    while (piece.length > 0) {
      entityManager
          .createNativeQuery("SELECT 1 FROM lo_put(CAST(?1 AS oid), ?2, ?3)")
          .setParameter(1, oid)
          .setParameter(2, offset)
          .setParameter(3, piece)
          .getResultList();
      offset += piece.length;
      piece = next(bytes);
    }
    return oid;
  }

  private static byte[] next(InputStream bytes) {
    try {
      return bytes.readNBytes(PIECE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public InputStream open(String key) {
    return new Pieces(key);
  }

  @Override
  public void delete(String key) {
    entityManager
        .createNativeQuery("SELECT lo_unlink(CAST(?1 AS oid))")
        .setParameter(1, key)
        .getResultList();
  }

  private byte[] piece(String oid, long offset) {
    return (byte[])
        entityManager
            .createNativeQuery("SELECT lo_get(CAST(?1 AS oid), ?2, ?3)")
            .setParameter(1, oid)
            .setParameter(2, offset)
            .setParameter(3, PIECE)
            .getSingleResult();
  }

  /** Reads one piece at a time, each a statement of its own. */
  private final class Pieces extends InputStream {
    private final String oid;
    private long offset;
    private byte[] piece = new byte[0];
    private int at;

    Pieces(String oid) {
      this.oid = oid;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int start, int length) {
      if (at == piece.length) {
        piece = piece(oid, offset);
        offset += piece.length;
        at = 0;
      }
      if (piece.length == 0) {
        return -1;
      }
      int count = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, buffer, start, count);
      at += count;
      return count;
    }
  }
}
