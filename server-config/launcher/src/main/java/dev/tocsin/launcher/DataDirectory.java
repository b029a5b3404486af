package dev.tocsin.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The one directory of a running Tocsin, held against a second one until closed. */
final class DataDirectory implements AutoCloseable {
  private static final long FIRST_START = 1_000L << 20;
  private static final long ANY_START = 100L << 20;

  private final Path path;
  private final FileChannel lockFile;

  private DataDirectory(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /**
   * Create the directory if need be and hold it.
   *
   * @throws LaunchFailure if it cannot be written, is held by another Tocsin or has no room
   */
  static DataDirectory hold(Path path) {
    try {
      if (!Files.exists(path)) {
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
      FileChannel lockFile =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(lockFile)) {
        lockFile.close();
        throw new LaunchFailure(
            "Another Tocsin is running on " + path + ": stop it or choose another --data DIR.");
      }
      DataDirectory held = new DataDirectory(path, lockFile);
      held.checkRoom();
      return held;
    } catch (IOException e) {
      throw new LaunchFailure("The directory " + path + " cannot be used: " + reason(e), e);
    }
  }

  Path resolve(String child) {
    return path.resolve(child);
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      // The process ends next, and with it the lock.
    }
  }

  /** Tell in words what an I/O error says, above all that the disk is full. */
  static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("No space left")) {
      return "the disk is full.";
    }
    return e instanceof java.nio.file.AccessDeniedException
        ? "access is denied."
        : message + " (" + e.getClass().getSimpleName() + ").";
  }

  private void checkRoom() throws IOException {
    boolean first = !Files.exists(path.resolve("postgres").resolve("PG_VERSION"));
    checkRoom(path, Files.getFileStore(path).getUsableSpace(), first ? FIRST_START : ANY_START);
  }

  static void checkRoom(Path path, long free, long needed) {
    if (free < needed) {
      throw new LaunchFailure(
          "The disk of %s is full: %d MB are free and Tocsin needs %d MB to start."
              .formatted(path, free >> 20, needed >> 20));
    }
  }

  private static boolean lock(FileChannel file) throws IOException {
    try {
      @Nullable FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }
}
