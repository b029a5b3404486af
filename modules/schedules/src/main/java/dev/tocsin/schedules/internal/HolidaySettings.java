package dev.tocsin.schedules.internal;

import dev.tocsin.platform.settings.Setting;
import dev.tocsin.platform.settings.SettingGroup;
import dev.tocsin.platform.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an operator can change about holidays. */
@Dependent
public class HolidaySettings implements SettingGroup {
  private static final Pattern FEED = Pattern.compile("[A-Z]{2}=https?://\\S{1,2000}");

  /**
   * Where the holidays of a country are read, {@code US=https://…}; none by default, because
   * nothing leaves the house that nobody asked for.
   */
  static final Setting<List<String>> FEEDS =
      Setting.texts("holidays.feeds")
          .checked(
              feeds ->
                  feeds.stream().allMatch(feed -> FEED.matcher(feed).matches())
                          && feeds.stream().map(HolidaySettings::country).distinct().count()
                              == feeds.size()
                      ? null
                      : "must be a list, each country once, of such as"
                          + " US=https://example.org/us.ics");

  /** Return where a country's holidays are read; empty for nowhere. */
  public static Optional<String> address(Settings settings, String country) {
    return settings.require(FEEDS).stream()
        .filter(feed -> country(feed).equals(country))
        .map(feed -> feed.substring(3))
        .findFirst();
  }

  private static String country(String feed) {
    return feed.substring(0, 2);
  }

  @Override
  public Collection<Setting<?>> settings() {
    return List.of(FEEDS);
  }
}
