package dev.postern.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What decides is a function of what it is given: below `fronts` there is no clock, environment,
/// file system, randomness, console, log or reflection. Resources of the program itself are read
/// through `getResourceAsStream`.
final class BelowFrontsTest {
  private static final Pattern CLASSES =
      Pattern.compile(
          "java/io/(File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile|Console)"
              + "|java/nio/file/(Files|FileSystems?)"
              + "|java/lang/(reflect/.*|ProcessBuilder|Process|Runtime|ProcessHandle|System\\$Logger)"
              + "|java/util/(logging/.*|Random|Timer)|java/util/concurrent/ThreadLocalRandom"
              + "|java/util/random/.*|java/security/SecureRandom|java/net/(Socket|http/.*)"
              + "|java/time/Clock|org/slf4j/.*");
  private static final Pattern MEMBERS =
      Pattern.compile(
          "java/lang/System\\.(?!lineSeparator|arraycopy|identityHashCode).*"
              + "|java/time/.*\\.now|java/lang/Math\\.random|java/util/UUID\\.randomUUID"
              + "|java/lang/Class\\.(forName|newInstance|get(Declared)?(Method|Field|Constructor)s?)"
              + "|java/lang/Throwable\\.printStackTrace|java/nio/file/Path\\.toAbsolutePath"
              + "|java/nio/file/Path\\.toRealPath|java/util/Locale\\.getDefault"
              + "|java/util/TimeZone\\.getDefault|java/time/ZoneId\\.systemDefault");

  @Test
  void nothingAsksTheWorld() {
    var asked = new TreeSet<String>();
    for (ClassModel model : Classes.belowFronts()) {
      for (var entry : model.constantPool()) {
        switch (entry) {
          case ClassEntry type when CLASSES.matcher(type.asInternalName()).matches() ->
              asked.add(Classes.nameOf(model) + " uses " + type.asInternalName());
          case MemberRefEntry member when MEMBERS.matcher(called(member)).matches() ->
              asked.add(Classes.nameOf(model) + " uses " + called(member));
          default -> {}
        }
      }
    }
    // how many threads share the work changes no answer
    assertThat(asked).containsExactly("work.Parallel uses java/lang/Runtime");
  }

  private static String called(MemberRefEntry member) {
    return member.owner().asInternalName() + "." + member.name().stringValue();
  }
}
