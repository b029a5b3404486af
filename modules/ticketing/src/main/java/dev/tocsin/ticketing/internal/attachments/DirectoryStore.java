package dev.tocsin.ticketing.internal.attachments;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.ticketing.internal.TicketingSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;

/**
 * Bytes in files of a directory that every node sees.
 *
 * <p>A transaction cannot undo a file. So its path is written down as a stray's before there is
 * anything at it, in a transaction of its own, and crossed out with the one that keeps the
 * attachment; what neither commits nor is crossed out is swept up.
 */
@Dependent
class DirectoryStore implements AttachmentStore {

  @Inject private Settings settings;
  @Inject private StrayFiles strays;

  @Override
  public String keep(InputStream bytes) {
    UUID id = Ids.next();
    String name = id.toString();
    Path file =
        Path.of(settings.require(TicketingSettings.ATTACHMENT_DIRECTORY))
            .resolve(name.substring(name.length() - 2))
            .resolve(name);
    strays.expect(id, file);
    try {
      write(bytes, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    strays.crossOut(id);
    return file.toString();
  }

  private static void write(InputStream bytes, Path file) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
      bytes.transferTo(Channels.newOutputStream(channel));
      channel.force(true); // the row must not outlive the bytes in a power cut
    }
  }

  @Override
  public InputStream open(String key) {
    try {
      return Files.newInputStream(Path.of(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void delete(String key) {
    strays.leave(Path.of(key));
  }
}
