package dev.tocsin.ticketing.internal.work;

import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.Customers;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Code;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.HistoryView.Shift;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.internal.Intake;
import dev.tocsin.ticketing.work.AdjustTicket;
import dev.tocsin.ticketing.work.ApplyMacro;
import dev.tocsin.ticketing.work.MacroDraft;
import dev.tocsin.ticketing.work.MacroPreview;
import dev.tocsin.ticketing.work.MacroView;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judges macros, tells what they would do, and does it. */
@Dependent
public class MacroRun {

  @Inject private Ticketing tickets;
  @Inject private Intake intake;
  @Inject private Adjuster adjuster;
  @Inject private Users users;
  @Inject private Customers customers;

  /**
   * Lets pass a macro that makes sense on some ticket.
   *
   * @throws Rejected naming every fault
   */
  public void check(MacroDraft draft) {
    List<Fault> faults = new ArrayList<>();
    AdjustTicket change = draft.change();
    if (draft.reply() == null && (change == null || change.changesNothing())) {
      faults.add(new Fault("", "required", "says something or changes something"));
    }
    if (draft.reply() != null) {
      Placeholders.unknown(draft.reply())
          .forEach(
              name ->
                  faults.add(
                      new Fault("/reply", "unknown_placeholder", "{{" + name + "}} is not known")));
    }
    if (change != null) {
      intake.faults(change.propertiesOf(List.of(), null)).stream()
          .map(fault -> new Fault("/change" + fault.pointer(), fault.code(), fault.detail()))
          .forEach(faults::add);
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }

  /** Returns what a macro would do to a ticket now. */
  public MacroPreview preview(Actor actor, String ref, MacroView macro) {
    TicketView ticket = tickets.require(actor, ref);
    return new MacroPreview(
        reply(actor, ticket, macro),
        macro.visibility(),
        shifts(ticket, macro.change(), Adjuster.me(actor)),
        obstacle(ticket, macro.change().status()));
  }

  /** Does to a ticket what a macro says. */
  public TicketView apply(
      Actor actor, String ref, MacroView macro, ApplyMacro command, @Nullable Long ifVersion) {
    String reply =
        command.reply() == null
            ? reply(actor, tickets.require(actor, ref), macro)
            : command.reply();
    AddComment said = reply == null ? null : new AddComment(reply, macro.visibility(), null);
    return adjuster.adjust(actor, ref, macro.change(), said, ifVersion);
  }

  private @Nullable String reply(Actor actor, TicketView ticket, MacroView macro) {
    return macro.reply() == null
        ? null
        : Placeholders.fill(macro.reply(), values(actor, ticket)::get);
  }

  private Map<String, String> values(Actor actor, TicketView ticket) {
    UUID assignee = ticket.assigneeId();
    String customer = customers.find(ticket.customerId()).map(CustomerView::name).orElse("");
    String assigned = assignee == null ? "" : users.find(assignee).map(UserView::name).orElse("");
    return Placeholders.of(ticket, customer, assigned, actor.name());
  }

  private static Map<String, Shift> shifts(
      TicketView ticket, AdjustTicket change, @Nullable UUID me) {
    Map<String, Shift> shifts = change.shifts(ticket, me);
    TicketStatus to = change.status();
    if (to != null && to != ticket.status()) {
      shifts.put("status", new Shift(Code.of(ticket.status()), Code.of(to)));
    }
    return shifts;
  }

  private static @Nullable String obstacle(TicketView ticket, @Nullable TicketStatus to) {
    return to == null || to == ticket.status() || ticket.status().mayBecome(to)
        ? null
        : new IllegalTransition(ticket.status(), to, ticket.status().next()).detail();
  }
}
