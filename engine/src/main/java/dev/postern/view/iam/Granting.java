package dev.postern.view.iam;

import dev.postern.iam.Grants;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// What the policies of an identity grant together, worked out once for all rules.
record Granting(Resource resource, Grants grants) implements View {
  static final ViewType<Granting> TYPE =
      new ViewType<>(
          Identity.TYPE.types(),
          (resource, cloud) ->
              new Granting(
                  resource,
                  Grants.of(
                      cloud.view(Identity.TYPE, resource).effectiveDocuments(),
                      cloud.facts().actions())));
}
