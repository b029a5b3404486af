package dev.tocsin.web.settings;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The settings of one group, which are saved together. */
public class SettingLines implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final List<SettingLine> lines = new ArrayList<>();

  SettingLines(String name) {
    this.name = name;
  }

  public String getName() {
    return name;
  }

  public List<SettingLine> getLines() {
    return lines;
  }
}
