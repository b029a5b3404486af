package dev.tocsin.notifications.mail;

import dev.tocsin.persistence.Patch;
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
 * Change a mailbox; null leaves a property as it is.
 *
 * @param password a new one; null or blank keeps the one there is
 * @param domains replaces all of them
 */
public record ChangeMailbox(
    @Nullable @Size(max = 200) @Pattern(regexp = Texts.LINE, message = Texts.LINE_SAYS) String name,
    @Nullable @Size(max = 253) @Pattern(regexp = Texts.LINE, message = Texts.LINE_SAYS) String host,
    @Nullable @Min(1) @Max(65_535) Integer port,
    @Nullable MailboxTls tls,
    @Nullable @Size(max = 254) @Pattern(regexp = Texts.LINE, message = Texts.LINE_SAYS)
        String username,
    @Nullable @Size(max = 1000) String password,
    @Nullable @Size(max = 200) @Pattern(regexp = Texts.LINE, message = Texts.LINE_SAYS)
        String folder,
    @Nullable Patch<String> archiveFolder,
    @Nullable Patch<UUID> customerId,
    @Nullable @Size(max = 1000) Map<@NotBlank @Size(max = 253) String, @NotNull UUID> domains,
    @Nullable Priority priority,
    @Nullable Boolean enabled) {

  @Override
  public String toString() {
    return "ChangeMailbox[name=" + name + "]";
  }
}
