package dev.tocsin.notifications.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.UserView;
import dev.tocsin.notifications.internal.Ground;
import dev.tocsin.notifications.mail.InboundMailView;
import dev.tocsin.notifications.mail.InboundState;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.TicketWatchers;
import dev.tocsin.ticketing.Ticketing;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailThreadingTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = Ground.database();

  @Order(2)
  @RegisterExtension
  static final TestContainer beans = Ground.beans(db);

  @Order(3)
  @RegisterExtension
  final Postbox post = new Postbox(db, beans);

  @Test
  void aMailBecomesATicketOfItsSendersCustomerAndIsAnsweredInItsThread() throws Exception {
    post.write("first", "Jo <jo@acme.example>", "Printer", "It burns");
    post.read();
    assertThat(post.last())
        .matches(m -> m.state() == InboundState.ACCEPTED && "opened".equals(m.reason()));
    TicketView ticket = post.ticket(post.last());
    assertThat(ticket.customerId()).isEqualTo(post.acme().id());
    assertThat(ticket.subject()).isEqualTo("Printer");
    assertThat(ticket.body()).isEqualTo("It burns");
    assertThat(ticket.priority()).isEqualTo(Priority.P2);
    assertThat(ticket.requester()).matches(r -> "jo@acme.example".equals(r.email()));

    post.desk().sendAll();
    MimeMessage answer =
        Arrays.stream(post.server().getReceivedMessages())
            .filter(m -> Postbox.has(m, "X-Loop"))
            .findFirst()
            .orElseThrow();
    assertThat(answer.getHeader("In-Reply-To")).containsExactly("<first@mail.example>");
    assertThat(answer.getHeader("References")[0])
        .contains("<" + ticket.id() + "@tocsin>")
        .contains("<first@mail.example>");
  }

  @Test
  void anAnswerFindsItsTicketByTokenByReferenceAndByNumber() throws Exception {
    post.write("first", "Jo <jo@acme.example>", "Printer", "It burns");
    post.read();
    TicketView ticket = post.ticket(post.last());
    post.write("a", "sue@acme.example", "Re", "by token", "To: " + post.replyTo("jo@acme.example"));
    post.read();
    post.write(
        "b", "jo@acme.example", "Re", "by our id", "References: <" + ticket.id() + "@tocsin>");
    post.read();
    post.write("c", "jo@acme.example", "Re", "by their id", "In-Reply-To: <first@mail.example>");
    post.read();
    post.write("d", "jo@acme.example", "Re: [" + ticket.number() + "] x", "by number\n> quoted");
    post.read();
    assertThat(post.comments(ticket))
        .extracting(CommentView::body)
        .containsExactly("by token", "by our id", "by their id", "by number");
    assertThat(post.comments(ticket)).noneMatch(CommentView::byAgent);
    assertThat(post.comments(ticket).get(0).author()).isEqualTo("sue@acme.example");
    assertThat(post.tickets()).isEqualTo(1);
  }

  @Test
  void aNumberInTheSubjectOpensNoDoorForAStranger() {
    post.write("first", "jo@acme.example", "Printer", "It burns");
    post.read();
    TicketView ticket = post.ticket(post.last());
    post.write("evil", "eve@acme.example", "Re: [" + ticket.number() + "]", "let me in");
    post.read();
    assertThat(post.comments(ticket)).isEmpty();
    assertThat(post.ticket(post.last()).number()).isNotEqualTo(ticket.number());
    post.write("none", "jo@acme.example", "Re: [TKT-999999]", "of nothing");
    post.read();
    assertThat(post.tickets()).isEqualTo(3);
  }

  @Test
  void anAgentIsOneOnlyByTheTokenOfAMailThatWasSentToThatAgent() throws Exception {
    UserView agent = post.desk().user("Agnes", null);
    TicketView ticket = post.desk().open(post.acme(), "jo@acme.example", agent.id());
    beans
        .get(Ticketing.class)
        .comment(
            post.desk().actor(post.desk().user("Jo", post.acme())),
            ticket.number(),
            AddComment.inPublic("Hey"));
    String token = post.replyTo(agent.email());

    post.write("real", agent.email(), "Re", "from the agent", "To: " + token);
    post.write("forwarded", "jo@acme.example", "Re", "with the agent's token", "To: " + token);
    post.write(
        "forged", agent.email(), "Re", "no token", "References: <" + ticket.id() + "@tocsin>");
    post.read();

    assertThat(post.comments(ticket))
        .filteredOn(CommentView::byAgent)
        .extracting(CommentView::body)
        .containsExactly("from the agent");
    assertThat(post.comments(ticket))
        .filteredOn(comment -> comment.body().equals("no token"))
        .extracting(CommentView::author)
        .containsExactly(agent.email());
    assertThat(post.comments(ticket)).hasSize(4);
  }

  @Test
  void whoSpeaksForAnotherCustomerIsHeld() {
    TicketView ticket = post.desk().open(post.acme(), "jo@acme.example");
    UserView other = post.desk().user("Oto", post.desk().customer("en"));
    post.write("x", other.email(), "Re", "hello", "References: <" + ticket.id() + "@tocsin>");
    post.read();
    assertThat(post.last()).matches(m -> "other_customer".equals(m.reason()));
    assertThat(post.comments(ticket)).isEmpty();
  }

  @Test
  void whoWatchesAnswersByMailAsWhoTheyAre() throws Exception {
    UserView wanda = post.desk().user("Wanda", null);
    UserView sue = post.desk().user("Sue", post.acme());
    TicketView ticket = post.desk().open(post.acme(), "jo@acme.example");
    for (UserView watcher : List.of(wanda, sue)) {
      beans.get(TicketWatchers.class).add(MailDesk.ADMIN, ticket.number(), watcher.id());
    }
    beans
        .get(Ticketing.class)
        .comment(post.desk().agent("Agnes"), ticket.number(), AddComment.inPublic("Try again"));
    post.write("w", wanda.email(), "Re", "from Wanda", "To: " + post.replyTo(wanda.email()));
    post.write("s", sue.email(), "Re", "from Sue", "To: " + post.replyTo(sue.email()));
    post.read();
    assertThat(post.comments(ticket))
        .extracting(comment -> comment.body() + " " + comment.byAgent())
        .containsExactly("Try again true", "from Wanda true", "from Sue false");
  }

  @Test
  void anAnswerThatComesBeforeWhatItAnswersIsOfTheSameTicket() {
    post.write("b", "sue@acme.example", "Re: Printer", "mine too", "References: <a@mail.example>");
    post.read();
    post.write("a", "jo@acme.example", "Printer", "It burns");
    post.read();
    assertThat(post.tickets()).isEqualTo(1);
    assertThat(post.comments(post.ticket(post.last())))
        .extracting(CommentView::body)
        .containsExactly("It burns");
  }

  @Test
  void twoAnswersToWhatWeNeverSawAreOneTicketForEachCustomer() {
    CustomerView other = post.desk().customer("en");
    post.change(
        Map.of("domains", Map.of("acme.example", post.acme().id(), "other.example", other.id())));
    String seen = "References: <elsewhere@mail.example>";
    post.write("a", "jo@acme.example", "Re: Outage", "one", seen);
    post.write("b", "sue@acme.example", "Re: Outage", "two", seen);
    post.write("c", "eve@other.example", "Re: Outage", "three", seen);
    post.read();
    assertThat(post.messages())
        .extracting(InboundMailView::reason)
        .containsExactly("opened", "replied", "opened");
    assertThat(post.ticket(post.last()).customerId()).isEqualTo(other.id());
  }

  @Test
  void manyNodesThatJudgeOneConversationAtOnceMakeOneTicketOfIt() throws Exception {
    int conversations = 30;
    for (int i = 0; i < conversations; i++) {
      String first = "<m" + i + "@mail.example>";
      post.write("m" + i, "p" + i + "@acme.example", "No " + i, "x");
      post.write("r" + i, "q" + i + "@acme.example", "Re", "x", "In-Reply-To: " + first);
      post.write(
          "s" + i,
          "s" + i + "@acme.example",
          "Re",
          "x",
          "References: <r" + i + "@mail.example> " + first);
    }
    post.poll();
    // those of one conversation side by side, so that the nodes meet in it
    db.sql("UPDATE notifications.inbound_mail SET due_at = due_at - interval '1 s' * (999 - uid)");
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      Callable<Integer> judge = post::judge;
      int judged = 0;
      for (Future<Integer> node : nodes.invokeAll(Collections.nCopies(4, judge))) {
        judged += node.get();
      }
      assertThat(judged).isEqualTo(3 * conversations);
    } finally {
      nodes.shutdownNow();
    }
    assertThat(post.messages()).allMatch(mail -> mail.state() == InboundState.ACCEPTED);
    assertThat(post.tickets()).isEqualTo(conversations);
  }
}
