package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Expression;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The AWS providers that a module knows, by its own names for them: `aws`, `aws.east` (Terraform
/// language, "Providers Within Modules").
record Providers(Map<String, Provider> all) {
  static final Providers NONE = new Providers(Map.of());
  private static final String DEFAULT = "aws";

  /// One configuration.
  ///
  /// @param isMain whether it is the root's, without an alias
  /// @param region where it works, as configured
  record Provider(boolean isMain, Supplier<Optional<Value<Node>>> region) {}

  /// Those that were handed to a module and those that it configures itself.
  static Providers of(ModuleInstance module) {
    boolean root = module.place().address().isEmpty();
    var all = new LinkedHashMap<>(module.place().providers().all);
    all.putIfAbsent(DEFAULT, new Provider(root, Optional::empty));
    for (Block block : module.source().blocks()) {
      boolean aws =
          block.type().equals("provider")
              && block.labels().size() == 1
              && block.labels().getFirst().text().equals(DEFAULT);
      if (aws) {
        Optional<String> alias = block.body().attribute("alias").flatMap(a -> a.value().literal());
        all.put(
            alias.map(name -> DEFAULT + "." + name).orElse(DEFAULT),
            new Provider(root && alias.isEmpty(), () -> region(module, block)));
      }
    }
    return new Providers(all);
  }

  /// What a call hands on: what it says, and the default.
  Providers handed(Block call) {
    var handed = new LinkedHashMap<String, Provider>();
    Optional.ofNullable(all.get(DEFAULT)).ifPresent(main -> handed.put(DEFAULT, main));
    call.body()
        .attribute("providers")
        .filter(a -> a.value() instanceof Expression.ObjectOf)
        .ifPresent(a ->
            ((Expression.ObjectOf) a.value())
                .entries()
                .forEach(e ->
                    Optional.ofNullable(all.get(Evaluator.source(e.value())))
                        .ifPresent(p -> handed.put(Evaluator.source(e.key()), p))));
    return new Providers(handed);
  }

  /// The one that a resource or data source takes.
  Provider of(Block block) {
    String name =
        block.body().attribute("provider").map(a -> Evaluator.source(a.value())).orElse(DEFAULT);
    Provider found = all.get(name);
    return found == null ? new Provider(false, Optional::empty) : found;
  }

  private static Optional<Value<Node>> region(ModuleInstance module, Block block) {
    return block
        .body()
        .attribute("region")
        .map(a -> module.evaluator(Scope.of(module)).value(a.value()));
  }
}
