package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Resource;

final class Apis {
  private final Stack stack;

  Apis(Stack stack, Globals globals) {
    this.stack = stack;
  }

  void declare(Resource api) {
    stack.keep(api);
  }

  void rest(Event event) {}

  void http(Event event) {}

  void make() {}
}
