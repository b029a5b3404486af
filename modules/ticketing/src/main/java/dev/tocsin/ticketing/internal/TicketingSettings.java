package dev.tocsin.ticketing.internal;

import dev.tocsin.platform.settings.Setting;
import dev.tocsin.platform.settings.SettingGroup;
import jakarta.enterprise.context.Dependent;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What an operator can change about tickets. */
@Dependent
public class TicketingSettings implements SettingGroup {

  /** Who gets the tickets that no routing rule gives to anybody. */
  static final Setting<UUID> FALLBACK_ASSIGNEE = Setting.uuid("ticket_fallback_assignee_id");

  /** What becomes of a public word on a closed ticket; a customer's, unless it is refused. */
  public static final Setting<String> REPLY_TO_CLOSED =
      Setting.choice("ticket_reply_to_closed", "follow_up", "follow_up", "keep", "reject");

  /** Where the bytes of new attachments go; unset, into the database. */
  public static final Setting<String> ATTACHMENT_DIRECTORY =
      Setting.text("ticket_attachment_directory", System.getenv("TOCSIN_ATTACHMENT_DIRECTORY"))
          .checked(
              directory ->
                  isUsable(directory)
                      ? null
                      : "must be the absolute path of a directory in which Tocsin may write");

  private static boolean isUsable(String directory) {
    try {
      Path path = Path.of(directory);
      return path.isAbsolute() && Files.isDirectory(path) && Files.isWritable(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  @Override
  public Collection<Setting<?>> settings() {
    return List.of(FALLBACK_ASSIGNEE, REPLY_TO_CLOSED, ATTACHMENT_DIRECTORY);
  }
}
