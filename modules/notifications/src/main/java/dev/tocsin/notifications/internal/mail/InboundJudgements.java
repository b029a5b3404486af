package dev.tocsin.notifications.internal.mail;

import dev.tocsin.platform.work.DueRow;
import dev.tocsin.platform.work.DueRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Judges each message that was stored, once: what it means for a ticket commits with it. */
@ApplicationScoped
public class InboundJudgements extends DueRows {

  static final String NAME = "inbound-mails";

  /** A message that throws so often is held for somebody to look at. */
  private static final int PATIENCE = 5;

  @Inject private InboundStore store;
  @Inject private MailJudge judge;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  protected List<DueRow> due(Instant now, int limit) {
    return store.due(now, limit);
  }

  @Override
  protected boolean perform(UUID id, Instant now) {
    Optional<InboundMail> mail = store.lockDue(id, now);
    mail.ifPresent(due -> judge.judge(due, now));
    return mail.isPresent();
  }

  @Override
  protected void postpone(UUID id, Instant until, int failures, String reason) {
    store.postpone(id, until, failures, failures >= PATIENCE);
  }
}
