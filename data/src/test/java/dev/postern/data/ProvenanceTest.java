package dev.postern.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ProvenanceTest {
  private static final Pattern DEPENDENCY = Pattern.compile("\"([@\\w/-]+)\": \"([\\d.]+)\"");

  private final Path root = Path.of(System.getProperty("postern.root"));

  @Test
  void everySourceIsNamedWithItsVersion() throws IOException {
    String provenance = Files.readString(root.resolve("data/PROVENANCE.md"));
    String notice = Files.readString(root.resolve("NOTICE"));
    String manifest = Files.readString(root.resolve("data/generate/package.json"));
    Matcher source = DEPENDENCY.matcher(manifest.substring(manifest.indexOf("\"dependencies\"")));
    int sources = 0;
    while (source.find()) {
      assertThat(provenance).contains("| `" + source.group(1) + "` | " + source.group(2) + " |");
      assertThat(notice).contains(source.group(1) + " " + source.group(2));
      sources++;
    }
    assertThat(sources).isEqualTo(5);
  }

  @Test
  void theTerraformProviderVersionIsNamed() throws IOException {
    assertThat(Files.readString(root.resolve("data/PROVENANCE.md")))
        .contains(new TerraformTypes().version());
  }
}
