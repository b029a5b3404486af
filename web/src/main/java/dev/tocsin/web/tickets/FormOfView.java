package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.SlaState;
import dev.tocsin.ticketing.TicketFilter;
import dev.tocsin.ticketing.TicketQuery.Sort;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.work.SavedViewDetail;
import dev.tocsin.ticketing.work.SavedViewDraft;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is typed about a saved view; what the form does not show of its filter stays. */
public class FormOfView extends FormOfShared {

  private static final long serialVersionUID = 1L;

  private TicketFilter kept = TicketFilter.all();
  private List<String> statuses = List.of();
  private List<String> priorities = List.of();
  private List<String> sla = List.of();
  private final ColumnsText columns = new ColumnsText();
  private String tags = "";
  private String assignee = "";
  private @Nullable UUID filterTeam;
  private @Nullable UUID customerId;
  private String words = "";
  private Sort sort = Sort.UPDATED_DESC;

  void fill(SavedViewDetail view) {
    fill(view.name(), view.order(), view.audience(), view.teamId());
    kept = view.filter();
    statuses = codes(kept.status());
    priorities = codes(kept.priority());
    sla = codes(kept.sla());
    columns.fill(view.columns());
    tags = Typed.joined(kept.tag());
    assignee = Objects.requireNonNullElse(kept.assigneeId(), "");
    filterTeam = kept.teamId();
    customerId = kept.customerId();
    words = Objects.requireNonNullElse(kept.q(), "");
    sort = Objects.requireNonNullElse(kept.sort(), Sort.UPDATED_DESC);
  }

  SavedViewDraft command() {
    TicketFilter filter =
        new TicketFilter(
            Typed.constants(statuses, TicketStatus.class),
            Typed.constants(priorities, Priority.class),
            Typed.list(tags),
            assignee.isEmpty() ? null : assignee,
            filterTeam,
            customerId,
            Typed.constants(sla, SlaState.class),
            kept.field(),
            words.isBlank() ? null : words,
            sort);
    return new SavedViewDraft(
        getName(), getOrder(), getAudience(), team(), filter, columns.columns());
  }

  private static List<String> codes(@Nullable Collection<? extends Enum<?>> constants) {
    return constants == null ? List.of() : Typed.codes(constants);
  }

  /** Returns everything a ticket can be chosen by, and shown by. */
  public List<String> getEveryStatus() {
    return Typed.codes(List.of(TicketStatus.values()));
  }

  public List<String> getEveryPriority() {
    return Typed.codes(List.of(Priority.values()));
  }

  public List<String> getEverySla() {
    return Typed.codes(List.of(SlaState.values()));
  }

  public Sort[] getSorts() {
    return Sort.values();
  }

  public List<String> getStatuses() {
    return statuses;
  }

  public void setStatuses(List<String> statuses) {
    this.statuses = statuses;
  }

  public List<String> getPriorities() {
    return priorities;
  }

  public void setPriorities(List<String> priorities) {
    this.priorities = priorities;
  }

  public List<String> getSla() {
    return sla;
  }

  public void setSla(List<String> sla) {
    this.sla = sla;
  }

  public ColumnsText getColumns() {
    return columns;
  }

  public String getTags() {
    return tags;
  }

  public void setTags(String tags) {
    this.tags = tags;
  }

  public String getAssignee() {
    return assignee;
  }

  public void setAssignee(@Nullable String assignee) {
    this.assignee = Objects.requireNonNullElse(assignee, "");
  }

  public @Nullable UUID getFilterTeam() {
    return filterTeam;
  }

  public void setFilterTeam(@Nullable UUID filterTeam) {
    this.filterTeam = filterTeam;
  }

  public @Nullable UUID getCustomerId() {
    return customerId;
  }

  public void setCustomerId(@Nullable UUID customerId) {
    this.customerId = customerId;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }

  public Sort getSort() {
    return sort;
  }

  public void setSort(Sort sort) {
    this.sort = sort;
  }
}
