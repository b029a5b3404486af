package dev.tocsin.web;

import dev.tocsin.web.accounts.ApiTokenResource;
import dev.tocsin.web.accounts.AuthResource;
import dev.tocsin.web.accounts.CustomerResource;
import dev.tocsin.web.accounts.SetupResource;
import dev.tocsin.web.accounts.TeamResource;
import dev.tocsin.web.accounts.UserResource;
import dev.tocsin.web.alerts.AlertResource;
import dev.tocsin.web.alerts.WebhookResource;
import dev.tocsin.web.audit.AuditResource;
import dev.tocsin.web.escalation.EscalationPolicyResource;
import dev.tocsin.web.escalation.SeverityRuleResource;
import dev.tocsin.web.escalation.TierResource;
import dev.tocsin.web.incidents.IncidentResource;
import dev.tocsin.web.mail.InboundMailResource;
import dev.tocsin.web.mail.MailTemplateResource;
import dev.tocsin.web.mail.MailboxResource;
import dev.tocsin.web.notifications.ContactMethodResource;
import dev.tocsin.web.notifications.DeliveryResource;
import dev.tocsin.web.notifications.SubscriptionResource;
import dev.tocsin.web.rest.Providers;
import dev.tocsin.web.schedules.FairnessResource;
import dev.tocsin.web.schedules.FeedTokenResource;
import dev.tocsin.web.schedules.HolidayResource;
import dev.tocsin.web.schedules.LayerResource;
import dev.tocsin.web.schedules.LeaveRequestResource;
import dev.tocsin.web.schedules.OverrideResource;
import dev.tocsin.web.schedules.PayReportResource;
import dev.tocsin.web.schedules.ScheduleFeedResource;
import dev.tocsin.web.schedules.SchedulePreviewResource;
import dev.tocsin.web.schedules.ScheduleQualityResource;
import dev.tocsin.web.schedules.ScheduleResource;
import dev.tocsin.web.schedules.SwapRequestResource;
import dev.tocsin.web.schedules.UnavailabilityResource;
import dev.tocsin.web.schedules.UserFeedResource;
import dev.tocsin.web.settings.SettingsResource;
import dev.tocsin.web.sla.RecalculationResource;
import dev.tocsin.web.sla.SlaCalendarResource;
import dev.tocsin.web.sla.SlaPolicyResource;
import dev.tocsin.web.sla.SlaPreviewResource;
import dev.tocsin.web.sla.SlaReportResource;
import dev.tocsin.web.sla.TicketClockResource;
import dev.tocsin.web.tickets.AppliedMacroResource;
import dev.tocsin.web.tickets.RequesterResource;
import dev.tocsin.web.tickets.RoutingRuleResource;
import dev.tocsin.web.tickets.TicketAttachmentResource;
import dev.tocsin.web.tickets.TicketBulkResource;
import dev.tocsin.web.tickets.TicketCsvResource;
import dev.tocsin.web.tickets.TicketFieldResource;
import dev.tocsin.web.tickets.TicketLinkResource;
import dev.tocsin.web.tickets.TicketMacroResource;
import dev.tocsin.web.tickets.TicketMergeResource;
import dev.tocsin.web.tickets.TicketResource;
import dev.tocsin.web.tickets.TicketSplitResource;
import dev.tocsin.web.tickets.TicketViewResource;
import dev.tocsin.web.tickets.TicketWatcherResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The REST API, version 1: its table of contents.
 *
 * <p>The resources are named, not scanned for, because the support API is an application of its own
 * beside this one.
 */
@ApplicationPath("/api/v1")
public class ApiV1 extends Application {

  private static final List<Class<?>> RESOURCES =
      List.of(
          SetupResource.class,
          AuthResource.class,
          UserResource.class,
          TeamResource.class,
          CustomerResource.class,
          ApiTokenResource.class,
          AuditResource.class,
          SettingsResource.class,
          TicketResource.class,
          TicketLinkResource.class,
          TicketAttachmentResource.class,
          TicketWatcherResource.class,
          RequesterResource.class,
          TicketMergeResource.class,
          TicketSplitResource.class,
          RoutingRuleResource.class,
          TicketBulkResource.class,
          TicketViewResource.class,
          TicketMacroResource.class,
          AppliedMacroResource.class,
          TicketFieldResource.class,
          TicketCsvResource.class,
          TicketClockResource.class,
          SlaPolicyResource.class,
          SlaCalendarResource.class,
          SlaPreviewResource.class,
          RecalculationResource.class,
          SlaReportResource.class,
          WebhookResource.class,
          AlertResource.class,
          IncidentResource.class,
          EscalationPolicyResource.class,
          TierResource.class,
          SeverityRuleResource.class,
          ScheduleResource.class,
          LayerResource.class,
          OverrideResource.class,
          UnavailabilityResource.class,
          SchedulePreviewResource.class,
          ScheduleQualityResource.class,
          FairnessResource.class,
          PayReportResource.class,
          SwapRequestResource.class,
          LeaveRequestResource.class,
          ScheduleFeedResource.class,
          UserFeedResource.class,
          FeedTokenResource.class,
          HolidayResource.class,
          ContactMethodResource.class,
          SubscriptionResource.class,
          MailboxResource.class,
          InboundMailResource.class,
          MailTemplateResource.class,
          DeliveryResource.class);

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new LinkedHashSet<>(Providers.ALL);
    classes.addAll(RESOURCES);
    return classes;
  }

  @Override
  public Map<String, Object> getProperties() {
    return Providers.PROPERTIES;
  }
}
