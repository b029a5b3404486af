package dev.tocsin.notifications.mail;

import dev.tocsin.ticketing.Priority;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Read a mailbox from now on.
 *
 * @param folder null is {@code INBOX}
 * @param archiveFolder where messages are moved once they are read, made when there is none; null
 *     leaves them where they are, as seen
 * @param customerId whose tickets the messages of unknown senders become; null holds them
 * @param domains customers by the domain of the sender's address
 * @param priority of the tickets opened; routing rules may change it
 * @param enabled null is true
 */
public record CreateMailbox(
    @NotNull @Size(max = 200) @Pattern(regexp = Texts.LINE, message = Texts.LINE_SAYS) String name,
    @NotNull @Size(max = 253) @Pattern(regexp = Texts.LINE, message = Texts.LINE_SAYS) String host,
    @NotNull @Min(1) @Max(65_535) Integer port,
    @NotNull MailboxTls tls,
    @NotNull @Size(max = 254) @Pattern(regexp = Texts.LINE, message = Texts.LINE_SAYS)
        String username,
    @NotBlank @Size(max = 1000) String password,
    @Nullable @Size(max = 200) @Pattern(regexp = Texts.LINE, message = Texts.LINE_SAYS)
        String folder,
    @Nullable @Size(max = 200) @Pattern(regexp = Texts.LINE, message = Texts.LINE_SAYS)
        String archiveFolder,
    @Nullable UUID customerId,
    @Nullable @Size(max = 1000) Map<@NotBlank @Size(max = 253) String, @NotNull UUID> domains,
    @NotNull Priority priority,
    @Nullable Boolean enabled) {

  @Override
  public String toString() {
    return "CreateMailbox[name=" + name + "]";
  }
}
