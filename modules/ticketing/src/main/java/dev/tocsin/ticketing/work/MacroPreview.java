package dev.tocsin.ticketing.work;

import dev.tocsin.ticketing.HistoryView.Shift;
import dev.tocsin.ticketing.Visibility;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a macro would do to a ticket now.
 *
 * @param reply with its placeholders filled in; null says nothing
 * @param changes what would become of which property
 * @param obstacle why the ticket would refuse; null when it would not
 */
public record MacroPreview(
    @Nullable String reply,
    Visibility visibility,
    Map<String, Shift> changes,
    @Nullable String obstacle) {
  public MacroPreview {
    changes = Map.copyOf(changes);
  }
}
