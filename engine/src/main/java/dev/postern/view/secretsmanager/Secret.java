package dev.postern.view.secretsmanager;

import dev.postern.model.Cloud;
import dev.postern.model.Incoming;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Verdict;
import java.util.List;

/// A secret of Secrets Manager and the schedule that renews it.
public record Secret(Resource resource, Cloud cloud) implements View {
  private static final String SECRET = "AWS::SecretsManager::Secret";

  public static final ViewType<Secret> TYPE = ViewType.linked(SECRET, Secret::new);

  /// Whether a schedule of the same unit renews it; undecided where one may.
  public Verdict isRotated() {
    Incoming schedules =
        cloud.incoming("AWS::SecretsManager::RotationSchedule", "SecretId", SECRET);
    Verdict any = Verdict.no();
    for (Incoming.Link link : schedules.to(resource)) {
      any = any.or(Verdict.within(List.of(link.when()), Verdict.yes(link.from().evidence(""))));
    }
    for (Verdict open : schedules.open(resource)) {
      any = any.or(open);
    }
    return any;
  }
}
