package dev.tocsin.accounts;

import static dev.tocsin.accounts.House.ADMIN;
import static dev.tocsin.accounts.House.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.DomainException;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TeamsAndCustomersTest {

  @RegisterExtension static final House house = new House();

  private final Teams teams = house.get(Teams.class);
  private final Customers customers = house.get(Customers.class);
  private final Users users = house.get(Users.class);

  @Test
  void aTeamTakesPeopleInAndLetsThemGo() {
    TeamView team = teams.create(ADMIN, new CreateTeam("on-call-sre", "SRE", "nights"));
    UserView ada = users.create(ADMIN, person("ada", Role.AGENT));
    UserView bob = users.create(ADMIN, person("bob", Role.AGENT));
    teams.addMember(ADMIN, team.id(), bob.id());
    teams.addMember(ADMIN, team.id(), ada.id());
    teams.addMember(ADMIN, team.id(), ada.id());
    assertThat(teams.members(ADMIN, team.id())).containsExactly(ada, bob);
    assertThat(teams.require(team.id()).memberIds()).containsExactlyInAnyOrder(ada.id(), bob.id());
    assertThat(teams.require(team.id()).version()).isGreaterThan(team.version());

    teams.removeMember(ADMIN, team.id(), bob.id());
    teams.removeMember(ADMIN, team.id(), bob.id());
    assertThat(teams.members(ADMIN, team.id())).containsExactly(ada);
  }

  @Test
  void onlyStaffThatExistsIsInTeams() {
    TeamView team = teams.create(ADMIN, new CreateTeam("sre", "SRE", null));
    UUID customer = customers.create(ADMIN, new CreateCustomer("cust-1", "One")).id();
    UserView eve = users.create(ADMIN, person("eve", Role.CUSTOMER, customer));
    assertThatThrownBy(() -> teams.addMember(ADMIN, team.id(), eve.id()))
        .isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> teams.addMember(ADMIN, team.id(), UUID.randomUUID()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aTeamChangesOnlyWhatIsSaid() {
    TeamView team = teams.create(ADMIN, new CreateTeam("sre", "SRE", "nights"));
    TeamView renamed = teams.change(ADMIN, team.id(), new ChangeTeam(null, "Ops", null), 1L);
    assertThat(renamed.handle()).isEqualTo("sre");
    assertThat(renamed.description()).isEqualTo("nights");
    assertThat(teams.change(ADMIN, team.id(), new ChangeTeam(null, null, ""), 2L).description())
        .isNull();
    assertThatThrownBy(() -> teams.change(ADMIN, team.id(), new ChangeTeam("x", null, null), 1L))
        .isInstanceOf(Stale.class);
    assertThat(teams.byHandle("SRE")).map(TeamView::name).contains("Ops");
  }

  @Test
  void teamHandlesAreUniqueWithoutCase() {
    teams.create(ADMIN, new CreateTeam("sre", "SRE", null));
    assertConflict("handle_taken", () -> teams.create(ADMIN, new CreateTeam("SRE", "x", null)));
  }

  @Test
  void aDeletedTeamIsAnnouncedAndGone() {
    TeamView team = teams.create(ADMIN, new CreateTeam("sre", "SRE", null));
    UserView ada = users.create(ADMIN, person("ada", Role.AGENT));
    teams.addMember(ADMIN, team.id(), ada.id());
    teams.delete(ADMIN, team.id(), null);
    assertThat(teams.find(team.id())).isEmpty();
    assertThat(house.announced(TeamDeleted.class))
        .containsExactly(new TeamDeleted(team.id(), "sre", House.START));
  }

  @Test
  void aCustomerIsFoundByItsKeyWhichNeverChanges() {
    CustomerView one = customers.create(ADMIN, new CreateCustomer("cust-1", "One"));
    CustomerView renamed = customers.change(ADMIN, one.id(), new ChangeCustomer("Uno", null), 1L);
    assertThat(renamed)
        .isEqualTo(new CustomerView(one.id(), "cust-1", "Uno", "en", House.START, 2));
    assertThat(customers.byKey("cust-1")).contains(renamed);
    assertThat(customers.change(ADMIN, one.id(), new ChangeCustomer(null, "de"), 2L).language())
        .isEqualTo("de");
    assertThat(customers.byKey("CUST-1")).isEmpty();
    assertThat(customers.byIds(List.of(one.id(), UUID.randomUUID()))).containsOnlyKeys(one.id());
    assertConflict(
        "key_taken", () -> customers.create(ADMIN, new CreateCustomer("Cust-1", "Other")));
  }

  @Test
  void aCustomerInUseStays() {
    CustomerView one = customers.create(ADMIN, new CreateCustomer("cust-1", "One"));
    users.create(ADMIN, person("eve", Role.CUSTOMER, one.id()));
    assertConflict("in_use", () -> customers.delete(ADMIN, one.id(), null));
    CustomerView two = customers.create(ADMIN, new CreateCustomer("cust-2", "Two"));
    customers.delete(ADMIN, two.id(), null);
    assertThat(customers.find(two.id())).isEmpty();
    assertThat(customers.find(one.id())).isPresent();
  }

  @Test
  void aCustomerSeesItselfAndNoOther() {
    CustomerView one = customers.create(ADMIN, new CreateCustomer("cust-1", "One"));
    CustomerView two = customers.create(ADMIN, new CreateCustomer("cust-2", "Two"));
    Actor eve = new Actor(Actor.Kind.USER, UUID.randomUUID(), "Eve", Role.CUSTOMER, one.id());
    assertThat(customers.list(eve, PageRequest.first()).data()).containsExactly(one);
    assertThat(customers.require(eve, one.id())).isEqualTo(one);
    assertThatThrownBy(() -> customers.require(eve, two.id()))
        .hasMessage(messageOf(() -> customers.require(eve, UUID.randomUUID())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whoMayReadMayNotChange() {
    UUID id = UUID.randomUUID();
    Actor agent = House.actor(Role.AGENT);
    for (ThrowingCallable attempt :
        List.<ThrowingCallable>of(
            () -> teams.create(agent, new CreateTeam("x", "x", null)),
            () -> teams.change(agent, id, new ChangeTeam(null, null, null), null),
            () -> teams.delete(agent, id, null),
            () -> teams.addMember(agent, id, id),
            () -> teams.removeMember(agent, id, id),
            () -> teams.list(House.actor(Role.CUSTOMER), PageRequest.first()),
            () -> customers.create(agent, new CreateCustomer("x", "x")),
            () -> customers.change(agent, id, new ChangeCustomer("x", null), null),
            () -> customers.delete(agent, id, null),
            () -> customers.list(House.actor(Role.INGEST), PageRequest.first()))) {
      assertThatThrownBy(attempt).isInstanceOf(Forbidden.class);
    }
    assertThat(teams.list(agent, PageRequest.first()).data()).isEmpty();
    assertThat(customers.list(agent, PageRequest.first()).data()).isEmpty();
  }

  @Test
  void pagesOfTeamsAndCustomersFollowEachOther() {
    for (String key : List.of("b", "A", "c")) {
      teams.create(ADMIN, new CreateTeam(key, key, null));
      customers.create(ADMIN, new CreateCustomer(key, key));
    }
    List<String> seen = new ArrayList<>();
    Page<TeamView> first = teams.list(ADMIN, new PageRequest(2, null));
    first.data().forEach(team -> seen.add(team.handle()));
    teams
        .list(ADMIN, new PageRequest(2, first.nextCursor()))
        .data()
        .forEach(team -> seen.add(team.handle()));
    Page<CustomerView> page = customers.list(ADMIN, new PageRequest(1, null));
    page.data().forEach(customer -> seen.add(customer.key()));
    customers
        .list(ADMIN, new PageRequest(2, page.nextCursor()))
        .data()
        .forEach(customer -> seen.add(customer.key()));
    assertThat(seen).containsExactly("A", "b", "c", "A", "b", "c");
  }

  private static String messageOf(ThrowingCallable attempt) {
    return String.valueOf(org.assertj.core.api.Assertions.catchThrowable(attempt).getMessage());
  }

  private static void assertConflict(String code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .asInstanceOf(type(Conflict.class))
        .extracting(DomainException::code)
        .isEqualTo(code);
  }
}
