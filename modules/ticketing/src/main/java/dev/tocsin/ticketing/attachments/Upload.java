package dev.tocsin.ticketing.attachments;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.tocsin.platform.error.TooLarge;
import dev.tocsin.ticketing.internal.attachments.FileKinds;
import dev.tocsin.ticketing.internal.attachments.FileNames;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A file that has come in and is judged, but hangs on nothing yet.
 *
 * <p>It lies in a temporary file that has no name any more, so that it is gone with the process;
 * only a piece of it is ever in memory. No transaction is open while a slow sender sends.
 */
public final class Upload implements AutoCloseable {

  /** The most bytes a file may have: 25 MiB. */
  public static final long MOST_BYTES = 25L * 1024 * 1024;

  private static final int PIECE = 64 * 1024;

  private final FileChannel spool;
  private final String fileName;
  private final String mediaType;
  private final String sha256;
  private final long size;

  private Upload(FileChannel spool, String fileName, String mediaType, String sha256, long size) {
    this.spool = spool;
    this.fileName = fileName;
    this.mediaType = mediaType;
    this.sha256 = sha256;
    this.size = size;
  }

  /**
   * Takes in a file to its end.
   *
   * @param name what the sender calls it; null when it has no name
   * @throws TooLarge when it has more than {@link #MOST_BYTES}; the rest is left unread
   * @throws dev.tocsin.platform.error.Rejected when it is a program, by its bytes or by its name
   * @throws IOException when the sender stops sending
   */
  public static Upload receive(@Nullable String name, InputStream in) throws IOException {
    String fileName = FileNames.harmless(name);
    FileChannel spool =
        FileChannel.open(Files.createTempFile("tocsin-upload", null), READ, WRITE, DELETE_ON_CLOSE);
    boolean good = false;
    try {
      MessageDigest digest = sha256Digest();
      long size = copy(in, spool, digest);
      String mediaType = FileKinds.judge(fileName, new BufferedInputStream(bytes(spool)));
      good = true;
      return new Upload(
          spool, fileName, mediaType, HexFormat.of().formatHex(digest.digest()), size);
    } finally {
      if (!good) {
        spool.close();
      }
    }
  }

  private static long copy(InputStream in, FileChannel out, MessageDigest digest)
      throws IOException {
    byte[] piece = new byte[PIECE];
    long size = 0;
    int read = in.read(piece);
    while (read >= 0) {
      size += read;
      if (size > MOST_BYTES) {
        throw new TooLarge("A file has at most 25 MiB.");
      }
      digest.update(piece, 0, read);
      ByteBuffer buffer = ByteBuffer.wrap(piece, 0, read);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      read = in.read(piece);
    }
    return size;
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static InputStream bytes(FileChannel spool) throws IOException {
    return Channels.newInputStream(spool.position(0));
  }

  /** Returns its name, made harmless. */
  public String fileName() {
    return fileName;
  }

  /** Returns what its bytes are. */
  public String mediaType() {
    return mediaType;
  }

  /** Returns its size in bytes. */
  public long size() {
    return size;
  }

  /** Returns the digest of its bytes, in hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /** Returns its bytes from the beginning; one reader at a time, which does not close them. */
  public InputStream bytes() {
    try {
      return bytes(spool);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets the bytes. */
  @Override
  public void close() {
    try {
      spool.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
