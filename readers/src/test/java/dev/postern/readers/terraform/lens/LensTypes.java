package dev.postern.readers.terraform.lens;

import java.util.SortedSet;
import java.util.TreeSet;

/// The types that lenses make.
public final class LensTypes {
  private LensTypes() {}

  public static SortedSet<String> all() {
    var all = new TreeSet<String>();
    LensTable.load()
        .all()
        .forEach(lens -> {
          all.add(lens.type());
          lens.splits().values().forEach(split -> all.add(split.type()));
        });
    return all;
  }
}
